import type { VNode } from 'preact';
import type { BankHoliday } from '../../domain/calendar/bank-holidays.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { formatDay } from '../../ui/format.ts';
import { Source } from '../../ui/source.tsx';
import type { Visit } from '../../http/page.ts';
import type { AreaHalfTerms } from './area-half-terms.ts';
import { AreaSection } from './area-section.tsx';

export interface HalfTermsPageProps {
  readonly visit: Visit;
  readonly areas: readonly AreaHalfTerms[];
  /** Those published for the years shown. */
  readonly bankHolidays: readonly BankHoliday[];
}

const TITLE = 'Half terms';
const LEAD = 'When each half term begins and ends for pupils, and how many days are taught in it.';

export function HalfTermsPage(props: HalfTermsPageProps): VNode {
  const { asked, frame } = props.visit;
  return (
    <Layout title={TITLE} page={frame} noindex={asked.personal} description={LEAD}>
      <PageHeading title={TITLE} lead={`${LEAD} Where nobody has published a year, it is an estimate and says so.`} />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content({ visit, areas, bankHolidays }: HalfTermsPageProps): VNode {
  return (
    <>
      <nav aria-label="On this page">
        <ul class="govuk-list">
          {areas.map(({ calendar }) => (
            <li key={calendar.id}>
              <a class="govuk-link" href={`#${calendar.id}`}>
                {calendar.name}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href="#bank-holidays">
              Bank holidays
            </a>
          </li>
        </ul>
      </nav>
      {areas.map((area) => (
        <AreaSection key={area.calendar.id} area={area} day={visit.on.day} />
      ))}
      <BankHolidays bankHolidays={bankHolidays} />
      <PageSection id="differ" name="If your school’s dates differ">
        <p class="govuk-body">
          Academies, foundation schools and voluntary aided schools set their own dates, so yours may. Staff days inside
          a half term are taken off only where they are known. Tell{' '}
          <a class="govuk-link" href={visit.urls.hub()}>
            {visit.on.catalogue.hub.name}
          </a>{' '}
          what is wrong: it can correct an area’s dates here, or add one school’s.
        </p>
      </PageSection>
    </>
  );
}

function BankHolidays({ bankHolidays }: { readonly bankHolidays: readonly BankHoliday[] }): VNode {
  const [first] = bankHolidays;
  return (
    <PageSection
      id="bank-holidays"
      name="Bank holidays"
      lead="Of England and Wales. They count in no half term; for a year whose list is not published, the usual days are taken."
    >
      {first ? (
        <>
          <ul class="app-facts app-facts--columns">
            {bankHolidays.map(({ day, name }) => (
              <li key={day} class="app-facts__item">
                {formatDay(day)}: {name}
              </li>
            ))}
          </ul>
          <Source {...first.source} checkedOn={first.checkedOn} />
        </>
      ) : (
        <p class="govuk-body">None are published for these years.</p>
      )}
    </PageSection>
  );
}
