import type { Context } from 'hono';
import { assessAll } from '../../domain/matching/assess.ts';
import { newNames } from '../../domain/names/name-warning.ts';
import { addStep, changeStep, setAside, moveStep, stepFrom, type Edit } from '../../domain/plan/plan-edits.ts';
import { usualStart } from '../../domain/plan/plan-start.ts';
import { stepOf, type Plan, type PlanStep } from '../../domain/plan/plan.ts';
import { rank } from '../../domain/matching/ranking.ts';
import type { RouteId } from '../../domain/catalogue/route.ts';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planPays } from '../../http/plan/plan-pays.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { NotFound } from '../../http/problems.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import { search } from '../../search/search.ts';
import type { Services } from '../../services/services.ts';
import type { ConflictField } from '../../ui/plan-conflict-page.tsx';
import { PATHS } from '../../urls.ts';
import { AddPage, type AddPageProps } from './add-page.tsx';
import { changesFrom, isShown, ownStepForm, stepForm, whereOf, type OwnStepForm, type StepForm } from './step-form.ts';
import { StepPage } from './step-page.tsx';

/** Longer lists are not read: who looks for something else searches. */
const SUGGESTED = 8;
const FOUND_AT_MOST = 20;
const LONGEST_QUERY = 200;

export function planStepRoutes(app: App, services: Services): void {
  app.get(PATHS.planAdd, async (context) => {
    const here = await planVisit(context, services);
    return sendPage(context, here.visit, <AddPage {...addProps(here)} />);
  });

  app.post(PATHS.planAdd, async (context) => {
    const here = await planVisit(context, services);
    return add(context, services, here, await readForm(context));
  });

  app.get(PATHS.planStep, async (context) => {
    const here = await planVisit(context, services);
    const isLook = here.visit.asked.query.has('look');
    const step = stepNamed(context, here);
    const money = (await planPays(services, here))(step);
    return sendPage(context, here.visit, <StepPage here={here} step={step} money={money} isLook={isLook} />);
  });

  app.post(PATHS.planStep, async (context) => {
    const here = await planVisit(context, services);
    return change(context, services, here, await readForm(context));
  });
}

function stepNamed(context: Context, { plan }: PlanVisit): PlanStep {
  const step = stepOf(plan, context.req.param('step') ?? '');
  if (!step)
    throw new NotFound({
      title: 'That step is not in your plan',
      what: 'It may have been removed. The plan’s history still has it.',
    });
  return step;
}

/** What is open or one step off comes first, as on the results page; what is in the plan already is left out. */
function addProps(here: PlanVisit, sent?: SentForm, errors?: FieldErrors): AddPageProps {
  const { plan, visit } = here;
  const { on, asked } = visit;
  const query = (asked.query.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const planned = new Set(plan.steps.map(({ pin }) => pin?.opportunity));
  const ranked = rank(assessAll(on.opportunities, plan.profile, on.day), plan.profile, on);
  const possible = ranked.filter(({ verdict, opportunity }) => verdict !== 'no' && !planned.has(opportunity.id));
  const found = query === '' ? undefined : search(on, query).opportunities;
  const shown = found
    ? found
        .flatMap((one) => possible.find(({ opportunity }) => opportunity.id === one.id) ?? [])
        .slice(0, FOUND_AT_MOST)
    : possible.slice(0, SUGGESTED);
  return { here, query, shown, sent, errors };
}

async function add(context: Context, services: Services, here: PlanVisit, form: SentForm): Promise<Response> {
  const { visit, planUrls, halfTerms } = here;
  const { on, today } = visit;
  const id = form.one('opportunity');
  if (id !== '') {
    const opportunity = on.byId.get(on.catalogue.aliases.get(id) ?? id);
    if (!opportunity) throw new NotFound();
    const { start, intake } = usualStart(opportunity, halfTerms.slice(0, here.plan.halfTerms), today);
    const place = form.one('place') === 'some-day' ? 'some-day' : 'timetable';
    const step = stepFrom(opportunity, intake, { id: '', place, start }, on);
    return saveChange(context, services, here, form, (plan) => addStep(plan, step), { next: planUrls.after() });
  }
  const parsed = parseForm(ownStepForm, form);
  if (!parsed.ok) return sendPage(context, visit, <AddPage {...addProps(here, form, parsed.errors)} />, 422);
  const step = ownStep(parsed.value);
  return saveChange(context, services, here, form, (plan) => addStep(plan, step), { next: planUrls.after() });
}

function ownStep({ name, route, when, lasts, hours }: OwnStepForm): Omit<PlanStep, 'id'> {
  const where = whereOf(when);
  return {
    name,
    route: route as RouteId,
    phase: 'deliver',
    ...where,
    hours: Array.from({ length: lasts }, () => hours ?? 0),
    hoursBasis: hours === null ? 'not-known' : 'yours',
    cost: 0,
    owner: 'me',
    state: where.place === 'already-have' ? 'done' : 'to-do',
    needs: [],
    note: '',
    pin: null,
  };
}

async function change(context: Context, services: Services, here: PlanVisit, form: SentForm): Promise<Response> {
  const step = stepNamed(context, here);
  const parsed = parseForm(stepForm, form);
  if (!parsed.ok) {
    const money = (await planPays(services, here))(step);
    const page = <StepPage here={here} step={step} money={money} sent={form} errors={parsed.errors} />;
    return sendPage(context, here.visit, page, 422);
  }
  // The words are saved before anything is said of them: a warning must lose nobody's work.
  const isName = newNames(step.note, parsed.value.note).length > 0;
  const next = isName ? `${here.planUrls.step(step)}?look=names` : `${here.planUrls.after()}#${step.id}`;
  const fields = (newer: Plan) => differing(stepOf(newer, step.id), parsed.value);
  return saveChange(context, services, here, form, (plan) => changed(plan, step.id, parsed.value), { next, fields });
}

/** The step's own fields, then where it stands: one saved change. */
function changed(plan: Plan, id: string, form: StepForm): Edit {
  const step = stepOf(plan, id);
  if (!step) return { refused: 'That step is not in this plan any more.' };
  const where = whereOf(form.when);
  if (where.start && where.start !== step.start && !isShown(plan, where.start))
    return { refused: 'That half term lies outside your timetable. Its length can be changed in the settings.' };
  const edited = changeStep(plan, id, changesFrom(form, step));
  if ('refused' in edited || (where.place === step.place && where.start === step.start)) return edited;
  const moved = placed(edited.plan, id, where);
  if ('refused' in moved) return edited;
  const isOnlyMoved = JSON.stringify(stepOf(edited.plan, id)) === JSON.stringify(step);
  return isOnlyMoved ? moved : { plan: moved.plan, said: `${edited.said} ${moved.said}` };
}

function placed(plan: Plan, id: string, { place, start }: ReturnType<typeof whereOf>): Edit {
  if (place === 'timetable') return start ? moveStep(plan, id, start) : { refused: 'There is no such half term.' };
  return setAside(plan, id, place);
}

function differing(saved: PlanStep | undefined, yours: StepForm): readonly ConflictField[] {
  if (!saved) return [];
  return [
    { label: 'Name', yours: yours.name, saved: saved.name },
    { label: 'Half term', yours: yours.when, saved: saved.start ?? saved.place },
    { label: 'Note', yours: yours.note, saved: saved.note },
  ];
}
