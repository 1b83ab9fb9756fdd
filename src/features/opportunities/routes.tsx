import { getSchool } from '../../db/schools.ts';
import { assess } from '../../domain/matching/assess.ts';
import { topicsOf } from '../../domain/catalogue/topics.ts';
import type { App } from '../../http/app-type.ts';
import { NotFound } from '../../http/problems.ts';
import { sendPage, visit } from '../../http/page.ts';
import { toldBy } from '../../domain/matching/told-query.ts';
import { listsHeld, moneyAnswers, whoPays } from '../../http/who-pays.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { OpportunityPage, type OpportunityPageProps } from './opportunity-page.tsx';

export function opportunityRoutes(app: App, services: Services): void {
  app.get(PATHS.opportunity, async (context) => {
    const here = visit(context, services);
    const { on, urls, asked } = here;
    const { catalogue } = on;
    const id = context.req.param('id');
    const opportunity = catalogue.opportunities.find((one) => one.id === id);
    if (!opportunity) {
      const now = catalogue.aliases.get(id);
      if (now === undefined) throw new NotFound();
      return context.redirect(urls.opportunity({ id: now }), 301);
    }
    const school = asked.school === undefined ? undefined : await getSchool(services.db, asked.school);
    const pays = whoPays(asked, on.day, school, listsHeld(services));
    const named = (ids: readonly string[]) => ids.flatMap((one) => on.byId.get(one) ?? []);
    const props: OpportunityPageProps = {
      visit: here,
      opportunity,
      standing: standingOf(opportunity, on.day),
      assessment: assess(opportunity, toldBy(asked, school), on.day),
      money: opportunity.npq && moneyAnswers(pays, opportunity.npq),
      opens: named(opportunity.opens),
      comesFrom: on.opportunities.filter((other) => other.opens.includes(opportunity.id)),
      providers: catalogue.providers.filter((provider) => opportunity.providers.includes(provider.id)),
      topics: topicsOf(opportunity),
    };
    return sendPage(context, here, <OpportunityPage {...props} />);
  });
}

function standingOf({ exists }: OpportunityPageProps['opportunity'], day: string): OpportunityPageProps['standing'] {
  if (exists.until !== null && exists.until < day) return 'ended';
  return exists.from !== null && day < exists.from ? 'not-yet' : 'current';
}
