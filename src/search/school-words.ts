/** Names of schools and what people type, brought to one spelling; a word of a school's kind weighs little. */

const MARKS = /\p{M}/gu;
const OF_JAMES = /(s)['’‘`]s\b/gu;
const INSIDE_WORD = /['’‘`.]/gu;
const BETWEEN_WORDS = /[^a-z0-9]+/u;

/** Phrases that are one word to a reader; tried longest first. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bchurch (?:of )?england\b|\bc of e\b|\bcofe\b|\bcoe\b|\bc e\b/g, 'ce'],
  [/\broman catholic\b|\br c\b|\brc\b/g, 'catholic'],
  [/\bvoluntary aided\b|\bv a\b/g, 'va'],
  [/\bvoluntary controlled\b|\bv c\b/g, 'vc'],
  [/\b(?:6th|sixth) form\b/g, 'sixthform'],
  [/\bpre school\b/g, 'preschool'],
];

/** Words spelt in several ways; the register and what is typed are both brought to the second. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['saints', 'saint'],
  ['sts', 'st'],
  ['ss', 'st'],
  ['jnr', 'junior'],
  ['jnrs', 'junior'],
  ['mathematics', 'maths'],
  ['grammer', 'grammar'],
  ['collage', 'college'],
  ['centre', 'center'],
  ['6th', 'sixth'],
]);

/** What a word typed can also stand for. */
const STANDS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['st', ['street', 'saint']],
  ['rd', ['road']],
  ['ln', ['lane']],
  ['ave', ['avenue']],
  ['hs', ['high']],
  ['gs', ['grammar']],
  ['sec', ['secondary']],
  ['pru', ['referral']],
  ['sch', ['school']],
  ['cath', ['catholic']],
  ['cofee', ['ce']],
  ['nr', ['near']],
  ['sg', ['george']],
]);

const LIGHT = new Set(
  (
    'school primary academy infant junior nursery high secondary college community ce catholic va vc first middle sixthform sixth form special free ' +
    'preparatory prep aided controlled voluntary foundation trust education center church comprehensive preschool early year unit'
  ).split(' '),
);
const LIGHTEST = new Set('the of at in a for and on with to near'.split(' '));

/** The words of a text in the index's spelling, each once, in order. */
export function schoolWords(text: string): readonly string[] {
  let plain = ` ${text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(OF_JAMES, '$1').replace(INSIDE_WORD, '').replaceAll(/[&+]/g, ' and ')} `;
  plain = plain.split(BETWEEN_WORDS).join(' ');
  for (const [phrase, word] of PHRASES) plain = plain.replaceAll(phrase, word);
  return [...new Set(plain.split(' ').filter(Boolean).map(spellingOf))];
}

/** `Mary's`, `Marys` and `Mary` are one name, and `girls` one word with `girl`. */
function spellingOf(word: string): string {
  const spelt = SPELLINGS.get(word);
  if (spelt !== undefined) return spelt;
  const isMany = word.length >= 4 && word.endsWith('s') && !word.endsWith('ss');
  return isMany ? word.slice(0, -1) : word;
}

/** `Co-op` is typed as one word too. */
export function hyphenatedWords(text: string): readonly string[] {
  return [...text.matchAll(/\p{L}+(?:[-–]\p{L}+)+/gu)].flatMap(([word]) => schoolWords(word.replaceAll(/[-–]/g, '')));
}

export function standsFor(word: string): readonly string[] {
  return STANDS_FOR.get(word) ?? [];
}

const LIGHT_WEIGHT = 0.6;
const LIGHTEST_WEIGHT = 0.1;

/** What a word is worth, by how many of the schools have it; words of a school's kind are set low, since they change. */
export function weightOf(word: string, having: number, schools: number): number {
  if (LIGHTEST.has(word)) return LIGHTEST_WEIGHT;
  if (LIGHT.has(word)) return LIGHT_WEIGHT;
  return Math.log2(1 + schools / Math.max(1, having)) / 2;
}

export function isLight(word: string): boolean {
  return LIGHT.has(word) || LIGHTEST.has(word);
}
