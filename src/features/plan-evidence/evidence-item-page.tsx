import type { VNode } from 'preact';
import type { KeptEvidence } from '../../db/evidence.ts';
import {
  FILE_TYPE_FACTS,
  PART_WORDS,
  STANDARD_PARTS,
  STANDARD_TOPIC,
  type EvidenceKind,
} from '../../domain/looking-back/evidence.ts';
import { DELETED_KEPT_DAYS } from '../../domain/plan/plan.ts';
import { findNames, type FoundName } from '../../domain/names/name-warning.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { formatDay, formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Where } from './evidence-page.tsx';
import { FILE_HINT, KIND_WORDS } from './evidence-words.ts';

export interface EvidenceItemPageProps {
  readonly here: PlanVisit;
  readonly kind: EvidenceKind;
  /** What is changed; none where it is added. */
  readonly held?: KeptEvidence | undefined;
  readonly now: string;
  /** It was saved with something that looks like a name, and that is to be said. */
  readonly isLook: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** One thing that shows what came of a plan: added, or changed. */
export function EvidenceItemPage(props: EvidenceItemPageProps): VNode {
  const { here, kind, held, now, errors } = props;
  const { visit, planUrls, plan } = here;
  const title = held ? KIND_WORDS[kind].change : KIND_WORDS[kind].add;
  const warned = (['title', 'source', 'words'] as const).map((id) => ({
    id,
    label: LABELS[kind][id],
    found: foundIn(props, id),
  }));
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.evidence()}>Back to evidence and reading</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <SavedWithNames
        saved={held ? formatSaved(held.savedAt, now) : ''}
        fields={warned.filter(({ found }) => found.length > 0)}
        on={{ href: planUrls.evidence(), words: 'go back to evidence and reading' }}
      />
      <PageHeading title={title} caption={plan.title} />
      {held && <Kept here={here} held={held} now={now} />}
      <ItemForm {...props} />
      {held && <DeleteForm here={here} held={held} />}
    </Layout>
  );
}

type Written = 'title' | 'words' | 'source';

const LABELS: Readonly<Record<EvidenceKind, Readonly<Record<Written, string>>>> = {
  note: { title: 'Title', words: 'The note', source: '' },
  link: { title: 'What the link leads to', words: 'What it shows', source: '' },
  file: { title: 'Title', words: 'What it shows', source: '' },
  reading: { title: 'Title', words: 'What you took from it', source: 'Where it is from' },
};

const HINTS: Readonly<Record<EvidenceKind, string>> = {
  note: 'What you saw, heard or counted. Nobody’s name.',
  link: 'A sentence, and nobody’s name. You can leave it empty.',
  file: 'A sentence, and nobody’s name. You can leave it empty.',
  reading: 'One line is enough.',
};

function foundIn({ held, isLook }: EvidenceItemPageProps, field: Written): readonly FoundName[] {
  return isLook && held ? findNames(held[field]) : [];
}

function Kept({
  here,
  held,
  now,
}: {
  readonly here: PlanVisit;
  readonly held: KeptEvidence;
  readonly now: string;
}): VNode {
  const isShown = held.file !== null && FILE_TYPE_FACTS[held.file.type].isShown;
  return (
    <>
      <p class="govuk-body">{formatSaved(held.savedAt, now)}.</p>
      <Where here={here} item={held} />
      {isShown && (
        <p>
          <img class="app-evidence__picture" src={here.planUrls.evidenceFile(held, [['show', '']])} alt={held.title} />
        </p>
      )}
    </>
  );
}

function ItemForm(props: EvidenceItemPageProps): VNode {
  const { here, kind, held } = props;
  const { planUrls } = here;
  const isFile = kind === 'file' && !held;
  return (
    <form
      method="post"
      action={held ? planUrls.evidenceItem(held) : planUrls.addEvidence(kind)}
      encType={isFile ? 'multipart/form-data' : undefined}
      noValidate
    >
      <HiddenFields
        fields={[
          ['version', String(held?.version ?? 0)],
          ['act', 'save'],
        ]}
      />
      {isFile && <FileField {...props} />}
      <WordFields {...props} />
      <TieFields {...props} />
      <div class="govuk-button-group">
        <Button>Save</Button>
        <a class="govuk-link" href={planUrls.evidence()}>
          Cancel
        </a>
      </div>
    </form>
  );
}

