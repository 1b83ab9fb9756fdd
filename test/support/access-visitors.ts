import { addSentCase, saveCaseDraft } from '../../src/db/cases.ts';
import { addDays } from '../../src/domain/date.ts';
import type { Section, ShareKind } from '../../src/domain/conversation/share.ts';
import { promptsOf } from '../../src/domain/plan/plan-prompts.ts';
import { PHASE_IDS, type Plan } from '../../src/domain/plan/plan.ts';
import { getFolder } from '../../src/db/folders.ts';
import { getPlan, savePlan, type KeptPlan } from '../../src/db/plans.ts';
import { addShare, confirmShare, revokeShare } from '../../src/db/shares.ts';
import { keyHash, newKey } from '../../src/http/private-link.ts';
import { aPng } from './pictures.ts';
import { fileOn, PLAN_FILLED_BY } from './plan-addresses.ts';
import { aCaseDraft, aCaseSheet } from './case-builders.ts';
import { aVisitor, type PlanVisitor } from './plan-visitor.ts';
import { aSignedIn, keepPlan } from './signed-in.ts';
import type { TestApp } from './test-app.ts';

/*
 * Every kind of visitor to one teacher's plan. Each part of the plan holds words found nowhere else, so that a page can
 * be asked what of it it shows.
 */

export const VISITORS = [
  'nobody',
  'holder of the private link',
  'owner signed in',
  'owner signed out',
  'another teacher signed in',
  'reviewer',
  'reviewer not confirmed',
  'reviewer of another plan',
  'reviewer after expiry',
  'reviewer revoked',
  'sponsor',
  'sponsor after expiry',
  'sponsor revoked',
] as const;
export type Visitor = (typeof VISITORS)[number];

/** Words that stand in one part of the plan alone. */
export const MARKS = {
  title: 'Quince orchard',
  step: 'Bramble fieldwork',
  stepAside: 'Teasel someday',
  note: 'Lapwing remark',
  goals: 'Merganser goal',
  explore: 'Cowslip finding',
  prepare: 'Sorrel preparation',
  deliver: 'Yarrow delivery',
  sustain: 'Comfrey sustaining',
} as const;
export type Mark = keyof typeof MARKS;

/** What somebody brings to an address that asks for a key, and with their request. */
export interface Credentials {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Access {
  readonly plan: PlanVisitor;
  /** The id of a file of the plan's evidence. */
  readonly evidence: string;
  /** Ids of the plan's shares, for addresses of its owner's that name one. */
  readonly shares: Readonly<Record<ShareKind, string>>;
  readonly visitors: Readonly<Record<Visitor, Credentials>>;
}

/** What the reviewer and the sponsor are shown beside the steps: two of the parts that can be kept back. */
export const SHOWN: readonly Section[] = ['goals', 'deliver'];

/** The plan filled as its owner would, with a mark in each part. */
async function aMarkedPlan(service: TestApp): Promise<PlanVisitor> {
  const { db, clock } = service.services;
  const visitor = await aVisitor(service, 'v=1&npqs=npq-leading-literacy&role=class-teacher', 'ect-mentor');
  for (const { below, fields } of PLAN_FILLED_BY) await visitor.send(below, fields);
  await visitor.save('/add', { name: MARKS.step, route: 'reflect', when: '2027-spring-1', lasts: '1', hours: '3' });
  await visitor.save('/add', { name: MARKS.stepAside, route: 'reflect', when: 'some-day', lasts: '1', hours: '3' });
  const kept = await keptBy(service, visitor);
  const answers = Object.fromEntries(PHASE_IDS.map((phase) => [promptsOf(phase)[0]?.id, MARKS[phase]]));
  const plan: Plan = {
    ...kept.plan,
    title: MARKS.title,
    goals: [{ id: 'g1', text: MARKS.goals, by: null }],
    answers,
    steps: kept.plan.steps.map((step) => (step.name === MARKS.step ? { ...step, note: MARKS.note } : step)),
  };
  await savePlan(db, kept.id, { from: kept.version, plan, said: 'Marked it.', now: clock.now() });
  await saveCaseDraft(db, kept.id, { from: 0, draft: aCaseDraft({ why: MARKS.explore }), now: clock.now() });
  return visitor;
}

async function keptBy({ services: { db } }: TestApp, visitor: PlanVisitor): Promise<KeptPlan> {
  const folder = await getFolder(db, { keyHash: keyHash(visitor.folder.replace('/plans/', '')) });
  const kept = folder && (await getPlan(db, folder.id, 1));
  if (!kept) throw new Error('there is no such plan');
  return kept;
}

/** Adds a picture to the plan's evidence. Gives its id. */
async function aFile(service: TestApp, { path }: PlanVisitor): Promise<string> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(aPng())], 'board.png'));
  await service.post(`${path}/evidence/add/file`, form);
  return fileOn(await (await service.get(`${path}/evidence`)).text());
}

