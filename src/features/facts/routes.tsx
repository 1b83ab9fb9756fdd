import { historyOf } from '../../domain/catalogue/fact.ts';
import { topicsOf } from '../../domain/catalogue/topics.ts';
import type { App } from '../../http/app-type.ts';
import { NotFound } from '../../http/problems.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { FactPage } from './fact-page.tsx';
import { FactsPage } from './facts-page.tsx';

export function factRoutes(app: App, services: Services): void {
  app.get(PATHS.facts, (context) => {
    const here = visit(context, services);
    const facts = [...here.on.facts.values()]
      .flat()
      .toSorted((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0));
    return sendPage(context, here, <FactsPage visit={here} facts={facts} />);
  });

  app.get(PATHS.fact, (context) => {
    const here = visit(context, services);
    const topic = context.req.param('topic');
    const history = historyOf(here.on.catalogue.facts, topic);
    if (history.length === 0) throw new NotFound();
    const statedOn = here.on.opportunities.filter((opportunity) => topicsOf(opportunity).includes(topic));
    return sendPage(context, here, <FactPage visit={here} topic={topic} history={history} statedOn={statedOn} />);
  });
}
