import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import { LIMITS, type Plan, type PlanStep } from '../domain/plan/plan.ts';
import { isPlainText, parsePlan, planText } from './plan-schema.ts';

const CANNOT = 'It cannot be read as a plan. ';

/** What is said of a plan as a file holds it, after something in the file was changed. */
function problemOf(text: string): string {
  const parsed = parsePlan(text);
  return parsed.ok ? 'it was read' : parsed.problem.replace(CANNOT, '');
}

function withStep(given: object): string {
  return planText(aPlan({ steps: [{ ...aStep(), ...given } as PlanStep, aStep({ id: 's2', name: 'Another' })] }));
}

function withPlan(given: object): string {
  return planText({ ...aPlan({ steps: [aStep()] }), ...given } as Plan);
}

/** The text of a plan with one piece of it written otherwise, as no program would. */
function rewritten(piece: string, by: string): string {
  const text = planText(aPlan({ steps: [aStep()] }));
  expect(text).toContain(piece);
  return text.replace(piece, by);
}

const many = (count: number, needs: (index: number) => readonly string[] = () => []) =>
  Array.from({ length: count }, (_, index) => aStep({ id: `s${index + 1}`, needs: needs(index) }));

describe('a fault is said in one sentence that names its place', () => {
  test.each([
    ['negative hours', withStep({ hours: [4, -1] }), 'Step 1, hours: hours cannot be less than none.'],
    [
      'more hours than a half term has',
      withStep({ hours: [301] }),
      'Step 1, hours: hours cannot be more than 300 in a half term.',
    ],
    ['no half term at all', withStep({ hours: [] }), 'Step 1, hours: a step lasts at least one half term.'],
    [
      'longer than a doctorate',
      withStep({ hours: Array.from({ length: 43 }, () => 1) }),
      'Step 1, hours: a step lasts up to 42 half terms.',
    ],
    [
      'a half term that does not exist',
      withStep({ start: '2027-winter-1' }),
      'Step 1, start: there is no such half term; one is written 2027-autumn-2.',
    ],
    [
      'a half term of a year that is not held',
      withPlan({ first: '2036-autumn-1' }),
      'First: there is no such half term; one is written 2027-autumn-2.',
    ],
    ['a step that needs itself', withStep({ needs: ['s1'] }), '“A step” needs itself.'],
    [
      'a step that needs what is not there',
      withStep({ needs: ['s9'] }),
      '“A step” needs s9, which is not in the plan.',
    ],
    [
      'steps that need each other',
      withPlan({ steps: [aStep({ needs: ['s2'] }), aStep({ id: 's2', needs: ['s1'] })] }),
      'Some steps need each other in a circle.',
    ],
    [
      'ten thousand steps',
      withPlan({ steps: many(10_000), stepsMade: 10_000 }),
      'Steps: a plan holds up to 100 steps.',
    ],
    [
      'ten thousand steps, each needing the one before',
      withPlan({ steps: many(10_000, (index) => (index > 0 ? [`s${index}`] : [])), stepsMade: 10_000 }),
      'Steps: a plan holds up to 100 steps.',
    ],
    ['two steps of one id', withPlan({ steps: [aStep(), aStep()] }), 'Two steps have the same id.'],
    [
      'a step numbered higher than steps were made',
      withPlan({ steps: [aStep({ id: 's7' })], stepsMade: 6 }),
      'A step has a higher number than steps were made.',
    ],
    ['an id of another shape', withStep({ id: '../s1' }), 'Step 1, id: a step is called s1, s2 and so on.'],
    ['an id that looks like another', withStep({ id: 's01' }), 'Step 1, id: a step is called s1, s2 and so on.'],
    [
      'two goals of one id',
      withPlan({
        goals: [
          { id: 'g1', text: 'One', by: null },
          { id: 'g1', text: 'Two', by: null },
        ],
      }),
      'Two goals have the same id.',
    ],
    [
      'a step beside the timetable with a half term',
      withStep({ place: 'some-day' }),
      '“A step” is not in the timetable and has a half term.',
    ],
    [
      'a step in the timetable without one',
      withStep({ start: null }),
      '“A step” is in the timetable and has no half term.',
    ],
    ['a name of spaces', withStep({ name: '  ' }), 'Step 1, name: it is empty.'],
    ['a name of two lines', withStep({ name: 'One\nTwo' }), 'Step 1, name: it is more than one line.'],
    [
      'two megabytes of note',
      withStep({ note: 'a'.repeat(2_000_000) }),
      'Step 1, note: it has more than 1000 letters.',
    ],
    ['a number written as text', withStep({ hours: ['8'] }), 'Step 1, hours: it has to be a number.'],
    ['a cost written as text', withStep({ cost: '12' }), 'Step 1, cost: it has to be a number.'],
    ['half a penny', withStep({ cost: 0.5 }), 'Step 1, cost: it has to be a whole number.'],
    ['a cost below nothing', withStep({ cost: -1 }), 'Step 1, cost: it is less than 0.'],
    [
      'somebody who cannot act',
      withStep({ owner: 'boss' }),
      'Step 1, owner: it has to be one of me, line-manager, head, hub, provider, somebody-else.',
    ],
    ['no share of a week', withPlan({ profile: { fte: 0 } }), 'Profile, fte: it has to be more than 0.'],
    [
      'fifty thousand NPQs',
      withPlan({ profile: { npqs: Array.from({ length: 50_000 }, () => ({ code: 'npq-senco' })) } }),
      'The profile lists more than there is to choose from.',
    ],
    [
      'a figure of no kind',
      withStep({ pin: { ...aPin(), figures: { time: { some: 1 } } } }),
      'Step 1, pin, figures, time: it is not written as a plan has it.',
    ],
    [
      'a day that does not exist',
      withStep({ pin: aPin({ on: '2026-02-30' as never }) }),
      'Step 1, pin, on: a day is written YYYY-MM-DD.',
    ],
    ['something no plan has', withPlan({ owner: 'me' }), 'It holds “owner”, which no plan has.'],
    ['a part that is missing', withPlan({ title: undefined }), 'Title: it is missing.'],
    [
      'a plan of another form',
      rewritten('"schema":1', '"schema":2'),
      'Schema: a plan of another form: this service reads form 1.',
    ],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });
});

