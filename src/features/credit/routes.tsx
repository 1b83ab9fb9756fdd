import type { Context } from 'hono';
import { profileFrom } from '../../domain/matching/answers.ts';
import { creditAt, rankCredit, type CreditAnswer } from '../../domain/funding/masters-credit.ts';
import { UNIVERSITIES } from '../../domain/funding/masters-credit-universities.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { readCreditForm, type CreditForm } from './credit-form.ts';
import { CreditPage, type CreditPageProps } from './credit-page.tsx';
import { universityName } from './credit-words.ts';
import { packText, type Pack } from './pack.ts';

export function creditRoutes(app: App, services: Services): void {
  app.get(PATHS.credit, (context) => {
    const { visit: here, form, answers } = creditVisit(context, services);
    const props: CreditPageProps = {
      visit: here,
      form,
      answers,
      pack: packOf(here, answers),
      hasMasters: profileFrom(here.asked.answers).holds?.includes('masters') ?? false,
    };
    const hasErrors = form.fields.some(({ error }) => error !== undefined);
    return sendPage(context, here, <CreditPage {...props} />, hasErrors ? 422 : 200);
  });

  app.get(PATHS.creditPack, (context) => {
    const { visit: here, answers } = creditVisit(context, services);
    const pack = packOf(here, answers);
    if (!pack) throw new NotFound();
    const name = `npq-credit-${pack.answer.university.provider}.txt`;
    return sendDownload(context, packText(pack), { type: 'text/plain; charset=utf-8', name });
  });
}

interface CreditVisit {
  readonly visit: Visit;
  readonly form: CreditForm;
  /** Every university's, the one that gives most first. */
  readonly answers: readonly CreditAnswer[];
}

function creditVisit(context: Context, services: Services): CreditVisit {
  const read = visit(context, services);
  const { asked, on } = read;
  const form = readCreditForm(asked);
  const began = new Map(on.catalogue.npqs.map(({ code, exists }) => [code, exists.from]));
  const answers = rankCredit(
    UNIVERSITIES.map((university) =>
      creditAt({
        university,
        held: form.held,
        facts: on.facts,
        day: on.day,
        began: (npq) => began.get(npq) ?? null,
      }),
    ),
  );
  return { visit: { ...read, asked: { ...asked, personal: asked.personal || form.isPersonal } }, form, answers };
}

/** For the university asked for, else for the one that gives most; none on a day of which nothing is held. */
function packOf({ asked, on }: Visit, answers: readonly CreditAnswer[]): Pack | undefined {
  const named = asked.query.get('university');
  const answer = answers.find(({ university }) => university.provider === named) ?? answers[0];
  return asked.beforeAll || !answer ? undefined : { answer, on, university: universityName(answer, on) };
}
