import type { VNode } from 'preact';
import type { KeptEvidence } from '../../db/evidence.ts';
import { EVIDENCE_KINDS, hostOf, PART_WORDS } from '../../domain/looking-back/evidence.ts';
import { DELETED_KEPT_DAYS, stepOf } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { fileWords, KIND_WORDS } from './evidence-words.ts';

/** What the press that led here did. */
export type JustDone = 'saved' | 'deleted' | 'back';

export interface EvidencePageProps {
  readonly here: PlanVisit;
  readonly evidence: readonly KeptEvidence[];
  readonly done: JustDone | undefined;
}

const DONE_WORDS: Readonly<Record<JustDone, string>> = {
  saved: 'Saved.',
  deleted: `Deleted. For ${DELETED_KEPT_DAYS} days you can bring it back, below.`,
  back: 'It is back.',
};

const TITLE = 'Evidence and reading';

/** All that is kept to show what came of a plan, and what was read on the way. */
export function EvidencePage({ here, evidence, done }: EvidencePageProps): VNode {
  const { visit, planUrls, plan } = here;
  const standing = evidence.filter(({ deletedAt }) => deletedAt === null);
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
        lead="What shows that it works, or that it does not. A line is enough."
      />
      <ul class="app-link-list app-evidence__add" aria-label="What you can add">
        {EVIDENCE_KINDS.map((kind) => (
          <li key={kind}>
            <a class="govuk-link" href={planUrls.addEvidence(kind)}>
              {KIND_WORDS[kind].add}
            </a>
          </li>
        ))}
      </ul>
      <List
        id="evidence"
        name="Evidence"
        here={here}
        items={standing.filter(({ kind }) => kind !== 'reading')}
        none="Nothing is kept yet. It stays with this plan, and only you see it unless you choose it for a page of your own."
      />
      <List
        id="reading"
        name="Reading log"
        here={here}
        items={standing.filter(({ kind }) => kind === 'reading')}
        none="Nothing is written down yet: a title and one line of what you took from it."
      />
      <Deleted here={here} items={evidence.filter(({ deletedAt }) => deletedAt !== null)} />
    </Layout>
  );
}

interface ListProps {
  readonly here: PlanVisit;
  readonly items: readonly KeptEvidence[];
}

function List({
  id,
  name,
  none,
  here,
  items,
}: ListProps & { readonly id: string; readonly name: string; readonly none: string }): VNode {
  return (
    <PageSection id={id} name={name}>
      {items.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        items.map((item) => <Item key={item.id} here={here} item={item} />)
      )}
    </PageSection>
  );
}

function Item({ here, item }: { readonly here: PlanVisit; readonly item: KeptEvidence }): VNode {
  const { planUrls } = here;
  const step = item.step === null ? undefined : stepOf(here.plan, item.step);
  return (
    <article class="app-entry" aria-labelledby={`e-${item.id}`}>
      <h3 class="govuk-heading-s app-evidence__title" id={`e-${item.id}`}>
        {item.title}
      </h3>
      <p class="app-evidence__about">
        {[formatDay(item.happenedOn), item.source, step && `For “${step.name}”`].filter(Boolean).join(' · ')}
      </p>
      {item.words !== '' && <p class="app-evidence__words">{item.words}</p>}
      <Where here={here} item={item} />
      {item.parts.length > 0 && (
        <p class="app-evidence__about">
          DfE’s standard: {item.parts.map((part) => PART_WORDS[part].name.toLowerCase()).join('; ')}
        </p>
      )}
      <p class="govuk-body-s">
        <a class="govuk-link" href={planUrls.evidenceItem(item)}>
          Change or delete<span class="govuk-visually-hidden">: {item.title}</span>
        </a>
      </p>
    </article>
  );
}

/** The link with where it leads, or the file with what it is. */
export function Where({ here, item }: { readonly here: PlanVisit; readonly item: KeptEvidence }): VNode | null {
  if (item.file)
    return (
      <p class="govuk-body">
        <a class="govuk-link app-evidence__name" href={here.planUrls.evidenceFile(item)} download>
          {item.file.name}
        </a>{' '}
        ({fileWords(item.file)})
      </p>
    );
  if (item.url === null) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link app-evidence__name" href={item.url} rel="noreferrer noopener nofollow">
        Open it at {hostOf(item.url)}
        <span class="govuk-visually-hidden">: {item.title}</span>
      </a>
    </p>
  );
}

function Deleted({ here, items }: ListProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <PageSection
      id="deleted"
      name="Deleted"
      lead={`Each can be brought back for ${DELETED_KEPT_DAYS} days. Then it is gone for good.`}
    >
      <ul class="govuk-list">
        {items.map((item) => (
          <li key={item.id}>
            <form method="post" action={here.planUrls.evidenceItem(item)}>
              <HiddenFields
                fields={[
                  ['version', String(item.version)],
                  ['act', 'bring-back'],
                ]}
              />
              {item.title}{' '}
              <button type="submit" class="app-link-button">
                Bring back<span class="govuk-visually-hidden">: {item.title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
