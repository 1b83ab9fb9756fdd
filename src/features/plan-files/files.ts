import { planCalendar } from '../../documents/plan-calendar.ts';
import { stepsCsv } from '../../documents/plan-csv.ts';
import { planPdf, summaryPdf } from '../../documents/plan-pdf.ts';
import type { PlanPaper } from '../../documents/plan-sheet.ts';
import type { Typesetter } from '../../documents/typst.ts';
import type { PlanPays } from '../../http/plan/plan-pays.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { planText } from '../../schemas/plan-schema.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** A plan with all that a file of it can say. */
export type PlanToMake = PlanVisit & { readonly pays: PlanPays };

/** One file a plan can be taken away as. */
export interface PlanFile {
  /** The name in its address. */
  readonly name: string;
  readonly title: string;
  readonly use: string;
  /** What follows the plan's own title in the name it is saved under. */
  readonly ending: string;
  readonly type: string;
  make(here: PlanToMake, typesetter: Typesetter): Content | Promise<Content>;
}

/** In the order they are offered in. */
export const PLAN_FILES: readonly PlanFile[] = [
  {
    name: 'summary.pdf',
    title: 'One page (PDF)',
    use: 'For your line manager or head, who has a minute: what it is for, what it asks of the school, the steps to come.',
    ending: '-on-one-page.pdf',
    type: 'application/pdf',
    make: (here, typesetter) => summaryPdf(typesetter, paperOf(here)),
  },
  {
    name: 'plan.pdf',
    title: 'The whole plan (PDF)',
    use: 'To print or to send: every step with its figures and where they come from, your hours, and what you wrote.',
    ending: '.pdf',
    type: 'application/pdf',
    make: (here, typesetter) => planPdf(typesetter, paperOf(here)),
  },
  {
    name: 'plan.docx',
    title: 'The whole plan (Word)',
    use: 'The same, to write on or to copy from.',
    ending: '.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (here) => {
      // Loaded when the first is asked for: it is large, and most who run the service never need it.
      const { planDocx } = await import('../../documents/plan-docx.ts');
      return planDocx(paperOf(here));
    },
  },
  {
    name: 'plan.ics',
    title: 'The dates (calendar file)',
    use: 'Deadlines, starts, ends and days to look back, to put into a calendar once. It does not change when your plan does: bring it in again, or make a calendar link below.',
    ending: '.ics',
    type: 'text/calendar; charset=utf-8',
    make: ({ kept, plan, halfTerms }) => planCalendar({ ...kept, plan, halfTerms }),
  },
  {
    name: 'steps.csv',
    title: 'The steps (spreadsheet, CSV)',
    use: 'One row for each step, for Excel or anything else that reads tables.',
    ending: '-steps.csv',
    type: 'text/csv; charset=utf-8',
    make: ({ plan, halfTerms, visit }) => stepsCsv({ plan, halfTerms, on: visit.on }),
  },
  {
    name: 'plan.json',
    title: 'Everything (JSON)',
    use: 'The whole plan and what you told us about yourself, to keep. Bring it in on “Your plans”, here or wherever else this service runs, and it is the same plan again.',
    ending: '.json',
    type: 'application/json; charset=utf-8',
    make: ({ plan }) => planText(plan, 2),
  },
];

function paperOf({ kept, plan, halfTerms, checks, visit, pays }: PlanToMake): PlanPaper {
  const { version, savedAt } = kept;
  return { plan, version, savedAt, halfTerms, checks, on: visit.on, pays: (step) => pays(step)?.newest };
}
