import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Page } from './html.ts';
import { attribute, textOf, walk, type Element } from './tree.ts';

/* A timetable as each of its three forms tells it, read off the page, so that they can be compared. */

export interface ToldStep {
  readonly name: string;
  readonly route: string;
  readonly starts: string;
  readonly ends: string;
  /** How it stands and the days of its intake, sorted. */
  readonly notes: readonly string[];
}

export interface ToldHalfTerm {
  readonly name: string;
  readonly dates: string;
  readonly hours: string;
  readonly excess: string;
}

function sentences(text: string): readonly string[] {
  return text.split(/\.(?: |$)/).filter(Boolean);
}

function cellsOf(page: Page, caption: string): readonly (readonly string[])[] {
  const table = page.elements('table').find((one) => textOf([...walk(one)].find(isCaption)) === caption);
  const rows = table ? [...walk(table)].filter(({ tagName }) => tagName === 'tr').slice(1) : [];
  return rows.map((row) => [...walk(row)].filter(({ tagName }) => tagName === 'th' || tagName === 'td').map(textOf));
}

function isCaption({ tagName }: Element): boolean {
  return tagName === 'caption';
}

/** An intake's window, said as one in the table, is two marks in the list. */
function marksOf(note: string): readonly string[] {
  const [, from = '', year, until = ''] = /^Apply (\d+ [A-Z][a-z]+)( \d{4})? to (.+)$/.exec(note) ?? [];
  if (from === '') return [note];
  return [`Applications open on ${from}${year ?? ` ${until.slice(-4)}`}`, `Apply by ${until}`].map((one) =>
    one.replaceAll(/ +/g, ' '),
  );
}

export function stepsInTable(page: Page): readonly ToldStep[] {
  return cellsOf(page, 'Steps').map(([name = '', route = '', starts = '', ends = '', notes = '']) => ({
    name,
    route,
    starts,
    ends,
    notes: sentences(notes).flatMap(marksOf).toSorted(),
  }));
}

export function halfTermsInTable(page: Page): readonly ToldHalfTerm[] {
  return cellsOf(page, 'Hours planned, of the hours you have').map(
    ([name = '', dates = '', hours = '', excess = '']) => ({ name, dates, hours, excess }),
  );
}

/** What the bars' links are called. */
export function stepsInPicture(page: Page): readonly ToldStep[] {
  return page.byRole('link').flatMap(({ element, name: label }) => {
    if (attribute(element, 'data-step') === undefined) return [];
    const [name = '', route = '', when = '', ...notes] = sentences(label);
    const [starts = '', ends = starts] = when.split(' to ');
    return [{ name, route, starts, ends, notes: notes.flatMap(marksOf).toSorted() }];
  });
}

/** What can be seen in the drawings, line by line run together. */
export function wordsInPicture(page: Page): string {
  return page
    .elements('svg')
    .flatMap((svg) => [...walk(svg)].filter(({ tagName }) => tagName === 'text').map(textOf))
    .join('|');
}

interface Group {
  readonly heading: string;
  readonly lines: string[];
  readonly items: string[];
}

function groupsInList(page: Page): readonly Group[] {
  const [first] = page.elements('h3');
  const siblings: readonly DefaultTreeAdapterTypes.ChildNode[] = first?.parentNode?.childNodes ?? [];
  const groups: Group[] = [];
  for (const element of siblings.filter((node): node is Element => 'tagName' in node)) {
    if (element.tagName === 'h3') groups.push({ heading: textOf(element), lines: [], items: [] });
    else if (element.tagName === 'p') groups.at(-1)?.lines.push(textOf(element));
    else
      groups
        .at(-1)
        ?.items.push(...[...walk(element)].filter(({ tagName }) => tagName === 'li').map((item) => textOf(item)));
  }
  return groups;
}

export function halfTermsInList(page: Page): readonly ToldHalfTerm[] {
  return groupsInList(page)
    .filter(({ heading }) => / of \d{4}$/.test(heading))
    .map(({ heading, lines: [dates = '', hours = ''] }) => {
      const [, planned = '', excess = ''] = /^(.*) hours(?:: (.*))?$/.exec(hours) ?? [];
      return { name: heading, dates, hours: planned, excess };
    });
}

const DAYS = /^(?:Apply by|Applications open on|Intake starts (?:on|in)) /;

/** A step put together again from all the half terms in which something is said of it. */
export function stepInList(page: Page, name: string): ToldStep | undefined {
  const told = groupsInList(page).flatMap(({ heading, items }) =>
    items.flatMap((item) => {
      const [what = '', rest = ''] = item.split(`: ${name}`);
      return item.includes(`: ${name}`) && !rest.startsWith(',')
        ? [{ heading, what, notes: sentences(rest.trim()) }]
        : [];
    }),
  );
  const first = told.find(({ what, notes }) => !DAYS.test(what) && notes.length > 0);
  if (!first) return undefined;
  const [route = '', ...notes] = first.notes;
  const noted = (start: string) => notes.find((note) => note.startsWith(start))?.slice(start.length);
  const isOutside = first.heading.endsWith('this timetable');
  const [from = '', until = from] = isOutside ? first.what.split(' to ') : [first.heading, undefined];
  const marks = told.filter(({ what }) => DAYS.test(what)).map(({ what }) => what);
  return {
    name,
    route,
    starts: noted('Began in ') ?? from,
    ends: noted('Ends in ') ?? until,
    notes: [...notes.filter((note) => !/^(?:Began|Ends) in /.test(note)), ...marks].toSorted(),
  };
}

/** Whether the list says of a step that it ends in a half term. */
export function endsInList(page: Page, name: string, halfTerm: string): boolean {
  return groupsInList(page).some(
    ({ heading, items }) =>
      heading === halfTerm &&
      items.some((item) => item === `Ends: ${name}` || item.startsWith(`Starts and ends: ${name} `)),
  );
}

/** The half terms in which a step is met, whether it starts, goes on or ends. */
export function metInList(page: Page, name: string): readonly string[] {
  return groupsInList(page)
    .filter(({ items }) => items.some((item) => !DAYS.test(item) && new RegExp(`: (?:.*, )?${name}\\b`).test(item)))
    .map(({ heading }) => heading);
}
