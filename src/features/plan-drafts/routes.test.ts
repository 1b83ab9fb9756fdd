import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { createApp } from '../../app.ts';
import { PlannerBusy, type PlannerAsked } from '../../planning/planner.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const TOLD = `${ANSWERED}&at-work=line-manager&aims=share&hours=2`;

describe('drafts', () => {
  test('three stand side by side with the plan as it is, each proved and with its reasons', async () => {
    const visitor = await aVisitor(service, TOLD);
    // A page waits three seconds for the proofs and shows what there is; a busy machine needs another look.
    const page = await vi.waitFor(
      async () => {
        const shown = await visitor.get('/drafts');
        for (const draft of ['soonest', 'lightest']) expect(shown.section(draft)).toContain('Proved: ');
        return shown;
      },
      { timeout: 50_000, interval: 200 },
    );
    expect(
      page
        .byRole('columnheader')
        .map(({ name }) => name)
        .filter((name) => name !== ''),
    ).toEqual(['Soonest', 'Lightest', 'Cheapest', 'Your plan now']);
    expect(page.section('soonest')).toContain('Proved: no other choice of these steps does better.');
    expect(page.section('soonest')).toContain('Why: It is on a route you want: Share expertise.');
  });

  test('one is taken as it was shown, fits its hours, and the taking is undone', async () => {
    const visitor = await aVisitor(service, TOLD);
    const html = await (await service.get(`${visitor.path}/drafts`)).text();
    const form = html.split('</form>').find((one) => one.includes('name="take"')) ?? '';
    const take = [...form.matchAll(/name="take" value="([^"]+)"/g)].map(([, value = '']) => value);
    const taken = await visitor.save('/drafts', { take });
    expect(taken.text).toMatch(/Took a draft of \d+ steps\./);
    expect(taken.text).not.toContain('too full');
    const undone = await visitor.save('', { act: 'undo' });
    expect(undone.text).toContain('Nothing is planned yet');
  });

  test('what has to be in is in, and what must not be is not', async () => {
    const visitor = await aVisitor(service, TOLD);
    const page = await visitor.get('/drafts?must=school-governor-or-trustee&never=ect-mentor');
    expect(page.section('soonest')).not.toContain('Mentor an early career teacher');
    const settings = await visitor.save('/settings', {
      title: 'Longer',
      hours: '3',
      first: '2026-autumn-2',
      'half-terms': '30',
      aims: ['share'],
      sponsor: 'yes',
      'line-manager': 'yes',
    });
    expect(settings.headings(1)).toEqual(['Longer']);
    const longer = await visitor.get('/drafts?must=school-governor-or-trustee');
    expect(longer.section('soonest')).toContain('governor');
  });

  test('a goal is worked back from, with its soonest half term and what an hour more would bring', async () => {
    const visitor = await aVisitor(service, TOLD.replace('hours=2', 'hours=5'));
    const page = await visitor.get('/drafts?goal=assistant-head');
    expect(page.headings(2)).toContain('Apply for assistant headships: Autumn 1 of 2029 at the soonest');
    expect(page.section('soonest')).toContain('NPQ in Senior Leadership');
    expect(page.section('soonest')).toContain('Not announced:');
  });

  test('where hours stand in the way it says so, and with how many the goal is reached', async () => {
    const visitor = await aVisitor(service, TOLD.replace('hours=2', 'hours=0.5'));
    const page = await visitor.get('/drafts?goal=assistant-head');
    expect(page.section('goal-reached')).toMatch(
      /Your hours stand in the way\. With [\d.]+ hours a week instead of 0\.5 it is/,
    );
  });

  test('where nothing would help it says that too', async () => {
    const visitor = await aVisitor(service, TOLD.replace('hours=2', 'hours=5'));
    const page = await visitor.get('/drafts?goal=headship&never=npq-headship');
    expect(page.section('goal-reached')).toContain('Neither hours nor money would help');
  });

  test('what no draft of ours holds is refused', async () => {
    const visitor = await aVisitor(service, TOLD);
    for (const take of ['', 'no-such-step@2027-spring-1', 'ect-mentor@2027-winter-1', 'ect-mentor@2020-spring-1']) {
      const answer = await visitor.send('/drafts', { take });
      expect(answer.status).toBe(422);
      expect((await pageOf(answer)).text).toContain('Draft again.');
    }
  });
});

describe('a page of drafts', () => {
  const appWith = (ask: () => PlannerAsked) =>
    createApp({ ...service.services, planner: { ask, close: async () => undefined } });

  test('shows the best found and how far from the best it can be, where the proof takes longer', async () => {
    const visitor = await aVisitor(service, TOLD);
    const never = new Promise<never>(() => undefined);
    const best = { chosen: [{ id: 'ect-mentor', start: 1 }], value: 10, cost: 0, gap: 0.214 };
    const app = appWith(() => ({ best: () => best, done: never }));
    const start = performance.now();
    const response = await app.request(`${visitor.path}/drafts`);
    expect(performance.now() - start).toBeLessThan(8000);
    const page = await pageOf(response);
    expect(page.text).toContain('Some of it is still being worked out.');
    expect(page.section('soonest')).toContain('at most 22 in a hundred of its worth could be gained');
    expect(page.links('Look again')).toHaveLength(1);
  });

  test('is asked for again later, where too many wait already', async () => {
    const visitor = await aVisitor(service, TOLD);
    const app = appWith(() => {
      const done = Promise.reject(new PlannerBusy('sixty wait'));
      done.catch(() => undefined);
      return { best: () => undefined, done };
    });
    const response = await app.request(`${visitor.path}/drafts`);
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('5');
  });
});
