import type { VNode } from 'preact';
import type { ListVintage } from '../../domain/funding/funding-codes.ts';
import { INTAKE_NAMES, LIST_WORDS } from '../../domain/funding/funding-list-words.ts';
import type { FundingList } from '../../domain/funding/funding-codes.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Table } from '../../ui/table.tsx';
import type { ListStanding } from './list-standings.ts';
import type { SchoolPageProps } from './school-page.tsx';

const STANDING_WORDS = { yes: 'On it', no: 'Not on it', 'not-held': 'Not known' } as const;

/** What being on a list means, in the fewest words that are true of every intake. */
const MEANS: Readonly<Partial<Record<FundingList, string>>> = {
  'pp50-school':
    'the half of state-funded schools with the highest share of pupils who attract the pupil premium. In several intakes it decides which NPQs are funded.',
  'pp50-further-education':
    'the half of settings for ages 16 to 19 with the most disadvantaged students. In several intakes it decides which NPQs are funded.',
  rise: 'schools that DfE’s regional improvement teams work with. Their staff are funded for every NPQ in the intakes that use it.',
  'la-nursery': 'nursery schools that a local authority maintains.',
};

/** The lists that could name it, intake by intake. */
export function SchoolLists({ standings, visit }: SchoolPageProps): VNode {
  const vintages = [...new Set(standings.flatMap((one) => one.vintages.map(({ vintage }) => vintage)))].toSorted(
    inTime,
  );
  return (
    <PageSection id="lists" name="DfE’s lists it is on">
      {standings.length === 0 ? (
        <p class="govuk-body">None of the lists we hold could name it.</p>
      ) : (
        <ScrollRegion label="DfE’s lists, intake by intake">
          <Table
            firstCellIsHeader
            head={['List', ...vintages.map(intakeOf)]}
            rows={standings.map((one) => [
              capital(LIST_WORDS[one.list]),
              ...vintages.map((vintage) => wordOf(one, vintage)),
            ])}
          />
        </ScrollRegion>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {standings.map(({ list }) => (
          <li key={list}>
            {capital(LIST_WORDS[list])}: {MEANS[list]}
          </li>
        ))}
      </ul>
      {standings
        .filter(({ formerly }) => formerly.length > 0)
        .map(({ list, formerly }) => (
          <p key={list} class="govuk-body">
            {capital(LIST_WORDS[list])} names the school it took the place of,{' '}
            {formerly.map((one) => (
              <a key={one.urn} class="govuk-link" href={visit.urls.school(one)}>
                {one.name} (URN {one.urn})
              </a>
            ))}
            . DfE goes by the number, so ask your provider which counts.
          </p>
        ))}
    </PageSection>
  );
}

function wordOf({ vintages }: ListStanding, vintage: string): string {
  const found = vintages.find((one) => one.vintage === vintage);
  return found ? STANDING_WORDS[found.standing] : 'Not held here';
}

function intakeOf(vintage: string): string {
  return capital(INTAKE_NAMES[vintage as ListVintage] ?? vintage);
}

/** Spring comes before autumn in a year, though not by its letters. */
function inTime(a: string, b: string): number {
  const key = (vintage: string) => vintage.replace('spring', '1').replace('autumn', '2');
  return key(a) < key(b) ? -1 : 1;
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
