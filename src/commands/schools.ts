import type { SchoolFinder } from '../search/school-finder.ts';

/** The rows of `schools`, as docs and outside checks know them. */
export function schoolRows(finder: SchoolFinder, query: string) {
  return finder.find(query).map(({ urn, name, town, postcode, localAuthority, isOpen, successors }) => ({
    urn,
    name,
    town,
    postcode,
    localAuthority,
    open: isOpen,
    successors,
  }));
}

/** The queries of a file, a line each; an empty line is a query that finds nothing. */
export function queriesIn(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
