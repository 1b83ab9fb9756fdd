import * as fc from 'fast-check';
import { addDays, type IsoDate, type IsoMonth } from '../../src/domain/date.ts';
import { addHalfTerms, type HalfTermId } from '../../src/domain/calendar/half-term.ts';
import { NPQ_CODES } from '../../src/domain/catalogue/npq.ts';
import { PROMPT_IDS } from '../../src/domain/plan/plan-prompts.ts';
import {
  LIMITS,
  OWNERS,
  PHASE_IDS,
  PINNED_FIGURES,
  PLACES,
  STEP_STATES,
  type Pin,
  type PinnedFact,
  type PinnedFigure,
  type Plan,
  type PlanStep,
} from '../../src/domain/plan/plan.ts';
import { DISTRICTS, PHASES, ROLES, YES_NO_UNSURE, type Profile } from '../../src/domain/matching/profile.ts';
import { UNITS, VAT } from '../../src/domain/quantity.ts';
import { ROUTE_IDS } from '../../src/domain/catalogue/route.ts';
import { isPlainText } from '../../src/schemas/plan-schema.ts';
import { FIRST } from './plan-builders.ts';

/** What somebody types to see what breaks, or because it is their language. */
export const NASTY_TEXTS = [
  '#panic("markup") $ a $ *b* _c_ `d` <e> @f = g',
  '<script>alert(1)</script> & </w:t> ]]>',
  `"quotes" 'and' “more” \\ \\n ; , :`,
  '=HYPERLINK("http://x.example","y")',
  '-1+1|cmd',
  'مرحبا بالعالم',
  'שלום',
  '\u202eturned round',
  '👩‍👩‍👧 🇬🇧 ✓ → ½',
  '中文 ਪੰਜਾਬੀ',
  'BEGIN:VEVENT END:VCALENDAR',
  'W'.repeat(90),
  'é\u0301\u0302\u0303',
] as const;

const typed = (most: number) =>
  fc
    .oneof(
      fc.constantFrom(...NASTY_TEXTS),
      fc.string({ unit: 'grapheme', maxLength: Math.min(most, 60) }),
      fc.string({ unit: 'binary', maxLength: Math.min(most, 20) }),
    )
    .filter((text) => isPlainText(text) && text.isWellFormed())
    .map((text) => [...text].reduce((kept, letter) => (kept.length + letter.length > most ? kept : kept + letter), ''));

const line = (most: number) =>
  typed(most)
    .map((text) => text.replaceAll(/[\r\n]/g, ' '))
    .filter((text) => text.trim() !== '');

/** Several lines, now and then as long as they may be and without a space. */
const lines = (most: number) =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.array(typed(most), { maxLength: 3 }).map((parts) => parts.join('\n').slice(0, most)) },
      { weight: 1, arbitrary: fc.constant('x'.repeat(most)) },
    )
    .filter((text) => text.isWellFormed());

