import * as fc from 'fast-check';
import { answersQuery } from '../../src/domain/matching/told-query.ts';
import { FILTER_IDS, FILTERS, SORTS } from '../../src/search/catalogue-query.ts';
import { someAnswers } from './answers-arbitrary.ts';
import { attribute, textOf, type Page } from './html.ts';
import type { TestApp } from './test-app.ts';
import { walk } from './tree.ts';

/* Lists that can be followed, and what stands in them: on their page, and in the mail about them. */

const WORDS = ['mentor', 'mentoring', 'governor', 'NPQ', 'reading', 'research', 'mathematics', 'zzzzqqqq', 'coach a'];

const someFilters: fc.Arbitrary<readonly (readonly [string, string])[]> = fc
  .tuple(
    ...FILTER_IDS.map((id) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.subarray([...FILTERS[id].values], { minLength: 1 }) },
      ),
    ),
  )
  .map((chosen) => FILTER_IDS.flatMap((id, index) => (chosen[index] ?? []).map((value) => [id, value] as const)));

const somethingTold: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.oneof(
  fc.constant([]),
  fc
    .record({
      answers: someAnswers.map(({ some }) => some),
      aims: fc.subarray(['share' as const, 'deepen' as const]),
      hoursPerWeek: fc.constantFrom(undefined, 1, 5),
      school: fc.constantFrom(undefined, 143_064),
      said: fc.constant({}),
      personal: fc.constant(true),
    })
    .map(answersQuery),
);

/** The address of a page that can be followed, as somebody may have come to it. */
export const aFollowedAddress: fc.Arbitrary<string> = fc.oneof(
  somethingTold.map((told) => `/results${searchOf(told)}`),
  fc
    .tuple(
      fc.option(fc.constantFrom(...WORDS), { nil: undefined }),
      someFilters,
      fc.option(fc.constantFrom(...SORTS), { nil: undefined }),
      somethingTold,
    )
    .map(
      ([q, filters, sort, told]) =>
        `/opportunities${searchOf([
          ...(q === undefined ? [] : [['q', q] as const]),
          ...filters,
          ...(sort === undefined ? [] : [['sort', sort] as const]),
          ...told,
        ])}`,
    ),
);

function searchOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()}`;
}

/** One row of a list, as it is read. */
export interface Row {
  readonly name: string;
  readonly verdict: string | undefined;
}

/** What a page that can be followed shows. */
export interface ShownList {
  readonly rows: readonly Row[];
  /** The number in its heading. */
  readonly count: number;
}

const VERDICTS = ['Open to you', 'One answer away', 'Not yet', 'Not for you'];

/** The rows of one page, in order; what is not for somebody stands apart, without a verdict, and is left out. */
function rowsOf(page: Page, isForSomebody: boolean): readonly Row[] {
  return page.elements('li').flatMap((item) => {
    const inner = [...walk(item)];
    const link = inner.find((one) => attribute(one, 'href')?.startsWith('/opportunities/'));
    if (!link) return [];
    const verdict = inner.filter(({ tagName }) => tagName === 'span').map(textOf);
    const found = VERDICTS.find((word) => verdict.includes(word));
    return isForSomebody && found === undefined ? [] : [{ name: textOf(link), verdict: found }];
  });
}

/** All that the list at an address shows, over as many pages as it has. */
export async function listAt(service: TestApp, address: string, read: (response: Response) => Promise<Page>) {
  const get = async (path: string) => read(await service.get(path));
  const page = await get(address);
  if (address.startsWith('/results')) {
    const [heading = ''] = page.headings(1);
    return { rows: rowsOf(page, true), count: numberIn(heading) };
  }
  const [heading = ''] = page.headings(2).filter((one) => /next steps? ?|No next step/.test(one));
  const rows = [...rowsOf(page, false)];
  const count = numberIn(heading);
  for (let number = 2; rows.length < count; number += 1) {
    const more = rowsOf(await get(`${address}${address.includes('?') ? '&' : '?'}page=${number}`), false);
    if (more.length === 0) break;
    rows.push(...more);
  }
  return { rows, count };
}

/** The number a heading begins with; none is said in words. */
function numberIn(heading: string): number {
  return Number(/^[\d,]+/.exec(heading)?.[0].replace(',', '') ?? 0);
}

/** What a mail says of one list. */
export interface MailedList {
  readonly name: string;
  readonly changes: readonly string[];
  readonly said: string;
  readonly rows: readonly Row[];
  readonly href: string;
}

/** The parts of a digest, one for each list it tells of. */
export function mailedLists(mail: Page): readonly MailedList[] {
  const parts: { name: string; lists: string[][]; said: string[]; href: string }[] = [];
  const all = [...walk(mail.elements('html')[0] as NonNullable<ReturnType<Page['elements']>[number]>)];
  for (const element of all) {
    const part = parts.at(-1);
    if (element.tagName === 'h2') parts.push({ name: textOf(element), lists: [], said: [], href: '' });
    else if (element.tagName === 'ul')
      part?.lists.push([...walk(element)].filter(({ tagName }) => tagName === 'li').map(textOf));
    else if (element.tagName === 'p') part?.said.push(textOf(element));
    else if (element.tagName === 'a' && part?.href === '') part.href = attribute(element, 'href') ?? '';
  }
  return parts.slice(0, -1).map(({ name, lists, said, href }) => ({
    name,
    changes: lists[0] ?? [],
    said: said[0] ?? '',
    rows: (lists[1] ?? []).map(rowIn),
    href,
  }));
}

/** `ECT mentor (open to you)` */
function rowIn(text: string): Row {
  const verdict = VERDICTS.find((word) => text.endsWith(` (${lowered(word)})`));
  return verdict === undefined
    ? { name: text, verdict }
    : { name: text.slice(0, -verdict.length - ' ()'.length), verdict };
}

export function lowered(verdict: string): string {
  return verdict.charAt(0).toLowerCase() + verdict.slice(1);
}
