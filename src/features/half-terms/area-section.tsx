import type { VNode } from 'preact';
import type { IsoDate } from '../../domain/date.ts';
import { blockName } from '../../domain/calendar/half-term.ts';
import type { HalfTerm } from '../../domain/calendar/term-calendar.ts';
import { Details } from '../../ui/details.tsx';
import { formatDayOfMonth } from '../../ui/format.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { Source } from '../../ui/source.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { AreaHalfTerms, SchoolYear, YearsOfOneSource } from './area-half-terms.ts';
import { principleWords } from './principle-words.ts';

/** One area's half terms: whose dates they are, then the years. */
export function AreaSection({ area, day }: { readonly area: AreaHalfTerms; readonly day: IsoDate }): VNode {
  const { calendar, groups } = area;
  return (
    <PageSection id={calendar.id} name={calendar.name}>
      {groups.map((group) => (
        <Years key={group.of.because} group={group} day={day} />
      ))}
      {groups.some(({ of }) => of.basis === 'estimate') && (
        <Details summary={`How half terms are estimated: ${calendar.name}`}>
          <ul class="govuk-list govuk-list--bullet">
            {principleWords(calendar.estimates.principles).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Details>
      )}
    </PageSection>
  );
}

const BASIS_WORDS: Readonly<Record<HalfTerm['basis'], string>> = { published: 'Published', estimate: 'Estimate' };

function Years({ group, day }: { readonly group: YearsOfOneSource; readonly day: IsoDate }): VNode {
  const { basis, because, source, checkedOn } = group.of;
  return (
    <div class="app-half-terms">
      <p class="app-half-terms__because">
        <Tag>{BASIS_WORDS[basis]}</Tag> {because}
      </p>
      <Source {...source} checkedOn={checkedOn} />
      <div class="app-half-terms__years">
        {group.years.map((year) => (
          <YearTable key={year.schoolYear} year={year} day={day} />
        ))}
      </div>
    </div>
  );
}

function YearTable({ year, day }: { readonly year: SchoolYear; readonly day: IsoDate }): VNode {
  const { schoolYear, halfTerms } = year;
  const inAll = halfTerms.reduce((sum, { teachingDays }) => sum + teachingDays, 0);
  return (
    <Table
      class="app-half-terms__year"
      caption={`${schoolYear} to ${schoolYear + 1}`}
      captionSize="m"
      firstCellIsHeader
      head={['Half term', 'Dates', { text: <DaysTaught />, numeric: true }]}
      rows={[
        ...halfTerms.map((halfTerm) => [
          { text: <Name halfTerm={halfTerm} day={day} /> },
          { text: <Dates halfTerm={halfTerm} /> },
          { text: halfTerm.teachingDays, numeric: true },
        ]),
        ['In all', '', { text: inAll, numeric: true }],
      ]}
    />
  );
}

function DaysTaught(): VNode {
  return (
    <>
      Days<span class="govuk-visually-hidden"> taught</span>
    </>
  );
}

/** A line breaks between the two days and not within one. */
function Dates({ halfTerm: { from, until } }: { readonly halfTerm: HalfTerm }): VNode {
  return (
    <>
      <span class="app-half-terms__whole">{formatDayOfMonth(from)} to</span>{' '}
      <span class="app-half-terms__whole">{formatDayOfMonth(until)}</span>
    </>
  );
}

function Name({ halfTerm, day }: { readonly halfTerm: HalfTerm; readonly day: IsoDate }): VNode {
  const { id, from, until } = halfTerm;
  return (
    <>
      <span class="app-half-terms__whole">{blockName(id)}</span>
      {from <= day && day <= until && ' (now)'}
    </>
  );
}