function FileField({ errors }: EvidenceItemPageProps): VNode {
  return (
    <FileInput
      name="file"
      label="The file"
      labelSize="s"
      hint={FILE_HINT}
      accept={Object.values(FILE_TYPE_FACTS)
        .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
        .join(',')}
      error={errors?.get('file')}
    />
  );
}

function WordFields(props: EvidenceItemPageProps): VNode {
  const { kind, held, sent, errors } = props;
  const field = (name: string, before: string) => ({
    name,
    labelSize: 's' as const,
    value: sent?.one(name) ?? before,
    error: errors?.get(name),
  });
  const written = (name: Written) => {
    const found = foundIn(props, name);
    const label = LABELS[kind][name];
    return {
      ...field(name, held?.[name] ?? ''),
      label: kind === 'file' && name === 'title' && !held ? 'Title, if not the file’s own name' : label,
      describedBy: found.length > 0 ? `${name}-name` : undefined,
    };
  };
  return (
    <>
      <NameWarning id="title-name" found={foundIn(props, 'title')} />
      <TextInput {...written('title')} class="app-evidence__line" />
      {(kind === 'link' || kind === 'reading') && (
        <TextInput
          {...field('url', held?.url ?? '')}
          label={kind === 'link' ? 'Its address' : 'Its address, if it has one'}
          hint="It begins with https://"
          type="url"
          class="app-evidence__line"
        />
      )}
      {kind === 'reading' && (
        <>
          <NameWarning id="source-name" found={foundIn(props, 'source')} />
          <TextInput {...written('source')} hint="A journal, a book, a website" class="app-evidence__line" />
        </>
      )}
      <NameWarning id="words-name" found={foundIn(props, 'words')} />
      <Textarea {...written('words')} hint={HINTS[kind]} rows={kind === 'note' ? 6 : 3} class="app-look-back__words" />
    </>
  );
}

function TieFields(props: EvidenceItemPageProps): VNode {
  const { here, held, sent, errors } = props;
  const { plan, visit } = here;
  const steps = plan.steps.filter(({ id, state }) => state !== 'dropped' || id === held?.step);
  const before = { day: held ? formatDay(held.happenedOn) : '', step: held?.step ?? '' };
  const field = (name: 'day' | 'step') => ({
    name,
    labelSize: 's' as const,
    value: sent?.one(name) ?? before[name],
    error: errors?.get(name),
  });
  return (
    <>
      <TextInput
        {...field('day')}
        label="When"
        hint={`Such as ${formatDay(visit.today)}. Left empty it is today.`}
        width={20}
      />
      <Select
        {...field('step')}
        label="The step it belongs to"
        options={[{ value: '', text: 'None' }, ...steps.map(({ id, name }) => ({ value: id, text: name }))]}
        class="app-evidence__line"
      />
      <StandardFields {...props} />
    </>
  );
}

function StandardFields({ here: { told }, held, sent }: EvidenceItemPageProps): VNode {
  const parts = sent?.all('parts') ?? held?.parts ?? [];
  return (
    <Details summary="Tie it to DfE’s standard for professional development" open={parts.length > 0}>
      <Checkboxes
        name="parts"
        legend="Which parts it speaks to"
        legendSize="s"
        hint="Only if you want to. The names are short for the standard’s own."
        items={STANDARD_PARTS.map((part) => ({
          value: part,
          text: PART_WORDS[part].name,
          hint: PART_WORDS[part].hint,
        }))}
        values={parts}
        small
      />
      <p>
        <a class="govuk-link" href={told.fact({ topic: STANDARD_TOPIC })}>
          What we hold about this standard, and its source
        </a>
      </p>
    </Details>
  );
}

function DeleteForm({ here, held }: { readonly here: PlanVisit; readonly held: KeptEvidence }): VNode {
  return (
    <form method="post" action={here.planUrls.evidenceItem(held)}>
      <HiddenFields
        fields={[
          ['version', String(held.version)],
          ['act', 'delete'],
        ]}
      />
      <p class="govuk-body-s">
        <button type="submit" class="app-link-button">
          Delete it
        </button>{' '}
        You can bring it back for {DELETED_KEPT_DAYS} days.
      </p>
    </form>
  );
}
