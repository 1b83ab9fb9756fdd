import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeOldPlans } from '../../../test/support/remove-plans.ts';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { aVisitor, visitorAt } from '../../../test/support/plan-visitor.ts';
import { aSignedIn } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { planText } from '../../schemas/plan-schema.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const MANY = `[${Array<number>(300_000).fill(0).join()}]`;
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
type Sender = { post(path: string, form: FormData): Promise<Response> };
const accountText = (plans: string) => `{"form":"next-steps-account","schema":1,"plans":${plans}}`;

const bringIn = async (text: string | Uint8Array<ArrayBuffer>, key = '', from: Sender = service) => {
  const form = new FormData();
  form.set('file', new File([text], 'plan.json', { type: 'application/json' }));
  form.set('key', key);
  return from.post('/plans/bring-in', form);
};

describe('a folder', () => {
  test('the same press sent twice makes one copy; another press makes another', async () => {
    const visitor = await aVisitor(service);
    const page = await pageOf(await service.get(visitor.folder));
    const once = page.elements('input').find((input) => attribute(input, 'name') === 'once');
    const press = { act: 'copy', number: '1', copy: 'year', once: (once && attribute(once, 'value')) ?? '' };
    expect(press.once).not.toBe('');
    const [first, second] = [await service.post(visitor.folder, press), await service.post(visitor.folder, press)];
    expect(first.headers.get('Location')).toBe(`${visitor.folder}/2?new`);
    expect(second.headers.get('Location')).toBe(`${visitor.folder}/2?new`);
    const other = await service.post(visitor.folder, { ...press, copy: 'term' });
    expect(other.headers.get('Location')).toBe(`${visitor.folder}/3?new`);
  });

  test('lists a plan with its figures, and a copy a year later beside it', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
    const made = await service.post(visitor.folder, { act: 'copy', number: '1', copy: 'year' });
    expect(made.headers.get('Location')).toBe(`${visitor.folder}/2?new`);
    const copy = await pageOf(await service.get(`${visitor.folder}/2`));
    expect(copy.headings(1)).toEqual(['My next steps, if I wait a year']);
    expect(copy.section('s1')).toContain('Autumn 2 of 2027');
    const list = await pageOf(await service.get(visitor.folder));
    expect(list.headings(1)).toEqual(['Your plans']);
    expect(list.byRole('row', /^My next steps/)).toHaveLength(2);
    expect((await visitor.get()).section('s1')).toContain('Autumn 2 of 2026');
  });

  test('deletes a plan, which then opens no more, and brings it back as it was', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const before = (await visitor.get()).section('steps');
    await service.post(visitor.folder, { act: 'delete', number: '1' });
    expect((await service.get(visitor.path)).status).toBe(404);
    const list = await pageOf(await service.get(visitor.folder));
    expect(list.section('deleted')).toContain('It can be brought back until 23 December 2026.');
    await service.post(visitor.folder, { act: 'bring-back', number: '1' });
    expect((await visitor.get()).section('steps')).toBe(before);
  });

  test('holds thirty plans, and says so of the next', async () => {
    const visitor = await aVisitor(service);
    for (let count = 1; count < 30; count += 1)
      expect((await service.post(visitor.folder, { act: 'copy', number: '1' })).status).toBe(303);
    const full = await service.post(visitor.folder, { act: 'copy', number: '1' });
    expect(full.status).toBe(422);
    expect((await pageOf(full)).text).toContain('A private link holds up to 30 plans');
  });

  test.for(['abc', 'NaN', '1e400', '1.5', '-1', '99999999999', ''])('there is no plan number %s', async (number) => {
    const visitor = await aVisitor(service);
    for (const act of ['copy', 'delete', 'bring-back', 'new'])
      expect([303, 404]).toContain((await service.post(visitor.folder, { act, number })).status);
    expect((await service.get(visitor.path)).status).toBe(200);
  });

  test('a deleted plan is gone for good after thirty days, and so is the folder it leaves empty', async () => {
    const visitor = await aVisitor(service);
    await service.post(visitor.folder, { act: 'delete', number: '1' });
    await removeOldPlans(service);
    expect((await service.get(visitor.folder)).status).toBe(200);
    await service.services.db
      .updateTable('plan')
      .set({ deleted_at: '2026-10-24T08:59:59.000Z' })
      .where('deleted_at', 'is not', null)
      .execute();
    expect(await removeOldPlans(service)).toBe(1);
    expect((await service.get(visitor.folder)).status).toBe(404);
    expect(await removeOldPlans(service)).toBe(0);
  });
});

