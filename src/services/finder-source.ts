import { setImmediate } from 'node:timers/promises';
import { eachFinderSchool } from '../db/finder-schools.ts';
import type { Database } from '../db/open-database.ts';
import { findSchoolLinks } from '../db/schools.ts';
import type { SchoolsSource } from './schools-source.ts';
import { followersFrom } from '../search/followers.ts';
import { makePlaceIndex, type PlaceIndex } from '../search/place-index.ts';
import { SchoolFinder } from '../search/school-finder.ts';
import { makeSchoolIndex, type FoundSchool } from '../search/school-index.ts';

export interface Finding {
  readonly finder: SchoolFinder;
  readonly places: PlaceIndex;
}

/** The school finder: made once the schools are loaded, beside the answering of pages, and again after an import. */
export interface FinderSource {
  /** What finds schools; `undefined` until it is made. Asking begins the making. */
  current(): Finding | undefined;
  whenReady(): Promise<Finding>;
}

const AT_ONCE = 500;

export function openFinder(db: Database, schools: SchoolsSource, ownArea: () => string): FinderSource {
  let kept: { readonly version: string; readonly finding: Finding } | undefined;
  let making: Promise<Finding> | undefined;

  async function make(): Promise<Finding> {
    await schools.whenReady();
    const { version } = schools.current();
    const finding = await readFinding(db, ownArea());
    kept = { version, finding };
    return finding;
  }

  function begin(): Promise<Finding> {
    making ??= make().finally(() => (making = undefined));
    return making;
  }

  const isFresh = () => kept !== undefined && kept.version === schools.current().version;

  return {
    current: () => {
      // Until the new one is made the old one answers.
      if (!schools.ready() || !isFresh()) begin().catch(() => undefined);
      return kept?.finding;
    },
    whenReady: async () => {
      await schools.whenReady();
      return kept && isFresh() ? kept.finding : begin();
    },
  };
}

async function readFinding(db: Database, ownArea: string): Promise<Finding> {
  const followers = followersFrom(await findSchoolLinks(db));
  const schools: FoundSchool[] = [];
  for await (const some of eachFinderSchool(db, AT_ONCE)) {
    for (const school of some) schools.push({ ...school, successors: followers(school.urn) });
    await setImmediate();
  }
  const finder = new SchoolFinder(await makeSchoolIndex(schools, ownArea, () => setImmediate()));
  return { finder, places: makePlaceIndex(finder.index) };
}
