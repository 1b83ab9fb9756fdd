import { BODY_WORDS, PLACE_WORDS } from '../plain-words.ts';
import { bareLetters, wordsOf, type Word } from '../word-likeness.ts';

/** Where a name may stand in a text. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
}

/** Finds words that look like the name of a person, by the words themselves and by those round them. */
export function stretchesOfNames(text: string): readonly Stretch[] {
  const words = wordsOf(text);
  const runs = runsOf(words, text);
  const found = new Set(runs.flatMap((run) => nameIn(run, text)));
  for (const word of words) if (word.like === 'given' && !word.isCapital) found.add(word);
  for (const list of listsOf(runs, text)) {
    const names = list.filter((word) => found.has(word)).length;
    if (names > 0 || list.length >= LIST) for (const word of list) found.add(word);
  }
  return joined(
    words.filter((word) => found.has(word)),
    text,
  );
}

/** So many strange words in a row, parted by commas, are a list of people. */
const LIST = 3;
/** How many letters before and after a word are looked at. */
const FAR = 60;

type Run = readonly Word[];

/** Words with a capital that follow each other with nothing but a space between. */
function runsOf(words: readonly Word[], text: string): readonly Run[] {
  const runs: Word[][] = [];
  let before: Word | undefined;
  for (const word of words) {
    const last = runs.at(-1);
    if (!word.isCapital) before = undefined;
    else if (before && last && text.slice(before.end, word.at) === ' ') last.push(word);
    else runs.push([word]);
    before = word.isCapital ? word : undefined;
  }
  return runs;
}

const GROUP_AFTER = /^ (?:class|group|room|house|team|table|base|book|books|scheme|unit|text)\b/;
const THING_BEFORE = /\b(?:the|a|an|our|this|that|each|every) $/i;

/** The words of a run that are a name, if any. */
function nameIn(run: Run, text: string): Run {
  const [first] = run;
  if (!first || isThing(run, text)) return [];
  const capitals = first.begins && first.like === 'plain' ? run.slice(1) : run;
  const strange = capitals.filter(({ like }) => like !== 'plain');
  if (hasGiven(run)) return strange;
  // Among ordinary words with capitals it is part of a title.
  if (strange.length < capitals.length) return [];
  if (THING_BEFORE.test(text.slice(Math.max(0, first.at - FAR), first.at))) return [];
  return strange.length > 1 ? severalIn(strange) : singleIn(strange, text);
}

function hasGiven(run: Run): boolean {
  return run.some(({ like }) => like === 'given');
}

/** Whether a run names a body, a place or a group: `Fred Longworth High School`, `Holly Lodge`, `Willow class`. */
function isThing(run: Run, text: string): boolean {
  const has = (words: ReadonlySet<string>) => run.some((word) => words.has(bareLetters(word.text)));
  if (has(BODY_WORDS) || (has(PLACE_WORDS) && !hasGiven(run))) return true;
  const last = run.at(-1);
  return last !== undefined && !last.belongs && GROUP_AFTER.test(text.slice(last.end, last.end + FAR));
}

function severalIn(strange: Run): Run {
  return strange.some(({ like }) => like === 'unknown' || like === 'when-capital') ? strange : [];
}

function singleIn(strange: Run, text: string): Run {
  const [word] = strange;
  if (!word) return [];
  const isName =
    word.like === 'when-capital' ||
    (word.like === 'mid-sentence' && !word.begins) ||
    hasInitialAfter(word, text) ||
    isSpokenOf(word, text);
  return isName ? strange : [];
}

/** `Kayden T`. */
function hasInitialAfter(word: Word, text: string): boolean {
  return word.like === 'unknown' && /^ [B-HJ-Z]\b(?!['’])/.test(text.slice(word.end, word.end + FAR));
}

const KIN =
  'mums?|dads?|mothers?|fathers?|parents?|mam|nan|gran|grandma|grandad|grandparents|carers?|brothers?|sisters?|twin|family|families|auntie|uncle|home life|behaviour plan|EHCP|IEP|reading age|attendance|social worker';
const DOES =
  "said|says|told|asked|answered|struggles|struggled|cries|cried|refuses|refused|reads|writes|wrote|sits|sat|knows|thinks|thought|feels|felt|loves|hates|likes|liked|enjoys|stalls|stalled|guesses|guessed|forgets|forgot|giggled|shouts|shouted|talks|talked|listens|worries|smiled|laughed|attends|copies|cannot|can’t|can't|doesn’t|doesn't|didn’t|didn't|whose|who|joined us|moved up|moved here|is absent|is shy|is quiet|is off|was off|is new to|was new to|can read|can write|can say|has ADHD|has SEND";
const BETWEEN = '(?: (?:still|now|also|never|always|often|just|really|has|had|could|will|only|both))?';
const FOLLOWED = new RegExp(`^(?:['’]s (?:${KIN})\\b|,?${BETWEEN} (?:${DOES})\\b| and (?:his|her) (?:${KIN})\\b)`);
const TO_PEOPLE =
  '(?:[Aa]sk|[Hh]elp|[Ss]upport|[Oo]bserve|[Tt]hank|[Tt]ell)(?:s|ed|ing)?|told|[Mm]eet|met|(?:sit|sits|sat|speak|speaks|spoke|talk|talks|talked|work|works|worked|working|pair|paired) (?:with|to)|[Nn]ext to|beside|alongside';
const PEOPLE =
  'called|named|pupils?|child|boys?|girls?|student|twins?|mentee|colleague|friends?|manager|headteacher|head|tutor|mentor|ECT|TA|teacher|brother|sister|buddy|(?:pupils|children|boys|girls|ones|somebody|someone|anyone) (?:like|such as)';
const PRECEDED = new RegExp(`\\b(?:(?:${PEOPLE})(?:,| \\(|:)?|${TO_PEOPLE}) \\(?$`);

/** Whether the words round it speak of a person. */
function isSpokenOf(word: Word, text: string): boolean {
  const after = text.slice(word.end, word.end + FAR);
  const before = text.slice(Math.max(0, word.at - FAR), word.at);
  return FOLLOWED.test(after) || (word.like !== 'with-cue' && PRECEDED.test(before));
}

const LIST_GAP = /^(?:,? and |,? & |, | ?\/ ?|;? |,?\n[\s\d.)•*–-]*)$/;

/** Single strange words that stand beside each other in a list. */
function listsOf(runs: readonly Run[], text: string): readonly Run[] {
  const lists: Word[][] = [];
  let open: Word | undefined;
  for (const run of runs) {
    const [word] = run;
    const isItem = run.length === 1 && word !== undefined && word.like !== 'plain';
    const last = lists.at(-1);
    if (isItem && open && last && LIST_GAP.test(text.slice(open.end, word.at))) last.push(word);
    else if (isItem) lists.push([word]);
    open = isItem ? word : undefined;
  }
  return lists.filter((list) => list.length > 1);
}

/** Names that follow each other with only a space between are one. */
function joined(words: readonly Word[], text: string): readonly Stretch[] {
  const stretches: { at: number; end: number }[] = [];
  for (const { at, end } of words) {
    const last = stretches.at(-1);
    if (last && text.slice(last.end, at) === ' ') last.end = end;
    else stretches.push({ at, end });
  }
  return stretches;
}
