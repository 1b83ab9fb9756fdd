import type { Queryable } from '../db/open-database.ts';
import { getSchool } from '../db/schools.ts';
import { listedIntakes, type Listed } from '../domain/alerts/listed.ts';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { Figure, Opportunity } from '../domain/catalogue/opportunity.ts';
import type { Verdict } from '../domain/matching/assess.ts';
import { resultsFor } from '../domain/matching/results.ts';
import { pinnedFigure } from '../domain/plan/plan-pins.ts';
import { catalogueList } from '../search/catalogue-list.ts';
import { briefFigure } from '../ui/brief-figure.ts';
import { followedAt } from './alert-address.ts';

/** A list as its page shows it at this moment. */
export interface Replayed {
  /** Everything on the page, in its order. */
  readonly items: readonly Listed[];
  /** The number in the page's heading, and of what that is the number. */
  readonly count: number;
  readonly counts: 'found' | 'open';
}

/** Asks again what the page at this address asks: by the very functions the page asks. */
export async function replayed(address: string, db: Queryable, on: DayCatalogue): Promise<Replayed> {
  const followed = followedAt(address);
  const { told } = followed;
  if (followed.page === 'opportunities') {
    const { rows } = catalogueList(on, told, followed.query);
    const items = rows.map(({ opportunity, verdict }) => listed(opportunity, verdict ?? null, on));
    return { items, count: items.length, counts: 'found' };
  }
  const school = told.school === undefined ? undefined : await getSchool(db, told.school);
  const { routes, open } = resultsFor(on, told, school);
  const steps = routes.flatMap((route) => route.steps);
  return {
    items: steps.map(({ opportunity, verdict }) => listed(opportunity, verdict, on)),
    count: open,
    counts: 'open',
  };
}

function listed(opportunity: Opportunity, verdict: Verdict | null, on: DayCatalogue): Listed {
  const { id, name, figures } = opportunity;
  const words = (figure: Figure) => briefFigure(pinnedFigure(figure, on));
  return {
    id,
    name,
    verdict,
    intakes: listedIntakes(opportunity, on.day),
    figures: {
      'Your time': words(figures.time),
      'Cost to you': words(figures.costToYou),
      School: words(figures.costToSchool),
    },
  };
}
