import { PHASE_IDS, type PhaseId, type Plan } from './plan.ts';

/** The EEF's behaviours, as what a prompt draws on. */
export type Behaviour = 'engage' | 'unite' | 'reflect';

export interface Prompt {
  readonly id: PromptId;
  readonly phase: PhaseId;
  readonly behaviour: Behaviour;
  /** The question, as the teacher reads it. */
  readonly ask: string;
  readonly hint: string;
}

export const PROMPT_IDS = [
  'what-changed',
  'what-need',
  'already-in-place',
  'what-i-will-do',
  'people-and-time',
  'what-must-be-true',
  'small-cycles',
  'who-supports',
  'signs-it-works',
  'keeps-it-going',
  'who-else',
  'when-to-stop',
] as const;
export type PromptId = (typeof PROMPT_IDS)[number];

/**
 * What a plan asks in each phase. The phases and behaviours are those of the EEF's guidance on implementation (third
 * edition, 2024, checked 23 November 2026); the questions are ours. Every one can be skipped.
 */
export const PROMPTS: readonly Prompt[] = [
  {
    id: 'what-changed',
    phase: 'explore',
    behaviour: 'reflect',
    ask: 'What has your NPQ changed for your pupils so far?',
    hint: 'One thing you do differently now, and what you have seen come of it. “Nothing yet” is an honest answer.',
  },
  {
    id: 'what-need',
    phase: 'explore',
    behaviour: 'engage',
    ask: 'What need do you see now, and for which pupils?',
    hint: 'A group or a moment in the day, such as “Year 4 readers who stall at longer words”. Never a name.',
  },
  {
    id: 'already-in-place',
    phase: 'explore',
    behaviour: 'unite',
    ask: 'What is already in place that you could build on?',
    hint: 'A meeting, a routine, a colleague who has begun something like it. Use these before you add anything.',
  },
  {
    id: 'what-i-will-do',
    phase: 'prepare',
    behaviour: 'unite',
    ask: 'What will you do, in one sentence?',
    hint: 'As you would say it to your head in the corridor.',
  },
  {
    id: 'people-and-time',
    phase: 'prepare',
    behaviour: 'engage',
    ask: 'Whose time and what money does it need?',
    hint: 'Your own, a mentor’s, cover. By role and not by name. “None” is worth writing down.',
  },
  {
    id: 'what-must-be-true',
    phase: 'prepare',
    behaviour: 'reflect',
    ask: 'What must be true before it can start?',
    hint: 'A lesson moved, somebody’s agreement, a place confirmed. Ask for these first.',
  },
  {
    id: 'small-cycles',
    phase: 'deliver',
    behaviour: 'reflect',
    ask: 'What is the smallest piece you can try, and when will you look at it?',
    hint: 'Two or three weeks, then look, and change one thing.',
  },
  {
    id: 'who-supports',
    phase: 'deliver',
    behaviour: 'engage',
    ask: 'Who watches, listens or practises with you?',
    hint: 'A role is enough: “my key stage lead, once a fortnight”.',
  },
  {
    id: 'signs-it-works',
    phase: 'deliver',
    behaviour: 'reflect',
    ask: 'What would show that it works, and what would show that it does not?',
    hint: 'Something you can see or count without a new test.',
  },
  {
    id: 'keeps-it-going',
    phase: 'sustain',
    behaviour: 'unite',
    ask: 'What will keep it going once it is no longer new?',
    hint: 'A slot in a meeting, a line in a policy, a page others can use.',
  },
  {
    id: 'who-else',
    phase: 'sustain',
    behaviour: 'engage',
    ask: 'Who else could take it on?',
    hint: 'And what they would need from you.',
  },
  {
    id: 'when-to-stop',
    phase: 'sustain',
    behaviour: 'reflect',
    ask: 'When would you stop?',
    hint: 'A day, or something you would see. Say it now, while it is easy to say.',
  },
];

export const PHASE_WORDS: Readonly<Record<PhaseId, { readonly name: string; readonly about: string }>> = {
  explore: { name: 'Explore', about: 'What your NPQ changed, and what is needed now.' },
  prepare: { name: 'Prepare', about: 'Steps, people, time and money.' },
  deliver: { name: 'Deliver', about: 'Small cycles, with somebody beside you.' },
  sustain: { name: 'Sustain', about: 'What keeps it going, and when to stop.' },
};

export function promptsOf(phase: PhaseId): readonly Prompt[] {
  return PROMPTS.filter((prompt) => prompt.phase === phase);
}

/** How far a phase is written. */
export interface PhaseProgress {
  readonly phase: PhaseId;
  readonly name: string;
  readonly written: number;
  readonly of: number;
}

/** The four phases in their order, each with how many of its prompts are answered. */
export function phaseProgress({ answers }: Pick<Plan, 'answers'>): readonly PhaseProgress[] {
  return PHASE_IDS.map((phase) => {
    const prompts = promptsOf(phase);
    const written = prompts.filter(({ id }) => answers[id] !== undefined).length;
    return { phase, name: PHASE_WORDS[phase].name, written, of: prompts.length };
  });
}
