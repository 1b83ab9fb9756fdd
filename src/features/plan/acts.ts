import { addHalfTerms, ordinalOf, parseHalfTermId, type HalfTermId } from '../../domain/calendar/half-term.ts';
import {
  changeStep,
  moveStep,
  removeStep,
  setAside,
  takeFresh,
  type Edit,
  type Refused,
} from '../../domain/plan/plan-edits.ts';
import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import { stepOf, type Plan } from '../../domain/plan/plan.ts';
import type { SentForm } from '../../http/form.ts';

const UNKNOWN: Refused = { refused: 'That is nothing a plan can do. Go back and try again.' };
const NO_HALF_TERM: Refused = { refused: 'There is no such half term. Choose one from the list.' };

/** What one press on the plan page changes, as a function of the plan; undo is not among them. */
export function actOf(form: SentForm, on: DayCatalogue, nextToBegin: HalfTermId): (plan: Plan) => Edit {
  const step = form.one('step');
  switch (form.one('act')) {
    case 'move': {
      const to = parseHalfTermId(form.one('to'));
      return (plan) => (to ? moveWithin(plan, step, to) : NO_HALF_TERM);
    }
    case 'earlier':
      return (plan) => moveBy(plan, step, -1);
    case 'later':
      return (plan) => moveBy(plan, step, 1);
    case 'plan':
      return (plan) => moveStep(plan, step, nextToBegin);
    case 'done':
      return (plan) => changeStep(plan, step, { state: 'done' });
    case 'some-day':
      return (plan) => setAside(plan, step, 'some-day');
    case 'already-have':
      return (plan) => setAside(plan, step, 'already-have');
    case 'remove':
      return (plan) => removeStep(plan, step);
    case 'take':
      return (plan) => takeFresh(plan, step, on);
    default:
      return () => UNKNOWN;
  }
}

function moveBy(plan: Plan, id: string, count: number): Edit {
  const start = stepOf(plan, id)?.start;
  return start ? moveWithin(plan, id, addHalfTerms(start, count)) : moveStep(plan, id, plan.first);
}

/** A step stays inside the timetable that is shown: what starts outside it could not be found again. */
function moveWithin(plan: Plan, id: string, to: HalfTermId): Edit {
  const at = ordinalOf(to) - ordinalOf(plan.first);
  if (at >= 0 && at < plan.halfTerms) return moveStep(plan, id, to);
  const edge = at < 0 ? 'begins' : 'ends';
  return { refused: `Your timetable ${edge} there. Its length can be changed in the settings.` };
}
