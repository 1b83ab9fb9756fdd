import type { Context } from 'hono';
import { findEvidence } from '../../db/evidence.ts';
import { getImpact, removeImpact, saveImpact, type KeptImpact } from '../../db/impact.ts';
import { findReflections } from '../../db/reflections.ts';
import { impactPdf } from '../../documents/impact-pdf.ts';
import { impactSheet, type ImpactPaper } from '../../documents/impact-sheet.ts';
import { TypesetterBusy } from '../../documents/typst.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { findNames, type FoundName } from '../../domain/names/name-warning.ts';
import { IMPACT_LIMITS, type Impact } from '../../domain/looking-back/impact.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { NotFound } from '../../http/problems.ts';
import { sendSavedElsewhere } from '../../http/plan/saved-elsewhere.tsx';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ChoosePage, type ChoosePageProps, type Offered } from './choose-page.tsx';
import { bringsNames, impactForm, impactIn, isEmpty, TEXT_NAMES, TEXT_WORDS } from './impact-form.ts';
import { ImpactPage, type Fit } from './impact-page.tsx';

const MEDIA = {
  'summary.pdf': 'application/pdf',
  'summary.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export function planImpactRoutes(app: App, services: Services): void {
  const { db } = services;

  app.get(PATHS.planImpact, async (context) => {
    const at = await impactVisit(context, services);
    return show(context, services, at, 200);
  });

  app.post(PATHS.planImpact, async (context) => {
    const { here } = await impactVisit(context, services);
    if ((await readForm(context)).one('act') !== 'remove') throw new NotFound();
    await removeImpact(db, here.kept.id);
    return context.redirect(here.planUrls.impact(), 303);
  });

  app.get(PATHS.planImpactChoose, async (context) => {
    const at = await impactVisit(context, services);
    const isLook = at.here.visit.asked.query.has('look');
    return sendPage(context, at.here.visit, <ChoosePage {...chooseProps(services, at)} isLook={isLook} />);
  });

  app.post(PATHS.planImpactChoose, async (context) => {
    const at = await impactVisit(context, services);
    return choose(context, services, at, await readForm(context));
  });

  app.get(PATHS.planImpactFile, async (context) => {
    const at = await impactVisit(context, services);
    return takeAway(context, services, at);
  });
}

interface ImpactVisit {
  readonly here: PlanVisit;
  readonly kept: KeptImpact | undefined;
  readonly offered: Offered;
}

async function impactVisit(context: Context, services: Services): Promise<ImpactVisit> {
  const here = await planVisit(context, services);
  const { db } = services;
  const [reflections, evidence] = [await findReflections(db, here.kept.id), await findEvidence(db, here.kept.id)];
  return {
    here,
    kept: await getImpact(db, here.kept.id),
    offered: {
      steps: here.plan.steps.filter(({ place, state }) => place !== 'some-day' && state !== 'dropped'),
      reflections: reflections.filter(({ state }) => state === 'written'),
      evidence: evidence.filter(({ deletedAt }) => deletedAt === null),
    },
  };
}

function paperOf({ here, offered }: ImpactVisit, impact: Impact): ImpactPaper {
  return {
    // What may no longer be chosen is not shown either: a step that was dropped since.
    plan: { ...here.plan, steps: offered.steps },
    impact,
    reflections: offered.reflections.map(({ prompt, answers, writtenAt }) => ({
      prompt,
      answers,
      on: londonDay(writtenAt),
    })),
    evidence: offered.evidence,
    today: here.visit.today,
  };
}

async function show(context: Context, services: Services, at: ImpactVisit, status: 200 | 422): Promise<Response> {
  const { here, kept } = at;
  const paper = kept && paperOf(at, kept.impact);
  return sendPage(
    context,
    here.visit,
    <ImpactPage
      here={here}
      kept={kept}
      sheet={paper && impactSheet(paper)}
      fit={paper ? await fitOf(services, paper) : 'not-known'}
      found={paper ? namesOn(paper) : []}
      now={services.clock.now()}
    />,
    status,
  );
}

