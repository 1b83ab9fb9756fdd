import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../date.ts';
import type { Plan } from '../plan/plan.ts';
import type { Conversation, Standing } from './conversation.ts';
import { nextOf, standingOf } from './conversation.ts';
import {
  agreeToAll,
  answerSteps,
  askAgain,
  close,
  confirm,
  revoke,
  say,
  takeBack,
  type Move,
} from './conversation-moves.ts';
import { TALK_LIMITS, type Outcome, type Said } from './conversation-event.ts';
import { sharedPlan, stepTalks } from './step-answers.ts';
import { threadsOf } from './threads.ts';
import type { Section } from './share.ts';
import { aConversation, aPlanOf, asked, happened, TODAY } from '../../../test/support/talk-builders.ts';
import type { HalfTermId } from '../calendar/half-term.ts';

/** One conversation, told as its people live it. */
class Talk {
  plan: Plan;
  sections: readonly Section[];
  #said: Said[];

  constructor(plan: Plan, sections: readonly Section[] = []) {
    this.plan = plan;
    this.sections = sections;
    this.#said = [asked(sharedPlan(plan, sections))];
  }

  get now(): Conversation {
    return aConversation(this.plan, happened(...this.#said), this.sections);
  }

  do(move: (conversation: Conversation) => Move): this {
    const made = move(this.now);
    if ('refused' in made) throw new Error(made.refused);
    this.#said.push(...made.said);
    return this;
  }

  confirm(): this {
    return this.do((now) => confirm(now, TODAY));
  }

  answer(step: string, outcome: Outcome, reason = '', seen = this.now.shared): this {
    return this.do((now) => answerSteps(now, [{ step, outcome, reason }], seen, TODAY));
  }

  stands(): Standing {
    return standingOf(this.now, TODAY);
  }
}

const TWO = aPlanOf('s1', 's2');
const LATER = '2027-spring-1' as HalfTermId;

describe('a conversation stands by who acts next', () => {
  test('shared and not opened it is the reviewer’s to open', () => {
    expect(new Talk(TWO).stands()).toBe('reviewer-to-open');
  });

  test('opened, and while a step has no answer, it is theirs to answer', () => {
    expect(new Talk(TWO).confirm().answer('s1', 'agree').stands()).toBe('reviewer-to-answer');
  });

  test('with every step agreed it is agreed, and nobody is waited for', () => {
    const talk = new Talk(TWO).confirm().do((now) => agreeToAll(now, now.shared, TODAY));
    expect(talk.stands()).toBe('agreed');
    expect(nextOf(talk.now, TODAY)).toEqual({ who: 'nobody', act: 'review' });
  });

  test.each(['change', 'decline'] as const)('answered with a %s it is the teacher’s to answer', (outcome) => {
    const talk = new Talk(TWO).confirm().answer('s1', 'agree').answer('s2', outcome, 'Too much before Easter.');
    expect(talk.stands()).toBe('teacher-to-answer');
  });

  test('a change that is made is the teacher’s to tell, and then the reviewer’s', () => {
    const talk = new Talk(TWO).confirm().answer('s1', 'agree').answer('s2', 'change', 'After Easter, please.');
    talk.plan = aPlanOf('s1', { id: 's2', start: LATER });
    expect(talk.stands()).toBe('teacher-to-tell');
    talk.do((now) => askAgain(now, 'teacher', TODAY));
    expect(talk.stands()).toBe('reviewer-to-answer');
    expect(talk.answer('s2', 'agree').stands()).toBe('agreed');
  });

  test('asked again without a change, a declined step is the reviewer’s once more', () => {
    const talk = new Talk(aPlanOf('s1')).confirm().answer('s1', 'decline', 'No cover.');
    expect(talk.do((now) => askAgain(now, 'teacher', TODAY)).stands()).toBe('reviewer-to-answer');
    expect(talk.answer('s1', 'decline', 'No cover.').stands()).toBe('teacher-to-answer');
  });

  test('a step that is added after all was agreed is not agreed', () => {
    const talk = new Talk(aPlanOf('s1')).confirm().answer('s1', 'agree');
    talk.plan = aPlanOf('s1', 's2');
    expect(talk.stands()).toBe('teacher-to-tell');
  });

  test('without a step it is the teacher’s to plan', () => {
    const talk = new Talk(TWO).confirm();
    talk.plan = aPlanOf({ id: 's1', state: 'done' }, { id: 's2', state: 'dropped' });
    expect(talk.stands()).toBe('teacher-to-plan');
  });

  test('closed when no answer came, it is opened again by an answer that comes late', () => {
    const talk = new Talk(TWO).confirm().do((now) => close(now, 'nobody', 'no-answer', TODAY));
    expect(talk.stands()).toBe('closed');
    expect(talk.answer('s1', 'agree').stands()).toBe('reviewer-to-answer');
  });

  test('revoked, past its last day, or sent to the wrong person, it has ended', () => {
    expect(new Talk(TWO).do(revoke).stands()).toBe('ended');
    expect(standingOf(new Talk(TWO).confirm().now, '2027-03-25' as IsoDate)).toBe('reviewer-to-answer');
    expect(standingOf(new Talk(TWO).confirm().now, '2027-03-26' as IsoDate)).toBe('ended');
    expect(new Talk(TWO).do((now) => close(now, 'reviewer', 'not-me', TODAY)).stands()).toBe('ended');
  });
});

describe('an edit after an answer', () => {
  test('shows the answer as given to the step as it was, and exactly what changed', () => {
    const talk = new Talk(TWO).confirm().answer('s1', 'agree').answer('s2', 'agree');
    talk.plan = aPlanOf('s1', { id: 's2', name: 'Step s2, but longer', hours: [8, 6], owner: 'head' });
    const [first, second] = stepTalks(talk.now.shared, talk.now.events);
    expect(first).toMatchObject({ waitsFor: 'nobody', answer: { outcome: 'agree', changed: [] } });
    expect(second).toMatchObject({
      waitsFor: 'untold',
      answer: { outcome: 'agree', changed: ['name', 'when', 'hours', 'owner'], seen: { name: 'Step s2', hours: [8] } },
      now: { name: 'Step s2, but longer', hours: [8, 6] },
    });
  });

  test('of what an agreement is not about leaves it as it is: a note, a state, what it rests on, what comes first', () => {
    const talk = new Talk(TWO).confirm().do((now) => agreeToAll(now, now.shared, TODAY));
    talk.plan = aPlanOf('s1', {
      id: 's2',
      note: 'Ask about cover',
      state: 'under-way',
      hoursBasis: 'yours',
      needs: ['s1'],
    });
    expect(talk.stands()).toBe('agreed');
  });

  test('that is taken back makes the answer hold again', () => {
    const talk = new Talk(TWO).confirm().do((now) => agreeToAll(now, now.shared, TODAY));
    talk.plan = aPlanOf('s1', { id: 's2', start: LATER });
    expect(talk.stands()).toBe('teacher-to-tell');
    talk.plan = TWO;
    expect(talk.stands()).toBe('agreed');
  });

  test('while the reviewer read keeps their answer to the step they saw, and the step waits', () => {
    const talk = new Talk(TWO).confirm();
    const seen = talk.now.shared;
    talk.plan = aPlanOf('s1', { id: 's2', hours: [30] });
    talk.answer('s1', 'agree', '', seen).answer('s2', 'agree', '', seen);
    const [, second] = stepTalks(talk.now.shared, talk.now.events);
    expect(second).toMatchObject({ answer: { outcome: 'agree', changed: ['hours'], seen: { hours: [8] } } });
    expect(talk.stands()).toBe('teacher-to-tell');
  });

  test('of a cost counts where the cost was shown, and is not in what is kept where it was not', () => {
    const hidden = new Talk(aPlanOf({ id: 's1', cost: 10_000 })).confirm().answer('s1', 'agree');
    expect(JSON.stringify(hidden.now.events)).not.toContain('cost');
    hidden.plan = aPlanOf({ id: 's1', cost: 90_000 });
    expect(hidden.stands()).toBe('agreed');
    const shown = new Talk(aPlanOf({ id: 's1', cost: 10_000 }), ['costs']).confirm().answer('s1', 'agree');
    shown.plan = aPlanOf({ id: 's1', cost: 90_000 });
    expect(stepTalks(shown.now.shared, shown.now.events)[0]?.answer?.changed).toEqual(['cost']);
  });
});

describe('what is refused', () => {
  test.each(['change', 'decline'] as const)('a %s without a reason', (outcome) => {
    expect(() => new Talk(TWO).confirm().answer('s1', outcome, ' ')).toThrow('Say why');
  });

  test('an answer before the reader has said who they are', () => {
    expect(() => new Talk(TWO).answer('s1', 'agree')).toThrow('Say first who you are');
  });

  test('an answer or a comment after the end', () => {
    const ended = new Talk(TWO).confirm().do(revoke);
    expect(() => ended.answer('s1', 'agree')).toThrow('This link has ended');
    for (const by of ['teacher', 'reviewer'] as const)
      expect(() => ended.do((now) => say(now, { by, step: null, text: 'Hello' }, TODAY))).toThrow(
        'This link has ended',
      );
  });

  test('an answer to a step the reader was not shown', () => {
    const talk = new Talk(aPlanOf('s1', { id: 's2', place: 'some-day', start: null })).confirm();
    expect(() => talk.answer('s2', 'agree')).toThrow('That step is not in the plan you were shown.');
    expect(() => talk.do((now) => say(now, { by: 'reviewer', step: 's2', text: 'And this?' }, TODAY))).toThrow(
      'That step is not in the plan any more.',
    );
  });

  test('asking again where every step is agreed', () => {
    const talk = new Talk(aPlanOf('s1')).confirm().answer('s1', 'agree');
    expect(() => talk.do((now) => askAgain(now, 'teacher', TODAY))).toThrow('Every step is agreed');
  });
});

describe('a conversation that is full', () => {
  const filled = (count: number, text: string) =>
    aConversation(TWO, [
      ...happened(asked(sharedPlan(TWO, [])), { kind: 'confirmed' }),
      ...Array.from({ length: count }, (_, index) => ({
        ...({ kind: 'said', by: 'teacher', step: null, text } as const),
        number: index + 3,
        at: '2026-11-25T10:00:00.000Z',
      })),
    ]);
  const long = 'a'.repeat(TALK_LIMITS.text);
  const ROOM = TALK_LIMITS.words / TALK_LIMITS.text;

  test.each([
    ['by the letters of all that was written', filled(ROOM, long)],
    ['by how often something was said', filled(TALK_LIMITS.events, 'Yes')],
  ])('%s takes nothing more, and gives words back all the same', (_, full) => {
    for (const by of ['teacher', 'reviewer'] as const)
      expect(say(full, { by, step: null, text: 'One more' }, TODAY)).toHaveProperty('refused');
    expect(takeBack(full, { by: 'teacher', number: 3 }, TODAY)).toEqual({
      said: [{ kind: 'taken-back', by: 'teacher', words: 3 }],
    });
  });

  test('takes more as long as there is room', () => {
    expect(say(filled(ROOM - 1, long), { by: 'teacher', step: null, text: 'One more' }, TODAY)).toHaveProperty('said');
  });
});

test('the same press twice stands there once', () => {
  const talk = new Talk(TWO).confirm().confirm().answer('s1', 'change', 'Later.').answer('s1', 'change', 'Later.');
  const comment = { by: 'reviewer', step: 's1', text: 'Thank you' } as const;
  talk.do((now) => say(now, comment, TODAY)).do((now) => say(now, comment, TODAY));
  expect(talk.now.events.map(({ kind }) => kind)).toEqual(['asked', 'confirmed', 'answered', 'said']);
});

test('a step that leaves the timetable keeps what was said of it, and its name as it was known', () => {
  const talk = new Talk(TWO)
    .confirm()
    .answer('s2', 'decline', 'No cover.')
    .do((now) => say(now, { by: 'teacher', step: 's2', text: 'I see.' }, TODAY));
  talk.plan = aPlanOf('s1', { id: 's2', name: 'My secret wish', place: 'some-day', start: null });
  expect(threadsOf(talk.now.shared, talk.now.events).gone).toMatchObject([
    { id: 's2', name: 'Step s2', entries: [{ text: 'No cover.' }, { text: 'I see.' }] },
  ]);
  talk.do((now) => say(now, { by: 'reviewer', step: 's2', text: 'Good.' }, TODAY));
  expect(threadsOf(talk.now.shared, talk.now.events).gone[0]?.name).toBe('Step s2');
});
