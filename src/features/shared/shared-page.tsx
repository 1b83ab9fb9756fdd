import type { VNode } from 'preact';
import { agendaDecisions, type AgendaDecision } from '../../domain/conversation/agenda-decisions.ts';
import { hasWordsToTakeBack } from '../../domain/conversation/conversation-moves.ts';
import { standingOf } from '../../domain/conversation/conversation.ts';
import { stepTalks, type StepTalk } from '../../domain/conversation/step-answers.ts';
import { threadsOf, type Threads } from '../../domain/conversation/threads.ts';
import { schoolYearOf, addHalfTerms } from '../../domain/calendar/half-term.ts';
import { READER } from '../../documents/plan-words.ts';
import { checkPlan } from '../../domain/plan/plan-checks.ts';
import type { Check } from '../../domain/plan/plan-check.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { guessedSteps } from '../../domain/plan/timetable.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { Button } from '../../ui/button.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SharedParts } from '../../ui/shared-parts.tsx';
import { TakeBackForm, TalkThread } from '../../ui/talk-thread.tsx';
import { possessive, standingWords, type Voices } from '../../ui/talk-words.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { WHOLE_FIELD } from './answer-form.ts';
import { NotMe } from './open-page.tsx';
import { StepAnswer, TAKE_BACK } from './step-answer.tsx';
import type { TalkVisit } from './talk-visit.ts';

