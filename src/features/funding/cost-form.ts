import type { Asked } from '../../http/asked.ts';

/** What a school knows itself; money in pence. */
export interface CostEntries {
  readonly days: number | undefined;
  readonly dayCost: number | undefined;
  readonly travel: number | undefined;
  readonly hours: number | undefined;
}

export type CostField = keyof typeof FIELDS;

interface Field {
  readonly most: number;
  /** A whole number, or one with up to two places. */
  readonly pattern: RegExp;
  readonly pence: boolean;
  readonly error: string;
}

const MONEY = /^\d{1,6}(\.\d{1,2})?$/;
const COUNT = /^\d{1,3}(\.\d{1,2})?$/;

const FIELDS = {
  days: {
    most: 195,
    pattern: COUNT,
    pence: false,
    error: 'Days out of class in a year must be a number, such as 4 or 2.5, and fit in a school year',
  },
  'day-cost': {
    most: 2000,
    pattern: MONEY,
    pence: true,
    error: 'A day’s cover must be an amount in pounds, such as 220',
  },
  travel: {
    most: 20_000,
    pattern: MONEY,
    pence: true,
    error: 'Travel in a year must be an amount in pounds, such as 60',
  },
  'training-hours': {
    most: 500,
    pattern: COUNT,
    pence: false,
    error: 'Hours of training must be a number, such as 20',
  },
} as const satisfies Readonly<Record<string, Field>>;

export interface CostForm {
  readonly entries: CostEntries;
  /** As typed, to be shown again. */
  readonly typed: Readonly<Record<CostField, string>>;
  readonly errors: Partial<Readonly<Record<CostField, string>>>;
}

/** Reads what was typed. What cannot be read is an error and no zero. */
export function readCostForm({ query }: Pick<Asked, 'query'>): CostForm {
  const typed = (field: CostField) => (query.get(field) ?? '').trim().replace(/^£/, '').replaceAll(',', '');
  const errors: Partial<Record<CostField, string>> = {};
  const read = (field: CostField): number | undefined => {
    const text = typed(field);
    if (text === '') return undefined;
    const { pattern, most, pence, error } = FIELDS[field];
    const value = pattern.test(text) ? Number(text) : Number.NaN;
    if (!(value <= most)) {
      errors[field] = error;
      return undefined;
    }
    return pence ? Math.round(value * 100) : value;
  };
  const entries = {
    days: read('days'),
    dayCost: read('day-cost'),
    travel: read('travel'),
    hours: read('training-hours'),
  };
  return {
    entries,
    typed: {
      days: query.get('days') ?? '',
      'day-cost': query.get('day-cost') ?? '',
      travel: query.get('travel') ?? '',
      'training-hours': query.get('training-hours') ?? '',
    },
    errors,
  };
}
