import type { PromptKey } from './reflection.ts';

/** What an impact summary is for: its owner says so, and it says so at its foot. */
export const PURPOSES = ['job', 'appraisal', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_WORDS: Readonly<Record<Purpose, { readonly choice: string; readonly foot: string }>> = {
  job: { choice: 'A job I apply for', foot: 'for a job application' },
  appraisal: { choice: 'My appraisal', foot: 'for an appraisal' },
  other: { choice: 'Something else', foot: 'for a use of their own choosing' },
};

/** What a teacher chose of their plan for one page: the words are theirs, the rest is named. */
export interface Impact {
  readonly purpose: Purpose;
  /** Who made it, as they want to be named; empty where they do not. */
  readonly name: string;
  readonly need: string;
  readonly changed: string;
  readonly next: string;
  /** Ids of the plan's steps. */
  readonly steps: readonly string[];
  readonly reflections: readonly PromptKey[];
  /** Ids of the plan's evidence. */
  readonly evidence: readonly string[];
}

export const IMPACT_LIMITS = { name: 60, words: 800, chosen: 60 } as const;
