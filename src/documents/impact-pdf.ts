import { impactSheet, type ImpactPaper } from './impact-sheet.ts';
import { TypesettingError } from './typst-compiler.ts';
import type { Typesetter } from './typst.ts';

/** One page; or that it is more than one, and what would have to be shorter. */
export type ImpactPdf =
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly tooLong: { readonly perCent: number; readonly longest: string } };

/** Sets the summary as a tagged PDF of exactly one page. Throws TypesetterBusy where too many documents wait. */
export async function impactPdf(typesetter: Typesetter, paper: ImpactPaper): Promise<ImpactPdf> {
  const sheet = impactSheet(paper);
  try {
    return { pdf: await typesetter.pdf('impact.typ', sheet) };
  } catch (error) {
    const [, perCent, heights] =
      /does-not-fit (\d+) ([\d,]+)/.exec(error instanceof TypesettingError ? error.message : '') ?? [];
    if (perCent === undefined || heights === undefined) throw error;
    const tall = heights.split(',').map(Number);
    const longest = sheet.sections[tall.indexOf(Math.max(...tall))]?.name ?? '';
    return { tooLong: { perCent: Number(perCent), longest } };
  }
}
