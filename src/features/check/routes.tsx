import type { Context } from 'hono';
import { getSchool } from '../../db/schools.ts';
import { SKIPPED, type Answers } from '../../domain/matching/answers.ts';
import type { School } from '../../domain/school.ts';
import { replay, type Progress } from '../../domain/matching/journey.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { QUESTION_IDS, type QuestionId } from '../../domain/catalogue/requirement.ts';
import type { App } from '../../http/app-type.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { keptNowhere, sendPage, visit, type Visit } from '../../http/page.ts';
import { toldBy } from '../../domain/matching/told-query.ts';
import type { Services } from '../../services/services.ts';
import { PATHS, urlsCarrying } from '../../urls.ts';
import { CheckPage } from './check-page.tsx';

/**
 * The questions, one to a page. The address holds the answers; which question comes next, and which came last, is
 * replayed from them each time.
 */
export function checkRoutes(app: App, services: Services): void {
  app.get(PATHS.check, async (context) => {
    const here = visit(context, services, { ignoreDay: true });
    const { asked } = here;
    const answered = idIn(asked.query.get('asked'));
    const school = asked.school === undefined ? undefined : await getSchool(services.db, asked.school);
    const progress = progressOf(services, here, school);
    if (answered !== undefined) {
      return asked.answers.has(answered)
        ? context.redirect(nextAddress(here, progress, answered), 303)
        : showQuestion(context, here, progress, answered, CHOOSE);
    }
    const again = idIn(asked.query.get('change')) ?? idIn(asked.query.get('at'));
    const question = again ?? progress.next;
    return question === undefined
      ? context.redirect(here.urls.results(), 303)
      : showQuestion(context, here, progress, question);
  });
}

const CHOOSE = 'Choose an answer, or skip this question';

function idIn(text: string | null): QuestionId | undefined {
  return QUESTION_IDS.find((id) => id === text);
}

function progressOf(services: Services, { asked, on }: Visit, school: School | undefined): Progress {
  const skipped = new Set([...asked.answers].filter(([, values]) => values.includes(SKIPPED)).map(([id]) => id));
  return replay(services.catalogue.journeyOn(on.day), toldBy(asked, school), skipped);
}

/** After an answer: on to the next question; but one changed from the results leads back to them. */
function nextAddress({ asked, urls }: Visit, progress: Progress, answered: QuestionId): string {
  const changed = asked.query.get('then') === 'results' || !progress.asked.includes(answered);
  return changed || progress.next === undefined ? urls.results() : urls.check();
}

function showQuestion(
  context: Context,
  here: Visit,
  progress: Progress,
  id: QuestionId,
  error?: string,
): Response | Promise<Response> {
  const { asked } = here;
  const changing = asked.query.has('change') || asked.query.get('then') === 'results';
  const others = without(asked.answers, id);
  const carried = [
    ...answersQuery({ ...asked, answers: others, personal: true }),
    ...(changing ? [['then', 'results'] as const] : []),
  ];
  const skip = urlsCarrying({
    answers: answersQuery({ ...asked, answers: new Map([...others, [id, [SKIPPED]]]), personal: true }),
  });
  const page = (
    <CheckPage
      visit={here}
      question={questionOf(id)}
      values={asked.answers.get(id) ?? []}
      error={error}
      carried={carried}
      back={changing ? here.urls.results() : backAddress(here, progress, id)}
      skip={changing ? skip.results() : skip.check()}
      settled={progress.settled}
      of={progress.of}
    />
  );
  return sendPage(context, keptNowhere(here), page, error === undefined ? 200 : 422);
}

/** The page before: the question replayed before this one, put again with its answer; before the first, the home page. */
function backAddress({ urls }: Visit, { asked: replayed }: Progress, id: QuestionId): string {
  const place = replayed.indexOf(id);
  const before = replayed[(place === -1 ? replayed.length : place) - 1];
  return before === undefined ? urlsCarrying({}).home() : urls.check([['at', before]]);
}

function without(answers: Answers, id: QuestionId): Answers {
  return new Map([...answers].filter(([other]) => other !== id));
}
