import type { VNode } from 'preact';
import type { HubAnswer, HubArea } from '../domain/catalogue/hub-area.ts';
import type { Urls } from '../urls.ts';
import { formatList } from './format.ts';

export interface HubServedProps {
  readonly answer: HubAnswer;
  /** The district it follows from, where it is known. */
  readonly district: string | null;
  readonly urls: Urls;
}

/** Which hub serves a place: one, or the few it can be where the district is split, or that we cannot say. */
export function HubServed({ answer, district, urls }: HubServedProps): VNode {
  const { settled, candidates } = answer;
  if (settled) {
    return (
      <p class="govuk-body">
        <HubLink hub={settled} urls={urls} /> serves every school in {district ?? 'its district'}.
      </p>
    );
  }
  if (candidates.length === 0) {
    return (
      <p class="govuk-body">
        We do not know its district, so we cannot say which hub serves it. Look for yours among{' '}
        <a class="govuk-link" href={urls.hubs()}>
          all the hubs
        </a>
        .
      </p>
    );
  }
  return (
    <>
      <p class="govuk-body">
        {district ?? 'Its district'} is split between hubs, and nobody has published the line between them. It is one of
        these: ask any of them.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {candidates.map((hub) => (
          <li key={hub.area}>
            <HubLink hub={hub} urls={urls} />
          </li>
        ))}
      </ul>
    </>
  );
}

function HubLink({ hub, urls }: { readonly hub: HubArea; readonly urls: Urls }): VNode {
  return (
    <a class="govuk-link" href={urls.hubArea(hub)}>
      {hub.hub} ({hub.area})
    </a>
  );
}

const SIDES: Readonly<Record<string, string>> = { N: 'north', S: 'south', E: 'east', W: 'west' };

/** "Halton, Warrington and Wigan"; the list shortens the part of a district that is split, as in "East Suffolk N". */
export function districtsOf({ districts }: HubArea): string {
  return formatList(
    districts.map((district) => district.replace(/ ([NSEW])\.?$/, (_, side: string) => ` (${SIDES[side]})`)),
  );
}
