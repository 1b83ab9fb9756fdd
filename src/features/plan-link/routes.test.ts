import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTML_RULES } from '../../../test/support/html-rules.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

const logged: string[] = [];
let service: TestApp;
beforeAll(async () => {
  service = await testApp({ log: (entry) => logged.push(JSON.stringify(entry)) });
});
afterAll(() => service.close());

const mails = () =>
  service.services.db.selectFrom('mail').selectAll().where('kind', '=', 'own-plan').orderBy('queued_at').execute();

const send = (plan: PlanVisitor, address: string, headers = {}) =>
  service.post(`${plan.path}/link`, { address }, headers);

async function validPage(response: Response) {
  const html = await response.clone().text();
  const { results } = await new HtmlValidate(HTML_RULES).validateString(html);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  return pageOf(response);
}

describe('a plan’s private link', () => {
  test('is mailed to the address its holder gives, and its key stands in the body alone', async () => {
    const plan = await aVisitor(service);
    const offer = await validPage(await service.get(`${plan.path}/link`));
    expect(offer.byRole('button').map(({ name }) => name)).toEqual(['Send me this link']);
    const before = (await mails()).length;
    const response = await send(plan, ' Sam.Patel@School.example ');
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect((await validPage(response)).text).toContain('We have sent the private link to');
    const [mail, ...others] = (await mails()).slice(before);
    expect(others).toEqual([]);
    const key = plan.folder.replace('/plans/', '');
    expect(mail?.to_address.toLowerCase()).toBe('sam.patel@school.example');
    for (const body of [mail?.text_body, mail?.html_body]) expect(body).toContain(plan.folder);
    expect(`${mail?.subject} ${mail?.message_id} ${mail?.to_name}`).not.toContain(key);
    const job = await service.services.db
      .selectFrom('job')
      .selectAll()
      .where('id', '=', mail?.id ?? '')
      .execute();
    expect(JSON.stringify(job)).not.toContain(key);
    expect(logged.join('\n')).not.toContain(key);
    await service.services.jobs.runDue();
    expect(JSON.stringify(await mails())).not.toContain(key);
  });

  test.each(['', 'sam', 'sam@', 'a@b.example, c@d.example', 'sam@school.example\r\nBcc: all@school.example'])(
    'is sent to no such address: %j',
    async (address) => {
      const plan = await aVisitor(service);
      const before = (await mails()).length;
      const response = await send(plan, address);
      expect(response.status).toBe(422);
      const page = await validPage(response);
      expect(page.title).toMatch(/^Error: /);
      expect((await mails()).length).toBe(before);
    },
  );

  test('is sent five times a day for one plan, and five times to one address', async () => {
    const plan = await aVisitor(service);
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect((await send(plan, `${name}@folder.example`)).status).toBe(200);
    const refused = await send(plan, 'f@folder.example');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    for (let times = 0; times < 5; times += 1)
      expect((await send(await aVisitor(service), 'same@address.example')).status).toBe(200);
    expect((await send(await aVisitor(service), 'SAME@address.example')).status).toBe(429);
  });

  test('is not known where the plan was opened from an account, and that is said', async () => {
    const owner = await aSignedIn(service);
    const path = await keepPlan(service, owner, await aVisitor(service));
    const page = await validPage(await owner.get(`${path}/link`));
    expect(page.byRole('button')).toEqual([]);
    expect(page.text).toContain('cannot send it from here');
    const before = (await mails()).length;
    await owner.post(`${path}/link`, { address: 'sam@school.example' });
    expect((await mails()).length).toBe(before);
  });
});