describe('a plan brought in', () => {
  test('from a file is the plan that was taken away', async () => {
    const plan = aPlan({ title: 'From elsewhere', steps: [aStep({ name: 'Something of mine' })] });
    const answer = await bringIn(planText(plan, 2));
    expect(answer.status).toBe(303);
    const page = await visitorAt(service, answer.headers.get('Location') ?? '').get();
    expect(page.headings(1)).toEqual(['From elsewhere']);
    expect(page.section('s1')).toContain('Something of mine');
  });

  test('shows hostile words as words', async () => {
    const name = '<script>alert(1)</script> "\'&{{npq}} \u202e=cmd|';
    const answer = await bringIn(planText(aPlan({ title: name.slice(0, 60), steps: [aStep({ name })] })));
    const page = await visitorAt(service, answer.headers.get('Location') ?? '').get();
    expect(page.text).toContain(name);
    expect(page.elements('script').every((script) => script.attrs.some(({ name: key }) => key === 'src'))).toBe(true);
  });

  test.for([
    ['not JSON', 'hello', 'It is not a plan: the file is not JSON.'],
    ['another shape', '{"schema":1,"title":"x"}', 'It cannot be read as a plan.'],
    ['another form', '{"schema":2}', 'a plan of another form'],
    ['a step that needs itself', planText(aPlan({ steps: [aStep({ needs: ['s1'] })] })), '“A step” needs itself'],
    [
      'steps in a circle',
      planText(aPlan({ steps: [aStep({ needs: ['s2'] }), aStep({ id: 's2', needs: ['s1'] })] })),
      'in a circle',
    ],
    ['negative hours', planText(aPlan({ steps: [aStep({ hours: [-1] })] })), 'hours cannot be less than none'],
    [
      'a half term that does not exist',
      planText(aPlan({ steps: [aStep({ start: '2027-winter-9' as never })] })),
      'there is no such half term',
    ],
    ['an empty file', '', 'Choose the file that you took away'],
  ])('is refused in one sentence where it is %s', async ([, text, words]) => {
    const answer = await bringIn(text ?? '');
    expect(answer.status).toBe(422);
    const page = await pageOf(answer);
    expect(page.title).toMatch(/^Error: /);
    expect(page.byRole('alert')[0]?.name ?? page.text).toContain(words);
  });

  test.for([
    ['many steps', `{"schema":1,"steps":${MANY}}`, 'lists more than any plan holds'],
    ['steps within steps', `{"schema":1,"steps":${DEEP}}`, 'lists more than any plan holds'],
  ])('of %s is refused before each is judged', async ([, text, words]) => {
    const answer = await bringIn(text ?? '');
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).text).toContain(words);
  });

  test.for([
    [
      'ten thousand steps',
      planText(
        aPlan({ stepsMade: 10_000, steps: Array.from({ length: 10_000 }, (_, n) => aStep({ id: `s${n + 1}` })) }),
      ),
    ],
    ['two megabytes', 'x'.repeat(2_000_000)],
  ])('of %s is too much for whoever is not signed in', async ([, text]) => {
    const refused = await bringIn(text ?? '');
    expect(refused.status).toBe(413);
    expect((await pageOf(refused)).text).toContain('up to 1 MB, and this one is larger, so nothing was brought in');
  });

  test('of more than one megabyte is no plan either for whoever is', async () => {
    const refused = await bringIn(`{"schema":1,"more":"${'x'.repeat(1_100_000)}"}`, '', await aSignedIn(service));
    expect(refused.status).toBe(422);
    expect((await pageOf(refused)).text).toContain('That file is larger than any plan');
  });

  test('that is an account’s is brought in once somebody is signed in', async () => {
    const text = accountText(`[{"folder":"a","plan":${planText(aPlan())}}],"other":"${'x'.repeat(900_000)}"`);
    const refused = await bringIn(text);
    expect(refused.status).toBe(422);
    expect((await pageOf(refused)).text).toContain('That is the file of an account. Sign in first');
    expect((await bringIn(text, '', await aSignedIn(service))).status).toBe(303);
  });

  test.for([
    ['a plan of many steps', `[{"folder":"a","plan":{"steps":${MANY}}}]`, 'it lists more than anything we wrote'],
    ['many plans', MANY, 'Plan 1, on line 1 of the file, stands in the way.'],
    ['no list of plans', '{"length":1}', '“plans”, on line 1 of the file, has to be a list.'],
    ['steps within steps of a plan', `[{"folder":"a","plan":${DEEP}}]`, 'it lies deeper than anything we wrote'],
  ])('that is an account’s, of %s, is refused before all of it is judged', async ([, plans, words]) => {
    const refused = await bringIn(accountText(plans ?? ''), '', await aSignedIn(service));
    expect(refused.status).toBe(422);
    expect((await pageOf(refused)).text).toContain(words);
  });

  test('goes into no folder whose key is not known', async () => {
    expect((await bringIn(planText(aPlan()), 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });
});

test('a network brings in up to sixty files an hour, and is told when there are more', async () => {
  const flooded = await testApp();
  const form = () => {
    const made = new FormData();
    made.set('file', new File(['x'], 'plan.json'));
    return made;
  };
  for (let count = 0; count < 60; count += 1) expect((await flooded.post('/plans/bring-in', form())).status).toBe(422);
  const refused = await flooded.post('/plans/bring-in', form());
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
  expect((await pageOf(refused)).text).toContain('Yours is not lost');
  const owner = await aSignedIn(flooded);
  expect((await owner.post('/plans/bring-in', form())).status).toBe(422);
  await flooded.close();
});

describe('a flood', () => {
  let flooded: TestApp;
  beforeAll(async () => {
    flooded = await testApp();
  });
  afterAll(() => flooded.close());

  /** As if all but one of an hour's attempts had been made. */
  const nearly = (kind: string, times: number) =>
    flooded.services.db
      .updateTable('attempt')
      .set({ times: times - 1 })
      .where('kind', '=', kind)
      .execute();

  test('of plans from one network is stopped at three hundred an hour, copies among them', async () => {
    const visitor = await aVisitor(flooded);
    await nearly('plan-from-network', 300);
    expect((await flooded.post(visitor.folder, { act: 'copy', number: '1' })).status).toBe(303);
    for (const refused of [
      await flooded.post('/plans', {}),
      await flooded.post(visitor.folder, { act: 'copy', number: '1' }),
      await flooded.post(visitor.folder, { act: 'new', number: '1' }),
    ]) {
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
      expect((await pageOf(refused)).text).toContain('Wait a while, then start yours.');
    }
    expect((await flooded.get(visitor.path)).status).toBe(200);
  });

  test('of changes to one plan is stopped at six hundred an hour, and the plan stands', async () => {
    const brought = await bringIn(planText(aPlan()), '', flooded);
    const visitor = visitorAt(flooded, brought.headers.get('Location') ?? '');
    await visitor.save('/goals', { text: 'The first' });
    await nearly('save', 600);
    await visitor.save('/goals', { text: 'The last' });
    const refused = await visitor.send('/goals', { text: 'One too many' });
    expect(refused.status).toBe(429);
    expect((await pageOf(refused)).text).toContain('It is kept as it stands');
    const goals = (await visitor.get('/goals')).text;
    expect(goals).toContain('The last');
    expect(goals).not.toContain('One too many');
  });
});
