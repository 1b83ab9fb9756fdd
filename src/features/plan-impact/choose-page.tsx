import type { VNode } from 'preact';
import type { KeptEvidence } from '../../db/evidence.ts';
import type { KeptImpact } from '../../db/impact.ts';
import type { Reflection } from '../../db/reflections.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { PURPOSE_WORDS, PURPOSES, type Impact } from '../../domain/looking-back/impact.ts';
import { findNames, type FoundName } from '../../domain/names/name-warning.ts';
import { promptName } from '../../domain/looking-back/reflection.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDay, formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Radios } from '../../ui/radios.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { TEXT_NAMES, TEXT_WORDS, type TextName } from './impact-form.ts';

/** What of the plan there is to choose from. */
export interface Offered {
  readonly steps: readonly PlanStep[];
  readonly reflections: readonly Reflection[];
  readonly evidence: readonly KeptEvidence[];
}

export interface ChoosePageProps {
  readonly here: PlanVisit;
  readonly kept: KeptImpact | undefined;
  /** What it begins with: what is kept, or what the plan already says. */
  readonly impact: Partial<Impact>;
  readonly offered: Offered;
  readonly now: string;
  readonly isLook: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

const TITLE = 'Choose what goes in';

/** What goes onto the one page: three short texts, and whatever of the plan is ticked. */
export function ChoosePage(props: ChoosePageProps): VNode {
  const { here, kept, errors, now } = props;
  const { visit, planUrls, plan } = here;
  const warned = TEXT_NAMES.map((id) => ({ id, label: TEXT_WORDS[id].label, found: foundIn(props, id) }));
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.impact()}>Back to the page</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <SavedWithNames
        saved={kept ? formatSaved(kept.savedAt, now) : ''}
        fields={warned.filter(({ found }) => found.length > 0)}
        on={{ href: planUrls.impact(), words: 'go on to the page' }}
      />
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead="A reader gives it a minute: two or three of each are usually enough."
      />
      <ChooseForm {...props} />
    </Layout>
  );
}

function foundIn({ kept, isLook }: ChoosePageProps, name: TextName): readonly FoundName[] {
  return isLook && kept ? findNames(kept.impact[name]) : [];
}

function ChooseForm(props: ChoosePageProps): VNode {
  const { here, kept, impact, sent, errors } = props;
  return (
    <form method="post" action={here.planUrls.chooseImpact()} noValidate>
      <HiddenFields fields={[['version', String(kept?.version ?? 0)]]} />
      <Radios
        name="purpose"
        legend="What is it for?"
        legendSize="s"
        items={PURPOSES.map((purpose) => ({ value: purpose, text: PURPOSE_WORDS[purpose].choice }))}
        value={sent?.one('purpose') ?? impact.purpose}
        error={errors?.get('purpose')}
      />
      <TextInput
        name="name"
        label="Your own name, if it should stand at the foot"
        labelSize="s"
        value={sent?.one('name') ?? impact.name ?? ''}
        error={errors?.get('name')}
        autocomplete="name"
        class="app-evidence__line"
      />
      <Words {...props} name="need" />
      <Steps {...props} />
      <Words {...props} name="changed" />
      <Reflections {...props} />
      <EvidenceChoice {...props} />
      <Words {...props} name="next" />
      <Button>Save and see the page</Button>
    </form>
  );
}

function Words(props: ChoosePageProps & { readonly name: TextName }): VNode {
  const { impact, sent, errors, name } = props;
  const found = foundIn(props, name);
  return (
    <>
      <NameWarning id={`${name}-name`} found={found} />
      <Textarea
        name={name}
        label={TEXT_WORDS[name].label}
        labelSize="s"
        hint={TEXT_WORDS[name].hint}
        rows={3}
        class="app-look-back__words"
        value={sent?.one(name) ?? impact[name] ?? ''}
        error={errors?.get(name)}
        describedBy={found.length > 0 ? `${name}-name` : undefined}
      />
    </>
  );
}

function Steps({ offered, impact, sent, errors }: ChoosePageProps): VNode | null {
  if (offered.steps.length === 0) return null;
  return (
    <Checkboxes
      name="steps"
      legend="What was done"
      legendSize="s"
      hint="Steps of your plan"
      items={offered.steps.map(({ id, name }) => ({ value: id, text: name }))}
      values={sent?.all('steps') ?? impact.steps ?? []}
      error={errors?.get('steps')}
      small
    />
  );
}

function Reflections({ offered, impact, sent, errors }: ChoosePageProps): VNode | null {
  if (offered.reflections.length === 0) return null;
  return (
    <Checkboxes
      name="reflections"
      legend="What you wrote when you looked back"
      legendSize="s"
      hint="What changed, and how you know, go in; the rest stays out."
      items={offered.reflections.map(({ prompt, writtenAt }) => ({
        value: prompt,
        text: `${promptName(prompt)}, ${formatDay(londonDay(writtenAt))}`,
      }))}
      values={sent?.all('reflections') ?? impact.reflections ?? []}
      error={errors?.get('reflections')}
      small
    />
  );
}

function EvidenceChoice({ offered, impact, sent, errors }: ChoosePageProps): VNode | null {
  if (offered.evidence.length === 0) return null;
  return (
    <Checkboxes
      name="evidence"
      legend="Evidence"
      legendSize="s"
      hint="Its title, its day and what it shows go in. A file itself does not."
      items={offered.evidence.map(({ id, title, happenedOn }) => ({
        value: id,
        text: `${title}, ${formatDay(happenedOn)}`,
      }))}
      values={sent?.all('evidence') ?? impact.evidence ?? []}
      error={errors?.get('evidence')}
      small
    />
  );
}
