import { expect } from 'vitest';
import { ANSWERED } from './addresses.ts';
import { attribute, pageOf, type Page } from './html.ts';
import { aVisitor, type PlanVisitor } from './plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from './signed-in.ts';
import type { Fields, TestApp } from './test-app.ts';

/** A mail as it waits to be sent. */
export interface WaitingMail {
  readonly to_address: string;
  readonly subject: string;
  readonly text_body: string;
  readonly html_body: string;
  readonly kind: string;
}

/** The mails that wait for somebody, the oldest first. */
export async function mailsTo({ services: { db } }: TestApp, address: string): Promise<readonly WaitingMail[]> {
  return db
    .selectFrom('mail')
    .select(['to_address', 'subject', 'text_body', 'html_body', 'kind'])
    .where('to_address', '=', address)
    .orderBy('queued_at')
    .orderBy('id')
    .execute();
}

/** Every path that the texts of mails to somebody hold a link to. */
export async function pathsMailedTo(service: TestApp, address: string, under: string): Promise<readonly string[]> {
  const mails = await mailsTo(service, address);
  return [...new Set(mails.flatMap((mail) => mail.text_body.match(new RegExp(`${under}[\\w/-]+`, 'g')) ?? []))];
}

/** A teacher who keeps a plan in their account. */
export interface Teacher {
  readonly signedIn: SignedInVisitor;
  /** `/plans/ID/1` */
  readonly path: string;
  readonly plan: PlanVisitor;
  page(below?: string): Promise<Page>;
  post(below: string, fields: Fields): Promise<Response>;
  /** Changes the plan as its own pages do. */
  change(fields: Readonly<Record<string, string>>, below?: string): Promise<void>;
}

export const STEPS = ['Watch two colleagues teach', 'Lead a staff meeting', 'Write it up'] as const;

/** A plan of three steps of one's own: s1, s2 and s3. */
export async function aTeacher(service: TestApp, address = 'sam.patel@school.example'): Promise<Teacher> {
  const plan = await aVisitor(service, ANSWERED);
  for (const [index, name] of STEPS.entries())
    await plan.save('/add', {
      name,
      route: 'reflect',
      when: `2027-spring-${index === 0 ? 1 : 2}`,
      lasts: '1',
      hours: '6',
    });
  const signedIn = await aSignedIn(service, address);
  const path = await keepPlan(service, signedIn, plan);
  const page = async (below = '') => {
    const response = await signedIn.get(`${path}${below}`);
    expect(response.status).toBe(200);
    return pageOf(response);
  };
  return {
    signedIn,
    path,
    plan,
    page,
    post: (below, fields) => signedIn.post(`${path}${below}`, fields),
    change: async (fields, below = '') => {
      expect((await plan.send(below, fields)).status).toBe(303);
    },
  };
}

export const SHARING = {
  name: 'Jo Hall',
  address: 'jo.hall@school.example',
  yourName: 'Sam Patel',
  answerIn: '10',
  worksFor: '120',
  standsInFor: '',
} as const;

/** Shares the plan through the page that checks it, and gives where the conversation is. */
export async function share(
  teacher: Teacher,
  given: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  const fields = { ...SHARING, version: await teacher.plan.version(), ...given };
  const checked = await teacher.post('/shares', { ...fields, act: 'check' });
  expect(checked.status).toBe(200);
  const sent = await teacher.post('/shares', { ...fields, act: 'share' });
  expect(sent.status).toBe(303);
  return (sent.headers.get('Location') ?? '').replace(teacher.path, '').replace(/\?.*/, '');
}

/** Whoever holds a link to a plan that is shared with them. */
export interface Reviewer {
  /** `/shared/KEY` */
  readonly path: string;
  get(below?: string): Promise<Response>;
  page(below?: string): Promise<Page>;
  /** Sends the form of a page that was loaded now, or of `page`. */
  send(fields: Fields, page?: Page): Promise<Response>;
}

export async function theReviewer(service: TestApp, address: string = SHARING.address): Promise<Reviewer> {
  const paths = await pathsMailedTo(service, address, '/shared/');
  return reviewerAt(service, paths.at(-1) ?? '');
}

export function reviewerAt(service: TestApp, path: string): Reviewer {
  const get = (below = '') => service.get(`${path}${below}`);
  const page = async (below = '') => pageOf(await get(below));
  return {
    path,
    get,
    page,
    send: async (fields, seen) =>
      service.post(path, { ...versionIn(seen ?? (await page())), act: 'answer', ...fields }),
  };
}

function versionIn(page: Page): { readonly version?: string } {
  const field = page.elements('input').find((input) => attribute(input, 'name') === 'version');
  const version = field && attribute(field, 'value');
  return version === undefined ? {} : { version };
}

/** A teacher and a reviewer who has said who they are. */
export async function aTalk(
  service: TestApp,
  given: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<{ readonly teacher: Teacher; readonly reviewer: Reviewer; readonly at: string }> {
  const unique = `${(talks += 1)}`;
  const teacher = await aTeacher(service, `sam${unique}@school.example`);
  const address = `jo${unique}@school.example`;
  const at = await share(teacher, { address, ...given });
  const reviewer = await theReviewer(service, address);
  expect((await reviewer.send({ act: 'confirm' })).status).toBe(303);
  return { teacher, reviewer, at };
}

let talks = 0;
