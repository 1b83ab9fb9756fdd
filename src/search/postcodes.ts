const WHOLE = /\b([a-z]{1,2}[0-9][a-z0-9]?) *([0-9oil][a-z]{2})\b/i;
const PART = /^[a-z]{1,2}[0-9][a-z0-9]?(?: *[0-9][a-z]?)?$/i;
/** Letters read as digits where only a digit can stand. */
const DIGITS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

export interface PostcodeIn {
  /** Written without its space: `WA51BD`. */
  readonly postcode: string;
  /** What else was typed. */
  readonly rest: string;
}

/** A whole postcode in what was typed, a letter typed for a digit put right; the rest of the words beside it. */
export function postcodeIn(query: string): PostcodeIn | undefined {
  const found = WHOLE.exec(query);
  if (!found) return undefined;
  const [all, outward = '', inward = ''] = found;
  const first = inward[0]?.toUpperCase() ?? '';
  return {
    postcode: outward.toUpperCase() + (DIGITS[first] ?? first) + inward.slice(1).toUpperCase(),
    rest: query.replace(all, ' ').trim(),
  };
}

/** The start of a postcode and nothing else, without its space: `WA5`, `WA51B`. */
export function postcodeBegun(query: string): string | undefined {
  const text = query.trim();
  return PART.test(text) ? compact(text) : undefined;
}

export function compact(postcode: string): string {
  return postcode.toUpperCase().replaceAll(' ', '');
}

/** As it is written: `WA5 1BD`. */
export function spaced(postcode: string): string {
  return postcode.length < 5 ? postcode : `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}
