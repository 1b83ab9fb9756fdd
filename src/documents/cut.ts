const letters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** A text of at most so many letters, cut between words where that costs little, with an ellipsis for the rest. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  if (all.length <= most) return text;
  const kept = all.slice(0, most - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${kept.slice(0, space > kept.length * 0.8 ? space : undefined).trimEnd()}…`;
}

/** So many of a list, and how many more there are: `A; B and 12 more`. */
export function someOf(items: readonly string[], most: number, joint = '; '): string {
  const left = items.length - most;
  return left > 0 ? `${items.slice(0, most).join(joint)} and ${left} more` : items.join(joint);
}
