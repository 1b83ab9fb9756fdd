import { parse } from 'parse5';
import { announced, type Announced } from './accessible.ts';
import { attribute, textOf, walk, type Element } from './tree.ts';

export { attribute, textOf } from './tree.ts';

/** A page as its reader perceives it: found by role, label and text, never by class. */
export interface Page {
  readonly title: string;
  /** All visible text, its white space run together. */
  readonly text: string;
  headings(level?: 1 | 2 | 3 | 4): readonly string[];
  links(name?: string | RegExp): readonly { readonly text: string; readonly href: string }[];
  /** What a screen reader announces under this role, by its name where one is given. */
  byRole(role: string, name?: string | RegExp): readonly Announced[];
  /** The text of the element with this id, or of the section it heads. */
  section(id: string): string;
  elements(tagName: string): readonly Element[];
}

export async function pageOf(response: Response): Promise<Page> {
  return readPage(await response.text());
}

export function readPage(html: string): Page {
  const document = parse(html);
  const all = [...walk(document)];
  const byTag = (name: string) => all.filter((element) => element.tagName === name);
  return {
    title: textOf(byTag('title')[0]),
    text: textOf(byTag('body')[0]),
    headings: (level) => (level ? [`h${level}`] : ['h1', 'h2', 'h3', 'h4']).flatMap(byTag).map(textOf),
    links: (name) =>
      byTag('a')
        .map((element) => ({ text: textOf(element), href: attribute(element, 'href') ?? '' }))
        .filter(({ text }) => isNamed(text, name)),
    byRole: (role, name) => announced(document).filter((one) => one.role === role && isNamed(one.name, name)),
    section: (id) => {
      const found = all.find((element) => attribute(element, 'id') === id);
      const named = all.find((element) => attribute(element, 'aria-labelledby') === id);
      return textOf(named ?? found);
    },
    elements: byTag,
  };
}

function isNamed(text: string, name: string | RegExp | undefined): boolean {
  if (name === undefined) return true;
  return typeof name === 'string' ? text === name : name.test(text);
}
