import type { Context } from 'hono';
import type { SentCase } from '../../db/case-schema.ts';
import { findCaseEvents, getSentCase } from '../../db/cases.ts';
import { getSchool } from '../../db/schools.ts';
import { confirmShare } from '../../db/shares.ts';
import { casePdf } from '../../documents/case-pdf.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import {
  CASE_ANSWERS_AT_MOST,
  caseState,
  isSameAnswer,
  type CaseState,
  type SponsorAnswer,
} from '../../domain/case/sponsor-answer.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { Gone } from '../../http/problems.ts';
import { belongingOf } from '../../http/shares/school-belonging.ts';
import { shareVisit, type ShareVisit } from '../../http/shares/share-visit.ts';
import type { Services } from '../../services/services.ts';
import { PATHS, urlsOfCase } from '../../urls.ts';
import { readAnswer, typedAnswer, type TypedAnswer } from './answer-form.ts';
import { CasePage } from './case-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { saveAnswer } from './save-answer.ts';
import { ThanksPage } from './thanks-page.tsx';

/** A sponsor who has said who they are, the case they were sent and where it stands. */
interface Opened {
  readonly here: ShareVisit;
  readonly sent: SentCase;
  readonly state: CaseState;
}

export function caseRoutes(app: App, services: Services): void {
  app.get(PATHS.case, async (context) => {
    const here = await shareVisit(context, services, 'sponsor');
    const opened = await open(services, here);
    if (here.share.confirmedAt === null)
      return sendPage(context, here.visit, <ConfirmPage here={here} state={opened.state} />);
    return showCase(context, services, opened, { typed: typedAnswer(opened.state.answer, here.share.name) });
  });

  app.post(PATHS.case, async (context) => {
    const here = await shareVisit(context, services, 'sponsor');
    const form = await readForm(context);
    const urls = urlsOfCase(here);
    if (form.one('act') === 'confirm') {
      await confirmShare(services.db, here.share.id, services.clock.now());
      return context.redirect(urls.case(), 303);
    }
    if (here.share.confirmedAt === null) return context.redirect(urls.case(), 303);
    return answer(context, services, await open(services, here), form);
  });

  app.get(PATHS.caseThanks, async (context) => {
    const here = await shareVisit(context, services, 'sponsor');
    const opened = here.share.confirmedAt === null ? undefined : await open(services, here);
    const given = opened?.state.answer;
    if (!opened || !given) return context.redirect(urlsOfCase(here).case(), 303);
    return sendPage(context, here.visit, <ThanksPage here={here} sent={opened.sent} answer={given} />);
  });

  app.get(PATHS.casePdf, async (context) => {
    const here = await shareVisit(context, services, 'sponsor');
    if (here.share.confirmedAt === null) return context.redirect(urlsOfCase(here).case(), 303);
    return sendPdf(context, services, await open(services, here));
  });
}

const NO_CASE = {
  title: 'This link has ended',
  what: 'The case it showed is not there any more. Ask whoever sent it for a new link if you still need one.',
};

async function open({ db }: Services, here: ShareVisit): Promise<Opened> {
  const sent = await getSentCase(db, here.share.id);
  if (!sent) throw new Gone(NO_CASE);
  return { here, sent, state: caseState(await findCaseEvents(db, here.share.id)) };
}

interface Shown {
  readonly typed: TypedAnswer;
  readonly errors?: FieldErrors;
  readonly isStale?: boolean;
}

async function showCase(
  context: Context,
  services: Services,
  { here, sent, state }: Opened,
  shown: Shown,
): Promise<Response> {
  const { visit, plan, share } = here;
  const belonging = await belongingOf(services, plan.profile, visit.on.catalogue.hub, share.address);
  const school = await schoolName(services, here);
  const page = <CasePage here={here} sent={sent} state={state} school={school} belonging={belonging} {...shown} />;
  return sendPage(context, visit, page, shown.errors ? 422 : shown.isStale ? 409 : 200);
}

async function schoolName({ db }: Services, { plan }: ShareVisit): Promise<string | undefined> {
  const urn = plan.profile.setting?.urn;
  return urn === undefined ? undefined : (await getSchool(db, urn))?.name;
}

async function answer(context: Context, services: Services, opened: Opened, form: SentForm): Promise<Response> {
  const { here, sent, state } = opened;
  const urls = urlsOfCase(here);
  // What was put to use stands: the page says so.
  if (state.standing === 'used') return context.redirect(urls.case('given'), 303);
  const typed: TypedAnswer = (field) => form.one(field);
  const parsed = readAnswer(form, sent.sheet.asks);
  if (!parsed.ok) return showCase(context, services, opened, { typed, errors: parsed.errors });
  if (isFull(state) && !(state.answer && isSameAnswer(state.answer, parsed.value)))
    return showCase(context, services, opened, { typed, errors: new Map([['', TOO_OFTEN]]) });
  if (await isDone(services, opened, form, parsed.value)) return context.redirect(urls.thanks(), 303);
  return showCase(context, services, await open(services, here), { typed, isStale: true });
}

function isFull({ earlier }: CaseState): boolean {
  return earlier.length + 1 >= CASE_ANSWERS_AT_MOST;
}

const TOO_OFTEN =
  'This answer has been changed too often to be changed again here, and the last one stands. Tell whoever sent you the case.';

/** Sent twice it is one answer; sent from a form that is older than the last answer it is not taken. */
async function isDone(services: Services, opened: Opened, form: SentForm, value: SponsorAnswer): Promise<boolean> {
  const { here, state } = opened;
  if (state.answer && isSameAnswer(state.answer, value)) return true;
  const { lastSaid } = state;
  if (form.one('after') === String(lastSaid) && (await saveAnswer(services, here, { lastSaid, value }))) return true;
  const { answer: newer } = caseState(await findCaseEvents(services.db, here.share.id));
  return newer !== undefined && isSameAnswer(newer, value);
}

async function sendPdf(context: Context, services: Services, { here, sent, state }: Opened): Promise<Response> {
  const content = await casePdf(services.typesetter, {
    sheet: sent.sheet,
    from: nameOf(here.owner, 'within'),
    school: await schoolName(services, here),
    to: here.share.name,
    answer: state.answer,
  });
  return sendDownload(context, content, { type: 'application/pdf', name: 'case.pdf' });
}
