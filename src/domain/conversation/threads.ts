import type { ConversationEvent, NamedStep, Outcome, Party, StepSeen } from './conversation-event.ts';
import { nameInTalk, type SharedPlan } from './step-answers.ts';

/** One thing that was said, as both sides read it. */
export interface ThreadEntry {
  readonly number: number;
  readonly at: string;
  readonly by: Party;
  /** An answer to the step as it was then; a comment has neither. */
  readonly outcome?: Outcome;
  readonly seen?: StepSeen;
  readonly text: string;
  /** Its words were taken back by who wrote them. */
  readonly isTakenBack: boolean;
}

/** All that was said, where it belongs: nothing that either side has written is outside of it. */
export interface Threads {
  readonly whole: readonly ThreadEntry[];
  readonly steps: ReadonlyMap<string, readonly ThreadEntry[]>;
  /** Of steps that are not in the timetable any more, by what they were last called here. */
  readonly gone: readonly (NamedStep & { readonly entries: readonly ThreadEntry[] })[];
}

/** Sorts what was said to where it belongs, in the order in which it was said. */
export function threadsOf({ plan }: Pick<SharedPlan, 'plan'>, events: readonly ConversationEvent[]): Threads {
  const takenBack = new Set(events.flatMap((event) => (event.kind === 'taken-back' ? [event.words] : [])));
  const entries = events.flatMap((event) => entryOf(event, takenBack.has(event.number)));
  const ofSteps = Map.groupBy(
    entries.filter((one) => one.step !== null),
    ({ step }) => step ?? '',
  );
  const isThere = (id: string) => plan.steps.some((step) => step.id === id);
  const all = [...ofSteps].map(([id, own]) => [id, own.map(({ entry }) => entry)] as const);
  return {
    whole: entries.filter(({ step }) => step === null).map(({ entry }) => entry),
    steps: new Map(all.filter(([id]) => isThere(id))),
    gone: all
      .filter(([id]) => !isThere(id))
      .map(([id, own]) => ({ id, name: nameInTalk(id, events) ?? 'A step', entries: own })),
  };
}

function entryOf(
  event: ConversationEvent,
  isTakenBack: boolean,
): readonly { readonly step: string | null; readonly entry: ThreadEntry }[] {
  if (event.kind === 'said') {
    const { number, at, by, text } = event;
    return [{ step: event.step?.id ?? null, entry: { number, at, by, text: isTakenBack ? '' : text, isTakenBack } }];
  }
  if (event.kind !== 'answered') return [];
  const { number, at, outcome, reason, seen } = event;
  const text = isTakenBack ? '' : reason;
  return [{ step: event.step, entry: { number, at, by: 'reviewer', outcome, seen, text, isTakenBack } }];
}
