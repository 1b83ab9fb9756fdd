import type { IsoDate } from '../../src/domain/date.ts';
import type { Conversation } from '../../src/domain/conversation/conversation.ts';
import type { ConversationEvent, Said } from '../../src/domain/conversation/conversation-event.ts';
import type { Section } from '../../src/domain/conversation/share.ts';
import { sharedPlan, stepsToAnswer, type SharedPlan } from '../../src/domain/conversation/step-answers.ts';
import type { Plan, PlanStep } from '../../src/domain/plan/plan.ts';
import { aPlan, aStep } from './plan-builders.ts';

export const TODAY = '2026-11-25' as IsoDate;
export const EXPIRES = '2027-03-25' as IsoDate;

/** A plan of steps in the timetable, called Step s1 and so on. */
export function aPlanOf(...steps: readonly (string | (Partial<PlanStep> & { readonly id: string }))[]): Plan {
  return aPlan({
    steps: steps.map((given) => {
      const step = typeof given === 'string' ? { id: given } : given;
      return aStep({ name: `Step ${step.id}`, ...step });
    }),
  });
}

/** Events in their order, a minute apart. */
export function happened(...said: readonly Said[]): readonly ConversationEvent[] {
  return said.map((one, index) => ({ ...one, number: index + 1, at: atMinute(index) }));
}

export function atMinute(minute: number): string {
  return `2026-11-25T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
}

/** The first event of a conversation about this plan. */
export function asked({ plan }: SharedPlan): Said {
  return { kind: 'asked', version: 1, steps: stepsToAnswer({ plan }).map(({ id, name }) => ({ id, name })) };
}

export function aConversation(
  plan: Plan,
  events: readonly ConversationEvent[],
  sections: readonly Section[] = [],
): Conversation {
  const isThere = (kind: Said['kind']) => events.some((event) => event.kind === kind);
  return {
    shared: sharedPlan(plan, sections),
    events,
    expiresOn: EXPIRES,
    isConfirmed: isThere('confirmed'),
    isRevoked: isThere('revoked'),
  };
}
