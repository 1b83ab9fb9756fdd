import type { VNode } from 'preact';
import type { Share } from '../../db/shares.ts';
import { standingOf } from '../../domain/conversation/conversation.ts';
import { SECTION_WORDS, SECTIONS } from '../../domain/conversation/share.ts';
import { stepsToAnswer } from '../../domain/conversation/step-answers.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { SharedWith } from '../../http/shares/shares-of-plan.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Radios } from '../../ui/radios.tsx';
import { standingWords, teacherVoices } from '../../ui/talk-words.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { ANSWER_IN, daysOfSharing, WORKS_FOR } from './share-form.ts';

export interface SharesPageProps {
  readonly here: PlanVisit;
  readonly shares: readonly SharedWith[];
  /** What the owner was called when they last shared something. */
  readonly yourName: string;
  /** The share whose reader somebody else is to stand in for. */
  readonly replaced?: Share | undefined;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

const TITLE = 'Share this plan';
const ANOTHER = 'Share it with somebody else';

export function SharesPage(props: SharesPageProps): VNode {
  const { here, shares, errors } = props;
  const { visit, planUrls, plan } = here;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead="Ask your line manager to read it and answer each step. They comment and answer, and can change nothing."
      />
      <SharedWithList {...props} />
      {stepsToAnswer({ plan }).length === 0 ? (
        <PageSection id="share" name={shares.length > 0 ? ANOTHER : 'Share it'}>
          <p class="govuk-body">
            There is no step in the timetable to be agreed yet.{' '}
            <a class="govuk-link" href={planUrls.add()}>
              Add a step
            </a>{' '}
            first.
          </p>
        </PageSection>
      ) : (
        <ShareForm {...props} />
      )}
    </Layout>
  );
}

function SharedWithList({ here, shares }: SharesPageProps): VNode | null {
  if (shares.length === 0) return null;
  return (
    <PageSection id="shared-with" name="Shared with">
      <ul class="app-goals">
        {shares.map(({ share, conversation }) => (
          <li key={share.id} class="app-goals__goal">
            <div class="app-goals__words">
              <a class="govuk-link" href={here.planUrls.share(share)}>
                <strong>{share.name}</strong>
              </a>
              <span class="app-goals__by">
                {standingWords(standingOf(conversation, here.visit.today), teacherVoices(share.name), {
                  answerBy: share.answerBy,
                  today: here.visit.today,
                })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function ShareForm(props: SharesPageProps): VNode {
  const { here, shares, yourName, replaced, sent, errors } = props;
  const field = (name: string, held = '') => ({
    name,
    labelSize: 's' as const,
    value: sent?.one(name) ?? held,
    error: errors?.get(name),
  });
  return (
    <PageSection
      id="share"
      name={replaced ? `Somebody to stand in for ${replaced.name}` : shares.length > 0 ? ANOTHER : 'Share it'}
      lead={
        replaced
          ? `They get a link of their own and begin afresh. ${replaced.name} cannot open the plan any more once it is sent; what they said stays with you.`
          : 'Nothing is sent until you have seen exactly what they will see.'
      }
    >
      <form method="post" action={here.planUrls.shares()} noValidate>
        <HiddenFields
          fields={[
            ['version', String(here.kept.version)],
            ['standsInFor', replaced?.id ?? ''],
          ]}
        />
        <TextInput
          {...field('name')}
          label="Their name"
          hint="As you would write it to them."
          autocomplete="off"
          class="app-share__line"
        />
        <TextInput
          {...field('address')}
          label="Their email address"
          type="email"
          autocomplete="off"
          spellcheck={false}
          class="app-share__line"
        />
        <TextInput
          {...field('yourName', yourName)}
          label="Your name"
          hint="As they know you. It stands in the mail and above the plan."
          autocomplete="name"
          class="app-share__line"
        />
        <PartsField {...props} />
        <WhenFields {...props} />
        <Button name="act" value="check">
          Check what they will see
        </Button>
      </form>
    </PageSection>
  );
}

function PartsField({ replaced, sent }: SharesPageProps): VNode {
  return (
    <Checkboxes
      name="sections"
      idPrefix="sections"
      legend="What else they see"
      legendSize="s"
      hint="They always see the steps in your timetable with their half terms and hours. The rest stays yours unless you tick it."
      items={SECTIONS.map((section) => ({ value: section, text: SECTION_WORDS[section] }))}
      values={sent?.all('sections') ?? replaced?.sections ?? []}
    />
  );
}

const ANSWER_WORDS: Readonly<Record<(typeof ANSWER_IN)[number], string>> = {
  '5': 'In one school week',
  '10': 'In two school weeks',
  '20': 'In four school weeks',
};

const WORKS_WORDS: Readonly<Record<(typeof WORKS_FOR)[number], string>> = {
  '30': 'for one answer',
  '120': 'for a term or so',
  '365': 'to look back together',
};

function WhenFields({ here, sent, errors }: SharesPageProps): VNode {
  const { plan, visit } = here;
  const asked = { plan, on: visit.on, today: visit.today };
  const by = (answerIn: (typeof ANSWER_IN)[number]) =>
    formatDay(daysOfSharing({ answerIn, worksFor: '365' }, asked).answerBy);
  const until = (worksFor: (typeof WORKS_FOR)[number]) =>
    formatDay(daysOfSharing({ answerIn: '10', worksFor }, asked).expiresOn);
  return (
    <>
      <Radios
        name="answerIn"
        legend="By when you would like an answer"
        legendSize="s"
        hint="They are told the day. Days without school are not counted."
        items={ANSWER_IN.map((one) => ({ value: one, text: `${ANSWER_WORDS[one]}, by ${by(one)}` }))}
        value={sent?.one('answerIn') ?? '10'}
        error={errors?.get('answerIn')}
      />
      <Radios
        name="worksFor"
        legend="How long their link works"
        legendSize="s"
        hint="You can end it at any time."
        items={WORKS_FOR.map((one) => ({ value: one, text: `Until ${until(one)}, ${WORKS_WORDS[one]}` }))}
        value={sent?.one('worksFor') ?? '120'}
        error={errors?.get('worksFor')}
      />
    </>
  );
}
