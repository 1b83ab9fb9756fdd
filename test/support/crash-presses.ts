import { addHalfTerms, type HalfTermId } from '../../src/domain/calendar/half-term.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { FIRST } from './plan-builders.ts';

/*
 * What somebody does to a plan while the service is being killed: as forms to send, and as the plan each has to make,
 * reckoned here and not by the service's own edits.
 */

export type Press =
  | { readonly kind: 'settings'; readonly title: string; readonly hours: number }
  | { readonly kind: 'add'; readonly name: string; readonly when: HalfTermId; readonly hours: number }
  | { readonly kind: 'move'; readonly step: string; readonly to: HalfTermId };

/** The step a plan is started with. */
export const STARTED_WITH = { opportunity: 'ect-mentor', name: 'Mentor an early career teacher' };
const HALF_TERMS = 12;

const chance = (below: number) => Math.floor(Math.random() * below);
const aHalfTerm = () => addHalfTerms(FIRST, chance(HALF_TERMS));

/** Something to press on a plan that has had `made` changes, `steps` of which added a step. Its words are its own. */
export function aPress({ made, steps }: { readonly made: number; readonly steps: number }): Press {
  const kind = chance(3);
  if (kind === 0) return { kind: 'settings', title: `Title ${made} ${chance(1e9)}`, hours: chance(60) };
  if (kind === 1) return { kind: 'add', name: `Step ${made} ${chance(1e9)}`, when: aHalfTerm(), hours: chance(300) };
  return { kind: 'move', step: `s${1 + chance(steps)}`, to: aHalfTerm() };
}

/** Where its form is sent, below the plan's own address, and the fields in it. */
export function formOf(press: Press): readonly [below: string, fields: Readonly<Record<string, string>>] {
  switch (press.kind) {
    case 'settings': {
      const { title, hours } = press;
      return ['/settings', { title, hours: String(hours), first: FIRST, 'half-terms': String(HALF_TERMS) }];
    }
    case 'add': {
      const { name, when, hours } = press;
      return ['/add', { name, route: 'share', when, lasts: '2', hours: String(hours) }];
    }
    case 'move':
      return ['', { act: 'move', step: press.step, to: press.to }];
    default:
      return press satisfies never;
  }
}

/** The whole plan that a press has to make of one. */
export function afterPress(plan: Plan, press: Press): Plan {
  switch (press.kind) {
    case 'settings':
      return { ...plan, title: press.title, profile: { hoursPerWeek: press.hours } };
    case 'add':
      return { ...plan, steps: [...plan.steps, addedBy(press, plan)], stepsMade: plan.stepsMade + 1 };
    case 'move':
      return { ...plan, steps: plan.steps.map((one) => (one.id === press.step ? { ...one, start: press.to } : one)) };
    default:
      return press satisfies never;
  }
}

function addedBy({ name, when, hours }: Extract<Press, { kind: 'add' }>, plan: Plan): Plan['steps'][number] {
  return {
    id: `s${plan.stepsMade + 1}`,
    name,
    route: 'share',
    phase: 'deliver',
    place: 'timetable',
    start: when,
    hours: [hours, hours],
    hoursBasis: 'yours',
    cost: 0,
    owner: 'me',
    state: 'to-do',
    needs: [],
    note: '',
    pin: null,
  };
}
