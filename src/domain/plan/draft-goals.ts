import type { DayCatalogue } from '../catalogue/catalogue.ts';

/**
 * A goal a plan can be worked back from. `needs`: each line is a choice of next steps, at least one of which comes
 * first; `because` says on what that rests. They are our reading of what people do on the way, and no rule of anybody's.
 */
export interface DraftGoal {
  readonly id: string;
  readonly name: string;
  readonly needs: readonly (readonly string[])[];
  readonly because: string;
  /** It can only be reached when a school year begins, as most posts are. */
  readonly inSeptember: boolean;
}

/** What leads a whole-school piece of work, which is what heads look for beside a qualification. */
const WHOLE_SCHOOL_WORK = [
  'coach-or-coordinate-across-school',
  'pastoral-lead',
  'behaviour-lead',
  'cpd-lead',
  'mentor-lead',
  'reading-lead',
  'lead-a-topic-or-subject',
  'induction-tutor',
];

export const DRAFT_GOALS: readonly DraftGoal[] = [
  {
    id: 'assistant-head',
    name: 'Apply for assistant headships',
    needs: [['npq-senior-leadership'], WHOLE_SCHOOL_WORK],
    because:
      'No rule asks for either. The NPQ in Senior Leadership is made for present and aspiring senior leaders, and something led across a school is what an application can show.',
    inSeptember: true,
  },
  {
    id: 'facilitate-my-npq',
    name: 'Facilitate my NPQ',
    needs: [['facilitate-your-npq']],
    because: 'Providers train facilitators from those who have finished the programme; the choice is theirs.',
    inSeptember: false,
  },
  {
    id: 'a-masters',
    name: 'A master’s',
    needs: [
      [
        'chester-ma-education',
        'edge-hill-education-masters',
        'exeter-ma-education-online',
        'liverpool-hope-masters',
        'liverpool-john-moores-ma-education',
        'manchester-metropolitan-masters',
      ],
    ],
    because: 'Any of the universities in the catalogue; each decides for itself what your NPQ counts for.',
    inSeptember: false,
  },
  {
    id: 'headship',
    name: 'Apply for headships',
    needs: [
      ['npq-headship'],
      ['npq-senior-leadership', 'senior-leadership-shadowing', 'coach-or-coordinate-across-school'],
    ],
    because:
      'No rule asks for either. The NPQ in Headship is made for heads and those within reach of headship, and schools look for senior leadership before it.',
    inSeptember: true,
  },
];

/** A goal by its id: one of those above, or any next step of the day, which is a goal of itself. */
export function draftGoal(id: string, on: DayCatalogue): DraftGoal | undefined {
  const known = DRAFT_GOALS.find((goal) => goal.id === id);
  if (known) return known;
  const opportunity = on.byId.get(id);
  return (
    opportunity && {
      id,
      name: opportunity.name,
      needs: [[id]],
      because: 'It is a next step in the catalogue.',
      inSeptember: false,
    }
  );
}
