import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

test('every version can be looked at, and brought back as a new one', async () => {
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  await visitor.save('', { act: 'later', step: 's1' });
  await visitor.save('', { act: 'remove', step: 's1' });
  const history = await visitor.get('/history');
  expect(history.byRole('row').map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Version/),
    expect.stringMatching(/Removed “Mentor an early career teacher”\. This is the plan as it is now\./),
    expect.stringMatching(/Moved “Mentor an early career teacher” to Spring 1 of 2027\./),
    expect.stringMatching(/Started the plan\./),
  ]);
  const first = await visitor.get('/history/1');
  expect(first.text).toContain('Autumn 2 of 2026 to');
  const back = await visitor.save('/history/1', {});
  expect(back.text).toContain('Went back to version 1.');
  expect(back.section('s1')).toContain('Autumn 2 of 2026');
  expect((await visitor.get('/history')).byRole('row')).toHaveLength(5);
});

test('a long history comes in parts, and none of it twice', async () => {
  const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
  for (let count = 0; count < 60; count += 1)
    await visitor.save('', { act: count % 2 === 0 ? 'later' : 'earlier', step: 's1' });
  const newest = await visitor.get('/history');
  expect(newest.byRole('row')).toHaveLength(51);
  const [older] = newest.links('Older versions');
  const rest = await visitor.get((older?.href ?? '').replace(visitor.path, ''));
  expect(rest.byRole('row')).toHaveLength(12);
  expect(rest.links('Older versions')).toEqual([]);
});

test.for(['/history/0', '/history/99', '/history/x', '/history/1e9'])('%s is no version', async (below) => {
  const visitor = await aVisitor(service);
  expect((await service.get(`${visitor.path}${below}`)).status).toBe(404);
});
