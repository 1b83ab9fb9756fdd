import * as fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '../../src/domain/date.ts';
import { addHalfTerms } from '../../src/domain/calendar/half-term.ts';
import { mayRead, nextOf, standingOf } from '../../src/domain/conversation/conversation.ts';
import * as moves from '../../src/domain/conversation/conversation-moves.ts';
import { OUTCOMES, PARTIES, type Party } from '../../src/domain/conversation/conversation-event.ts';
import { reviewFor } from '../../src/domain/conversation/review.ts';
import { SECTIONS } from '../../src/domain/conversation/share.ts';
import { stepsToAnswer, type SharedPlan } from '../../src/domain/conversation/step-answers.ts';
import { threadsOf } from '../../src/domain/conversation/threads.ts';
import { OWNERS, type PlanStep } from '../../src/domain/plan/plan.ts';
import { FIRST, aStep } from './plan-builders.ts';
import { EXPIRES } from './talk-builders.ts';
import type { World } from './talk-world.ts';

/** What has to be so, kept by other means than the product’s. */
export interface Model {
  /** Everything that was written and taken. */
  readonly texts: string[];
  /** What each step was when it was last agreed to; absent where the last answer was another. */
  readonly agreed: Map<string, string>;
  texted: number;
}

export type Act = fc.Command<Model, World>;

/** Everything an agreement is about, costs apart: those depend on what is shown. */
function essence({ name, start, hours, hoursBasis, owner }: PlanStep): string {
  return JSON.stringify([name, start, hours.length, hoursBasis === 'not-known' ? null : hours, owner]);
}

class Doing implements Act {
  readonly #words: string;
  readonly #run: (world: World, model: Model) => void;

  constructor(words: string, run: (world: World, model: Model) => void) {
    this.#words = words;
    this.#run = run;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, world: World): void {
    this.#run(world, model);
    mustHold(world, model);
  }

  toString(): string {
    return this.#words;
  }
}

function mustHold(world: World, model: Model): void {
  nothingIsLost(world, model);
  somebodyCanGoOn(world);
  nothingIsAgreedSilently(world, model);
  nothingIsShownToStrangers(world);
}

function nothingIsLost({ now, events }: World, { texts }: Model): void {
  const { whole, steps, gone } = threadsOf(now.shared, events);
  const shown = [...whole, ...[...steps.values()].flat(), ...gone.flatMap(({ entries }) => entries)];
  const reviews = PARTIES.flatMap((party) => Object.values(reviewFor(party, events).own?.answers ?? {}));
  const all = [...shown.map(({ text }) => text).filter((text) => text !== ''), ...reviews];
  expect(all.toSorted()).toEqual(texts.toSorted());
}

function somebodyCanGoOn({ now, today, events }: World): void {
  const { who, act } = nextOf(now, today);
  const waiting = stepsToAnswer(now.shared)[0]?.id ?? '';
  const does: Readonly<Record<typeof act, () => moves.Move | undefined>> = {
    confirm: () => moves.confirm(now, today),
    answer: () => moves.agreeToAll(now, now.shared, today),
    'ask-again': () => moves.askAgain(now, 'teacher', today),
    review: () => moves.review(now, 'teacher', { next: `after ${events.length} and ${waiting}` }, today),
    'change-plan': () => undefined,
    'share-again': () => undefined,
  };
  const move = does[act]();
  if (move) expect('said' in move && move.said.length, `${who}: ${act}`).toBeGreaterThan(0);
  if (act === 'share-again') expect(standingOf(now, today)).toBe('ended');
  if (act === 'change-plan') expect(stepsToAnswer(now.shared)).toEqual([]);
}

function nothingIsAgreedSilently({ now, today }: World, { agreed }: Model): void {
  if (standingOf(now, today) !== 'agreed') return;
  for (const step of stepsToAnswer(now.shared)) expect(agreed.get(step.id)).toBe(essence(step));
}

function nothingIsShownToStrangers({ now, today, events }: World): void {
  const isMeant = events.some(({ kind }) => kind === 'confirmed') && events.every(({ kind }) => kind !== 'revoked');
  expect(mayRead(now, today)).toBe(isMeant && today <= EXPIRES);
  if (!mayRead(now, today)) {
    const say = moves.say(now, { by: 'reviewer', step: null, text: 'Let me in' }, today);
    expect(say).toHaveProperty('refused');
    expect(moves.agreeToAll(now, now.shared, today)).toHaveProperty('refused');
  }
  // Whatever is kept out of the shared part has such a name here, and such a cost.
  expect(JSON.stringify([now.shared, events])).not.toMatch(/secret|987654/);
}

const stepIds = ['s1', 's2', 's3', 's4'] as const;
const aStepId = fc.constantFrom(...stepIds);

/** Words nobody has written before. */
function fresh(model: Model, what: string): string {
  model.texted += 1;
  return `${what} ${model.texted}`;
}

const opening = fc.constant(
  new Doing('reviewer opens', (world) => {
    if (mayRead(world.now, world.today)) world.seen = world.now.shared;
  }),
);

const confirming = fc.constant(
  new Doing('reviewer confirms', (world) => void world.make(moves.confirm(world.now, world.today))),
);

function noteAnswer(model: Model, seen: SharedPlan, step: string, isAgreed: boolean): void {
  const found = stepsToAnswer(seen).find(({ id }) => id === step);
  if (found && isAgreed) model.agreed.set(step, essence(found));
  else model.agreed.delete(step);
}

