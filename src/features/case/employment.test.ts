import { expect, test } from 'vitest';
import {
  aCaseTeacher,
  ANSWERED,
  CASE_FIELDS,
  caseLinks,
  confirmed,
  hidden,
  SENDING,
} from '../../../test/support/case-visitors.ts';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { testApp } from '../../../test/support/test-app.ts';

test('asks whether somebody works at the school for a yes or a no', async () => {
  const service = await testApp();
  const teacher = await aCaseTeacher(service, { address: 'works@school.example' });
  await teacher.write({ ...CASE_FIELDS, asks: ['confirm-employment'] });
  const version = hidden(await teacher.page('/case'), 'version');
  await teacher.post('/case/send', { act: 'send', version, ...SENDING });
  const link = (await caseLinks(service)).at(-1) ?? '';
  const page = await confirmed(service, link);
  const offered = page.elements('input').filter((one) => attribute(one, 'name') === 'ask-confirm-employment');
  expect(offered.map((one) => attribute(one, 'value'))).toEqual(['yes', 'no']);
  const answer = { ...ANSWERED, answer: 'if', condition: 'after Easter', 'ask-confirm-employment': 'if' };
  const refused = await service.post(link, answer);
  expect(refused.status).toBe(422);
  expect((await pageOf(refused)).text).toContain('works at the school: choose yes or no');
  await service.close();
});
