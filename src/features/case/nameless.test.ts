import { expect, test } from 'vitest';
import { aCaseTeacher, confirmed } from '../../../test/support/case-visitors.ts';
import { textOfPages } from '../../../test/support/pdf-text.ts';
import { soundPage } from '../../../test/support/sign-in.ts';
import { testApp } from '../../../test/support/test-app.ts';

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

test('whoever has taken their name out is called the teacher, on each page and on paper', async () => {
  const service = await testApp();
  const teacher = await aCaseTeacher(service);
  const link = await teacher.send();
  const rename = (name: string) => teacher.owner.post('/account', { act: 'name', name });
  expect((await rename('')).status).toBe(303);
  expect((await soundPage(await service.get(link))).text).toContain(
    'The teacher asks Jo Reed for an answer as sponsor',
  );
  await confirmed(service, link);
  const page = await soundPage(await service.get(link));
  expect(page.text).toContain('A case from the teacher, ');
  expect(page.text).toContain('The teacher is told that you have answered');
  const paper = await service.get(`${link}/case.pdf`);
  const text = textOfPages(new Uint8Array(await paper.arrayBuffer())).join('');
  expect(squeezed(text)).toContain(squeezed('From the teacher, '));
  expect((await rename('Sam Patel')).status).toBe(303);
  expect((await soundPage(await service.get(link))).text).toContain('A case from Sam Patel, ');
  await service.close();
});