describe('what only a file can hold', () => {
  test.each([
    ['a number beyond all numbers', rewritten('[8]', '[1e999]'), 'Step 1, hours: it has to be a number.'],
    ['the same below nothing', rewritten('[8]', '[-1e999]'), 'Step 1, hours: it has to be a number.'],
    ['NaN', rewritten('[8]', '[NaN]'), 'It is not a plan: the file is not JSON.'],
    ['Infinity', rewritten('[8]', '[Infinity]'), 'It is not a plan: the file is not JSON.'],
    ['a prototype', rewritten('{"schema"', '{"__proto__":{},"schema"'), 'It holds “__proto__”, which no plan has.'],
    [
      'a prototype among the answers',
      rewritten('"answers":{}', '"answers":{"__proto__":"x"}'),
      'Answers: it holds “__proto__”, which no plan has.',
    ],
    [
      'a constructor among the answers',
      rewritten('"answers":{}', '"answers":{"constructor":"x"}'),
      'Answers: it holds “constructor”, which no plan has.',
    ],
    [
      'a prototype in the profile',
      rewritten('"setting":{', '"setting":{"__proto__":{"urn":1},'),
      'Profile, setting: it holds “__proto__”, which no plan has.',
    ],
    [
      'a key that is a page long',
      rewritten('{"schema"', `{"${'<script>alert(1)</script>'.repeat(400)}":1,"schema"`),
      'It holds something that no plan has.',
    ],
    [
      'half a letter, its first half',
      rewritten('My plan', '\\ud83d plan'),
      'Title: it holds characters that are no text.',
    ],
    [
      'half a letter, its second half',
      rewritten('My plan', '\\ude00 plan'),
      'Title: it holds characters that are no text.',
    ],
    ['a zero byte', rewritten('My plan', 'My\\u0000plan'), 'Title: it holds characters that are no text.'],
    ['a terminal’s commands', rewritten('My plan', '\\u001b[31mplan'), 'Title: it holds characters that are no text.'],
    ['brackets that never close', '['.repeat(500_000), 'It is not a plan: the file is not JSON.'],
    [
      'brackets half a million deep',
      `${'['.repeat(500_000)}${']'.repeat(500_000)}`,
      'It has to be an object with named values.',
    ],
    [
      'the same for a title',
      rewritten('"My plan"', `${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      'Title: it has to be text.',
    ],
    ['nothing', '', 'It is not a plan: the file is not JSON.'],
    ['null', 'null', 'It has to be an object with named values.'],
    ['a list', '[]', 'It has to be an object with named values.'],
    ['a profile of another service', '{"npqs":[]}', 'Schema: a plan of another form: this service reads form 1.'],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('whatever a file holds, it is a plan or one sentence, and nothing is thrown', () => {
    const text = planText(aPlan({ steps: [aStep({ pin: aPin() }), aStep({ id: 's2', needs: ['s1'] })] }));
    const broken = fc
      .tuple(fc.nat(text.length), fc.nat(30), fc.oneof(fc.json(), fc.string({ unit: 'binary' })))
      .map(([at, gone, put]) => `${text.slice(0, at)}${put}${text.slice(at + gone)}`);
    fc.assert(
      fc.property(fc.oneof(broken, fc.json({ maxDepth: 6 }), fc.string({ unit: 'binary' })), (file) => {
        const parsed = parsePlan(file);
        if (parsed.ok) expect(parsePlan(planText(parsed.plan))).toEqual(parsed);
        else
          expect(parsed.problem).toMatch(
            /^It (is not a plan: the file is not JSON|cannot be read as a plan\. .+)\.$/su,
          );
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  test('no file reaches what all objects share', () => {
    parsePlan(rewritten('"profile":{', '"profile":{"__proto__":{"polluted":true},'));
    parsePlan(rewritten('"answers":{}', '"answers":{"__proto__":{"polluted":true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what can be kept', () => {
  test('letters of any language, and pictures that take two places', () => {
    for (const title of ['مرحبا', 'ਪੰਜਾਬੀ', '👩‍👩‍👧 and me', 'x < y & “z”'])
      expect(parsePlan(withPlan({ title }))).toMatchObject({ ok: true, plan: { title } });
  });

  test('null in a profile is nothing told', () => {
    const parsed = parsePlan(rewritten('"profile":{', '"profile":{"budget":null,'));
    expect(parsed.ok && Object.hasOwn(parsed.plan.profile, 'budget')).toBe(false);
    expect(parsed.ok).toBe(true);
  });

  test('a hundred steps, each needing all before it, and the longest texts there are', () => {
    const steps = many(LIMITS.steps, (index) => many(index).map(({ id }) => id)).map((step) => ({
      ...step,
      name: 'n'.repeat(LIMITS.stepName),
      note: 'é'.repeat(LIMITS.note),
      hours: Array.from({ length: LIMITS.duration }, () => LIMITS.hoursInHalfTerm),
    }));
    const plan = aPlan({ steps, title: 't'.repeat(LIMITS.title), stepsMade: LIMITS.stepsMade });
    expect(parsePlan(planText(plan))).toEqual({ ok: true, plan });
  });

  test.each([
    ['a tab and a line break', 'One\tand\r\ntwo', true],
    ['nothing', '', true],
    ['the first half of a letter', 'a\ud83d', false],
    ['the second half of a letter', '\ude00a', false],
    ['both halves', '\ud83d\ude00', true],
    ['both halves the wrong way round', '\ude00\ud83d', false],
    ['a delete', 'a\u007f', false],
    ['a line separator, which breaks scripts', 'a\u2028b', false],
  ])('%s: is it text?', (_, text, expected) => {
    expect(isPlainText(text)).toBe(expected);
  });
});
