import type { SignedInVisitor } from './signed-in.ts';

/* The file of an account as tests read it. */

type Row = Readonly<Record<string, unknown>>;
export type AccountFile = Readonly<Record<string, readonly Row[]>>;

export function fileForm(text: string): FormData {
  const form = new FormData();
  form.set('file', new File([text], 'next-steps.json', { type: 'application/json' }));
  return form;
}

export const bringInText = (owner: SignedInVisitor, text: string) => owner.post('/plans/bring-in', fileForm(text));

export async function takenText(owner: SignedInVisitor, query = ''): Promise<string> {
  return (await owner.get(`/account/data.json${query}`)).text();
}

/** As JSON, its names in order: the same plan can be written in two. */
function told(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
}

/** Of a file what comes in again, told by content: without the ids, and without the times at which it came in. */
export function comparable(text: string): object {
  const file = JSON.parse(text) as AccountFile;
  const keys = new Map((file['plans'] ?? []).map(({ id, number, plan }) => [id, `${String(number)} ${told(plan)}`]));
  const titles = new Map((file['evidence'] ?? []).map(({ id, title }) => [id, title]));
  const byPlan = (list: string, taken: (row: Row) => unknown) =>
    (file[list] ?? [])
      .filter(({ planId }) => keys.has(planId))
      .map((row) => told([keys.get(row['planId']), taken(row)]))
      .toSorted();
  const folders = Map.groupBy(file['plans'] ?? [], ({ folder }) => folder);
  return {
    name: file['account']?.map(({ name }) => name),
    plans: [...folders.values()]
      .map((plans) => plans.map(({ id, createdAt }) => told([keys.get(id), createdAt])).toSorted())
      .toSorted((one, other) => (told(one) < told(other) ? -1 : 1)),
    history: byPlan('history', ({ planId: _, ...row }) => row).filter(
      (row) => !row.includes('Brought in from a file.'),
    ),
    reflections: byPlan('reflections', ({ planId: _, ...row }) => row),
    reflectionMails: byPlan('reflectionMails', ({ askedOn }) => askedOn),
    evidence: byPlan('evidence', evidenceIn),
    impactSummaries: byPlan('impactSummaries', (row) => {
      const { evidence, ...rest } = row['document'] as { readonly evidence: readonly string[] };
      return [row['version'], row['savedAt'], rest, evidence.map((id) => titles.get(id))];
    }),
    cases: byPlan('cases', ({ planId: _, ...row }) => row),
    alerts: (file['alerts'] ?? [])
      .map(({ address, said, pausedAt }) => told([address, said, pausedAt !== null]))
      .toSorted(),
    mailsNotWanted: (file['mailsNotWanted'] ?? []).map(({ kind }) => kind),
  };
}

/** A file comes in as a note that names it. */
function evidenceIn(row: Row): unknown {
  const { id: _, planId: __, fileName, fileType: ___, fileBytes: ____, fileSha256: _____, ...rest } = row;
  if (row['kind'] !== 'file') return rest;
  const words = `${String(row['words'])}\n\nThe file “${String(fileName)}” did not come in with this: add it again.`;
  return { ...rest, kind: 'note', words };
}
