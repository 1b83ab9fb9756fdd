import type { VNode } from 'preact';
import { standingOf, type Standing } from '../../domain/conversation/conversation.ts';
import type { ConversationEvent } from '../../domain/conversation/conversation-event.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import { stepTalks, type StepTalk } from '../../domain/conversation/step-answers.ts';
import { formatCount, formatSaved } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { TalkChanges } from '../../ui/talk-changes.tsx';
import { Button } from '../../ui/button.tsx';
import type { Voices } from '../../ui/talk-words.ts';
import type { TalkVisit } from './talk-visit.ts';

export interface AnsweredPageProps {
  readonly here: TalkVisit;
  /** What was just sent, the oldest first; nothing where it stood there already. */
  readonly fresh: readonly ConversationEvent[];
  readonly now: string;
}

/** After answers were sent: what became of them, what happens next, and who acts. */
export function AnsweredPage({ here, fresh, now }: AnsweredPageProps): VNode {
  const { visit, voices, conversation, shareUrls } = here;
  const talks = stepTalks(conversation.shared, conversation.events);
  const standing = standingOf(conversation, visit.today);
  const title = fresh.length > 0 ? 'Your answers are saved' : 'Nothing was new';
  const moved = talks.filter((talk) => isMoved(talk, fresh));
  const found = fresh.flatMap((event) => findNames(wordsOf(event)));
  const last = fresh.at(-1);
  return (
    <Layout title={title} page={visit.frame} noindex>
      <PageHeading
        title={title}
        lead={
          last
            ? `${formatSaved(last.at, now)}: ${savedWords(fresh)}.`
            : 'What you sent is what stands there already, so nothing was added.'
        }
      />
      {found.length > 0 && <Names found={found} voices={voices} />}
      {moved.length > 0 && (
        <PageSection
          id="moved"
          name="The plan changed while you read"
          lead="Your answers are kept as you gave them, to the steps as you saw them. Look at what changed, and answer again."
        >
          {moved.map((talk) => (
            <div key={talk.step.id}>
              <h3 class="govuk-heading-s">{talk.step.name}</h3>
              <TalkChanges talk={talk} voices={voices} />
            </div>
          ))}
        </PageSection>
      )}
      <PageSection id="next" name="What happens next">
        <ol class="govuk-list govuk-list--number">
          {nextWords(standing, talks, voices).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      </PageSection>
      <Button href={shareUrls.shared()}>Back to the plan</Button>
    </Layout>
  );
}

function isMoved({ answer, step }: StepTalk, fresh: readonly ConversationEvent[]): boolean {
  const isFresh = fresh.some((event) => event.kind === 'answered' && event.step === step.id);
  return isFresh && answer !== undefined && answer.changed.length > 0;
}

function wordsOf(event: ConversationEvent): string {
  if (event.kind === 'said') return event.text;
  return event.kind === 'answered' ? event.reason : '';
}

function savedWords(fresh: readonly ConversationEvent[]): string {
  const count = (kind: ConversationEvent['kind']) => fresh.filter((event) => event.kind === kind).length;
  const words = [
    ...(count('answered') > 0 ? [formatCount(count('answered'), 'answer')] : []),
    ...(count('said') > 0 ? [formatCount(count('said'), 'comment')] : []),
  ];
  return words.join(' and ');
}

function Names({
  found,
  voices,
}: {
  readonly found: Parameters<typeof NameWarning>[0]['found'];
  readonly voices: Voices;
}): VNode {
  return (
    <>
      <NameWarning id="names" found={found} />
      <p class="govuk-body">
        What you wrote is saved, and {voices.teacherWithin} can read it. If it names a pupil, take your words back on
        the plan’s page, and write them again without the name.
      </p>
    </>
  );
}

function nextWords(standing: Standing, talks: readonly StepTalk[], voices: Voices): readonly string[] {
  const { teacher } = voices;
  const left = talks.filter(({ waitsFor }) => waitsFor === 'reviewer' || waitsFor === 'untold').length;
  const told = `${teacher} is told by mail that there is an answer: within half an hour, in school hours. The mail does not say what you wrote.`;
  const again = 'If the plan changes, you are shown what changed, and asked again about those steps alone.';
  switch (standing) {
    case 'agreed':
      return [told, 'Every step is agreed: nothing waits for you.', again];
    case 'teacher-to-answer':
      return [told, `${teacher} changes the plan, or replies to you.`, again];
    default:
      return [
        told,
        left > 0
          ? `${formatCount(left, 'step')} still ${left === 1 ? 'waits' : 'wait'} for your answer. The link in your mail opens the plan again.`
          : `${teacher} goes on from there.`,
        again,
      ];
  }
}
