import { fileURLToPath } from 'node:url';
import { contentVersion } from '../content/content-version.ts';
import { formatProblem } from '../content/problems.ts';
import { getCatalogue, getCatalogueState, saveShippedContent } from '../db/catalogue.ts';
import type { Database } from '../db/open-database.ts';
import { catalogueOn, type Catalogue, type DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { IsoDate } from '../domain/date.ts';
import { planJourney, type Journey } from '../domain/matching/journey.ts';
import { StartError } from '../start-error.ts';

export const CONTENT_ROOT = fileURLToPath(new URL('../../content', import.meta.url));

/** The catalogue in memory: an immutable snapshot, replaced whole when the database holds another version. */
export interface CatalogueSource {
  current(): Catalogue;
  on(day: IsoDate): DayCatalogue;
  journeyOn(day: IsoDate): Journey;
  /** Looks now whether the database holds another version, instead of at the next beat. */
  refresh(): Promise<void>;
  close(): void;
}

/** How long a process may show what another has already replaced. */
const LOOK_AGAIN_MS = 2000;
/** Days kept at hand; beyond it the one asked for longest ago is made again when needed. */
const DAYS_KEPT = 40;

/** Loads shipped content where the database holds another version of it, and keeps the snapshot fresh. */
export async function openCatalogue(db: Database, hub: string, now: () => string): Promise<CatalogueSource> {
  await loadIfChanged(db, hub, now());
  let snapshot = daysOf(await required(db));
  let closed = false;
  const timer = setInterval(() => {
    refresh().catch((error: unknown) => closed || console.error('the catalogue could not be read again', error));
  }, LOOK_AGAIN_MS);
  timer.unref();

  async function refresh(): Promise<void> {
    const state = await getCatalogueState(db);
    if (state && state.version !== snapshot.catalogue.version) snapshot = daysOf(await required(db));
  }

  return {
    current: () => snapshot.catalogue,
    on: (day) => snapshot.on(day).catalogue,
    journeyOn: (day) => snapshot.on(day).journey(),
    refresh,
    close: () => {
      closed = true;
      clearInterval(timer);
    },
  };
}

async function loadIfChanged(db: Database, hub: string, now: string): Promise<void> {
  const state = await getCatalogueState(db);
  if (state && state.contentVersion === contentVersion(CONTENT_ROOT) && state.hub === hub) return;
  // The schemas and the YAML parser are slow to load and not needed for content that has not changed.
  const { loadContent } = await import('../content/load-content.ts');
  const loaded = loadContent(CONTENT_ROOT, hub);
  if (!loaded.ok) {
    const [first] = loaded.problems;
    throw new StartError(
      `content is wrong in ${loaded.problems.length} place(s), the first: ${first ? formatProblem(first) : 'unknown'}`,
    );
  }
  await saveShippedContent(db, loaded.catalogue, now);
}

async function required(db: Database): Promise<Catalogue> {
  const catalogue = await getCatalogue(db);
  if (!catalogue) throw new StartError('the database holds no catalogue');
  return catalogue;
}

interface Day {
  readonly catalogue: DayCatalogue;
  journey(): Journey;
}

function daysOf(catalogue: Catalogue): { readonly catalogue: Catalogue; on(day: IsoDate): Day } {
  const days = new Map<IsoDate, Day>();
  return {
    catalogue,
    on: (day) => {
      const kept = days.get(day) ?? makeDay(catalogue, day);
      days.delete(day);
      days.set(day, kept);
      const [oldest] = days.keys();
      if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest);
      return kept;
    },
  };
}

function makeDay(catalogue: Catalogue, day: IsoDate): Day {
  const onDay = catalogueOn(catalogue, day);
  let journey: Journey | undefined;
  return { catalogue: onDay, journey: () => (journey ??= planJourney(onDay.opportunities, day)) };
}
