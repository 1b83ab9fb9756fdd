import { getSchool } from '../../db/schools.ts';
import { assessAll } from '../../domain/matching/assess.ts';
import { NONE, SKIPPED, type Answers } from '../../domain/matching/answers.ts';
import { replay } from '../../domain/matching/journey.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { rank, type Ranked } from '../../domain/matching/ranking.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import { toldBy } from '../../http/told-profile.ts';
import { listsHeld, moneyAnswers, whoPays } from '../../http/who-pays.ts';
import type { Services } from '../../services.ts';
import { PATHS } from '../../urls.ts';
import { ResultsPage, type RouteResults } from './results-page.tsx';

export function resultsRoutes(app: App, services: Services): void {
  app.get(PATHS.results, async (context) => {
    const here = visit(context, services, { ignoreDay: true });
    const { asked, on } = here;
    const school = asked.school === undefined ? undefined : await getSchool(services.db, asked.school);
    const profile = toldBy(asked, school);
    const ranked = rank(assessAll(on.opportunities, profile, on.day), profile, on);
    const skipped = new Set([...asked.answers].filter(([, values]) => values.includes(SKIPPED)).map(([id]) => id));
    const { next } = replay(services.catalogue.journeyOn(on.day), profile, skipped);
    const routes: readonly RouteResults[] = on.catalogue.routes.map((route) => resultsOf(route, ranked));
    const pays = whoPays(asked, on.day, school, listsHeld(services));
    const page = (
      <ResultsPage
        visit={here}
        money={({ npq }) => npq && moneyAnswers(pays, npq)}
        said={saidOf(asked.answers)}
        school={school}
        routes={routes.toSorted(
          (a, b) => Number(asked.aims.includes(b.route.id)) - Number(asked.aims.includes(a.route.id)),
        )}
        notForYou={ranked.filter((one) => one.verdict === 'no')}
        first={ranked.find((one) => one.verdict === 'open')}
        unanswered={next !== undefined}
      />
    );
    return sendPage(context, { ...here, asked: { ...asked, personal: true } }, page);
  });
}

function resultsOf(route: RouteResults['route'], ranked: readonly Ranked[]): RouteResults {
  const steps = ranked.filter((one) => one.opportunity.route === route.id && one.verdict !== 'no');
  return { route, steps, open: steps.filter((one) => one.verdict === 'open').length };
}

/** The answers as their options word them; what was passed over is left out. */
function saidOf(answers: Answers): readonly { readonly id: string; readonly text: string }[] {
  return [...answers].flatMap(([id, values]) => {
    if (values.includes(SKIPPED)) return [];
    const question = questionOf(id);
    if (values.includes(NONE)) return [{ id, text: `${SHORT[id] ?? question.ask}: none` }];
    const labels = question.options.filter((option) => values.includes(option.value)).map((option) => option.label);
    const words = labels.join(', ');
    return [{ id, text: SHORT[id] === undefined ? words : `${SHORT[id]}: ${words}` }];
  });
}

/** Questions whose bare answer would say nothing alone. */
const SHORT: Readonly<Partial<Record<string, string>>> = {
  npqs: 'NPQs',
  holds: 'You have',
  'at-work': 'Where you work',
  'years-teaching': 'Years teaching',
  subjects: 'Subjects',
};