type ShareState = 'new' | 'confirmed' | 'expired' | 'revoked';

/** Shares a plan. What it would take weeks to become is written as it would be then. */
async function aShare(
  { services: { db, clock } }: TestApp,
  { plan, account, kind, state }: { plan: string; account: string; kind: ShareKind; state: ShareState },
): Promise<{ readonly id: string; readonly key: string }> {
  const [now, today, key] = [clock.now(), clock.today(), newKey()];
  const id = await db.transaction().execute(async (transaction) => {
    const made = await addShare(transaction, {
      plan,
      keyHash: keyHash(key),
      kind,
      account,
      name: 'Jo Hall',
      address: 'jo.hall@school.example',
      sections: SHOWN,
      createdAt: now,
      expiresOn: addDays(today, state === 'expired' ? -1 : 100),
      answerBy: addDays(today, 14),
      standsInFor: null,
    });
    if (kind === 'sponsor')
      await addSentCase(transaction, made, {
        draft: aCaseDraft(),
        sheet: aCaseSheet({ title: MARKS.step, why: MARKS.deliver }),
        planVersion: 1,
      });
    if (state !== 'new') await confirmShare(transaction, made, now);
    if (state === 'revoked') await revokeShare(transaction, made, now);
    return made;
  });
  return { id, key };
}

/** One marked plan in its owner's account, shared in every way, and everybody who might come to it. */
export async function anAccess(service: TestApp): Promise<Access> {
  const [owner, other] = [
    await aSignedIn(service, 'owner@school.example'),
    await aSignedIn(service, 'other@school.example'),
  ];
  const [plan, elsewhere] = [await aMarkedPlan(service), await aVisitor(service)];
  const folder = (await keepPlan(service, owner, plan)).split('/')[2] ?? '';
  await keepPlan(service, other, elsewhere);
  const [ours, theirs] = [await keptBy(service, plan), await keptBy(service, elsewhere)];
  const shared = (kind: ShareKind, state: ShareState) =>
    aShare(service, { plan: ours.id, account: owner.account.id, kind, state });
  const byKey = async (made: Promise<{ readonly key: string }>): Promise<Credentials> => ({
    key: (await made).key,
    headers: {},
  });
  const [reviewer, sponsor] = [await shared('line-manager', 'confirmed'), await shared('sponsor', 'confirmed')];
  return {
    plan,
    evidence: await aFile(service, plan),
    shares: { 'line-manager': reviewer.id, sponsor: sponsor.id },
    visitors: {
      nobody: { key: newKey(), headers: {} },
      'holder of the private link': { key: plan.folder.replace('/plans/', ''), headers: {} },
      'owner signed in': { key: folder, headers: owner.headers },
      // The address of the plan in the account, in a browser that is not signed in.
      'owner signed out': { key: folder, headers: {} },
      'another teacher signed in': { key: folder, headers: other.headers },
      reviewer: { key: reviewer.key, headers: {} },
      'reviewer not confirmed': await byKey(shared('line-manager', 'new')),
      'reviewer of another plan': await byKey(
        aShare(service, { plan: theirs.id, account: other.account.id, kind: 'line-manager', state: 'confirmed' }),
      ),
      'reviewer after expiry': await byKey(shared('line-manager', 'expired')),
      'reviewer revoked': await byKey(shared('line-manager', 'revoked')),
      sponsor: { key: sponsor.key, headers: {} },
      'sponsor after expiry': await byKey(shared('sponsor', 'expired')),
      'sponsor revoked': await byKey(shared('sponsor', 'revoked')),
    },
  };
}
