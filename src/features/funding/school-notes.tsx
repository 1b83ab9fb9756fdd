import type { VNode } from 'preact';
import { isOpen, type School } from '../../domain/school.ts';
import { InsetText } from '../../ui/inset-text.tsx';
import { urlsAt, type FundingVisit } from './funding-visit.ts';

/** What there is to say of the school itself before its answers: only where there is something to say. */
export function SchoolNotes({
  visit,
  pays,
  ready,
  unknownSchool,
  successors,
  predecessors,
}: FundingVisit): VNode | null {
  const { school } = pays;
  if (!ready && visit.asked.school !== undefined) return <StillLoading />;
  if (unknownSchool) {
    return (
      <InsetText>
        <strong>No school has the URN {visit.asked.school}.</strong> Look for yours by its name or its postcode.
      </InsetText>
    );
  }
  if (!school) return null;
  return (
    <>
      <p class="govuk-body">
        {[school.typeName, school.town, school.postcode].filter(Boolean).join(' · ')} ·{' '}
        <a class="govuk-link" href={visit.urls.school(school)}>
          URN {school.urn}
        </a>
      </p>
      {!isOpen(school) && (
        <InsetText>
          <strong>The register has this school as closed.</strong>{' '}
          {successors.length > 0 ? 'What took its place: ' : 'It names none that took its place.'}
          {successors.map((one) => (
            <a key={one.urn} class="govuk-link" href={urlsAt(visit, one.urn).funding()}>
              {one.name}
            </a>
          ))}
        </InsetText>
      )}
      {predecessors.length > 0 && <OldNames school={school} predecessors={predecessors} pays={pays} />}
    </>
  );
}

function StillLoading(): VNode {
  return (
    <InsetText>
      <strong>Schools are still being loaded.</strong> Until they are, what hangs on a school or a list is not known
      here. Try again in a moment.
    </InsetText>
  );
}

/** DfE's lists go by URN: a school that has converted may still be listed as what it was. */
function OldNames({
  school,
  predecessors,
  pays,
}: Pick<FundingVisit, 'predecessors' | 'pays'> & { readonly school: School }): VNode | null {
  const isListed = (urn: number) => pays.isOn('pp50-school', 'urn', String(urn), '2025-autumn') === 'yes';
  const listed = predecessors.filter(({ urn }) => isListed(urn));
  if (listed.length === 0 || isListed(school.urn)) return null;
  return (
    <InsetText>
      DfE’s disadvantage list still names the school this one took the place of:{' '}
      {listed.map(({ name, urn }) => `${name}, URN ${urn}`).join('; ')}. The answers here go by the school as it is now.
      Ask DfE or your provider which counts.
    </InsetText>
  );
}
