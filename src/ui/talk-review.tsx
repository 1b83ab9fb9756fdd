import type { VNode } from 'preact';
import { findNames } from '../domain/names/name-warning.ts';
import type { ConversationEvent } from '../domain/conversation/conversation-event.ts';
import { REVIEW_QUESTIONS, reviewFor, type ReviewSide, type ReviewView } from '../domain/conversation/review.ts';
import { Button } from './button.tsx';
import { formatInstant } from './format.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { NameWarning } from './name-warning.tsx';
import { PageSection } from './page-section.tsx';
import { nameFor, type Voices } from './talk-words.ts';
import { Textarea } from './textarea.tsx';

export interface TalkReviewProps {
  readonly events: readonly ConversationEvent[];
  readonly voices: Voices;
  /** Where its forms are sent. */
  readonly action: string;
  /** Whether anything can still be written. */
  readonly isOpen: boolean;
  /** What was sent and could not be taken. */
  readonly sent?: ((name: string) => string) | undefined;
  readonly errors?: ReadonlyMap<string, string> | undefined;
}

/** The review of a plan from one side: both sides' words where both may be seen, and one's own form. */
export function TalkReview(props: TalkReviewProps): VNode {
  const { events, voices, action, isOpen } = props;
  const view = reviewFor(voices.to, events);
  const other = voices.to === 'teacher' ? voices.reviewer : voices.teacher;
  const otherWithin = voices.to === 'teacher' ? voices.reviewer : voices.teacherWithin;
  return (
    <>
      {view.isOpen ? (
        <SideBySide view={view} voices={voices} />
      ) : (
        <p class="govuk-body">{waitingWords(view, other, otherWithin)}</p>
      )}
      {isOpen && !view.isOpen && voices.to === 'teacher' && view.own && (
        <form method="post" action={action}>
          <HiddenFields fields={[['act', 'show']]} />
          <p class="govuk-body">
            Or show {otherWithin} what you wrote now. If they have written something by then, you see it too.
          </p>
          <Button kind="secondary">Show it now</Button>
        </form>
      )}
      {isOpen && <ReviewForm {...props} view={view} />}
    </>
  );
}

function waitingWords({ own, hasOtherAnswered }: ReviewView, other: string, otherWithin: string): string {
  if (hasOtherAnswered && !own) return `${other} has answered. You see it when you have answered as well.`;
  if (own) return `Your answers are saved. You both see each other’s once ${otherWithin} has answered.`;
  return `Answer for yourself first. You see ${other === 'You' ? 'the other’s' : 'each other’s'} answers once both of you have.`;
}

function SideBySide({ view, voices }: { readonly view: ReviewView; readonly voices: Voices }): VNode {
  const { to } = voices;
  const other = to === 'teacher' ? 'reviewer' : 'teacher';
  return (
    <PageSection id="both" name="Side by side">
      {REVIEW_QUESTIONS.map(({ id, ask }) => (
        <section key={id} aria-label={ask}>
          <h3 class="govuk-heading-s">{ask}</h3>
          <div class="app-sides">
            <Side who={nameFor(to, voices)} words={view.own?.answers[id]} />
            <Side who={nameFor(other, voices)} words={view.other?.answers[id]} />
          </div>
        </section>
      ))}
      <p class="govuk-body-s">{[...whenWords(view, voices, other)].join(' ')}</p>
    </PageSection>
  );
}

function Side({ who, words }: { readonly who: string; readonly words: string | undefined }): VNode {
  return (
    <div class="app-sides__side">
      <p class="app-sides__who">{who}</p>
      <p class="app-sides__words">{words ?? 'Nothing written.'}</p>
    </div>
  );
}

function whenWords({ own, other }: ReviewView, voices: Voices, party: 'teacher' | 'reviewer'): readonly string[] {
  const when = (who: string, side: ReviewSide | undefined) =>
    side
      ? [`${who} wrote this on ${formatInstant(side.at)}.`]
      : [`${who} ${who === 'You' ? 'have' : 'has'} not answered yet.`];
  return [...when('You', own), ...when(nameFor(party, voices), other)];
}

function ReviewForm({ view, action, sent, errors }: TalkReviewProps & { readonly view: ReviewView }): VNode {
  const written = view.own?.answers ?? {};
  const found = findNames(Object.values(written).join('\n'));
  return (
    <PageSection
      id="yours"
      name={view.own ? 'Change your answers' : 'Your answers'}
      lead="Skip what does not help. Nobody grades this, and it is no part of appraisal."
    >
      <NameWarning id="names" found={found} />
      <form method="post" action={action} noValidate>
        {REVIEW_QUESTIONS.map(({ id, ask, hint }) => (
          <Textarea
            key={id}
            name={id}
            label={ask}
            labelSize="s"
            hint={hint}
            rows={3}
            value={sent ? sent(id) : (written[id] ?? '')}
            error={errors?.get(id)}
            class="app-talk__words"
          />
        ))}
        <Button name="act" value="review" preventDoubleClick>
          Save your answers
        </Button>
      </form>
    </PageSection>
  );
}