export interface SharedPageProps {
  readonly here: TalkVisit;
  /** Words were just taken back. */
  readonly isTakenBack?: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** A plan as its reviewer reads and answers it: what to decide, each step with its answer, then the rest. */
export function SharedPage({ here, isTakenBack = false, sent, errors }: SharedPageProps): VNode {
  const { visit, voices, share, plan, conversation } = here;
  const talks = stepTalks(conversation.shared, conversation.events);
  const threads = threadsOf(conversation.shared, conversation.events);
  const standing = standingOf(conversation, visit.today);
  const checks = checkPlan(plan, {
    halfTerms: here.halfTerms,
    on: visit.on,
    today: visit.today,
    backed: here.backed,
  });
  return (
    <Layout title="A plan shared with you" page={visit.frame} noindex hasErrors={errors !== undefined}>
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {isTakenBack && (
        <NotificationBanner type="success">Taken back. Your words are kept nowhere any more.</NotificationBanner>
      )}
      <PageHeading
        title={`${possessive(voices.teacher)} plan, ${yearsOf(plan)}`}
        caption={plan.title}
        lead={leadWords(talks, voices)}
      />
      <p class="app-talk__standing">
        <strong>{standingWords(standing, voices, { answerBy: share.answerBy, today: visit.today })}</strong>
      </p>
      <Decisions here={here} checks={checks} />
      {talks.length > 0 && (
        <Answers here={here} talks={talks} threads={threads} checks={checks} sent={sent} errors={errors} />
      )}
      {hasWordsToTakeBack(conversation, 'reviewer', visit.today) && (
        <TakeBackForm id={TAKE_BACK} action={here.shareUrls.shared()} />
      )}
      <Gone here={here} threads={threads} />
      <Afterwards here={here} />
      <PageSection id="plan" name="The plan">
        <SharedParts
          plan={plan}
          halfTerms={here.halfTerms}
          checks={checks}
          today={visit.today}
          teacher={voices.teacherWithin}
        />
      </PageSection>
    </Layout>
  );
}

function isOpen({ waitsFor }: StepTalk): boolean {
  return waitsFor === 'reviewer' || waitsFor === 'untold';
}

/** What is asked of the reader now; once nothing is, what they can still do. */
function leadWords(talks: readonly StepTalk[], { teacher }: Voices): string {
  const open = talks.filter(isOpen).length;
  return open > 0
    ? `${teacher} asks you to agree ${formatCount(open, 'step')}, to ask for a change, or to decline with a reason.`
    : 'You can change an answer, or write something, as long as the link works.';
}

/** `2026 to 2028`: the school years it spans, as a heading tells one plan from another. */
function yearsOf({ first, halfTerms }: Plan): string {
  return `${schoolYearOf(first)} to ${schoolYearOf(addHalfTerms(first, halfTerms - 1)) + 1}`;
}

function Decisions({ here, checks }: { readonly here: TalkVisit; readonly checks: readonly Check[] }): VNode {
  const { plan, visit, shareUrls } = here;
  const decisions = agendaDecisions(plan, checks, visit.today);
  return (
    <PageSection id="decisions" name="Three decisions to make">
      <ol class="app-decisions">
        {decisions.map(({ ask, because }) => (
          <li key={ask}>
            <strong>{ask}</strong> {because}
          </li>
        ))}
      </ol>
      <p class="govuk-body">
        {decisions.some(speaksToTeacher) && <>{READER} </>}
        <a class="govuk-link" href={shareUrls.agenda()}>
          The agenda for talking about it, on one sheet
        </a>
      </p>
    </PageSection>
  );
}

/** Whether a decision speaks to the teacher, as what is found in a plan does; the names of steps do not count. */
function speaksToTeacher({ ask, because }: AgendaDecision): boolean {
  return /\byou(r|rs)?\b/i.test(`${ask} ${because}`.replaceAll(/“[^”]*”/g, ''));
}

interface AnswersProps extends SharedPageProps {
  readonly checks: readonly Check[];
  readonly talks: readonly StepTalk[];
  readonly threads: Threads;
}

/** One form for all: whoever answers on a phone presses one button. */
function Answers({ here, talks, threads, checks, sent, errors }: AnswersProps): VNode {
  const { shareUrls, versionShown, voices } = here;
  const open = talks.filter(isOpen);
  const guesses = guessedSteps(checks);
  return (
    <PageSection
      id="steps"
      name="Your answers"
      lead="You can answer some now and others later, and change an answer. Nothing you write can change the plan."
    >
      <form method="post" action={shareUrls.shared()} noValidate>
        <HiddenFields fields={[['version', versionShown]]} />
        {open.length > 1 && (
          <p class="app-talk__all">
            <Button kind="secondary" name="act" value="agree-all" preventDoubleClick>
              Agree to all {open.length} steps
            </Button>
          </p>
        )}
        <ol class="app-talk">
          {talks.map((talk) => (
            <StepAnswer
              key={talk.step.id}
              talk={talk}
              entries={threads.steps.get(talk.step.id) ?? []}
              voices={voices}
              isGuess={guesses.has(talk.step.id)}
              sent={sent}
              errors={errors}
            />
          ))}
        </ol>
        <h3 class="govuk-heading-m">On the plan as a whole</h3>
        <TalkThread entries={threads.whole} voices={voices} about="the plan as a whole" takesBack={TAKE_BACK} />
        <Textarea
          name={WHOLE_FIELD}
          label={`Anything else you want to say to ${voices.teacherWithin}`}
          labelSize="s"
          hint="Please name no pupils."
          rows={3}
          value={sent?.one(WHOLE_FIELD) ?? ''}
          error={errors?.get(WHOLE_FIELD)}
          class="app-talk__words"
        />
        <Button name="act" value="answer" preventDoubleClick>
          Send your answers
        </Button>
      </form>
    </PageSection>
  );
}

/** What was said of steps that have left the timetable: it is lost to neither side. */
function Gone({
  here: { voices },
  threads: { gone },
}: {
  readonly here: TalkVisit;
  readonly threads: Threads;
}): VNode | null {
  if (gone.length === 0) return null;
  return (
    <PageSection id="gone" name="No longer in the timetable">
      {gone.map(({ id, name, entries }) => (
        <div key={id}>
          <h3 class="govuk-heading-s">{name}</h3>
          <TalkThread entries={entries} voices={voices} about={name} showsSeen takesBack={TAKE_BACK} />
        </div>
      ))}
    </PageSection>
  );
}

function Afterwards({ here }: { readonly here: TalkVisit }): VNode {
  const { share, shareUrls, voices } = here;
  return (
    <PageSection id="afterwards" name="Later">
      <p class="govuk-body">
        When some of it is done, you both answer the same short questions about it, each for yourself.{' '}
        <a class="govuk-link" href={shareUrls.review()}>
          Look back on the plan
        </a>
      </p>
      <p class="govuk-body">
        This link works until {formatDay(share.expiresOn)}. {voices.teacher} can end it at any time, and sees when you
        open it.
      </p>
      <NotMe here={here} />
    </PageSection>
  );
}
