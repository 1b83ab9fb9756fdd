import { expect, test } from 'vitest';
import { aPlan, aStep } from '../../../test/support/plan-builders.ts';
import { aProfile } from '../../../test/support/builders.ts';
import { mainRoute } from './plan-route.ts';

test.each([
  ['most of its steps', ['lead', 'share', 'share'], ['expand'], 'share'],
  ['the earlier route where two have as many steps', ['share', 'lead'], ['expand'], 'lead'],
  ['the first aim where there are no steps', [], ['expand', 'lead'], 'expand'],
  ['what every teacher can start on where nothing is told', [], [], 'reflect'],
] as const)('a plan follows %s', (_, routes, aims, route) => {
  const steps = routes.map((one, index) => aStep({ id: `s${index + 1}`, route: one }));
  expect(mainRoute(aPlan({ steps, profile: aProfile({ aims }) }))).toBe(route);
});

test('a dropped step is not followed', () => {
  const steps = [aStep({ id: 's1', route: 'lead', state: 'dropped' }), aStep({ id: 's2', route: 'deepen' })];
  expect(mainRoute(aPlan({ steps }))).toBe('deepen');
});
