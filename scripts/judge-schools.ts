import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { inferSchema, initParser } from 'udsv';
import { mistype, randomFrom, type Random } from './mistype.ts';
import { WRITTEN } from './judged-schools-written.ts';

/*
 * Makes the judged set of the school finder, test/judged-schools.json: `node scripts/judge-schools.ts [SEED [FILE]]`.
 * Rows are drawn by chance from the register and typed in the ways people type. Nothing here knows the finder, and
 * the set was made before it: another seed gives another set of the same kind, to try the finder on.
 */

interface Row {
  readonly urn: number;
  readonly name: string;
  readonly town: string;
  readonly la: string;
  readonly postcode: string;
  readonly isOpen: boolean;
  readonly isState: boolean;
  readonly hasSuccessor: boolean;
  /** What a query's words are looked for in. */
  readonly words: readonly string[];
}

interface Judged {
  readonly query: string;
  readonly kind: string;
  readonly typo: boolean;
  readonly urn: number;
}

/** Ways to type a row, and how many of each. The text of a way may be too little to tell the row by: see `enough`. */
const WAYS: readonly {
  readonly kind: string;
  readonly count: number;
  readonly typo: number;
  readonly from: (row: Row) => boolean;
  readonly type: (row: Row, random: Random) => string;
}[] = [
  { kind: 'name', count: 60, typo: 0.55, from: isState, type: (row) => row.name },
  { kind: 'name, no marks', count: 40, typo: 0.55, from: isState, type: (row) => plain(row.name) },
  {
    kind: 'short name and town',
    count: 90,
    typo: 0.55,
    from: isState,
    type: (row) => `${shortName(row.name)} ${plain(row.town)}`,
  },
  {
    kind: 'short name and authority',
    count: 30,
    typo: 0.55,
    from: isState,
    type: (row) => `${shortName(row.name)} ${plain(row.la)}`,
  },
  { kind: 'town first', count: 25, typo: 0.55, from: isState, type: (row) => `${row.town} ${shortName(row.name)}` },
  { kind: 'abbreviated', count: 60, typo: 0.55, from: isState, type: (row, random) => abbreviated(row.name, random) },
  {
    kind: 'still typing',
    count: 35,
    typo: 0,
    from: isState,
    type: (row, random) => cutShort(`${plain(row.name)} ${plain(row.town)}`, random),
  },
  { kind: 'space left out', count: 30, typo: 0, from: isState, type: (row, random) => joined(plain(row.name), random) },
  { kind: 'postcode', count: 25, typo: 0, from: isState, type: (row) => row.postcode },
  {
    kind: 'postcode, no space',
    count: 20,
    typo: 0,
    from: isState,
    type: (row) => row.postcode.toLowerCase().replaceAll(' ', ''),
  },
  {
    kind: 'name and start of postcode',
    count: 20,
    typo: 0.55,
    from: isState,
    type: (row) => `${shortName(row.name)} ${row.postcode.split(' ')[0]?.toLowerCase()}`,
  },
  { kind: 'urn', count: 10, typo: 0, from: isState, type: (row) => String(row.urn) },
  {
    kind: 'closed or converted',
    count: 50,
    typo: 0.55,
    from: (row) => !row.isOpen && row.hasSuccessor,
    type: (row) => row.name,
  },
  {
    kind: 'independent',
    count: 20,
    typo: 0.55,
    from: (row) => row.isOpen && !row.isState,
    type: (row) => plain(row.name),
  },
];

function isState(row: Row): boolean {
  return row.isOpen && row.isState;
}

const rows = readRows();

function readRows(): readonly Row[] {
  const packed = readFileSync(join(import.meta.dirname, '../content/data/schools.csv.br'));
  const text = brotliDecompressSync(packed).toString('utf8');
  return initParser(inferSchema(text, { col: ',' }))
    .stringObjs<Record<string, string>>(text)
    .map((cells) => {
      const { name = '', town = '', la_name: la = '', postcode = '' } = cells;
      return {
        urn: Number(cells['urn']),
        name,
        town,
        la,
        postcode,
        isOpen: cells['open'] === 'Y',
        isState: cells['state_funded'] === 'Y',
        hasSuccessor: cells['successor_urns'] !== '',
        words: plain([name, town, la, postcode, postcode.replaceAll(' ', '')].join(' ')).split(' '),
      };
    })
    .filter((row) => row.name !== '' && row.postcode !== '' && row.town !== '');
}

