import type { VNode } from 'preact';
import type { KeptImpact } from '../../db/impact.ts';
import type { ImpactSection, ImpactSheet } from '../../documents/impact-sheet.ts';
import type { FoundName } from '../../domain/names/name-warning.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { WarningText } from '../../ui/warning-text.tsx';

/** Whether the page can be set: it can, it is too long, or so many wait that nobody knows yet. */
export type Fit = 'fits' | 'not-known' | { readonly perCent: number; readonly longest: string };

export interface ImpactPageProps {
  readonly here: PlanVisit;
  readonly kept: KeptImpact | undefined;
  readonly sheet: ImpactSheet | undefined;
  readonly fit: Fit;
  /** What on it looks like somebody’s name. */
  readonly found: readonly FoundName[];
  readonly now: string;
}

export const TITLE = 'One page on what came of it';

/** What the one page will say, before it is taken anywhere. */
export function ImpactPage(props: ImpactPageProps): VNode {
  const { here, kept, sheet, fit, found, now } = props;
  const { visit, planUrls, plan } = here;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead="For a job you apply for, or an appraisal you choose to use it in. Nobody sees it unless you hand it over."
      />
      {kept && sheet ? (
        <>
          <p class="govuk-body">
            {formatSaved(kept.savedAt, now)}.{' '}
            <a class="govuk-link" href={planUrls.chooseImpact()}>
              Change what goes in
            </a>
          </p>
          <NameWarning id="names" found={found} />
          <Take here={here} fit={fit} />
          <Preview sheet={sheet} />
          <RemoveForm here={here} kept={kept} />
        </>
      ) : (
        <>
          <p class="govuk-body">
            From the need, through what was done and what changed, to how you know and what comes next. You choose what
            of your plan goes in, and write what is missing.
          </p>
          <Button href={planUrls.chooseImpact()}>Choose what goes in</Button>
        </>
      )}
    </Layout>
  );
}

function Take({ here: { planUrls }, fit }: { readonly here: PlanVisit; readonly fit: Fit }): VNode {
  if (typeof fit === 'object')
    return (
      <WarningText>
        It does not fit onto one page yet: it has {fit.perCent - 100 || 1}% too much. “{fit.longest}” takes the most
        room. Choose less of it, or shorten it, and it can be taken away.
      </WarningText>
    );
  return (
    <ul class="app-link-list app-impact__take" aria-label="Take it away">
      <li>
        <a class="govuk-link" href={planUrls.impactFile('summary.pdf')}>
          Take it as a PDF
        </a>
      </li>
      <li>
        <a class="govuk-link" href={planUrls.impactFile('summary.docx')}>
          Take it as a Word document
        </a>
      </li>
    </ul>
  );
}

function Preview({ sheet }: { readonly sheet: ImpactSheet }): VNode {
  return (
    <section class="app-impact" aria-labelledby="preview">
      <p class="app-impact__kind">{sheet.kind}</p>
      <h2 class="govuk-heading-l app-impact__title" id="preview">
        {sheet.title}
      </h2>
      {sheet.sections.map((section) => (
        <Section key={section.name} {...section} />
      ))}
      <p class="app-impact__made">{sheet.made}.</p>
    </section>
  );
}

function Section({ name, words, items }: ImpactSection): VNode {
  return (
    <>
      <h3 class="govuk-heading-s">{name}</h3>
      {words.map((one, index) => (
        <p key={index} class="govuk-body">
          {one}
        </p>
      ))}
      {items.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function RemoveForm({ here, kept }: { readonly here: PlanVisit; readonly kept: KeptImpact }): VNode {
  return (
    <form method="post" action={here.planUrls.impact()}>
      <HiddenFields
        fields={[
          ['version', String(kept.version)],
          ['act', 'remove'],
        ]}
      />
      <p class="govuk-body-s">
        <button type="submit" class="app-link-button">
          Remove this page
        </button>{' '}
        What you chose from stays in your plan; the words you wrote here go.
      </p>
    </form>
  );
}
