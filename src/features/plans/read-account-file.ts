import type { AccountFileList } from '../../schemas/account-file-schema.ts';
import type { BroughtEvidence, BroughtPlan, BroughtVersion } from '../../db/bring-in.ts';
import { PLANS_IN_FILE_AT_MOST } from '../../domain/account/account-file.ts';
import { EVIDENCE_LIMITS } from '../../domain/looking-back/evidence.ts';
import { PLANS_AT_MOST } from '../../domain/plan/plan.ts';
import type { ByteReader } from '../../files/byte-reader.ts';
import { newId } from '../../http/private-link.ts';
import { FileRefusal, readRows, refusalAt, type AccountRows, type PlacedRow } from './account-file-rows.ts';

/** What the file of an account brings in, its ids new. */
export interface ReadAccount {
  /** Plans that lay together stay together. */
  readonly folders: readonly (readonly BroughtPlan[])[];
  readonly name: string;
  /** The lists that were followed, each as its page's address. */
  readonly alerts: readonly { readonly address: string; readonly isPaused: boolean }[];
  readonly mailsNotWanted: readonly string[];
  /** Files whose words come in and whose bytes do not. */
  readonly files: number;
  /** Older versions of which the file does not hold the content. */
  readonly emptyVersions: number;
  /** How many there are in each list of the file. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads the file of an account to its end. Throws FileRefusal where any of it cannot be read. */
export async function readAccountFile(file: ByteReader, now: string): Promise<ReadAccount> {
  const read = await readRows(file);
  const { rows, counts } = read;
  if (rows.plans.length > PLANS_IN_FILE_AT_MOST)
    throw new FileRefusal(`There are more than ${PLANS_IN_FILE_AT_MOST} plans in that file.`);
  const byPlan = rowsByPlan(read);
  return {
    folders: foldersOf(rows.plans, (plan) => broughtPlan(plan, byPlan.get(plan) ?? NOTHING, now)),
    name: rows.account[0]?.row.name ?? '',
    alerts: rows.alerts.flatMap(({ row }) =>
      row.removedAt === null ? [{ address: row.address, isPaused: row.pausedAt !== null }] : [],
    ),
    mailsNotWanted: rows.mailsNotWanted.map(({ row }) => row.kind),
    files: rows.evidence.filter(({ row }) => row.kind === 'file' && row.deletedAt === null).length,
    emptyVersions: rows.history.filter(({ row }) => row.document === undefined).length,
    counts,
  };
}

const BESIDE = ['history', 'reflections', 'reflectionMails', 'evidence', 'impactSummaries', 'cases'] as const;
type Beside = (typeof BESIDE)[number];
type RowsBeside = { readonly [L in Beside]: readonly PlacedRow<L>[] };

const NOTHING: RowsBeside = {
  history: [],
  reflections: [],
  reflectionMails: [],
  evidence: [],
  impactSummaries: [],
  cases: [],
};

/** What belongs to each plan. What belonged to a deleted one is let go with it; to none is a fault. */
function rowsByPlan({ rows }: AccountRows): ReadonlyMap<PlacedRow<'plans'>, RowsBeside> {
  const deleted = new Set(rows.deletedPlans.map(({ row }) => row.id));
  const plans = new Map<string, PlacedRow<'plans'>>();
  for (const plan of rows.plans)
    if (plan.row.id !== undefined) {
      if (plans.has(plan.row.id)) throw refusalAt(plan, 'The same plan stands there before.');
      plans.set(plan.row.id, plan);
    }
  const beside = new Map<PlacedRow<'plans'>, Record<Beside, PlacedRow<Beside>[]>>();
  for (const list of BESIDE)
    for (const placed of rows[list] as readonly PlacedRow<Beside>[]) {
      const plan = plans.get(placed.row.planId);
      if (!plan && !deleted.has(placed.row.planId)) throw refusalAt(placed, 'It belongs to no plan of the file.');
      if (!plan) continue;
      const held = beside.get(plan) ?? emptyBeside();
      beside.set(plan, held);
      held[list].push(placed);
    }
  return beside as unknown as ReadonlyMap<PlacedRow<'plans'>, RowsBeside>;
}

function emptyBeside(): Record<Beside, PlacedRow<Beside>[]> {
  return { history: [], reflections: [], reflectionMails: [], evidence: [], impactSummaries: [], cases: [] };
}

/** A file can say that more plans lay together than a folder holds. */
function foldersOf(
  plans: readonly PlacedRow<'plans'>[],
  brought: (plan: PlacedRow<'plans'>) => BroughtPlan,
): readonly (readonly BroughtPlan[])[] {
  const together = Map.groupBy(plans, ({ row }) => row.folder);
  return [...together.values()].flatMap((some) => {
    const ordered = some.toSorted((one, other) => (one.row.number ?? 0) - (other.row.number ?? 0)).map(brought);
    return Array.from({ length: Math.ceil(ordered.length / PLANS_AT_MOST) }, (_, index) =>
      ordered.slice(index * PLANS_AT_MOST, (index + 1) * PLANS_AT_MOST),
    );
  });
}

function broughtPlan({ row: { plan, createdAt } }: PlacedRow<'plans'>, beside: RowsBeside, now: string): BroughtPlan {
  const { reflections, reflectionMails, impactSummaries, cases } = beside;
  onlyOnce(reflections, ({ prompt }) => prompt);
  for (const list of [reflectionMails, impactSummaries, cases]) onlyOnce<Beside>(list, () => '');
  const evidence = evidenceOf(beside.evidence, now);
  const [impact, draft] = [impactSummaries[0]?.row, cases[0]?.row];
  return {
    id: newId(),
    plan,
    createdAt: earlier(createdAt ?? now, now),
    versions: versionsOf(beside.history, now),
    reflections: reflections.map(({ row }) => ({ ...row, ...times(row, now), writtenAt: earlier(row.writtenAt, now) })),
    mailedSince: reflectionMails[0]?.row.askedOn ?? null,
    evidence: [...evidence.values()],
    impact: impact
      ? {
          ...times(impact, now),
          document: {
            ...impact.document,
            evidence: impact.document.evidence.flatMap((id) => evidence.get(id)?.id ?? []),
          },
        }
      : null,
    caseDraft: draft ? { ...times(draft, now), document: draft.document } : null,
  };
}

function onlyOnce<L extends AccountFileList>(
  rows: readonly PlacedRow<L>[],
  by: (row: PlacedRow<L>['row']) => string | number,
): void {
  const seen = new Set<string | number>();
  for (const placed of rows) {
    if (seen.has(by(placed.row))) throw refusalAt(placed, 'The same stands there before, for the same plan.');
    seen.add(by(placed.row));
  }
}

/** Nothing was written later than now, whatever a file says. */
function earlier(at: string, now: string): string {
  return at < now ? at : now;
}

function times({ version, savedAt }: { readonly version: number; readonly savedAt: string }, now: string) {
  return { version, savedAt: earlier(savedAt, now) };
}

function versionsOf(rows: readonly PlacedRow<'history'>[], now: string): readonly BroughtVersion[] {
  onlyOnce(rows, ({ version }) => version);
  return rows
    .flatMap(({ row: { document, said, ...row } }) => (document ? [{ ...times(row, now), said, document }] : []))
    .toSorted((one, other) => one.version - other.version);
}

/** By the ids the file has. What was deleted is let go. */
function evidenceOf(rows: readonly PlacedRow<'evidence'>[], now: string): ReadonlyMap<string, BroughtEvidence> {
  onlyOnce(rows, ({ id }) => id);
  const kept = rows.filter(({ row }) => row.deletedAt === null);
  const beyond = kept[EVIDENCE_LIMITS.items];
  if (beyond) throw refusalAt(beyond, `A plan keeps up to ${EVIDENCE_LIMITS.items} things.`);
  return new Map(kept.map(({ row }) => [row.id, broughtEvidence(row, now)]));
}

function broughtEvidence(row: PlacedRow<'evidence'>['row'], now: string): BroughtEvidence {
  const { kind, title, words, happenedOn, url, source, step, parts, fileName, addedAt } = row;
  return {
    ...times(row, now),
    id: newId(),
    kind: kind === 'file' ? 'note' : kind,
    title,
    words: kind === 'file' ? withFileName(words, fileName ?? '') : words,
    happenedOn,
    url: kind === 'link' || kind === 'reading' ? url : null,
    source,
    step,
    parts: [...new Set(parts)],
    addedAt: earlier(addedAt, now),
  };
}

/** What was written of a file stays, and says which file it was of. Words that fill all the room there is stay alone. */
function withFileName(words: string, name: string): string {
  const said = `${words === '' ? '' : `${words}\n\n`}The file “${name}” did not come in with this: add it again.`;
  return said.length <= EVIDENCE_LIMITS.words ? said : words;
}
