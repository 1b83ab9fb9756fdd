import { expect } from 'vitest';
import { withoutWords, type ConversationEvent } from '../../src/domain/conversation/conversation-event.ts';
import type { Move } from '../../src/domain/conversation/conversation-moves.ts';
import type { Conversation } from '../../src/domain/conversation/conversation.ts';
import type { Section } from '../../src/domain/conversation/share.ts';
import { sharedPlan, type SharedPlan } from '../../src/domain/conversation/step-answers.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { readConversation } from '../../src/schemas/share-events-schema.ts';
import { aConversation, aPlanOf, asked, atMinute, happened, TODAY } from './talk-builders.ts';

/** A teacher and a reviewer, and what there is between them. */
export class World {
  plan: Plan = aPlanOf('s1', 's2');
  sections: readonly Section[] = [];
  today = TODAY;
  events: readonly ConversationEvent[] = happened(asked(sharedPlan(this.plan, [])));
  /** What the reviewer’s browser shows: the plan as it was when they last opened it. */
  seen: SharedPlan | undefined;

  get now(): Conversation {
    return aConversation(this.plan, this.events, this.sections);
  }

  /** Makes a move, through the form it is kept in. Gives whether it was taken. */
  make(move: Move): boolean {
    if ('refused' in move) {
      expect(move.refused).toMatch(/^[A-Z].*\.$/);
      return false;
    }
    const length = this.events.length;
    const kept = move.said.map((one, index) => ({
      number: length + index + 1,
      at: atMinute(length + index),
      document: JSON.parse(JSON.stringify(one)) as unknown,
    }));
    const read = readConversation(kept);
    expect(read).toEqual(
      move.said.map((one, index) => ({ ...one, number: length + index + 1, at: atMinute(length + index) })),
    );
    const taken = read.flatMap((event) => (event.kind === 'taken-back' ? [event.words] : []));
    const before = this.events.map((event) =>
      taken.includes(event.number) ? ({ ...event, ...withoutWords(event) } as ConversationEvent) : event,
    );
    this.events = [...before, ...read];
    return true;
  }
}
