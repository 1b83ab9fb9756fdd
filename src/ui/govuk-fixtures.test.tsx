import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { normalise } from './govuk-fixtures-dom.ts';
import { RENDERERS } from './govuk-fixtures-render.tsx';
import { SKIPPED } from './govuk-fixtures-skipped.ts';
import { render } from './render.ts';

interface Fixture {
  readonly name: string;
  readonly options: unknown;
  readonly html: string;
}

function fixturesOf(component: string): readonly Fixture[] {
  const file = new URL(import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`));
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures;
}

/** What we make of a fixture. A component that cannot take its options at all has made something else of it. */
function renderCase(component: string, { options }: Fixture): string {
  const renderer = RENDERERS[component];
  if (!renderer) throw new Error(`No renderer for ${component}`);
  try {
    return normalise(render(renderer(options)));
  } catch (error) {
    return `cannot render: ${String(error)}`;
  }
}

const components = Object.keys(RENDERERS);
const cases = components.flatMap((component) => fixturesOf(component).map((fixture) => ({ component, fixture })));
const skipped = cases.filter(({ component, fixture }) => SKIPPED[component]?.[fixture.name] !== undefined);
const covered = cases.filter((one) => !skipped.includes(one));

test.each(covered.map((one) => ({ ...one, name: `${one.component}: ${one.fixture.name}` })))(
  '$name is rendered as the design system renders it',
  ({ component, fixture }) => {
    expect(renderCase(component, fixture)).toBe(normalise(fixture.html));
  },
);

test.each(skipped.map((one) => ({ ...one, name: `${one.component}: ${one.fixture.name}` })))(
  '$name is skipped for a reason that still holds',
  ({ component, fixture }) => {
    expect(renderCase(component, fixture)).not.toBe(normalise(fixture.html));
  },
);

test('every fixture listed as skipped exists', () => {
  const listed = Object.entries(SKIPPED).flatMap(([component, names]) =>
    Object.keys(names).map((name) => `${component}: ${name}`),
  );
  const found = skipped.map(({ component, fixture }) => `${component}: ${fixture.name}`);
  expect(listed.toSorted()).toEqual(found.toSorted());
});

afterAll(() => {
  process.stdout.write(
    `govuk-frontend fixtures: ${covered.length} covered, ${skipped.length} skipped, ${components.length} components\n`,
  );
});
