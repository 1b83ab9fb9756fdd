import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { attribute, textOf, walk, type Element } from './tree.ts';

/** An element as a screen reader announces it: what it is, what it is called, what is said of it beside. */
export interface Announced {
  readonly element: Element;
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

type Root = DefaultTreeAdapterTypes.Document;

const ROLES: Readonly<Record<string, string>> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dialog: 'dialog',
  fieldset: 'group',
  figure: 'figure',
  footer: 'contentinfo',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  header: 'banner',
  img: 'img',
  li: 'listitem',
  main: 'main',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  search: 'search',
  select: 'combobox',
  summary: 'button',
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  tr: 'row',
  ul: 'list',
};

const INPUT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'checkbox',
  hidden: '',
  number: 'spinbutton',
  radio: 'radio',
  search: 'searchbox',
  submit: 'button',
};

/** Everything on the page that has a role, in reading order; what is hidden from screen readers is left out. */
export function announced(document: Root): readonly Announced[] {
  const all = [...walk(document)];
  const byId = new Map(all.map((element) => [attribute(element, 'id'), element]));
  const labels = new Map(
    all.filter((element) => element.tagName === 'label').map((element) => [attribute(element, 'for'), element]),
  );
  const textOfIds = (ids: string | undefined) =>
    (ids ?? '')
      .split(/\s+/)
      .map((id) => textOf(byId.get(id)))
      .filter(Boolean)
      .join(' ');
  return all.flatMap((element) => {
    const role = roleOf(element);
    if (role === '' || isHidden(element)) return [];
    const name =
      textOfIds(attribute(element, 'aria-labelledby')) ||
      (attribute(element, 'aria-label') ?? '') ||
      textOf(labels.get(attribute(element, 'id') ?? 'no id')) ||
      ownName(element);
    return [{ element, role, name, description: textOfIds(attribute(element, 'aria-describedby')) }];
  });
}

function roleOf(element: Element): string {
  const given = attribute(element, 'role');
  if (given !== undefined) return given === 'presentation' || given === 'none' ? '' : given;
  if (element.tagName === 'a') return attribute(element, 'href') === undefined ? '' : 'link';
  if (element.tagName === 'input') return INPUT_ROLES[attribute(element, 'type') ?? 'text'] ?? 'textbox';
  if (element.tagName === 'th') return attribute(element, 'scope') === 'row' ? 'rowheader' : 'columnheader';
  if (element.tagName === 'section') return attribute(element, 'aria-labelledby') === undefined ? '' : 'region';
  return ROLES[element.tagName] ?? '';
}

function isHidden(element: Element): boolean {
  for (let node: Element | undefined = element; node;) {
    if (attribute(node, 'aria-hidden') === 'true' || attribute(node, 'hidden') !== undefined) return true;
    const parent: DefaultTreeAdapterTypes.ParentNode | null = node.parentNode;
    node = parent && tree.isElementNode(parent) ? parent : undefined;
  }
  return false;
}

function ownName(element: Element): string {
  if (element.tagName === 'fieldset') return textOf([...walk(element)].find((child) => child.tagName === 'legend'));
  if (element.tagName === 'table') return textOf([...walk(element)].find((child) => child.tagName === 'caption'));
  if (element.tagName === 'img') return attribute(element, 'alt') ?? '';
  return element.tagName === 'input' ? (attribute(element, 'value') ?? '') : textOf(element);
}