const halfTerm: fc.Arbitrary<HalfTermId> = fc.integer({ min: 0, max: 29 }).map((count) => addHalfTerms(FIRST, count));
/** The days on which the clocks change are drawn often. */
const day: fc.Arbitrary<IsoDate> = fc.oneof(
  fc.constantFrom('2026-10-25', '2027-03-28', '2027-10-31', '2028-03-26').map((text) => text as IsoDate),
  fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2026-09-01' as IsoDate, count)),
);
const dayOrMonth = fc.oneof(
  day,
  day.map((one) => one.slice(0, 7) as IsoMonth),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const quantity = fc.record(
  {
    min: fc.nat(10_000),
    max: maybe(fc.nat(20_000)),
    unit: fc.constantFrom(...UNITS),
    basis: fc.constantFrom('published' as const, 'our-estimate' as const),
    vat: fc.constantFrom(...VAT),
  },
  { requiredKeys: ['min', 'max', 'unit', 'basis'] },
);
const fact: fc.Arbitrary<PinnedFact> = fc.record(
  { id: line(120), statement: typed(200), value: fc.oneof(quantity, typed(100)) },
  { requiredKeys: ['id', 'statement'] },
);
const figure: fc.Arbitrary<PinnedFigure> = fc.oneof(
  fc.record({ facts: fc.array(fact, { maxLength: 3 }) }),
  fc.record({ estimate: quantity.map(({ basis: _, ...rest }) => rest) }),
  fc.record({ unknown: typed(200) }),
);
const pin: fc.Arbitrary<Pin> = fc.record({
  opportunity: fc.constantFrom('npq-senior-leadership', 'ect-mentor', 'one-that-is-gone'),
  catalogue: line(50),
  on: day,
  name: line(LIMITS.stepName),
  summary: typed(200),
  figures: fc
    .uniqueArray(fc.constantFrom(...PINNED_FIGURES))
    .chain((names) =>
      fc.tuple(...names.map((name) => figure.map((one) => [name, one] as const))).map((all) => Object.fromEntries(all)),
    ),
  intake: maybe(
    fc.record({
      id: line(100),
      name: line(60),
      starts: maybe(dayOrMonth),
      opens: maybe(day),
      closes: maybe(day),
      facts: fc.array(fact, { maxLength: 2 }),
    }),
  ),
  until: maybe(day),
});

const hours = fc.array(
  fc.integer({ min: 0, max: 600 }).map((halves) => halves / 2),
  { minLength: 1, maxLength: 8 },
);
const step: fc.Arbitrary<PlanStep> = fc
  .record({
    id: fc.constant('s1'),
    name: line(LIMITS.stepName),
    route: fc.constantFrom(...ROUTE_IDS),
    phase: fc.constantFrom(...PHASE_IDS),
    place: fc.constantFrom('timetable' as const, ...PLACES),
    start: halfTerm,
    hours,
    hoursBasis: fc.constantFrom('published', 'our-estimate', 'yours', 'not-known'),
    cost: maybe(fc.nat(LIMITS.pence)),
    owner: fc.constantFrom(...OWNERS),
    state: fc.constantFrom(...STEP_STATES),
    needs: fc.constant([]),
    note: lines(LIMITS.note),
    pin: maybe(pin),
  })
  .map((one) => ({ ...one, start: one.place === 'timetable' ? one.start : null }));

/** Numbers the steps, and lets each need some of those before it. */
const steps: fc.Arbitrary<readonly PlanStep[]> = fc
  .array(fc.tuple(step, fc.array(fc.nat(5), { maxLength: 2 })), { maxLength: 8 })
  .map((drawn) =>
    drawn.map(([one, needs], index) => ({
      ...one,
      id: `s${index + 1}`,
      needs: [...new Set(needs.map((back) => index - back).filter((number) => number > 0 && number <= index))].map(
        (number) => `s${number}`,
      ),
    })),
  );

const profile: fc.Arbitrary<Profile> = fc.record(
  {
    npqs: fc.array(fc.record({ code: fc.constantFrom(...NPQ_CODES) }), { maxLength: 2 }),
    role: fc.constantFrom(...ROLES),
    phase: fc.constantFrom(...PHASES),
    fte: fc.constantFrom(0.2, 0.6, 1),
    hoursPerWeek: fc.constantFrom(0, 0.5, 2, 10),
    aims: fc.uniqueArray(fc.constantFrom(...ROUTE_IDS)),
    district: fc.constantFrom(...DISTRICTS),
    sponsor: fc.constantFrom(...YES_NO_UNSURE),
    lineManager: fc.constantFrom(...YES_NO_UNSURE),
    budget: fc.nat(5000),
    inEngland: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Any plan that can be kept: as short or as long, and in any letters. */
export const anyKeptPlan: fc.Arbitrary<Plan> = fc
  .record({
    title: line(LIMITS.title),
    profile,
    halfTerms: fc.integer({ min: LIMITS.halfTerms.least, max: LIMITS.halfTerms.most }),
    goals: fc
      .array(fc.record({ text: line(LIMITS.goalText), by: maybe(halfTerm) }), { maxLength: 4 })
      .map((goals) => goals.map((goal, index) => ({ id: `g${index + 1}`, ...goal }))),
    steps,
    answers: fc
      .uniqueArray(fc.constantFrom(...PROMPT_IDS), { maxLength: 5 })
      .chain((ids) =>
        fc
          .tuple(...ids.map((id) => lines(LIMITS.answer).map((text) => [id, text] as const)))
          .map((all) => Object.fromEntries(all)),
      ),
  })
  .map((drawn) => ({ ...drawn, first: FIRST, stepsMade: drawn.steps.length }));
