import type { VNode } from 'preact';
import type { Reflection } from '../../db/reflections.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import {
  ASKED_WORDS,
  promptName,
  QUESTION_WORDS,
  REFLECTION_QUESTIONS,
  TAKES,
  type ReflectionPrompt,
} from '../../domain/looking-back/reflection.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { ReflectionsDue } from '../../http/plan/reflections-due.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';

/** What the press that led here did. */
export type JustDone = 'written' | 'skipped' | 'mail-on' | 'mail-off';

export interface ReflectionsPageProps {
  readonly here: PlanVisit;
  readonly due: ReflectionsDue;
  readonly held: readonly Reflection[];
  /** Whether its owner is mailed when one is due. */
  readonly isMailed: boolean;
  readonly done: JustDone | undefined;
}

const DONE_WORDS: Readonly<Record<JustDone, string>> = {
  written: 'Saved.',
  skipped: 'Skipped. It will not be asked again.',
  'mail-on': 'Saved. You get a mail when one is due, on a school day and in school hours.',
  'mail-off': 'Saved. No more mails about this plan’s questions.',
};

const TITLE = 'Look back';

export function ReflectionsPage(props: ReflectionsPageProps): VNode {
  const { here, done } = props;
  const { visit, planUrls, plan } = here;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {done && <NotificationBanner type="success">{DONE_WORDS[done]}</NotificationBanner>}
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead={`What you tried, what changed, how you know, what next: ${TAKES}, a few times a year.`}
      />
      <Waiting {...props} />
      <Written {...props} />
      <Unanswered {...props} />
      <WhenAsked {...props} />
      <MailChoice {...props} />
    </Layout>
  );
}

function Waiting({ here: { planUrls }, due: { due, next, prompts } }: ReflectionsPageProps): VNode {
  if (due)
    return (
      <section class="app-look-back__due" aria-labelledby="due">
        <h2 class="govuk-heading-m" id="due">
          {due.name}
        </h2>
        <p class="govuk-body">Asked on {formatDay(due.dueOn)}. Skip it if it does not help.</p>
        <div class="govuk-button-group">
          <Button href={planUrls.reflection(due)}>Look back now</Button>
          <SkipForm action={planUrls.reflection(due)} name={due.name} />
        </div>
      </section>
    );
  if (prompts.length === 0)
    return (
      <p class="govuk-body">
        Nothing is asked yet. {ASKED_WORDS.begins}{' '}
        <a class="govuk-link" href={planUrls.add()}>
          Add a step
        </a>
      </p>
    );
  if (!next) return <p class="govuk-body">Nothing waits for you, and this plan asks nothing more.</p>;
  return (
    <p class="govuk-body">
      Nothing waits for you. Next is “{next.name}”, on {formatDay(next.dueOn)}.{' '}
      <a class="govuk-link" href={planUrls.reflection(next)}>
        Answer it now
      </a>
    </p>
  );
}

function SkipForm({ action, name }: { readonly action: string; readonly name: string }): VNode {
  return (
    <form method="post" action={action}>
      <HiddenFields
        fields={[
          ['version', '0'],
          ['act', 'skip'],
        ]}
      />
      <button type="submit" class="app-link-button">
        Skip this one<span class="govuk-visually-hidden">: {name}</span>
      </button>
    </form>
  );
}

function Written({ here: { planUrls }, held }: ReflectionsPageProps): VNode | null {
  const written = held.filter(({ state }) => state === 'written');
  if (written.length === 0) return null;
  return (
    <PageSection id="written" name="What you wrote">
      {written.map((one) => (
        <article key={one.prompt} class="app-entry" aria-labelledby={`r-${one.prompt}`}>
          <h3 class="govuk-heading-s" id={`r-${one.prompt}`}>
            {promptName(one.prompt)}
          </h3>
          <dl class="app-look-back__answers">
            {REFLECTION_QUESTIONS.filter((question) => one.answers[question] !== undefined).map((question) => (
              <div key={question} class="app-look-back__answer">
                <dt>{QUESTION_WORDS[question]}</dt>
                <dd>{one.answers[question]}</dd>
              </div>
            ))}
          </dl>
          <p class="govuk-body-s">
            {datesOf(one)}{' '}
            <a class="govuk-link" href={planUrls.reflection({ key: one.prompt })}>
              Change<span class="govuk-visually-hidden">: {promptName(one.prompt)}</span>
            </a>
          </p>
        </article>
      ))}
    </PageSection>
  );
}

/** When it was written, and when it was last changed where that was later. */
function datesOf({ writtenAt, savedAt }: Reflection): string {
  const [written, changed] = [londonDay(writtenAt), londonDay(savedAt)];
  const words = `Written on ${formatDay(written)}`;
  return written === changed ? `${words}.` : `${words}, changed on ${formatDay(changed)}.`;
}

function Unanswered({ here: { planUrls }, due: { passed }, held }: ReflectionsPageProps): VNode | null {
  const skipped = held.filter(({ state }) => state === 'skipped').map(({ prompt }) => prompt);
  const all = [...skipped, ...passed.map(({ key }: ReflectionPrompt) => key)];
  if (all.length === 0) return null;
  return (
    <PageSection id="left" name="Left out" lead="Nothing is owed. Any of them can still be written.">
      <ul class="govuk-list">
        {all.map((key) => (
          <li key={key}>
            <a class="govuk-link" href={planUrls.reflection({ key })}>
              {promptName(key)}
            </a>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function WhenAsked({ due: { prompts }, here: { visit } }: ReflectionsPageProps): VNode | null {
  const toCome = prompts.filter(({ dueOn }) => dueOn > visit.today);
  if (toCome.length === 0) return null;
  return (
    <Details summary="When you are asked">
      <p>{ASKED_WORDS.days}</p>
      <ul class="govuk-list govuk-list--bullet">
        {toCome.map(({ key, name, dueOn }) => (
          <li key={key}>
            {name}: {formatDay(dueOn)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function MailChoice({ here, isMailed }: ReflectionsPageProps): VNode {
  const { owner, planUrls, isKept } = here;
  if (!owner)
    return (
      <p class="govuk-body-s">
        No mail is sent about these questions.{' '}
        {isKept
          ? 'Whoever keeps this plan in their account can ask for one when they are signed in.'
          : 'Keep this plan in an account and you can ask for one.'}
      </p>
    );
  return (
    <form method="post" action={planUrls.reflections()}>
      <HiddenFields fields={[['act', isMailed ? 'mail-off' : 'mail-on']]} />
      <p class="govuk-body-s">
        {isMailed
          ? 'You get a mail when one is due, on a school day and in school hours.'
          : 'No mail is sent about these questions unless you ask for it.'}{' '}
        <button type="submit" class="app-link-button">
          {isMailed ? 'Stop these mails' : 'Mail me when one is due'}
        </button>
      </p>
    </form>
  );
}
