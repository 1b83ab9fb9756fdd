import type { Context } from 'hono';
import {
  findReflections,
  getReflection,
  hasReflectionMail,
  saveReflection,
  saveReflectionMail,
  type Reflection,
} from '../../db/reflections.ts';
import {
  isAnswered,
  parsePromptKey,
  promptName,
  QUESTION_WORDS,
  REFLECTION_QUESTIONS,
  type ReflectionAnswers,
  type ReflectionPrompt,
} from '../../domain/looking-back/reflection.ts';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm, type SentForm } from '../../http/form.ts';
import { ownerOnly, type OwnerOnly } from '../../http/plan/owner-only.tsx';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { NotFound } from '../../http/problems.ts';
import { reflectionsDue } from '../../http/plan/reflections-due.ts';
import { sendSavedElsewhere } from '../../http/plan/saved-elsewhere.tsx';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { answersIn, bringsNames, reflectionForm } from './reflection-form.ts';
import { ReflectionPage } from './reflection-page.tsx';
import { ReflectionsPage, type JustDone } from './reflections-page.tsx';

export function planReflectionRoutes(app: App, services: Services): void {
  app.get(PATHS.planReflections, async (context) => {
    const here = await planVisit(context, services);
    return sendPage(
      context,
      here.visit,
      <ReflectionsPage
        here={here}
        due={await reflectionsDue(services, here)}
        held={await findReflections(services.db, here.kept.id)}
        isMailed={await hasReflectionMail(services.db, here.kept.id)}
        done={DONE.find((one) => one === here.visit.asked.query.get('done'))}
      />,
    );
  });

  app.post(PATHS.planReflections, async (context) => {
    const here = await planVisit(context, services);
    if (!here.owner) return ownerOnly(context, services, here, mailedToOwner(here));
    const act = (await readForm(context)).one('act');
    if (act !== 'mail-on' && act !== 'mail-off') throw new NotFound();
    await saveReflectionMail(services.db, here.kept.id, act === 'mail-on' ? here.visit.today : null);
    return context.redirect(here.planUrls.reflections([['done', act]]), 303);
  });

  app.get(PATHS.planReflection, async (context) => {
    const { here, prompt, held } = await promptVisit(context, services);
    const isLook = here.visit.asked.query.has('look');
    const now = services.clock.now();
    return sendPage(
      context,
      here.visit,
      <ReflectionPage here={here} prompt={prompt} held={held} now={now} isLook={isLook} />,
    );
  });

  app.post(PATHS.planReflection, async (context) => {
    const at = await promptVisit(context, services);
    const form = await readForm(context);
    return form.one('act') === 'skip' ? skip(context, services, at) : write(context, services, at, form);
  });
}

function mailedToOwner({ planUrls }: PlanVisit): OwnerOnly {
  return {
    title: 'Mail me when one is due',
    because: 'A mail about looking back goes to the plan’s owner, at an address that they have shown to be theirs.',
    page: 'reflections',
    back: { href: planUrls.reflections(), text: 'Back to all you look back on' },
  };
}

const DONE: readonly JustDone[] = ['written', 'skipped', 'mail-on', 'mail-off'];

interface PromptVisit {
  readonly here: PlanVisit;
  readonly prompt: ReflectionPrompt;
  readonly held: Reflection | undefined;
}

/** A prompt that the plan asks, or asked when it was answered. */
async function promptVisit(context: Context, services: Services): Promise<PromptVisit> {
  const here = await planVisit(context, services);
  const key = parsePromptKey(context.req.param('prompt') ?? '');
  const { prompts } = await reflectionsDue(services, here);
  const held = key && (await getReflection(services.db, here.kept.id, key));
  const prompt = prompts.find((one) => one.key === key) ?? promptOf(held);
  if (!prompt)
    throw new NotFound({
      title: 'This plan asks no such question',
      what: 'The days on which it asks move with its steps. “Look back”, on your plan’s page, lists what it asks now.',
    });
  return { here, prompt, held };
}

/** What was answered stays readable when the plan has moved on and would not ask it any more. */
function promptOf(held: Reflection | undefined): ReflectionPrompt | undefined {
  return held && { key: held.prompt, name: promptName(held.prompt), dueOn: held.dueOn, phase: 'deliver' };
}

/** What was written is never skipped away: the page then simply goes on. */
async function skip(context: Context, services: Services, { here, prompt, held }: PromptVisit): Promise<Response> {
  const { db, clock } = services;
  if (!held) {
    const skipped = { prompt: prompt.key, state: 'skipped', answers: {}, dueOn: prompt.dueOn } as const;
    await saveReflection(db, here.kept.id, { ...skipped, from: 0, now: clock.now() });
  }
  const isSkipped = held?.state !== 'written';
  return context.redirect(here.planUrls.reflections(isSkipped ? [['done', 'skipped']] : []), 303);
}

async function write(context: Context, services: Services, at: PromptVisit, form: SentForm): Promise<Response> {
  const { here, prompt, held } = at;
  const parsed = parseForm(reflectionForm, form);
  if (!parsed.ok) {
    const props = { here, prompt, held, now: services.clock.now(), isLook: false, sent: form, errors: parsed.errors };
    return sendPage(context, here.visit, <ReflectionPage {...props} />, 422);
  }
  const answers = answersIn(parsed.value);
  // Nothing written is a skip, said in another way; but what was written can be taken away again.
  if (!isAnswered(answers) && held?.state !== 'written') return skip(context, services, at);
  if (held?.state === 'written' && isSame(held.answers, answers))
    return context.redirect(here.planUrls.reflections(), 303);
  return save(context, services, at, form, answers);
}

async function save(
  context: Context,
  services: Services,
  at: PromptVisit,
  form: SentForm,
  answers: ReflectionAnswers,
): Promise<Response> {
  const { here, prompt, held } = at;
  const saving = {
    prompt: prompt.key,
    state: isAnswered(answers) ? ('written' as const) : ('skipped' as const),
    answers,
    dueOn: held?.dueOn ?? prompt.dueOn,
    from: form.version(),
    now: services.clock.now(),
  };
  if (!(await saveReflection(services.db, here.kept.id, saving))) return conflict(context, services, at, form, answers);
  const next = bringsNames(held?.answers ?? {}, answers)
    ? here.planUrls.reflection(prompt, [['look', 'names']])
    : here.planUrls.reflections([['done', saving.state]]);
  return context.redirect(next, 303);
}

function isSame(one: ReflectionAnswers, other: ReflectionAnswers): boolean {
  return REFLECTION_QUESTIONS.every((question) => (one[question] ?? '') === (other[question] ?? ''));
}

async function conflict(
  context: Context,
  services: Services,
  { here, prompt }: PromptVisit,
  form: SentForm,
  answers: ReflectionAnswers,
): Promise<Response> {
  const saved = await getReflection(services.db, here.kept.id, prompt.key);
  if (!saved) throw new NotFound();
  const said = saved.state === 'skipped' ? `“${prompt.name}” was skipped.` : `“${prompt.name}” was answered.`;
  return sendSavedElsewhere(context, here, {
    saved: { said, version: saved.version, savedAt: saved.savedAt },
    yours: `Your answers to “${prompt.name}”.`,
    fields: REFLECTION_QUESTIONS.map((question) => ({
      label: QUESTION_WORDS[question],
      yours: answers[question] ?? '',
      saved: saved.answers[question] ?? '',
    })),
    form,
    back: here.planUrls.reflections(),
  });
}
