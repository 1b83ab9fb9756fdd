import type { IsoDate } from '../date.ts';
import { PHASE_IDS, type Plan } from '../plan/plan.ts';
import { promptsOf } from '../plan/plan-prompts.ts';

/** For whom a link is: a line manager talks about the steps, a sponsor answers a case. */
export const SHARE_KINDS = ['line-manager', 'sponsor'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** The parts of a plan that its owner can share or keep back. The steps in the timetable are always shared. */
export const SECTIONS = ['costs', 'notes', 'goals', ...PHASE_IDS] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  costs: 'What each step costs you',
  notes: 'Your notes on steps',
  goals: 'Your goals',
  explore: 'What you wrote in Explore',
  prepare: 'What you wrote in Prepare',
  deliver: 'What you wrote in Deliver',
  sustain: 'What you wrote in Sustain',
};

/** Takes any text: what forms and rows hold. */
export function isSection(text: string): text is Section {
  return SECTIONS.some((section) => section === text);
}

/** How long a link opens what it shows. */
export const SHARE_DAYS = 120;

/** A plan read by more people at once is no conversation any more. */
export const SHARES_AT_MOST = 20;

/** Whether a link still opens what it shows on a day. */
export function isLive(
  { revokedAt, expiresOn }: { readonly revokedAt: string | null; readonly expiresOn: IsoDate },
  today: IsoDate,
): boolean {
  return revokedAt === null && expiresOn >= today;
}

/** What of a profile is needed to lay out and check the steps that are shared; the rest is nobody else's. */
const SHARED_PROFILE = ['hoursPerWeek', 'fte', 'district', 'setting', 'sponsor', 'lineManager', 'npqs'] as const;

/**
 * The plan with nothing in it but its steps and the parts that are shared. Whoever reads a shared plan is given this and
 * never the whole: what is not in it cannot be shown by mistake.
 */
export function sharedPart(plan: Plan, sections: readonly Section[]): Plan {
  const shows = (section: Section) => sections.includes(section);
  const written = new Set<string>(PHASE_IDS.filter(shows).flatMap((phase) => promptsOf(phase).map(({ id }) => id)));
  const steps = plan.steps.filter(({ place, state }) => place === 'timetable' && state !== 'dropped');
  const shown = new Set(steps.map(({ id }) => id));
  return {
    ...plan,
    profile: picked(plan.profile, SHARED_PROFILE),
    goals: shows('goals') ? plan.goals : [],
    steps: steps.map((step) => ({
      ...step,
      note: shows('notes') ? step.note : '',
      cost: shows('costs') ? step.cost : null,
      needs: step.needs.filter((need) => shown.has(need)),
    })),
    answers: Object.fromEntries(Object.entries(plan.answers).filter(([id]) => written.has(id))) as Plan['answers'],
  };
}

function picked<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}
