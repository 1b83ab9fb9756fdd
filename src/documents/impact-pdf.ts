import { impactSheet, type ImpactPaper, type ImpactSheet } from './impact-sheet.ts';
import { TypesettingError } from './typst-compiler.ts';
import type { Typesetter } from './typst.ts';

/** One page; or that it is more than one, and what would have to be shorter. */
export type ImpactPdf =
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly tooLong: { readonly perCent: number; readonly longest: string } };

/** Letters that fill the page, in lines that are full. */
const LETTERS_ON_A_PAGE = 5700;
/** What is so much longer is not tried: setting it takes seconds, in which nobody else gets a document. */
const TRIED_AT_MOST = 3 * LETTERS_ON_A_PAGE;

/** Sets the summary as a tagged PDF of exactly one page. Throws TypesetterBusy where too many documents wait. */
export async function impactPdf(typesetter: Typesetter, paper: ImpactPaper): Promise<ImpactPdf> {
  const sheet = impactSheet(paper);
  const letters = sheet.sections.map(lettersOf);
  const all = letters.reduce((sum, one) => sum + one, 0);
  if (all > TRIED_AT_MOST) return tooLong(sheet, Math.round((100 * all) / LETTERS_ON_A_PAGE), letters);
  try {
    return { pdf: await typesetter.pdf('impact.typ', sheet) };
  } catch (error) {
    const [, perCent, heights] =
      /does-not-fit (\d+) ([\d,]+)/.exec(error instanceof TypesettingError ? error.message : '') ?? [];
    if (perCent === undefined || heights === undefined) throw error;
    return tooLong(sheet, Number(perCent), heights.split(',').map(Number));
  }
}

function lettersOf({ words, items }: ImpactSheet['sections'][number]): number {
  return [...words, ...items].reduce((sum, text) => sum + text.length, 0);
}

/** `sizes` are those of the sections, in whatever measure. */
function tooLong({ sections }: ImpactSheet, perCent: number, sizes: readonly number[]): ImpactPdf {
  return { tooLong: { perCent, longest: sections[sizes.indexOf(Math.max(...sizes))]?.name ?? '' } };
}
