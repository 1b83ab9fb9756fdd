import { z } from 'zod';
import { LAST_DAY_HELD, parseIsoDate, type IsoDate } from '../domain/date.ts';
import { bareFigureIn } from '../domain/prose.ts';
import { UNITS, VAT } from '../domain/quantity.ts';

/** Readable, permanent ids: lower case, hyphens, no dates that would age. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens');
export const topic = id;

const EARLIEST = '1900-01-01';
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')
  .refine((text) => parseIsoDate(text) !== undefined, 'there is no such day')
  .refine((text) => text >= EARLIEST && text <= LAST_DAY_HELD, `a day lies between ${EARLIEST} and ${LAST_DAY_HELD}`)
  .transform((text) => text as IsoDate);
export const dayOrMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/, 'a start is a day YYYY-MM-DD or a month YYYY-MM')
  .refine((text) => text.length === 7 || parseIsoDate(text) !== undefined, 'there is no such day');

/** Words for a page. Figures may come only as `{{topic}}`. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .max(1200)
  .superRefine((text, context) => {
    const figure = bareFigureIn(text);
    if (figure !== undefined) {
      context.addIssue({
        code: 'custom',
        message: `"${figure}" is a bare figure: state it as a fact and write {{topic}}`,
      });
    }
    if (text.includes('!')) context.addIssue({ code: 'custom', message: 'no exclamation marks' });
  });
export const sentence = prose.refine((text) => /[.?)]$|\}\}$/.test(text), 'ends as a sentence does');
export const url = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
export const span = { from: day.nullable(), until: day.nullable() };

export const source = z.strictObject({
  title: z.string().min(3),
  url,
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month or a day')
    .nullable(),
});

export const quantity = z.strictObject({
  min: z.number().nonnegative(),
  max: z.number().nonnegative().nullable(),
  unit: z.enum(UNITS),
  vat: z.enum(VAT).optional(),
});
