import { getSchool } from '../../db/schools.ts';
import { NONE, SKIPPED, type Answers } from '../../domain/matching/answers.ts';
import { replay } from '../../domain/matching/journey.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { resultsFor } from '../../domain/matching/results.ts';
import type { App } from '../../http/app-type.ts';
import { keptNowhere, sendPage, visit } from '../../http/page.ts';
import { listsHeld, moneyAnswers, whoPays } from '../../http/who-pays.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ResultsPage } from './results-page.tsx';

export function resultsRoutes(app: App, services: Services): void {
  app.get(PATHS.results, async (context) => {
    const here = visit(context, services, { ignoreDay: true });
    const { asked, on } = here;
    const school = asked.school === undefined ? undefined : await getSchool(services.db, asked.school);
    const results = resultsFor(on, asked, school);
    const skipped = new Set([...asked.answers].filter(([, values]) => values.includes(SKIPPED)).map(([id]) => id));
    const { next } = replay(services.catalogue.journeyOn(on.day), results.profile, skipped);
    const pays = whoPays(asked, on.day, school, listsHeld(services));
    const page = (
      <ResultsPage
        {...results}
        visit={here}
        money={({ npq }) => npq && moneyAnswers(pays, npq)}
        said={saidOf(asked.answers)}
        school={school}
        unanswered={next !== undefined}
      />
    );
    return sendPage(context, keptNowhere(here), page);
  });
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
