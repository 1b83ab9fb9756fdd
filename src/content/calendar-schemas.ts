import { z } from 'zod';
import { CERTAINTIES } from '../domain/catalogue/fact.ts';
import { BLOCKS } from '../domain/calendar/half-term.ts';
import { DISTRICTS } from '../domain/matching/profile.ts';
import {
  AUTUMN_HALF_TERMS,
  CHRISTMAS_BREAKS,
  EASTER_BREAKS,
  SPRING_HALF_TERMS,
  SUMMER_HALF_TERMS,
} from '../domain/calendar/term-principles.ts';
import { day, id, sentence, source } from './schema-parts.ts';

export const bankHolidaysFile = z.strictObject({
  source,
  checkedOn: day,
  bankHolidays: z
    .array(z.strictObject({ day, name: z.string().min(3) }))
    .min(1)
    .describe('Of England and Wales, in order. A year is given whole or not at all'),
});

const blockDates = z.strictObject({
  from: day.describe('The first day for pupils'),
  until: day.describe('The last day for pupils'),
});

const knownYear = z.strictObject({
  schoolYear: z.number().int().min(2021).max(2034).describe('The year in which it begins'),
  blocks: z.strictObject(
    Object.fromEntries(BLOCKS.map((block) => [block, blockDates])) as Record<
      (typeof BLOCKS)[number],
      typeof blockDates
    >,
  ),
  insetDays: z.array(day).default([]).describe('Days inside the blocks on which pupils do not come'),
  because: sentence.describe('Whose dates they are'),
  source: id,
  checkedOn: day,
  certainty: z.enum(CERTAINTIES),
});

const principles = z.strictObject({
  autumnInsetDays: z.number().int().min(0).max(5),
  autumnHalfTerm: z.enum(AUTUMN_HALF_TERMS),
  christmas: z.enum(CHRISTMAS_BREAKS),
  springInsetDays: z.number().int().min(0).max(5),
  springHalfTerm: z.enum(SPRING_HALF_TERMS),
  easter: z.enum(EASTER_BREAKS),
  summerHalfTerm: z.enum(SUMMER_HALF_TERMS),
  pupilDays: z.number().int().min(185).max(196),
  leastDaysInPartWeek: z.number().int().min(1).max(5),
});

const whom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('school'), urn: z.number().int().min(100_000).max(999_999) }),
  z.strictObject({ kind: z.literal('district'), district: z.enum(DISTRICTS).exclude(['elsewhere']) }),
  z.strictObject({ kind: z.literal('england') }),
]);

export const termCalendarsFile = z.strictObject({
  sources: z.record(id, source).describe('Where the dates and principles below come from, each named once'),
  calendars: z.array(
    z.strictObject({
      id,
      name: z.string().min(3).describe('Whose calendar it is, as a heading has it'),
      for: whom,
      years: z.array(knownYear).default([]).describe('The school years that are published, the earliest first'),
      estimates: z
        .strictObject({ because: sentence, source: id, checkedOn: day, principles })
        .describe('How the other years are estimated'),
    }),
  ),
});
