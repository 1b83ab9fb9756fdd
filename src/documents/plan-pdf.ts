import { picturesOf, planSheet, type PlanPaper } from './plan-sheet.ts';
import { FIGURE_HEADS } from './plan-step-sheet.ts';
import { summaryData } from './plan-summary.ts';
import { READER } from './plan-words.ts';
import type { Typesetter } from './typst.ts';

/** The whole plan as a tagged PDF. Throws TypesetterBusy where too many documents wait. */
export function planPdf(typesetter: Typesetter, paper: PlanPaper): Promise<Uint8Array<ArrayBuffer>> {
  return typesetter.pdf('plan.typ', planData(paper));
}

/** The plan on one page, for whoever has a minute. */
export function summaryPdf(typesetter: Typesetter, paper: PlanPaper): Promise<Uint8Array<ArrayBuffer>> {
  return typesetter.pdf('plan-summary.typ', summaryData(paper));
}

/** What the plan's template is given: plain words only, so that nothing a teacher writes can be read as markup. */
export function planData(paper: PlanPaper): Readonly<Record<string, unknown>> {
  return { ...planSheet(paper), kind: 'A plan', heads: FIGURE_HEADS, reader: READER, pictures: picturesOf(paper) };
}
