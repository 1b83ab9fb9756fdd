import { addAlert } from '../../src/db/alerts.ts';
import { saveAccountName } from '../../src/db/accounts.ts';
import { saveCaseDraft } from '../../src/db/cases.ts';
import { addEvidence, findEvidence } from '../../src/db/evidence.ts';
import { saveImpact } from '../../src/db/impact.ts';
import { switchKindOff } from '../../src/db/mail.ts';
import { getPlan } from '../../src/db/plans.ts';
import { saveReflection, saveReflectionMail } from '../../src/db/reflections.ts';
import { addShare } from '../../src/db/shares.ts';
import { replayed } from '../../src/alerts/replay.ts';
import { newId } from '../../src/http/private-link.ts';
import { addressIdOf } from '../../src/http/address-id.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { ANSWERED } from './addresses.ts';
import { aPng } from './pictures.ts';
import { aVisitor, type PlanVisitor } from './plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from './signed-in.ts';
import type { TestApp } from './test-app.ts';

/** Somebody with something of everything in their account, and the address of their first plan. */
export interface RichAccount {
  readonly owner: SignedInVisitor;
  readonly path: string;
}

const DAY = '2026-11-20' as IsoDate;

/** Two plans in one folder, one in another and one deleted; all that is kept beside a plan; alerts, and mails not wanted. */
export async function aRichAccount(service: TestApp, address: string): Promise<RichAccount> {
  const owner = await aSignedIn(service, address);
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  await visitor.save('/goals', { text: 'Lead reading', by: '2028-autumn-1' });
  await visitor.save('/phases/explore', { 'step-note': '', need: 'Too few read aloud.' }).catch(() => undefined);
  const path = await keepPlan(service, owner, visitor);
  const folder = path.split('/')[2] ?? '';
  for (const copy of ['as-it-is', 'year']) await owner.post(`/plans/${folder}`, { act: 'copy', number: '1', copy });
  await owner.post(`/plans/${folder}`, { act: 'delete', number: '3' });
  await keepPlan(service, owner, await aVisitor(service, ANSWERED));
  await keptBeside(service, owner, folder);
  await addPicture(service, visitor);
  await keptOfAccount(service, owner);
  return { owner, path };
}

async function keptBeside({ services: { db, clock } }: TestApp, owner: SignedInVisitor, folder: string): Promise<void> {
  const plan = (await getPlan(db, folder, 1))?.id ?? '';
  const now = clock.now();
  await saveReflection(db, plan, {
    prompt: '2-weeks',
    state: 'written',
    answers: { tried: 'Read aloud\nfor ten minutes.', next: 'Keep it.' },
    dueOn: DAY,
    from: 0,
    now,
  });
  await saveReflection(db, plan, { prompt: '6-weeks', state: 'skipped', answers: {}, dueOn: DAY, from: 0, now });
  await saveReflectionMail(db, plan, DAY);
  const words = { words: '', happenedOn: DAY, url: null, source: '', step: null, parts: [], file: null };
  const [note, reading] = [newId(), newId()];
  await addEvidence(
    db,
    plan,
    { ...words, id: note, kind: 'note', title: 'First fortnight', words: 'Went well.', step: 's1', parts: ['pupils'] },
    now,
  );
  await addEvidence(
    db,
    plan,
    { ...words, id: newId(), kind: 'link', title: 'The guide', url: 'https://www.example.org/guide?x=1#top' },
    now,
  );
  await addEvidence(
    db,
    plan,
    {
      ...words,
      id: reading,
      kind: 'reading',
      title: 'On reading aloud',
      source: 'A journal',
      words: 'Little and often.',
    },
    now,
  );
  await saveImpact(db, plan, {
    from: 0,
    impact: {
      purpose: 'job',
      name: 'S. Patel',
      need: 'Few read.',
      changed: 'More do.',
      next: '',
      steps: ['s1'],
      reflections: ['2-weeks'],
      evidence: [note, reading],
    },
    now,
  });
  await saveCaseDraft(db, plan, {
    from: 0,
    draft: {
      steps: ['s1'],
      why: 'Reading.',
      back: 'A talk.',
      asks: ['endorse'],
      days: 2,
      dayCost: 21000,
      travel: null,
    },
    now,
  });
  await addShare(db, {
    plan,
    keyHash: newId().replaceAll('-', '').padEnd(64, '9'),
    kind: 'line-manager',
    account: owner.account.id,
    name: 'Jo Lee',
    address: 'jo@school.example',
    sections: ['goals'],
    createdAt: now,
    expiresOn: '2027-03-01' as IsoDate,
    answerBy: '2026-12-08' as IsoDate,
    standsInFor: null,
  });
}

async function addPicture(service: TestApp, visitor: PlanVisitor): Promise<void> {
  const form = new FormData();
  form.set('title', 'The wall');
  form.set('words', 'What we hung up.');
  form.set('file', new File([new Uint8Array(aPng())], 'wall.png', { type: 'image/png' }));
  await service.post(`${visitor.path}/evidence/add/file`, form);
}

async function keptOfAccount({ services }: TestApp, owner: SignedInVisitor): Promise<void> {
  const { db, clock, catalogue, mail } = services;
  const { account } = owner;
  await saveAccountName(db, account.id, 'Sam Patel');
  const today = clock.today();
  for (const address of ['/opportunities?q=mentor', '/results']) {
    const { items } = await replayed(address, db, catalogue.on(today));
    await addAlert(db, { account: account.id, address, said: items, now: clock.now(), today });
  }
  await switchKindOff(db, addressIdOf(mail, account.address), 'alert', clock.now());
}

/** How many pieces of evidence the first plan has. */
export async function evidenceOf({ services: { db } }: TestApp, plan: string): Promise<number> {
  return (await findEvidence(db, plan)).length;
}
