import { londonDay } from '../domain/calendar/london.ts';
import type { CaseRow, CaseSheet } from '../domain/case/case-sheet.ts';
import { nameOf } from '../domain/names/name-of.ts';
import type { GivenAnswer } from '../domain/case/sponsor-answer.ts';
import {
  ANSWER_WORDS,
  ASK_WORDS,
  asksInWords,
  NOTHING_YET,
  READER_WORDS,
  ROLE_WORDS,
  RULES_SPEAK_TO,
} from '../ui/case-words.ts';
import { formatDay } from '../ui/format.ts';
import { cut } from './cut.ts';
import type { Typesetter } from './typst.ts';

/** A case as it goes on paper. */
export interface CasePaper {
  readonly sheet: CaseSheet;
  /** Who asks whom: names as they were given, or none yet. */
  readonly from: string | undefined;
  readonly school: string | undefined;
  readonly to: string | undefined;
  readonly answer: GivenAnswer | undefined;
}

/** So much of each stands on the page, so that with everything at its longest it stays one that can be read. */
const AT_MOST = { title: 160, name: 100, about: 240, row: 420, rows: 16, sources: 12, source: 120 } as const;

/** The case on one page of tagged PDF. Throws TypesetterBusy where too many documents wait. */
export function casePdf(typesetter: Typesetter, paper: CasePaper): Promise<Uint8Array<ArrayBuffer>> {
  return typesetter.pdf('case.typ', caseData(paper));
}

/** What the template is given: plain words only, so that nothing anybody writes can be read as markup. */
export function caseData(paper: CasePaper): Readonly<Record<string, unknown>> {
  const { sheet, answer } = paper;
  const asked = asksInWords(sheet.asks);
  return {
    title: cut(sheet.title || NOTHING_YET, AT_MOST.title),
    kind: READER_WORDS[sheet.reader].kind,
    made: `As known on ${formatDay(sheet.knownOn)}. ${RULES_SPEAK_TO}`,
    between: betweenWords(paper),
    asks: asked === '' ? 'nothing yet.' : `${asked}.`,
    glance: sheet.glance.map((row) => ({ ...row, words: cut(row.words, 90) })),
    what: sheet.what.map(({ name, about }) => ({ name: cut(name, AT_MOST.name), about: cut(about, AT_MOST.about) })),
    why: sheet.why === '' ? 'Not written yet.' : sheet.why,
    back: sheet.back,
    money: rowsOf(sheet.money),
    dates: rowsOf(sheet.dates),
    sources: sheet.sources
      .slice(0, AT_MOST.sources)
      .map(({ number, text }) => ({ number, text: cut(text, AT_MOST.source) })),
    answer: answer ? answerData(sheet, answer) : null,
  };
}

/** `From Sam Patel, Evelyn Street Primary Academy, to Jo Reed`, as far as each is known. */
function betweenWords({ from, school, to }: CasePaper): string {
  const who = [from ?? nameOf({ name: '' }, 'within'), ...(school === undefined ? [] : [school])].join(', ');
  return `From ${who}${to === undefined ? '' : `, to ${to}`}`;
}

function rowsOf(rows: readonly CaseRow[]): readonly CaseRow[] {
  return rows
    .slice(0, AT_MOST.rows)
    .map((row) => ({ ...row, label: cut(row.label, 60), words: cut(row.words, AT_MOST.row) }));
}

/** The answer as a whole, to each thing that was asked for, and who gave it when. */
function answerData({ asks }: CaseSheet, given: GivenAnswer) {
  const { answer, words, name, role, at } = given;
  return {
    line: words === '' ? `${ANSWER_WORDS[answer]}.` : `${ANSWER_WORDS[answer]}: ${words}`,
    rows: asks.flatMap((ask) => {
      const said = given.asks[ask];
      if (!said) return [];
      const condition = said.condition === '' ? '.' : `, if: ${said.condition}`;
      return [{ label: ANSWER_WORDS[said.answer], words: `${capital(ASK_WORDS[ask].ask)}${condition}`, cites: [] }];
    }),
    signed: `${name}, ${ROLE_WORDS[role].toLowerCase()}, ${formatDay(londonDay(at))}`,
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
