import { addEvidence, getHeld, lockPlan } from '../../db/evidence.ts';
import {
  EVIDENCE_LIMITS,
  type Evidence,
  type EvidenceKind,
  type EvidenceWords,
  type KeptFile,
} from '../../domain/looking-back/evidence.ts';
import { DELETED_KEPT_DAYS } from '../../domain/plan/plan.ts';
import { cleanFile } from '../../files/clean-file.ts';
import type { IncomingFile } from '../../files/file-store.ts';
import { nameOf, tellType } from '../../files/file-type.ts';
import type { SentFile } from '../../http/upload.ts';
import { newId } from '../../http/private-link.ts';
import type { Services } from '../../services/services.ts';
import { sizeWords } from './evidence-words.ts';

export type Kept = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly because: string };

/** Adds what was written, if the plan has room for it. */
export async function keepEvidence(
  { db, clock }: Services,
  plan: string,
  {
    kind,
    words,
    file = null,
  }: { readonly kind: EvidenceKind; readonly words: EvidenceWords; readonly file?: KeptFile | null },
): Promise<Kept> {
  return db.transaction().execute(async (transaction): Promise<Kept> => {
    await lockPlan(transaction, plan);
    const because = noRoom(await getHeld(transaction, plan), file);
    if (because !== undefined) return { ok: false, because };
    const evidence: Evidence = { id: newId(), kind, ...words, file };
    await addEvidence(transaction, plan, evidence, clock.now());
    return { ok: true, id: evidence.id };
  });
}

function noRoom(held: Awaited<ReturnType<typeof getHeld>>, file: KeptFile | null): string | undefined {
  const { items, files, planBytes } = EVIDENCE_LIMITS;
  const until = `What you delete makes room ${DELETED_KEPT_DAYS} days later.`;
  if (held.items >= items) return `A plan keeps up to ${items} things, and this one is full. ${until}`;
  if (!file) return undefined;
  if (held.files >= files) return `A plan keeps up to ${files} files, and this one has them. ${until}`;
  if (held.bytes + file.bytes > planBytes)
    return `A plan’s files may have ${sizeWords(planBytes)} together: there are ${sizeWords(planBytes - held.bytes)} left. ${until}`;
  return undefined;
}

/**
 * Keeps a file that was sent, and then what was written of it; takes away again what it does not keep. The file is in
 * its place before its row is, so that nothing that was acknowledged is ever without its bytes. Where the database fails
 * it stays: the row may be there all the same, and if not the file is swept.
 */
export async function keepFile(services: Services, plan: string, sent: SentFile, words: EvidenceWords): Promise<Kept> {
  const clean = await told(services, sent).catch(async (error: unknown) => {
    await sent.incoming.discard();
    throw error;
  });
  if ('refused' in clean) {
    await sent.incoming.discard();
    return { ok: false, because: `This file cannot be kept. ${clean.refused}` };
  }
  const { incoming, file } = clean;
  await incoming.keep();
  const title = words.title === '' ? file.name.slice(0, EVIDENCE_LIMITS.title).toWellFormed() : words.title;
  const kept = await keepEvidence(services, plan, { kind: 'file', words: { ...words, title }, file });
  if (!kept.ok) await incoming.discard();
  return kept;
}

/** What a file is, by what is in it and what it is called; and the file without what a camera wrote into it. */
async function told(
  { files }: Services,
  { name: given, incoming }: SentFile,
): Promise<{ readonly incoming: IncomingFile; readonly file: KeptFile } | { readonly refused: string }> {
  const reader = await incoming.finish();
  const is = await tellType(reader);
  if ('refused' in is) return is;
  const named = nameOf(given, is.type);
  if ('refused' in named) return named;
  const clean = await cleanFile(files, { incoming, reader, type: is.type });
  if ('refused' in clean) return clean;
  const { bytes, sha256 } = clean;
  return {
    incoming: clean.incoming,
    file: { id: clean.incoming.id, name: named.name, type: is.type, bytes, sha256 },
  };
}
