/** A run of words on a page: plain text, a figure that stands for a fact, or a link inside the service. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly topic: string }
  | { readonly kind: 'link'; readonly text: string; readonly path: string };

const MARK = /\{\{([a-z0-9-]+)\}\}|\[([^\]]+)\]\((\/[^)\s]*)\)/g;

/**
 * Takes prose as content writes it (`It takes {{npq-senior-leadership-length}}; see [the route](/routes/lead)`) and
 * gives its segments in order.
 */
export function parseProse(prose: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of prose.matchAll(MARK)) {
    if (match.index > end) segments.push({ kind: 'text', text: prose.slice(end, match.index) });
    const [whole, topic, text, path] = match;
    if (topic !== undefined) segments.push({ kind: 'fact', topic });
    else segments.push({ kind: 'link', text: text ?? '', path: path ?? '/' });
    end = match.index + whole.length;
  }
  if (end < prose.length) segments.push({ kind: 'text', text: prose.slice(end) });
  return segments;
}

/** The topics a piece of prose names. */
export function topicsIn(prose: string): readonly string[] {
  return parseProse(prose).flatMap((segment) => (segment.kind === 'fact' ? [segment.topic] : []));
}

const UNIT_WORDS =
  'hours?|days?|weeks?|months?|terms?|half terms?|years?|pounds?|per cent|credits?|schools|hubs|pupils';
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand';
const COUNTED = new RegExp(`\\b(?:${NUMBER_WORDS})[ -](?:${UNIT_WORDS})\\b`, 'i');
/** Names that carry a digit and state no figure. */
const NAMES_WITH_DIGITS =
  /\b(?:A-level|KS[1-5]|key stage [1-5]|level [2-8]|year (?:[1-9]|1[0-3])|years? 1 and 2|16 to 19|16-19|section 28)\b/gi;

/**
 * A figure written straight into prose, or `undefined` where there is none. Figures come only through a fact, so that
 * a changed fact changes every page that states it.
 */
export function bareFigureIn(prose: string): string | undefined {
  for (const segment of parseProse(prose)) {
    if (segment.kind === 'fact') continue;
    const text = segment.text.replace(NAMES_WITH_DIGITS, '');
    const digit = /[£%]?\d[\d,.]*/.exec(text);
    if (digit) return digit[0];
    const counted = COUNTED.exec(text);
    if (counted) return counted[0];
  }
  return undefined;
}
