import { profileFrom } from '../../domain/matching/answers.ts';
import { assess } from '../../domain/matching/assess.ts';
import { byName } from '../../domain/catalogue/closing-order.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ComparePage, type ComparePageProps } from './compare-page.tsx';

/** More than three do not stand side by side on a page of paper. */
export const MOST_COMPARED = 3;

export function compareRoutes(app: App, services: Services): void {
  app.get(PATHS.compare, (context) => {
    const here = visit(context, services);
    return sendPage(context, here, <ComparePage {...comparisonOf(here)} />);
  });
}

function comparisonOf(here: Visit): ComparePageProps {
  const { asked, on } = here;
  const { aliases } = on.catalogue;
  const given = [
    ...new Set(
      asked.query
        .getAll('with')
        .filter((id) => id !== '')
        .map((id) => aliases.get(id) ?? id),
    ),
  ];
  const known = given.flatMap((id) => on.byId.get(id) ?? []);
  const compared = known.slice(0, MOST_COMPARED);
  const profile = profileFrom(asked.answers);
  return {
    visit: here,
    compared: compared.map((opportunity) => ({
      assessment: assess(opportunity, profile, on.day),
      opens: opportunity.opens.flatMap((id) => on.byId.get(id) ?? []),
    })),
    leftOut: known.slice(MOST_COMPARED),
    notHere: given.length - known.length,
    others: compared.length < MOST_COMPARED ? byName(on.opportunities.filter((one) => !compared.includes(one))) : [],
  };
}
