import type { Context } from 'hono';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { writeCase } from '../../http/plan/plan-case.ts';
import { gapsIn, stepsForCase } from '../../domain/case/case.ts';
import { getCaseDraft, saveCaseDraft } from '../../db/cases.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { answerRoutes } from './answer-routes.tsx';
import { caseForm, draftFrom, typedIn, typedOf, withTaken } from './case-form.ts';
import { caseVisit, type CaseVisit } from './case-visit.ts';
import { PreviewPage } from './preview-page.tsx';
import { sendRoutes } from './send-routes.tsx';
import { WritePage } from './write-page.tsx';

export function planCaseRoutes(app: App, services: Services): void {
  app.get(PATHS.planCase, async (context) => {
    const here = await caseVisit(context, services);
    return sendPage(
      context,
      here.visit,
      <WritePage here={here} now={services.clock.now()} typed={typedOf(here.draft)} />,
    );
  });

  app.post(PATHS.planCase, async (context) => {
    const here = await caseVisit(context, services);
    const form = await readForm(context);
    const chosen = form.all('take');
    // Whoever presses Enter in a field sends the first button of the page: with nothing chosen to take, they save.
    if (form.one('act') !== 'take' || chosen.length === 0) return save(context, services, here, form);
    const typed = withTaken(typedIn(form), here.plan, chosen);
    return sendPage(context, here.visit, <WritePage here={here} now={services.clock.now()} typed={typed} hasTaken />);
  });

  app.get(PATHS.planCasePreview, async (context) => {
    const here = await caseVisit(context, services);
    const { sheet, made } = await writeCase(services, here.plan, here.draft, here.visit);
    return sendPage(context, here.visit, <PreviewPage here={here} sheet={sheet} gaps={gapsIn(made)} />);
  });

  sendRoutes(app, services);
  answerRoutes(app, services);
}

async function save(context: Context, services: Services, here: CaseVisit, form: SentForm): Promise<Response> {
  const now = services.clock.now();
  const typed = typedIn(form);
  const steps = stepsForCase(here.plan).map(({ id }) => id);
  const parsed = parseForm(caseForm(steps), form);
  if (!parsed.ok)
    return sendPage(context, here.visit, <WritePage here={here} now={now} typed={typed} errors={parsed.errors} />, 422);
  const draft = draftFrom(parsed.value);
  const seen = Number(form.one('version'));
  const isCurrent = seen === here.draftVersion;
  const isSaved = isCurrent && (await saveCaseDraft(services.db, here.kept.id, { from: seen, draft, now }));
  if (isSaved) return context.redirect(here.planUrls.casePreview(), 303);
  const newer = await getCaseDraft(services.db, here.kept.id);
  const fresh: CaseVisit = { ...here, draftVersion: newer?.version ?? 0, draftSavedAt: newer?.savedAt };
  return sendPage(
    context,
    here.visit,
    <WritePage here={fresh} now={now} typed={typed} newer={newer?.draft ?? here.draft} />,
    409,
  );
}