/** What looks like somebody's name on the page: the writers of what was read are no pupils, and are left out. */
function namesOn({ impact, reflections, evidence }: ImpactPaper): readonly FoundName[] {
  const chosen = [
    ...reflections.filter(({ prompt }) => impact.reflections.includes(prompt)).map(({ answers }) => answers),
    ...evidence
      .filter(({ id, kind }) => kind !== 'reading' && impact.evidence.includes(id))
      .map(({ title, words }) => ({ changed: title, know: words })),
  ];
  const texts = [...TEXT_NAMES.map((name) => impact[name]), ...chosen.flatMap(({ changed, know }) => [changed, know])];
  return findNames(texts.filter((text) => text !== undefined).join('\n'));
}

async function fitOf({ typesetter }: Services, paper: ImpactPaper): Promise<Fit> {
  try {
    const set = await impactPdf(typesetter, paper);
    return 'tooLong' in set ? set.tooLong : 'fits';
  } catch (error) {
    if (error instanceof TypesetterBusy) return 'not-known';
    throw error;
  }
}

/** Begins with what the plan already says of the need. */
function chooseProps({ clock }: Services, { here, kept, offered }: ImpactVisit): ChoosePageProps {
  const need = (here.plan.answers['what-need'] ?? '').slice(0, IMPACT_LIMITS.words).toWellFormed();
  return { here, kept, offered, impact: kept?.impact ?? { need }, now: clock.now(), isLook: false };
}

async function choose(context: Context, services: Services, at: ImpactVisit, form: SentForm): Promise<Response> {
  const { here, kept, offered } = at;
  const parsed = parseForm(impactForm, form);
  const impact = parsed.ok ? impactIn(parsed.value, choicesOf(offered)) : undefined;
  const errors = parsed.ok ? new Map([['need', 'Write something, or choose something of your plan']]) : parsed.errors;
  if (!impact || isEmpty(impact))
    return sendPage(
      context,
      here.visit,
      <ChoosePage {...chooseProps(services, at)} sent={form} errors={errors} />,
      422,
    );
  const saving = { from: form.version(), impact, now: services.clock.now() };
  if (!(await saveImpact(services.db, here.kept.id, saving))) return conflict(context, services, at, form, impact);
  const looks = bringsNames(kept?.impact, impact);
  return context.redirect(looks ? here.planUrls.chooseImpact([['look', 'names']]) : here.planUrls.impact(), 303);
}

function choicesOf({ steps, reflections, evidence }: Offered) {
  return {
    steps: steps.map(({ id }) => id),
    reflections: reflections.map(({ prompt }) => prompt),
    evidence: evidence.map(({ id }) => id),
  };
}

async function conflict(
  context: Context,
  { db }: Services,
  { here }: ImpactVisit,
  form: SentForm,
  impact: Impact,
): Promise<Response> {
  const saved = await getImpact(db, here.kept.id);
  // Removed meanwhile: what was sent is a first version again.
  const version = saved?.version ?? 0;
  return sendSavedElsewhere(context, here, {
    saved: {
      said: saved ? 'What goes onto the page was changed.' : 'The page was removed.',
      version,
      savedAt: saved?.savedAt ?? here.kept.savedAt,
    },
    yours: 'Your choice of what goes onto the page.',
    fields: TEXT_NAMES.map((name) => ({
      label: TEXT_WORDS[name].label,
      yours: impact[name],
      saved: saved?.impact[name] ?? '',
    })),
    form,
    back: here.planUrls.impact(),
  });
}

async function takeAway(context: Context, services: Services, at: ImpactVisit): Promise<Response> {
  const { kept } = at;
  const name = Object.keys(MEDIA).find((one) => one === context.req.param('name')) as keyof typeof MEDIA | undefined;
  if (!kept || !name) throw new NotFound({ title: 'There is no such page yet', what: 'Choose what goes in first.' });
  const paper = paperOf(at, kept.impact);
  const set = await impactPdf(services.typesetter, paper);
  if ('tooLong' in set) return show(context, services, at, 422);
  const content = name === 'summary.pdf' ? set.pdf : await docxOf(paper);
  return sendDownload(context, content, {
    type: MEDIA[name],
    name: `what-came-of-it${name.slice('summary'.length)}`,
  });
}

async function docxOf(paper: ImpactPaper): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when the first is asked for: it is large, and most who run the service never need it.
  const { impactDocx } = await import('../../documents/impact-docx.ts');
  return impactDocx(paper);
}