/** As people type on a telephone: no capitals, no marks. */
function plain(text: string): string {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/['’.]/g, '');
  return letters.replaceAll(/[^a-z0-9]+/g, ' ').trim();
}

const KIND_WORDS =
  /\b(church of england|voluntary (aided|controlled)|community|catholic|c of e|cofe|ce|rc|va|vc|primary|secondary|junior|infants?|nursery|first|middle|high|school|academy|college|and|the|sixth form)\b/g;

/** The name by which a school is known in its own town. */
function shortName(name: string): string {
  const bare = plain(plain(name).replaceAll(KIND_WORDS, ' '));
  return bare.length >= 4 ? bare : plain(name);
}

const ABBREVIATIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(church of england|c of e|cofe)\b/gi, ['CofE', 'C of E', 'CE', 'C.E.', 'Church of England']],
  [/\b(roman catholic|catholic|rc)\b/gi, ['RC', 'Catholic', 'R.C.', 'Roman Catholic']],
  [/\bst\.?(?= )/gi, ['Saint', 'St.', 'St']],
  [/ (and|&) /gi, [' & ', ' and ', ' + ']],
  [/\bprimary\b/gi, ['Pri', 'Primary', 'Prim']],
  [/\bschool\b/gi, ['Sch', '', 'School']],
  [/\bacademy\b/gi, ['Acad', 'School', '']],
  [/\bjunior\b/gi, ['Jnr', 'Juniors', 'Jun']],
  [/\binfants?\b/gi, ['Inf', 'Infants']],
  [/\bcommunity\b/gi, ['Comm', '']],
  [/\b(voluntary aided)\b/gi, ['VA', '']],
  [/\b(voluntary controlled)\b/gi, ['VC', '']],
  [/\bspecial\b/gi, ['']],
];

function abbreviated(name: string, random: Random): string {
  const short = ABBREVIATIONS.reduce((text, [pattern, forms]) => text.replaceAll(pattern, random.pick(forms)), name);
  return short.replaceAll(/\s+/g, ' ').trim();
}

/** Broken off in the middle of a word, not before the tenth letter. */
function cutShort(text: string, random: Random): string {
  return text.slice(0, Math.max(10, Math.floor(text.length * (0.55 + 0.35 * random.next())))).trim();
}

function joined(text: string, random: Random): string {
  const words = text.split(' ');
  if (words.length < 2) return text;
  const place = random.below(Math.min(2, words.length - 1));
  return [...words.slice(0, place), `${words[place]}${words[place + 1]}`, ...words.slice(place + 2)].join(' ');
}

/** How many rows have every word of the text, a last one begun counting as a word: more than five, and no order can be right. */
function fitting(text: string): number {
  const typed = plain(text).split(' ');
  let count = 0;
  for (const { words } of rows) if (typed.every((one) => words.some((word) => word.startsWith(one)))) count += 1;
  return count;
}

const MOST = 5;

/** Adds the town, then the authority, then the start of the postcode, as somebody would who sees too many answers. */
function enough(row: Row, text: string, told: string): string | undefined {
  let more = '';
  for (const word of ['', row.town, row.la, row.postcode.split(' ')[0] ?? '']) {
    if (word !== '') more += ` ${word}`;
    if (fitting(`${told}${more}`) <= MOST) return `${text}${more}`;
  }
  return undefined;
}

/** What the text says in the register's own words, to count by: an abbreviation tells as much as what it stands for. */
function toldBy(kind: string, row: Row, text: string): string {
  if (kind === 'abbreviated' || kind === 'space left out') return row.name.replaceAll(/ (and|&) /g, ' ');
  return text;
}

function judge(seed: number): readonly Judged[] {
  const random = randomFrom(seed);
  const judged: Judged[] = [];
  for (const way of WAYS) {
    const drawn = rows.filter(way.from);
    for (let count = 0; count < way.count;) {
      const row = random.pick(drawn);
      const text = way.type(row, random);
      const query = enough(row, text, toldBy(way.kind, row, text));
      if (query === undefined || judged.some((one) => one.urn === row.urn)) continue;
      const typo = random.next() < way.typo;
      judged.push({ query: typo ? mistype(query, random) : query, kind: way.kind, typo, urn: row.urn });
      count += 1;
    }
  }
  return judged;
}

const [seed = '20261123', file = join(import.meta.dirname, '../test/judged-schools.json')] = process.argv.slice(2);
const judged = [
  ...judge(Number(seed)),
  ...WRITTEN.map(([query, kind, urn, typo = false]) => ({ query, kind, typo, urn })),
];
const lines = judged.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
writeFileSync(
  file,
  `{\n  "about": "Searches for one school, as people type them. Made by scripts/judge-schools.ts (seed ${seed}) and by hand, before the finder was written; not changed since.",\n  "queries": [\n${lines}\n  ]\n}\n`,
);
console.log(`${judged.length} queries, ${judged.filter((one) => one.typo).length} with a typo`);
