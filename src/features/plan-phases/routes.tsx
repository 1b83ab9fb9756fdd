import type { Context } from 'hono';
import { answerPrompts } from '../../domain/plan/plan-edits.ts';
import { PHASE_WORDS, promptsOf } from '../../domain/plan/plan-prompts.ts';
import { mainRoute } from '../../domain/plan/plan-route.ts';
import { PHASE_IDS, type PhaseId, type Plan } from '../../domain/plan/plan.ts';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { NotFound } from '../../http/problems.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import type { Services } from '../../services/services.ts';
import type { ConflictField } from '../../ui/plan-conflict-page.tsx';
import { PATHS } from '../../urls.ts';
import { bringsNames, changedAnswers, phaseForm, type Answers } from './phase-form.ts';
import { nextPhase, PhasePage, type PhasePageProps } from './phase-page.tsx';

export function planPhaseRoutes(app: App, services: Services): void {
  app.get(PATHS.planPhase, async (context) => {
    const here = await planVisit(context, services);
    const props = pageProps(services, here, phaseNamed(context));
    return sendPage(context, here.visit, <PhasePage {...props} />);
  });

  app.post(PATHS.planPhase, async (context) => {
    const here = await planVisit(context, services);
    const phase = phaseNamed(context);
    const sent = await readForm(context);
    const parsed = parseForm(phaseForm(phase), sent);
    if (!parsed.ok) {
      const props = pageProps(services, here, phase);
      return sendPage(context, here.visit, <PhasePage {...props} sent={sent} errors={parsed.errors} />, 422);
    }
    const answers: Answers = parsed.value;
    const changed = changedAnswers(here.plan, answers);
    const next = afterSaving(here, phase, changed);
    // What is as it was makes no new version, whoever saved in between.
    if (Object.keys(changed).length === 0) return context.redirect(next, 303);
    const fields = (newer: Plan) => differing(phase, answers, newer);
    const change = (plan: Plan) => answerPrompts(plan, answers, PHASE_WORDS[phase].name);
    return saveChange(context, services, here, sent, change, { next, fields });
  });
}

function phaseNamed(context: Context): PhaseId {
  const phase = PHASE_IDS.find((id) => id === context.req.param('phase'));
  if (!phase)
    throw new NotFound({
      title: 'There is no such phase',
      what: 'The phases are Explore, Prepare, Deliver and Sustain. Your plan leads to each of them.',
    });
  return phase;
}

function pageProps(services: Services, here: PlanVisit, phase: PhaseId): PhasePageProps {
  const { query } = here.visit.asked;
  const asked = ROUTE_IDS.find((id) => id === query.get('example'));
  return {
    here,
    phase,
    now: services.clock.now(),
    example: { route: asked ?? mainRoute(here.plan), isOpen: asked !== undefined },
    isLook: query.has('look'),
  };
}

/** On to the next phase and at the end to the plan; but first the same page again where a name may have come in. */
function afterSaving({ plan, planUrls }: PlanVisit, phase: PhaseId, changed: Answers): string {
  if (bringsNames(plan, changed)) return planUrls.phase({ id: phase }, [['look', 'names']]);
  const next = nextPhase(phase);
  return next ? planUrls.phase({ id: next }) : planUrls.after();
}

function differing(phase: PhaseId, yours: Answers, newer: Plan): readonly ConflictField[] {
  return promptsOf(phase).map(({ id, ask }) => ({
    label: ask,
    yours: yours[id] ?? '',
    saved: newer.answers[id] ?? '',
  }));
}
