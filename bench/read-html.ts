import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** A run of a sentence: words, or words that lead somewhere, with what is said only to whoever cannot see. */
export interface Run {
  readonly text: string;
  readonly href?: string;
  readonly title?: string;
  readonly hidden?: string;
}

export function parsePage(html: string): Node {
  return parse(html);
}

/** Every element below, in the page's order, that `wanted` says yes to. */
export function all(node: Node | undefined, wanted: (element: Element) => boolean): readonly Element[] {
  if (!node || !('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => {
    const below = all(child, wanted);
    return tree.isElementNode(child) && wanted(child) ? [child, ...below] : below;
  });
}

export const withClass = (name: string) => (element: Element) =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);
export const withTag = (name: string) => (element: Element) => element.tagName === name;

export function one(node: Node | undefined, wanted: (element: Element) => boolean): Element | undefined {
  return all(node, wanted)[0];
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((found) => found.name === name)?.value;
}

export function text(node: Node | undefined): string {
  if (!node) return '';
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

/** An element's words and links in order, but for those in elements that `apart` says yes to. */
export function runs(node: Node | undefined, apart: (element: Element) => boolean = () => false): readonly Run[] {
  if (!node || !('childNodes' in node)) return [];
  return node.childNodes.flatMap((child): readonly Run[] => {
    if (tree.isTextNode(child)) return [{ text: child.value }];
    if (!tree.isElementNode(child) || apart(child)) return [];
    return child.tagName === 'a' ? [link(child)] : runs(child, apart);
  });
}

export function link(element: Element | undefined): Run {
  const hidden = text(one(element, withClass('govuk-visually-hidden')));
  const whole = text(element);
  const title = attribute(element, 'title');
  return {
    text: whole.slice(0, whole.length - hidden.length),
    href: attribute(element, 'href') ?? '',
    ...(title === undefined ? {} : { title }),
    ...(hidden === '' ? {} : { hidden }),
  };
}

/** What two pages must share to be the same content: every visible letter, every link and every field, in order. */
export function contentOf(html: string): {
  readonly letters: string;
  readonly links: readonly string[];
  readonly fields: readonly string[];
} {
  const page = parsePage(html);
  const body = one(page, withTag('body'));
  const scripts = all(body, withTag('script')).map(text);
  const letters = scripts.reduce((words, script) => words.replace(script, ''), text(body));
  return {
    letters: letters.replace(/\s+/g, ''),
    links: all(body, withTag('a')).map((element) => attribute(element, 'href') ?? ''),
    fields: all(body, withTag('input')).map(
      (element) => `${attribute(element, 'name')}=${attribute(element, 'value') ?? ''}`,
    ),
  };
}

/** Throws with the first place two pages part, so that a peer can never be given less to say than we say. */
export function demandSameContent(ours: string, theirs: string): void {
  const [a, b] = [contentOf(ours), contentOf(theirs)];
  const at = firstDifference(a.letters, b.letters);
  if (at !== undefined)
    throw new Error(
      `the peer's words part from ours at “${a.letters.slice(at - 30, at + 50)}”, theirs: “${b.letters.slice(at - 30, at + 50)}”`,
    );
  if (a.links.join('\n') !== b.links.join('\n')) throw new Error('the peer links to other places than we do');
  if (a.fields.join('\n') !== b.fields.join('\n')) throw new Error('the peer has other form fields than we have');
}

/** How far two documents of the same content may differ in elements and in length: a class renamed, a wrapper more. */
const SLACK = 0.03;

/** Throws where two pages have not the same content, or one of them has markedly less markup round it. */
export function demandSameWeight(ours: string, theirs: string): void {
  demandSameContent(ours, theirs);
  const elements = (page: string) => all(parsePage(page), () => true).length;
  for (const weigh of [elements, (page: string) => page.length]) {
    const [a, b] = [weigh(ours), weigh(theirs)];
    if (Math.abs(a - b) > a * SLACK) throw new Error(`the pages are not of one weight: ${a} against ${b}`);
  }
}

function firstDifference(a: string, b: string): number | undefined {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  if (at !== -1) return at;
  return a.length === b.length ? undefined : a.length;
}
