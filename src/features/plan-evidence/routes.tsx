import type { Context } from 'hono';
import { findEvidence, getEvidence, markEvidenceDeleted, saveEvidence, type KeptEvidence } from '../../db/evidence.ts';
import {
  EVIDENCE_LIMITS,
  isEvidenceKind,
  type EvidenceKind,
  type EvidenceWords,
} from '../../domain/looking-back/evidence.ts';
import type { App } from '../../http/app-type.ts';
import { clientNetwork } from '../../http/client-network.ts';
import { parseForm, readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { isId } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import { limitAttempts } from '../../http/rate-limit.ts';
import { sendSavedElsewhere } from '../../http/plan/saved-elsewhere.tsx';
import { readUpload } from '../../http/upload.ts';
import type { Services } from '../../services/services.ts';
import { formatDay } from '../../ui/format.ts';
import { PATHS } from '../../urls.ts';
import { bringsNames, evidenceForm, isSame, wordsIn } from './evidence-form.ts';
import { EvidenceItemPage } from './evidence-item-page.tsx';
import { EvidencePage, type JustDone } from './evidence-page.tsx';
import { TOO_LARGE } from './evidence-words.ts';
import { keepEvidence, keepFile } from './keep-evidence.ts';
import { sendFile } from './send-file.ts';

export function planEvidenceRoutes(app: App, services: Services): void {
  const { db, clock } = services;

  app.get(PATHS.planEvidence, async (context) => {
    const here = await planVisit(context, services);
    const done = DONE.find((one) => one === here.visit.asked.query.get('done'));
    const evidence = await findEvidence(db, here.kept.id);
    return sendPage(context, here.visit, <EvidencePage here={here} evidence={evidence} done={done} />);
  });

  app.get(PATHS.planEvidenceAdd, async (context) => {
    const here = await planVisit(context, services);
    return sendPage(
      context,
      here.visit,
      <EvidenceItemPage here={here} kind={kindNamed(context)} now={clock.now()} isLook={false} />,
    );
  });

  app.post(PATHS.planEvidenceAdd, async (context) => {
    const here = await planVisit(context, services);
    const kind = kindNamed(context);
    return kind === 'file' ? addFile(context, services, here) : addWords(context, services, here, kind);
  });

  app.get(PATHS.planEvidenceItem, async (context) => {
    const { here, held } = await itemVisit(context, services);
    const isLook = here.visit.asked.query.has('look');
    return sendPage(
      context,
      here.visit,
      <EvidenceItemPage here={here} kind={held.kind} held={held} now={clock.now()} isLook={isLook} />,
    );
  });

  app.post(PATHS.planEvidenceItem, async (context) => {
    const at = await itemVisit(context, services, 'deleted as well');
    const form = await readForm(context);
    return change(context, services, at, form);
  });

  app.get(PATHS.planEvidenceFile, async (context) => {
    const { here, held } = await itemVisit(context, services);
    if (!held.file) throw new NotFound(NO_SUCH);
    return sendFile(context, services.files, held.file, here.visit.asked.query.has('show'));
  });
}

const DONE: readonly JustDone[] = ['saved', 'deleted', 'back'];

const NO_SUCH = {
  title: 'There is no such evidence',
  what: 'It may have been deleted. “Evidence and reading”, on your plan’s page, lists all there is, and brings back what was deleted not long ago.',
};

function kindNamed(context: Context): EvidenceKind {
  const kind = context.req.param('kind') ?? '';
  if (!isEvidenceKind(kind)) throw new NotFound(NO_SUCH);
  return kind;
}

interface ItemVisit {
  readonly here: PlanVisit;
  readonly held: KeptEvidence;
}

/** Something of this plan's: an id of another plan's is as unknown as any. */
async function itemVisit(context: Context, services: Services, which?: 'deleted as well'): Promise<ItemVisit> {
  const here = await planVisit(context, services);
  const id = context.req.param('id') ?? '';
  const held = isId(id) ? await getEvidence(services.db, here.kept.id, id) : undefined;
  if (!held || (held.deletedAt !== null && which === undefined)) throw new NotFound(NO_SUCH);
  return { here, held };
}

async function addWords(context: Context, services: Services, here: PlanVisit, kind: EvidenceKind): Promise<Response> {
  const form = await readForm(context);
  const parsed = parseForm(evidenceForm(kind, here.plan, here.visit.today), form);
  if (!parsed.ok) return again(context, services, { here, kind, form, errors: parsed.errors });
  const words = wordsIn(parsed.value);
  const kept = await keepEvidence(services, here.kept.id, { kind, words });
  if (!kept.ok) return again(context, services, { here, kind, form, errors: new Map([['title', kept.because]]) });
  return context.redirect(after(here, kept.id, {}, words), 303);
}

/** Enough for whoever empties a folder of photographs, and too few to fill a disk by. */
const FILES_AN_HOUR = { times: 80, minutes: 60 } as const;

async function addFile(context: Context, services: Services, here: PlanVisit): Promise<Response> {
  await limitAttempts(services, {
    kind: 'evidence-file',
    who: clientNetwork(context, services.config),
    limit: FILES_AN_HOUR,
    message: 'Many files came from your network in the last hour. Wait a while, then add the next.',
  });
  const limits = { fileBytes: EVIDENCE_LIMITS.fileBytes, tooLarge: TOO_LARGE };
  const { form, file } = await readUpload(context, services.files, limits);
  const parsed = parseForm(evidenceForm('file', here.plan, here.visit.today), form);
  if (!parsed.ok || !file) {
    await file?.incoming.discard();
    const errors = new Map([['file', file ? CHOOSE_AGAIN : 'Choose a file'], ...(parsed.ok ? [] : parsed.errors)]);
    return again(context, services, { here, kind: 'file', form, errors });
  }
  const words = wordsIn(parsed.value);
  const kept = await keepFile(services, here.kept.id, file, words);
  if (kept.ok) return context.redirect(after(here, kept.id, {}, words), 303);
  return again(context, services, { here, kind: 'file', form, errors: new Map([['file', kept.because]]) });
}

const CHOOSE_AGAIN = 'Choose the file again: it was not kept, as something else has to be mended first';

/** The list; but first the same page again where a name may have come in. */
function after({ planUrls }: PlanVisit, id: string, before: Partial<EvidenceWords>, words: EvidenceWords): string {
  return bringsNames(before, words)
    ? planUrls.evidenceItem({ id }, [['look', 'names']])
    : planUrls.evidence([['done', 'saved']]);
}

interface Again {
  readonly here: PlanVisit;
  readonly kind: EvidenceKind;
  readonly held?: KeptEvidence;
  readonly form: SentForm;
  readonly errors: FieldErrors;
}

async function again(
  context: Context,
  { clock }: Services,
  { here, kind, held, form, errors }: Again,
): Promise<Response> {
  const props = { here, kind, held, now: clock.now(), isLook: false, sent: form, errors };
  return sendPage(context, here.visit, <EvidenceItemPage {...props} />, 422);
}

async function change(
  context: Context,
  services: Services,
  { here, held }: ItemVisit,
  form: SentForm,
): Promise<Response> {
  const { db, clock } = services;
  const { planUrls } = here;
  const act = form.one('act');
  if (act === 'bring-back' || act === 'delete') {
    await markEvidenceDeleted(db, held.id, act === 'delete' ? clock.now() : null);
    return context.redirect(planUrls.evidence([['done', act === 'delete' ? 'deleted' : 'back']]), 303);
  }
  if (held.deletedAt !== null) throw new NotFound(NO_SUCH);
  const parsed = parseForm(evidenceForm(held.kind, here.plan, here.visit.today), form);
  if (!parsed.ok) return again(context, services, { here, kind: held.kind, held, form, errors: parsed.errors });
  const sent = wordsIn(parsed.value);
  // A file goes by its own name where it has no other.
  const words = { ...sent, title: sent.title === '' ? held.title : sent.title };
  if (isSame(held, words)) return context.redirect(planUrls.evidence(), 303);
  if (await saveEvidence(db, held.id, { from: form.version(), words, now: clock.now() }))
    return context.redirect(after(here, held.id, held, words), 303);
  return conflict(context, here, held, words, form);
}

function conflict(
  context: Context,
  here: PlanVisit,
  held: KeptEvidence,
  words: EvidenceWords,
  form: SentForm,
): Response | Promise<Response> {
  const both = (label: string, one: (of: EvidenceWords) => string) => ({ label, yours: one(words), saved: one(held) });
  return sendSavedElsewhere(context, here, {
    saved: { said: `“${held.title}” was changed.`, version: held.version, savedAt: held.savedAt },
    yours: `Your change of “${words.title}”.`,
    fields: [
      both('Title', ({ title }) => title),
      both('What it shows', ({ words: written }) => written),
      both('Address', ({ url }) => url ?? ''),
      both('Where it is from', ({ source }) => source),
      both('When', ({ happenedOn }) => formatDay(happenedOn)),
    ],
    form,
    back: here.planUrls.evidence(),
  });
}
