import { expect } from 'vitest';
import { pageOf, type Page } from './html.ts';
import { aVisitor } from './plan-visitor.ts';
import { waitingMails } from './sign-in.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from './signed-in.ts';
import type { Fields, TestApp } from './test-app.ts';

/** A teacher signed in whose plan holds an NPQ, at `/plans/FOLDER/1`. */
export interface CaseTeacher {
  readonly owner: SignedInVisitor;
  readonly path: string;
  /** The same plan under its private link. */
  readonly link: string;
  page(below: string): Promise<Page>;
  post(below: string, fields: Fields): Promise<Response>;
  /** Saves the case with the version that stands. */
  write(fields?: Fields): Promise<Response>;
  /** Saves and sends it, and gives the path of the sponsor's link. */
  send(fields?: Readonly<Record<string, string>>): Promise<string>;
}

const TOLD = 'v=1&npqs=npq-leading-literacy&setting=primary-school&role=class-teacher&school=143064';

export const CASE_FIELDS = {
  act: 'save',
  steps: 's1',
  why: 'Year 4 readers stall at longer words.',
  back: 'I will train two colleagues.',
  asks: ['endorse', 'pay-if-unfunded', 'arrange-cover'],
  days: '4',
  'day-cost': '',
  travel: '£60',
} as const;

export const SENDING = { name: 'Jo Reed', address: 'jo.reed@evelynstreet.example', 'own-name': 'Sam Patel' } as const;

/** The answer a head gives, with every field it needs. */
export const ANSWERED = {
  act: 'answer',
  after: '0',
  answer: 'yes',
  'ask-endorse': 'yes',
  'ask-pay-if-unfunded': 'if',
  'ask-pay-if-unfunded-if': 'the budget is set by May',
  'ask-arrange-cover': 'yes',
  name: 'Jo Reed',
  role: 'headteacher',
} as const;

export async function aCaseTeacher(
  service: TestApp,
  { address = 'sam.patel@school.example', told = TOLD }: { readonly address?: string; readonly told?: string } = {},
): Promise<CaseTeacher> {
  const owner = await aSignedIn(service, address);
  const visitor = await aVisitor(service, told, 'npq-senior-leadership');
  const path = await keepPlan(service, owner, visitor);
  const page = (below: string) => owner.page(`${path}${below}`);
  const post = (below: string, fields: Fields) => owner.post(`${path}${below}`, fields);
  const write = async (fields: Fields = CASE_FIELDS) => {
    const version = hidden(await page('/case'), 'version');
    return post('/case', { version, ...fields } as Fields);
  };
  return {
    owner,
    path,
    link: visitor.path,
    page,
    post,
    write,
    send: async (fields = SENDING) => {
      expect((await write()).status).toBe(303);
      const before = (await caseLinks(service)).length;
      const version = hidden(await page('/case'), 'version');
      const response = await post('/case/send', { act: 'send', version, ...fields });
      expect(response.status).toBe(303);
      const links = await caseLinks(service);
      expect(links).toHaveLength(before + 1);
      return links.at(-1) ?? '';
    },
  };
}

/** The links of all cases that were mailed, the oldest first. */
export async function caseLinks(service: TestApp): Promise<readonly string[]> {
  const mails = await waitingMails(service);
  return mails.flatMap(({ text }) => /\/case\/[\w-]{32}/.exec(text)?.[0] ?? []);
}

export function hidden(page: Page, name: string): string {
  for (const input of page.elements('input')) {
    const of = (attribute: string) => input.attrs.find((one) => one.name === attribute)?.value;
    if (of('name') === name) return of('value') ?? '';
  }
  return '';
}

/** Opens a sponsor's link and says who they are. */
export async function confirmed(service: TestApp, link: string): Promise<Page> {
  expect((await service.post(link, { act: 'confirm' })).status).toBe(303);
  return pageOf(await service.get(link));
}
