import type { IStylesOptions } from 'docx';
import type { RouteId } from '../domain/catalogue/route.ts';

/* The service's colours and sizes for Word. Arial, which every machine has: a font that is missing is replaced by chance. */

export const INK = '17212B';
export const QUIET = '4A5763';
export const RULE = 'D9D3C7';
export const PANEL = 'FBF8F2';
const BRAND = '0B3C49';

export const ROUTE_COLOURS: Readonly<Record<RouteId, string>> = {
  reflect: '00695C',
  lead: '1D5FA7',
  share: '6A3FA0',
  'senior-leadership': 'A8275A',
  deepen: '9A4A00',
  expand: '4B6A12',
};

/** Sizes in half points, spaces in twentieths of a point. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    heading1: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
    heading2: { run: { size: 28, bold: true, color: BRAND }, paragraph: { spacing: { before: 360, after: 140 } } },
    heading3: { run: { size: 24, bold: true, color: INK }, paragraph: { spacing: { before: 260, after: 80 } } },
    heading4: { run: { size: 22, bold: true, color: INK }, paragraph: { spacing: { before: 220, after: 80 } } },
    hyperlink: { run: { color: BRAND } },
  },
};
