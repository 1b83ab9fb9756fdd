import { addToCase, lockCase } from '../../db/cases.ts';
import { revokeShare } from '../../db/shares.ts';
import { casePdf } from '../../documents/case-pdf.ts';
import { changesSince, type SheetChange } from '../../domain/case/case-sheet.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { caseState, mayFollow } from '../../domain/case/sponsor-answer.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { writeCase } from '../../http/plan/plan-case.ts';
import { NotFound } from '../../http/problems.ts';
import { belongingOf } from '../../http/shares/school-belonging.ts';
import type { Services } from '../../services/services.ts';
import { asksInWords } from '../../ui/case-words.ts';
import { PATHS } from '../../urls.ts';
import { AnswersPage } from './answers-page.tsx';
import { askAgain } from './ask-again.ts';
import { caseMailKey } from './case-mail.ts';
import { caseVisit, type CaseVisit, type SentLine } from './case-visit.ts';
import { answerBy } from './send-case.ts';
import { packFor, packText } from './pack.ts';
import { caseOwnerOnly } from './owner-only.tsx';

const NO_SUCH_CASE = { title: 'There is no such case', what: 'Your case’s page lists those you have sent.' };
const BECAUSE = 'What a sponsor answered is shown to the plan’s owner alone.';

export function answerRoutes(app: App, services: Services): void {
  app.get(PATHS.planCaseAnswers, async (context) => {
    const here = await caseVisit(context, services);
    if (!here.owner) return caseOwnerOnly(context, services, here, BECAUSE);
    const line = lineAt(here, here.visit.asked.query.get('case'));
    if (!line) return context.redirect(here.planUrls.sponsorCase(), 303);
    const { hub } = here.visit.on.catalogue;
    return sendPage(
      context,
      here.visit,
      <AnswersPage
        here={here}
        line={line}
        belonging={await belongingOf(services, here.plan.profile, hub, line.share.address)}
        changes={await changesOf(services, here, line)}
        pack={await packFor(services, here, line)}
        fate={await fateWords(services, line)}
        hearBy={answerBy(here)}
      />,
    );
  });

  app.post(PATHS.planCaseAnswers, async (context) => {
    const here = await caseVisit(context, services);
    if (!here.owner) return caseOwnerOnly(context, services, here, BECAUSE);
    const form = await readForm(context);
    const line = here.sent.find(({ share }) => share.id === form.one('case'));
    if (!line) throw new NotFound(NO_SUCH_CASE);
    if (form.one('act') === 'ask-again') await askAgain(services, here, here.owner, line);
    else await act(services, line, form.one('act'));
    return context.redirect(here.planUrls.caseAnswers(line.share), 303);
  });

  app.get(PATHS.planCaseAnswersText, async (context) => {
    const here = await caseVisit(context, services);
    const line = here.owner && lineAt(here, here.visit.asked.query.get('case'));
    const answer = line?.state.answer;
    if (!line || !answer) throw new NotFound(NO_SUCH_CASE);
    const text = packText(line, answer, await packFor(services, here, line));
    return sendDownload(context, text, { type: 'text/plain; charset=utf-8', name: 'sponsor-answers.txt' });
  });

  app.get(PATHS.planCasePdf, async (context) => {
    const here = await caseVisit(context, services);
    const content = await pdfOf(services, here, here.visit.asked.query.get('case'));
    return sendDownload(context, content, { type: 'application/pdf', name: 'case.pdf' });
  });
}

/** The case that an address names, or the newest. */
function lineAt({ sent }: CaseVisit, id: string | null): SentLine | undefined {
  return id === null ? sent[0] : sent.find(({ share }) => share.id === id);
}

/** What was sent, with its answer, where the address names it; else the case as it stands. */
async function pdfOf(services: Services, here: CaseVisit, id: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const from = here.owner && nameOf(here.owner, 'within');
  const written = await writeCase(services, here.plan, here.draft, here.visit);
  const school = written.school?.name;
  if (id === null)
    return casePdf(services.typesetter, { sheet: written.sheet, from, school, to: undefined, answer: undefined });
  const line = here.owner && lineAt(here, id);
  if (!line) throw new NotFound(NO_SUCH_CASE);
  const { sent, share, state } = line;
  return casePdf(services.typesetter, { sheet: sent.sheet, from, school, to: share.name, answer: state.answer });
}

/** What would be different if it were sent now: by the same choices, or as they have been changed since for the same steps. */
async function changesOf(services: Services, here: CaseVisit, { sent }: SentLine): Promise<readonly SheetChange[]> {
  const isSame = sent.draft.steps.toSorted().join(' ') === here.draft.steps.toSorted().join(' ');
  const { sheet } = await writeCase(services, here.plan, isSame ? here.draft : sent.draft, here.visit);
  return changesSince(sent.sheet, sheet, asksInWords);
}

async function fateWords({ mail, db }: Services, { share, state }: SentLine): Promise<string> {
  const fate = await mail.fateOf(db, { kind: 'case', key: caseMailKey(share.id, state.askedAgain) });
  if (!fate) return '';
  if (fate.outcome === null) return 'The mail with the link is on its way.';
  if (fate.outcome === 'done') return 'The mail with the link was sent.';
  return fate.outcome === 'dropped'
    ? 'The mail was not sent: whoever has this address does not want mails like it. Talk to them.'
    : 'The mail could not be delivered. Look at the address, end this link and send the case again.';
}

/** Puts the answers to use, opens them again, or ends the link. What cannot follow from what was said changes nothing. */
async function act({ db, clock }: Services, { share }: SentLine, name: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (name === 'end') await revokeShare(transaction, share.id, clock.now());
    if (name !== 'used' && name !== 'reopened') return;
    const state = caseState(await lockCase(transaction, share.id));
    if (!mayFollow(state, name)) return;
    await addToCase(transaction, share.id, { after: state.last, said: { kind: name }, now: clock.now() });
  });
}
