/** What a figure counts. Money is whole pence. */
export const UNITS = [
  'hours',
  'hours-a-week',
  'hours-a-year',
  'days',
  'days-a-year',
  'weeks',
  'months',
  'half-terms',
  'terms',
  'years',
  'pence',
  'pence-a-year',
  'pence-a-month',
  'pence-a-day',
  'pence-an-hour',
  'credits',
  'per-cent',
  'people',
  'schools',
  'hubs',
  'places',
  'words',
  'modules',
  'courses',
  'seminars',
  'phases',
  'pupils',
  'recommendations',
  'mechanisms',
  'age',
] as const;
export type Unit = (typeof UNITS)[number];

/** Whether a price has VAT in it; `not-said` where its source does not say. */
export const VAT = ['included', 'excluded', 'none', 'not-said'] as const;
export type Vat = (typeof VAT)[number];

/**
 * A number with its unit and where it comes from. `max` is `null` for "at least `min`"; `min` is 0 for "up to `max`".
 * Every figure on a page is one of these, so that a guess of ours can never pass for a published figure.
 */
export interface Quantity {
  readonly min: number;
  readonly max: number | null;
  readonly unit: Unit;
  readonly basis: 'published' | 'our-estimate';
  readonly vat?: Vat;
}

const MONEY_UNITS: ReadonlySet<Unit> = new Set([
  'pence',
  'pence-a-year',
  'pence-a-month',
  'pence-a-day',
  'pence-an-hour',
]);

export function isMoney(quantity: Pick<Quantity, 'unit'>): boolean {
  return MONEY_UNITS.has(quantity.unit);
}
