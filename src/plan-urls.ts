/* How addresses are put together, and those of one plan. */

export type Query = readonly (readonly [string, string])[];

/** Parameters as they stand in an address. */
export function searchOf(query: Query): string {
  return query.length === 0 ? '' : new URLSearchParams(query.map(([key, value]) => [key, value])).toString();
}

/** Joins a path and its parameters; where there are none the path stays bare. */
export function address(path: string, ...searches: readonly string[]): string {
  const search = searches.filter((one) => one !== '').join('&');
  return search === '' ? path : `${path}?${search}`;
}

/**
 * The addresses of one plan, under the key of its private link. They carry nothing else: whatever a plan page needs
 * stands in the plan.
 */
export function urlsOfPlan({ key, number }: { readonly key: string; readonly number: number }) {
  const folder = `/plans/${key}`;
  const plan = `${folder}/${number}`;
  return {
    folder: () => folder,
    plan: (fragment?: string) => (fragment === undefined ? plan : `${plan}#${fragment}`),
    after: () => `${plan}?after`,
    add: (more: Query = []) => address(`${plan}/add`, searchOf(more)),
    step: (step: { readonly id: string }) => `${plan}/steps/${step.id}`,
    phase: (phase: { readonly id: string }, more: Query = []) => address(`${plan}/phases/${phase.id}`, searchOf(more)),
    goals: (more: Query = []) => address(`${plan}/goals`, searchOf(more)),
    settings: () => `${plan}/settings`,
    history: (more: Query = []) => address(`${plan}/history`, searchOf(more)),
    version: (version: number) => `${plan}/history/${version}`,
    drafts: (more: Query = []) => address(`${plan}/drafts`, searchOf(more)),
    takeAway: () => `${plan}/take-away`,
    /** Where the private link is mailed to whoever holds it. */
    link: () => `${plan}/link`,
    shares: () => `${plan}/shares`,
    share: (share: { readonly id: string }, more: Query = [], fragment = '') =>
      `${address(`${plan}/shares/${share.id}`, searchOf(more))}${fragment === '' ? '' : `#${fragment}`}`,
    review: (share: { readonly id: string }) => `${plan}/shares/${share.id}/review`,
    agenda: (fragment?: string) => `${plan}/agenda${fragment === undefined ? '' : `#${fragment}`}`,
    agendaFile: (name: string, more: Query = []) => address(`${plan}/agenda/files/${name}`, searchOf(more)),
    openings: () => `${plan}/openings`,
    ...planCaseUrls(plan),
    ...keepingUrls(plan),
    file: (name: string) => `${plan}/files/${name}`,
  };
}

/** What its owner keeps beside a plan while it is put to use. */
function keepingUrls(plan: string) {
  return {
    reflections: (more: Query = []) => address(`${plan}/reflections`, searchOf(more)),
    reflection: (prompt: { readonly key: string }, more: Query = []) =>
      address(`${plan}/reflections/${prompt.key}`, searchOf(more)),
    impact: () => `${plan}/impact`,
    chooseImpact: (more: Query = []) => address(`${plan}/impact/choose`, searchOf(more)),
    impactFile: (name: string) => `${plan}/impact/files/${name}`,
    evidence: (more: Query = []) => address(`${plan}/evidence`, searchOf(more)),
    addEvidence: (kind: string) => `${plan}/evidence/add/${kind}`,
    evidenceItem: (item: { readonly id: string }, more: Query = []) =>
      address(`${plan}/evidence/${item.id}`, searchOf(more)),
    evidenceFile: (item: { readonly id: string }, more: Query = []) =>
      address(`${plan}/evidence/${item.id}/files/own`, searchOf(more)),
  };
}

export type PlanUrls = ReturnType<typeof urlsOfPlan>;

/** The case that is made of a plan, from writing it to its answers. */
function planCaseUrls(plan: string) {
  return {
    sponsorCase: () => `${plan}/case`,
    casePreview: () => `${plan}/case/preview`,
    caseSend: () => `${plan}/case/send`,
    /** Of one case that was sent; the newest where none is named. */
    caseAnswers: (share?: { readonly id: string }) => named(`${plan}/case/answers`, share),
    casePdf: (share?: { readonly id: string }) => named(`${plan}/files/case.pdf`, share),
    caseAnswersText: (share: { readonly id: string }) => named(`${plan}/files/sponsor-answers.txt`, share),
  };
}

function named(path: string, share: { readonly id: string } | undefined): string {
  return share === undefined ? path : `${path}?case=${share.id}`;
}
