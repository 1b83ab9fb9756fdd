const METRES_IN_A_MILE = 1609.344;
/** Below it a postcode's own place is no surer. */
const LEAST = 0.1;
const NUMBER = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `0.4 miles`; always of a straight line, which the page says. */
export function formatMiles(metres: number): string {
  const miles = metres / METRES_IN_A_MILE;
  if (miles < LEAST) return `under ${NUMBER.format(LEAST)} miles`;
  const text = NUMBER.format(miles);
  return `${text} ${text === '1.0' ? 'mile' : 'miles'}`;
}
