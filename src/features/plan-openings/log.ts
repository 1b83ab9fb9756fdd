import { findOpenings, type Opening } from '../../db/openings.ts';
import type { Queryable } from '../../db/open-database.ts';
import { findVersions, type PlanVersion } from '../../db/plans.ts';
import { findShares, type Share } from '../../db/shares.ts';
import { findNewestShareEvents } from '../../db/share-events.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { saidWords } from './said-words.ts';

/** One thing on one day: somebody looked, the plan was changed, or somebody it is shared with did something. */
export type Line =
  | { readonly kind: 'opened'; readonly at: string; readonly by: By; readonly opening: Opening }
  | { readonly kind: 'changed'; readonly at: string; readonly version: PlanVersion }
  | { readonly kind: 'said'; readonly at: string; readonly by: By; readonly words: string };

/** Who it was; a share by whom it is for. */
export type By = 'link' | 'account' | 'feed' | Reader;

export type Reader = Pick<Share, 'name' | 'kind'>;

export interface LogDay {
  readonly day: IsoDate;
  /** The newest first. */
  readonly lines: readonly Line[];
}

export interface Log {
  /** The newest first. */
  readonly days: readonly LogDay[];
  /** Whether there is more from before the last day. */
  readonly hasOlder: boolean;
}

/** What one page shows of each: more than anybody reads. */
const AT_MOST = 200;
/** The same of what was said: the steps of a whole plan are answered on one day. */
const SAID_AT_MOST = 1000;

/** What is recorded of a plan, by day. */
export async function readLog(db: Queryable, { kept }: PlanVisit): Promise<Log> {
  const shares = await findShares(db, kept.id);
  const openings = await findOpenings(db, kept.id, AT_MOST);
  const versions = await findVersions(db, kept.id, { before: kept.version + 1, atMost: AT_MOST });
  const said = await findNewestShareEvents(db, kept.id, SAID_AT_MOST);
  const from = [
    cutOff(openings.map(({ on }) => on)),
    cutOff(versions.map(({ savedAt }) => londonDay(savedAt))),
    cutOff(
      said.map(({ at }) => londonDay(at)),
      SAID_AT_MOST,
    ),
  ].reduce(latest);
  const lines: Line[] = [
    ...openings.map((opening) => openedLine(opening, shares)),
    ...versions.map((version) => ({ kind: 'changed' as const, at: version.savedAt, version })),
    ...said.flatMap((one) => saidLine(one, shares)),
  ];
  const shown = lines.filter(({ at }) => londonDay(at) >= from).toSorted(byNewest);
  const days = [...Map.groupBy(shown, ({ at }) => londonDay(at))].map(([day, all]) => ({ day, lines: all }));
  return { days, hasOlder: from !== '' };
}

/** Where a list is full its last day may not be whole: what is shown begins after it. */
function cutOff(days: readonly IsoDate[], atMost = AT_MOST): string {
  return days.length < atMost ? '' : `${days.at(-1) ?? ''}~`;
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function byNewest(a: Line, b: Line): number {
  return a.at === b.at ? 0 : a.at > b.at ? -1 : 1;
}

function openedLine(opening: Opening, shares: readonly Share[]): Line {
  const { by } = opening;
  const share = typeof by === 'string' ? undefined : shares.find(({ id }) => id === by.share);
  return {
    kind: 'opened',
    at: opening.lastAt,
    by: typeof by === 'string' ? by : (share ?? { name: '', kind: 'line-manager' }),
    opening,
  };
}

function saidLine(
  { share: id, document, at }: Awaited<ReturnType<typeof findNewestShareEvents>>[number],
  shares: readonly Share[],
): readonly Line[] {
  const words = saidWords(document);
  const share = shares.find((one) => one.id === id);
  return words === undefined || !share ? [] : [{ kind: 'said', at, by: share, words }];
}
