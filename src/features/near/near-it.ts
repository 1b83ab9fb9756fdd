import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { HubArea } from '../../domain/catalogue/hub-area.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { metresBetween, type GridPlace } from '../../domain/school.ts';
import type { Near, PlaceIndex } from '../../search/place-index.ts';
import { postcodeIn, spaced } from '../../search/postcodes.ts';
import type { SchoolFinder } from '../../search/school-finder.ts';
import type { FoundSchool } from '../../search/school-index.ts';

export interface NearSources {
  readonly finder: SchoolFinder;
  readonly places: PlaceIndex;
  readonly hubAreas: ReadonlyMap<string, HubArea>;
  readonly on: DayCatalogue;
}

/** The place a page is about: a school's, or a postcode's as far as schools' postcodes give it. */
export interface AskedPlace {
  readonly name: string;
  readonly school: FoundSchool | undefined;
  readonly place: GridPlace | undefined;
  /** Set where no school has the postcode: how much of it the place is known from. */
  readonly by: string | undefined;
  readonly areas: readonly string[];
}

export interface NearHub {
  readonly hub: HubArea;
  readonly metres: number;
  readonly serves: boolean;
}

export interface NearStep {
  readonly opportunity: Opportunity;
  /** Absent where nobody says where it is held. */
  readonly metres: number | undefined;
}

export interface NearIt {
  readonly hubs: readonly NearHub[];
  readonly steps: readonly NearStep[];
  readonly schools: readonly Near[];
}

const HUBS = 6;
const SCHOOLS = 5;
/** What has no known place comes last. */
const FAR = 1e9;

/** A postcode that was typed comes before the school the address carries. */
export function placeAsked(sources: NearSources, urn: number | undefined, postcode: string): AskedPlace | undefined {
  if (postcode !== '') return atPostcode(sources, postcode);
  const school = urn === undefined ? undefined : sources.finder.school(urn);
  return school && { name: school.name, school, place: school.place ?? undefined, by: undefined, areas: school.areas };
}

function atPostcode({ places }: NearSources, typed: string): AskedPlace {
  const postcode = postcodeIn(typed)?.postcode;
  const placed = postcode === undefined ? undefined : places.placeOf(postcode);
  if (postcode === undefined || !placed)
    return { name: typed, school: undefined, place: undefined, by: undefined, areas: [] };
  const { place, by } = placed;
  const [nearest] = places.nearest(place, 1);
  return {
    name: spaced(postcode),
    school: undefined,
    place,
    by: by === 'exact' ? undefined : by,
    areas: nearest?.school.areas ?? [],
  };
}

export function nearIt(sources: NearSources, place: GridPlace, areas: readonly string[]): NearIt {
  const hubs = [...sources.hubAreas.values()].flatMap((hub) => {
    const lead = sources.finder.school(hub.leadSchool.urn)?.place;
    return lead ? [{ hub, metres: metresBetween(place, lead), serves: areas.includes(hub.area) }] : [];
  });
  const inOrder = hubs.toSorted((a, b) => a.metres - b.metres || (a.hub.area < b.hub.area ? -1 : 1));
  const shown = inOrder.filter(({ serves }, at) => serves || at < HUBS);
  return {
    hubs: shown,
    steps: stepsFor(sources, areas, inOrder),
    schools: sources.places
      .nearest(place, SCHOOLS + 1)
      .filter(({ metres }) => metres > 0)
      .slice(0, SCHOOLS),
  };
}

/** What is offered only in an area; the hub's own is where the hub's lead school is. */
function stepsFor({ on }: NearSources, areas: readonly string[], hubs: readonly NearHub[]): readonly NearStep[] {
  const local = on.opportunities.filter((one) => one.areas.some((area) => areas.includes(area)));
  const steps = local.map((opportunity) => {
    return {
      opportunity,
      metres: isOfHub(opportunity, on) ? hubs.find(({ hub }) => hub.area === on.catalogue.hub.area)?.metres : undefined,
    };
  });
  return steps.toSorted(
    (a, b) => (a.metres ?? FAR) - (b.metres ?? FAR) || (a.opportunity.name < b.opportunity.name ? -1 : 1),
  );
}

/** Whether the hub itself runs it, and not only lists it for its area. */
function isOfHub({ owner, providers }: Opportunity, { catalogue }: DayCatalogue): boolean {
  const own = catalogue.providers.find(({ kind, name }) => kind === 'hub' && name === catalogue.hub.name);
  return owner === catalogue.hub.id && own !== undefined && providers.includes(own.id);
}
