import { expect, test } from 'vitest';
import { aCaseTeacher, ANSWERED, confirmed } from '../../../test/support/case-visitors.ts';
import { forBothDatabases } from '../../../test/support/both-databases.ts';
import { testApp } from '../../../test/support/test-app.ts';

const MISSING = 'your head to back you, and you have not told us that they do';

forBothDatabases('a plan', (_, database) => {
  test('asks for a sponsor until one says yes without a condition, then no longer, its agenda neither', async () => {
    const service = await testApp({ database });
    const teacher = await aCaseTeacher(service);
    expect((await teacher.page('')).text).toContain(MISSING);
    expect((await teacher.page('/agenda')).text).toContain('Will the head back “NPQ in Senior Leadership”?');
    const link = await teacher.send();
    await confirmed(service, link);
    const condition = { answer: 'if', condition: 'cover is found' };
    expect((await service.post(link, { ...ANSWERED, ...condition })).status).toBe(303);
    expect((await teacher.page('')).text).toContain(MISSING);
    expect((await service.post(link, { ...ANSWERED, after: '1' })).status).toBe(303);
    for (const below of ['', '/steps/s1', '/shares']) expect((await teacher.page(below)).text).not.toContain(MISSING);
    expect((await teacher.page('/agenda')).text).not.toContain('Will the head back');
    await service.close();
  });
});
