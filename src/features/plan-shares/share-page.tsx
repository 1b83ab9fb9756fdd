import type { ComponentChildren, VNode } from 'preact';
import { hasWordsToTakeBack } from '../../domain/conversation/conversation-moves.ts';
import { nextOf, standingOf } from '../../domain/conversation/conversation.ts';
import type { FoundName } from '../../domain/names/name-warning.ts';
import { stepTalks, type StepTalk } from '../../domain/conversation/step-answers.ts';
import { threadsOf, type ThreadEntry } from '../../domain/conversation/threads.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { TalkChanges } from '../../ui/talk-changes.tsx';
import { TakeBackForm, TalkThread } from '../../ui/talk-thread.tsx';
import { seenWords, standingWords, talkStateWords, teacherVoices } from '../../ui/talk-words.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { ShareSettings } from './share-settings.tsx';
import type { SharedWith } from '../../http/shares/shares-of-plan.ts';

const TAKE_BACK = 'take-back';

/** What was just done, by its name in the address. */
export const DONE_WORDS = {
  shared: (name: string) => `Sent to ${name}. You get a mail when there is an answer.`,
  already: (name: string) => `The plan is shared with ${name} at this address already, so nothing was sent.`,
  said: (name: string) => `Saved. ${name} sees it when they open the plan.`,
  'taken-back': () => 'Taken back. Your words are kept nowhere any more.',
  asked: (name: string) => `${name} is asked again, by mail.`,
  parts: (name: string) => `Saved. From now on ${name} sees what is ticked.`,
  renewed: (name: string) => `A new link is on its way to ${name}. The old one opens nothing any more.`,
  closed: () => 'Closed. No more reminders are sent.',
  ended: (name: string) => `Ended. ${name} cannot open the plan any more.`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;
export type Done = keyof typeof DONE_WORDS;

export interface SharePageProps extends SharedWith {
  readonly here: PlanVisit;
  readonly done?: Done | undefined;
  /** What in the words just saved looks like a name. */
  readonly found: readonly FoundName[];
  /** What became of the newest mail to the reader, in a sentence. */
  readonly mail: string;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** The conversation with one reader, from the teacher's side. */
export function SharePage(props: SharePageProps): VNode {
  const { here, share, conversation, done, found, mail, errors } = props;
  const { visit, planUrls, plan } = here;
  const voices = teacherVoices(share.name);
  const standing = standingOf(conversation, visit.today);
  return (
    <Layout
      title="A plan you share"
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.shares()}>Everybody it is shared with</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {done && <NotificationBanner type="success">{DONE_WORDS[done](share.name)}</NotificationBanner>}
      <NameWarning id="names" found={found} />
      <PageHeading title={`Shared with ${share.name}`} caption={plan.title} />
      <p class="app-talk__standing">
        <strong>{standingWords(standing, voices, { answerBy: share.answerBy, today: visit.today })}</strong>{' '}
        {(standing === 'reviewer-to-open' || standing === 'reviewer-to-answer') && mail}
      </p>
      {takesBackIn(props) && <TakeBackForm id={TAKE_BACK} action={planUrls.share(share)} />}
      <AskAgain {...props} />
      <Steps {...props} />
      <Whole {...props} />
      <PageSection id="review" name="Look back together">
        <p class="govuk-body">
          The same short questions to both of you, answered each for yourself and then shown side by side.{' '}
          <a class="govuk-link" href={planUrls.review(share)}>
            Look back on the plan
          </a>
        </p>
      </PageSection>
      <ShareSettings {...props} />
    </Layout>
  );
}

/** The form that takes the teacher's words back, where there are some and they can be. */
function takesBackIn({ here, conversation }: SharePageProps): string | undefined {
  return hasWordsToTakeBack(conversation, 'teacher', here.visit.today) ? TAKE_BACK : undefined;
}

function AskAgain({ here, share, conversation }: SharePageProps): VNode | null {
  if (nextOf(conversation, here.visit.today).act !== 'ask-again') return null;
  // Asked for a change, a teacher changes the step or replies first: asking for the same once more comes after that.
  const isFirst = standingOf(conversation, here.visit.today) !== 'teacher-to-answer';
  return (
    <form method="post" action={here.planUrls.share(share)}>
      <HiddenFields fields={[['act', 'ask-again']]} />
      <Button kind={isFirst ? undefined : 'secondary'} preventDoubleClick>
        Ask {share.name} again
      </Button>
    </form>
  );
}

function Steps(props: SharePageProps): VNode | null {
  const { here, share, conversation } = props;
  const talks = stepTalks(conversation.shared, conversation.events);
  const threads = threadsOf(conversation.shared, conversation.events);
  const voices = teacherVoices(share.name);
  const takesBack = takesBackIn(props);
  return (
    <>
      {talks.length > 0 && (
        <PageSection id="steps" name="Each step">
          <ol class="app-talk">
            {talks.map((talk) => (
              <StepRow
                key={talk.step.id}
                {...props}
                talk={talk}
                entries={threads.steps.get(talk.step.id) ?? []}
                href={here.planUrls.step(talk.step)}
              />
            ))}
          </ol>
        </PageSection>
      )}
      {threads.gone.length > 0 && (
        <PageSection id="gone" name="No longer in the timetable">
          {threads.gone.map(({ id, name, entries }) => (
            <div key={id}>
              <h3 class="govuk-heading-s">{name}</h3>
              <TalkThread entries={entries} voices={voices} about={name} showsSeen takesBack={takesBack} />
            </div>
          ))}
        </PageSection>
      )}
    </>
  );
}

interface StepRowProps extends SharePageProps {
  readonly talk: StepTalk;
  readonly entries: readonly ThreadEntry[];
  readonly href: string;
}

function StepRow(props: StepRowProps): VNode {
  const { share, talk, entries, href } = props;
  const { step, now } = talk;
  const voices = teacherVoices(share.name);
  const state = talkStateWords(talk, voices);
  const takesBack = takesBackIn(props);
  return (
    <li class={`app-talk__step app-route--${step.route}`} id={step.id}>
      <h3 class="app-talk__name">
        <a class="govuk-link" href={href}>
          {step.name}
        </a>
      </h3>
      <p class="app-talk__what">{seenWords(now, voices)}</p>
      <p class="app-talk__state">{`${state.charAt(0).toUpperCase()}${state.slice(1)}.`}</p>
      <TalkChanges talk={talk} voices={voices} />
      <TalkThread
        entries={entries}
        voices={voices}
        about={step.name}
        said={talk.answer?.number}
        takesBack={takesBack}
      />
      <Reply {...props} step={step.id} about={step.name}>
        {entries.length > 0 ? 'Reply' : 'Write something about it'}
      </Reply>
    </li>
  );
}

function Whole(props: SharePageProps): VNode {
  const { share, conversation } = props;
  const { whole } = threadsOf(conversation.shared, conversation.events);
  return (
    <PageSection id="whole" name="On the plan as a whole">
      <TalkThread
        entries={whole}
        voices={teacherVoices(share.name)}
        about="the plan as a whole"
        takesBack={takesBackIn(props)}
      />
      <Reply {...props} step="" about="the plan as a whole">
        Write something
      </Reply>
    </PageSection>
  );
}

interface ReplyProps extends SharePageProps {
  readonly step: string;
  readonly about: string;
  readonly children: ComponentChildren;
}

/** Words on a step or on the whole, folded away until they are wanted. */
function Reply({ here, share, conversation, sent, errors, step, about, children }: ReplyProps): VNode | null {
  if (standingOf(conversation, here.visit.today) === 'ended') return null;
  const id = step === '' ? 'text' : `text-${step}`;
  const isSent = sent !== undefined && sent.one('act') === 'say' && sent.one('step') === step;
  return (
    <Details
      summary={
        <>
          {children}
          <span class="govuk-visually-hidden">: {about}</span>
        </>
      }
      open={isSent}
    >
      <form method="post" action={here.planUrls.share(share)} noValidate>
        <HiddenFields
          fields={[
            ['act', 'say'],
            ['step', step],
          ]}
        />
        <Textarea
          name="text"
          id={id}
          label={
            <>
              Your words to {share.name}
              <span class="govuk-visually-hidden"> on {about}</span>
            </>
          }
          labelSize="s"
          hint="Please name no pupils."
          rows={3}
          value={isSent ? sent.one('text') : ''}
          error={isSent ? errors?.get(id) : undefined}
          class="app-talk__words"
        />
        <Button kind="secondary" preventDoubleClick>
          Save
        </Button>
      </form>
    </Details>
  );
}
