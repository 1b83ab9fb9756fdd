/** Chance that is the same each time, from a seed. */
export interface Random {
  /** From 0 up to, and not, 1. */
  next(): number;
  below(most: number): number;
  pick<T>(from: readonly T[]): T;
}

/** mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { next, below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'adw',
  d: 'sfe',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  z: 'xas',
  x: 'zcs',
  c: 'xvd',
  v: 'cbf',
  b: 'vng',
  n: 'bmh',
  m: 'nj',
};

/** One slip of the finger in one word of four letters or more: a letter left out, doubled, swapped, wrong or too many. */
export function mistype(text: string, random: Random): string {
  const words = [...text.matchAll(/[A-Za-z]{4,}/g)];
  if (words.length === 0) return text;
  const { 0: word, index: start } = random.pick(words);
  for (;;) {
    const slipped = slip(word, random.below(word.length), random);
    if (slipped !== word) return text.slice(0, start) + slipped + text.slice(start + word.length);
  }
}

function slip(word: string, at: number, random: Random): string {
  const letter = word[at] ?? '';
  const near = random.pick([...(NEIGHBOURS[letter.toLowerCase()] ?? 'e')]);
  switch (random.below(5)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return at + 1 < word.length ? word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2) : word;
    case 3:
      return word.slice(0, at) + near + word.slice(at + 1);
    default:
      return word.slice(0, at) + near + word.slice(at);
  }
}