const answering = fc.tuple(aStepId, fc.constantFrom(...OUTCOMES), fc.boolean()).map(
  ([step, outcome, isStale]) =>
    new Doing(`reviewer says ${outcome} to ${step}${isStale ? ' on an old page' : ''}`, (world, model) => {
      const seen = (isStale && world.seen) || world.now.shared;
      const reason = fresh(model, 'reason');
      if (!world.make(moves.answerSteps(world.now, [{ step, outcome, reason }], seen, world.today))) return;
      model.texts.push(reason);
      noteAnswer(model, seen, step, outcome === 'agree');
    }),
);

const agreeing = fc.boolean().map(
  (isStale) =>
    new Doing(`reviewer agrees to all${isStale ? ' on an old page' : ''}`, (world, model) => {
      const seen = (isStale && world.seen) || world.now.shared;
      const before = world.events.length;
      if (!world.make(moves.agreeToAll(world.now, seen, world.today))) return;
      for (const event of world.events.slice(before))
        if (event.kind === 'answered') noteAnswer(model, seen, event.step, true);
    }),
);

const saying = fc.tuple(fc.constantFrom(...PARTIES), fc.option(aStepId)).map(
  ([by, step]) =>
    new Doing(`${by} says something of ${step ?? 'the whole'}`, (world, model) => {
      const text = fresh(model, 'comment');
      if (world.make(moves.say(world.now, { by, step, text }, world.today))) model.texts.push(text);
    }),
);

/** Either takes words back: their own are gone, and anybody else’s stay. */
const takingBack = fc.tuple(fc.constantFrom(...PARTIES), fc.nat({ max: 30 })).map(
  ([by, number]) =>
    new Doing(`${by} takes back ${number}`, (world, model) => {
      const event = world.events.find((one) => one.number === number);
      const text = event?.kind === 'said' ? event.text : event?.kind === 'answered' ? event.reason : '';
      const author = event?.kind === 'said' ? event.by : event?.kind === 'answered' ? 'reviewer' : undefined;
      const isTaken = world.make(moves.takeBack(world.now, { by, number }, world.today));
      if (author !== by) expect(isTaken).toBe(false);
      if (isTaken && text !== '') model.texts.splice(model.texts.indexOf(text), 1);
    }),
);

const reviewing = fc.constantFrom(...PARTIES).map(
  (by: Party) =>
    new Doing(`${by} reviews`, (world, model) => {
      const text = fresh(model, `review by ${by}`);
      if (!world.make(moves.review(world.now, by, { used: text }, world.today))) return;
      const before = model.texts.findIndex((one) => one.startsWith(`review by ${by}`));
      if (before >= 0) model.texts.splice(before, 1);
      model.texts.push(text);
    }),
);

/** The teacher changes a step, or makes it, whether or not it is there; what is put aside gets a name nobody was shown. */
const editing = fc
  .record({
    id: aStepId,
    place: fc.constantFrom('timetable', 'timetable', 'timetable', 'some-day', 'gone'),
    hours: fc.constantFrom([8], [8, 8], [4]),
    later: fc.integer({ min: 0, max: 2 }),
    owner: fc.constantFrom(...OWNERS),
    name: fc.constantFrom('A', 'B'),
    state: fc.constantFrom('to-do', 'to-do', 'done', 'dropped'),
  })
  .map(
    ({ id, place, later, name, ...given }) =>
      new Doing(`teacher puts ${id} in ${place}, ${later} later, ${JSON.stringify(given)}`, (world) => {
        const others = world.plan.steps.filter((step) => step.id !== id);
        const isShown = place === 'timetable' && given.state !== 'dropped';
        const step = aStep({
          id,
          ...given,
          name: isShown ? name : 'secret',
          note: 'secret note',
          // Costs are shared in none of these worlds.
          cost: 987_654,
          ...(place === 'timetable'
            ? { place, start: addHalfTerms(FIRST, later) }
            : { place: 'some-day' as const, start: null }),
        });
        world.plan = { ...world.plan, steps: place === 'gone' ? others : [...others, step] };
      }),
  );

const otherwise = fc.constantFrom(
  new Doing('teacher asks again', (world) => void world.make(moves.askAgain(world.now, 'teacher', world.today))),
  new Doing('a reminder asks again', (world) => void world.make(moves.askAgain(world.now, 'nobody', world.today))),
  new Doing('teacher closes', (world) => void world.make(moves.close(world.now, 'teacher', 'settled', world.today))),
  new Doing('it is closed', (world) => void world.make(moves.close(world.now, 'nobody', 'no-answer', world.today))),
  new Doing('teacher shows the review', (world) => void world.make(moves.showReview(world.now))),
  new Doing('teacher sends a new link', (world) => void world.make(moves.renewLink(world.now))),
);

const showing = fc.subarray(SECTIONS.filter((section) => section !== 'costs' && section !== 'notes')).map(
  (sections) =>
    new Doing(`teacher shows ${sections.join()}`, (world) => {
      if (world.make(moves.showParts(world.now, sections, world.today))) world.sections = sections;
    }),
);

const ending = fc.constantFrom(
  new Doing('teacher revokes', (world) => void world.make(moves.revoke(world.now))),
  new Doing('reviewer is somebody else', (world) => {
    world.make(moves.close(world.now, 'reviewer', 'not-me', world.today));
  }),
  new Doing('teacher names a stand-in', (world) => void world.make(moves.standIn(world.now, 'Alex Green'))),
  new Doing('the link expires', (world) => {
    world.today = addDays(EXPIRES, 1);
  }),
);

/** Presses by either side, endings rarely among them. */
export const SOME_ACTS = fc.commands<Model, World>(
  [
    opening,
    confirming,
    confirming,
    answering,
    answering,
    agreeing,
    saying,
    takingBack,
    reviewing,
    editing,
    editing,
    otherwise,
    showing,
    ending,
  ],
  { maxCommands: 60 },
);
