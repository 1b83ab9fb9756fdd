import { expect, test } from 'vitest';
import { aTermCalendar, TODAY } from '../../test/support/builders.ts';
import { aPin, aPlan, aStep, FIRST } from '../../test/support/plan-builders.ts';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import { halfTermsFrom } from '../domain/calendar/term-calendar.ts';
import { layOutTimetable, type Timetable } from '../domain/plan/timetable.ts';
import { timetablePictures } from './timetable-svg.ts';
import { openCompiler } from './typst-compiler.ts';

const id = (text: string) => text as HalfTermId;

/** Of each kind of thing the picture can show, on every route. */
function aTimetable(count: number = ROUTE_IDS.length): Timetable {
  const steps = Array.from({ length: count }, (_, index) =>
    aStep({
      id: `s${index + 1}`,
      name: `Step “${index + 1}” & <more>`,
      route: ROUTE_IDS[index % ROUTE_IDS.length] ?? 'share',
      start: id(['2026-autumn-1', '2026-autumn-2', '2027-spring-1', '2028-spring-1'][index % 4] ?? ''),
      hours: [9, 9, 9, 9],
      pin: aPin({
        intake: { id: 'a/1', name: '1', facts: [], opens: TODAY, closes: TODAY, starts: TODAY },
      }),
    }),
  );
  const plan = aPlan({ steps, halfTerms: 6 });
  const checks = [{ code: 'intake-not-announced' as const, steps: ['s2'] }];
  return layOutTimetable(plan, halfTermsFrom(aTermCalendar(), [], FIRST, 20), TODAY, checks);
}

/** What its CSS has no word for: a transparent ground to seize, a link's group. */
const UNSTYLED = new Set(['app-timetable__hit', 'app-timetable__column']);

test('every shape and every line of words has its look in the picture itself', () => {
  const [picture] = timetablePictures(aTimetable());
  const [, css = '', drawn = ''] = /<style>([^]*)<\/style>([^]*)/.exec(picture?.svg ?? '') ?? [];
  const classes = new Set([...drawn.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  expect(classes.size).toBeGreaterThan(20);
  expect([...classes].filter((name) => !UNSTYLED.has(name) && !css.includes(`.${name}`))).toEqual([]);
});

test('the picture needs nothing beside it: no variable, no address, no script', () => {
  const [picture] = timetablePictures(aTimetable());
  expect(picture?.svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(picture?.svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/var\(|href|url\(|<script|http/);
});

test('what a teacher wrote is text in it and never markup', () => {
  expect(timetablePictures(aTimetable())[0]?.svg).toContain('Step “1” &amp; &lt;more>');
});

test('many steps stand in several pictures, the words in place of each saying which it is', () => {
  const pictures = timetablePictures(aTimetable(30));
  expect(pictures.map(({ alt }) => /part \d of \d/.exec(alt)?.[0])).toEqual([
    'part 1 of 3',
    'part 2 of 3',
    'part 3 of 3',
  ]);
  expect(pictures.map(({ svg }) => svg.includes('hours you have<'))).toEqual([false, false, true]);
});

test('Typst sets it in a tagged PDF, with its words as text', () => {
  const markup = `#set document(title: "x")
#set text(lang: "en", font: "Atkinson Hyperlegible Next", fallback: false)
#set page(paper: "a4", margin: 15mm)
#for one in json(bytes(sys.inputs.data)) { image(bytes(one.svg), format: "svg", width: 100%, alt: one.alt) }`;
  const compiler = openCompiler();
  const pdf = Buffer.from(compiler.pdf(markup, timetablePictures(aTimetable()))).toString('latin1');
  const empty = Buffer.from(compiler.pdf(markup, [])).toString('latin1');
  expect(pdf).toContain('AtkinsonHyperlegibleNext-Bold');
  expect(empty).not.toContain('AtkinsonHyperlegibleNext');
});
