import { HtmlValidate } from 'html-validate';
import { expect } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Log } from '../../src/http/request-log.ts';
import { HTML_RULES } from './html-rules.ts';
import { pageOf, readPage, type Page } from './html.ts';
import type { Fields, TestApp } from './test-app.ts';

/** A mail that waits to be sent, as its reader will see it. */
export interface WaitingMail {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
}

/** Mails that wait, to one address or to all, the oldest first. */
export async function waitingMails({ services }: TestApp, address?: string): Promise<readonly WaitingMail[]> {
  const rows = await services.db
    .selectFrom('mail')
    .select(['to_address as address', 'subject', 'text_body as text'])
    .where('text_body', '!=', '')
    .orderBy('queued_at')
    .execute();
  return address === undefined ? rows : rows.filter((row) => row.address === address);
}

/** The path of a link in a mail. */
export function linkIn({ text }: WaitingMail): string {
  return /\/sign-in\/[\w-]{32}/.exec(text)?.[0] ?? '';
}

/** Asks for a link as a person does, and takes it from the one mail that is new. */
export async function askForLink(service: TestApp, address: string, fields: Fields = {}): Promise<string> {
  const before = new Set((await waitingMails(service, address)).map(linkIn));
  const answer = await service.post('/sign-in', { address, ...fields } as Fields);
  if (answer.status !== 200) throw new Error(`asking for a link answered ${answer.status}`);
  const [link, ...others] = (await waitingMails(service, address)).map(linkIn).filter((one) => !before.has(one));
  if (link === undefined || others.length > 0) throw new Error('there is not one new mail');
  return link;
}

/** A browser: holds cookies as browsers do, for one host, and follows nothing by itself. */
export class Browser {
  readonly #service: TestApp;
  readonly #headers: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, string>();

  constructor(service: TestApp, headers: Readonly<Record<string, string>> = {}) {
    this.#service = service;
    this.#headers = headers;
  }

  async get(path: string): Promise<Response> {
    return this.#took(await this.#service.get(path, this.#sent()));
  }

  async page(path: string): Promise<Page> {
    return pageOf(await this.get(path));
  }

  async post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#took(await this.#service.post(path, fields, { ...this.#sent(), ...headers }));
  }

  #sent(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...this.#headers, ...(cookie === '' ? {} : { Cookie: cookie }) };
  }

  #took(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.some((one) => one === 'Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** The same service at another moment. */
export function atInstant(service: TestApp, now: string, log?: Log): TestApp {
  const today = service.services.clock.today();
  const services = { ...service.services, clock: { today: () => today, now: () => now } };
  const app = createApp(services, log);
  return {
    ...service,
    app,
    services,
    get: async (path, headers = {}) => app.request(path, { headers }),
    post: async (path, fields, headers = {}) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields as Record<string, string>);
      return app.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });
    },
  };
}

/** Signs somebody in as they do themselves, by the link in a mail. */
export async function signIn(service: TestApp, browser: Browser, address: string, fields: Fields = {}) {
  const link = await askForLink(service, address, fields);
  return browser.post(link, { keep: 'yes' });
}

const validator = new HtmlValidate(HTML_RULES);

/** The page of an answer, once its HTML is found to be valid under one first heading and to be kept nowhere. */
export async function soundPage(response: Response): Promise<Page> {
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  const html = await response.text();
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  const page = readPage(html);
  expect(page.headings(1)).toHaveLength(1);
  return page;
}
