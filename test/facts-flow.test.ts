import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveShippedContent } from '../src/db/catalogue.ts';
import { topicsIn } from '../src/domain/prose.ts';
import type { Catalogue } from '../src/domain/catalogue/catalogue.ts';
import type { Opportunity } from '../src/domain/catalogue/opportunity.ts';
import { pageOf } from './support/html.ts';
import { testApp, type TestApp } from './support/test-app.ts';

const CHANGED = 'a figure changed for this test';

let site: TestApp;

beforeAll(async () => {
  site = await testApp();
});

afterAll(() => site.close());

/** The topics an opportunity's page prints as figures: in its prose and in its figures, not only as evidence. */
function printedTopics(opportunity: Opportunity): ReadonlySet<string> {
  const { figures, what, summary, suits, firstStep, asksOfYou = '', asksOfSchool = '' } = opportunity;
  const inFigures = Object.values(figures).flatMap((figure: Opportunity['figures']['time'] | undefined) =>
    figure && 'fact' in figure ? [figure.fact] : [],
  );
  return new Set([...inFigures, ...[summary, ...what, suits, firstStep, asksOfYou, asksOfSchool].flatMap(topicsIn)]);
}

function withChangedFact(catalogue: Catalogue, topic: string): Catalogue {
  return {
    ...catalogue,
    version: `${catalogue.version}-${topic}`,
    facts: catalogue.facts.map((fact) => (fact.topic === topic ? { ...fact, value: CHANGED } : fact)),
  };
}

test('changing one fact changes every page that states it', async () => {
  const before = site.services.catalogue.current();
  const on = site.services.catalogue.on(site.services.clock.today());
  const byTopic = new Map<string, Opportunity[]>();
  for (const opportunity of on.opportunities) {
    for (const topic of printedTopics(opportunity)) byTopic.set(topic, [...(byTopic.get(topic) ?? []), opportunity]);
  }
  const busiest = [...byTopic].filter(([topic]) => on.facts.has(topic)).toSorted(([, a], [, b]) => b.length - a.length);
  expect(busiest.length).toBeGreaterThan(50);
  for (const [topic, opportunities] of busiest.slice(0, 12)) {
    await saveShippedContent(site.services.db, withChangedFact(before, topic), '2026-11-23T10:00:00.000Z');
    await site.services.catalogue.refresh();
    for (const opportunity of opportunities) {
      const page = await pageOf(await site.get(`/opportunities/${opportunity.id}`));
      expect(page.text, `${opportunity.id} states ${topic}`).toContain(CHANGED);
    }
  }
  await saveShippedContent(
    site.services.db,
    { ...before, version: `${before.version}-restored` },
    '2026-11-23T11:00:00.000Z',
  );
  await site.services.catalogue.refresh();
  const [first] = busiest[0]?.[1] ?? [];
  const restored = await pageOf(await site.get(`/opportunities/${first?.id}`));
  expect(restored.text).not.toContain(CHANGED);
});
