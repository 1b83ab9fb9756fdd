import type { ComponentChildren, VNode } from 'preact';
import type { Urls } from '../urls.ts';

export interface ListedSchool {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly localAuthority: string | null;
  readonly isOpen: boolean;
}

export interface SchoolResultProps {
  readonly school: ListedSchool;
  /** Who took the place of one that has closed. */
  readonly successors: readonly ListedSchool[];
  readonly urls: Urls;
  /** Beside it, such as how far away it is. */
  readonly note?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function placeWords({ town, localAuthority, postcode }: ListedSchool): string {
  const authority = localAuthority?.toLowerCase() === town?.toLowerCase() ? null : localAuthority;
  return [town === null ? null : readable(town), authority, postcode].filter((word) => word !== null).join(', ');
}

/** The register holds some towns in capitals only. */
export function readable(town: string): string {
  return town === town.toUpperCase()
    ? town.toLowerCase().replaceAll(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
    : town;
}

/** One school in a list. A closed one leads on to what took its place. */
export function SchoolResult({ school, successors, urls, note, children }: SchoolResultProps): VNode {
  return (
    <li class="app-school-list__item">
      <a class="govuk-link app-school-list__name" href={urls.school(school)}>
        {school.name}
      </a>
      {note != null && <span class="app-school-list__note">{note}</span>}
      <p class="app-school-list__place">
        {placeWords(school)}
        {placeWords(school) === '' ? '' : ' · '}URN {school.urn}
      </p>
      {!school.isOpen && <Closed successors={successors} urls={urls} />}
      {children}
    </li>
  );
}

function Closed({ successors, urls }: Pick<SchoolResultProps, 'successors' | 'urls'>): VNode {
  return (
    <p class="app-school-list__closed">
      <strong>No longer open under this number.</strong>
      {successors.length > 0 && ' Now: '}
      {successors.map((one, index) => (
        <span key={one.urn}>
          {index > 0 && ', '}
          <a class="govuk-link" href={urls.school(one)}>
            {one.name}
          </a>
        </span>
      ))}
    </p>
  );
}
