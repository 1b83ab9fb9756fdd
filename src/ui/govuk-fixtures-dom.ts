import { h, type ComponentChildren } from 'preact';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const INLINE: ReadonlySet<string> = new Set(['a', 'b', 'em', 'span', 'strong']);
/** Whatever stands between their words is read out, so nothing in them is trimmed. */
const KEEPS_SPACES = 'govuk-visually-hidden';

/**
 * HTML as lines, one for each tag and text, so that two pieces can be compared and their difference read. Attributes
 * and class names are sorted and white space folded; it is dropped at the edges of a block, where no browser shows it.
 */
export function normalise(html: string): string {
  return parseFragment(html)
    .childNodes.flatMap((node) => linesOf(node, ''))
    .join('\n');
}

function linesOf(node: Node, indent: string): string[] {
  if (node.nodeName === '#text') {
    const text = foldedText(node as DefaultTreeAdapterMap['textNode']);
    return text === '' ? [] : [`${indent}"${text}"`];
  }
  if (!isElement(node)) return [];
  const inside = node.childNodes.flatMap((child) => linesOf(child, `${indent}  `));
  return [`${indent}<${[node.tagName, ...attributesOf(node)].join(' ')}>`, ...inside];
}

function attributesOf(element: Element): readonly string[] {
  return element.attrs.map(({ name, value }) => `${name}="${name === 'class' ? sortWords(value) : value}"`).toSorted();
}

function sortWords(text: string): string {
  return text.split(/\s+/).filter(Boolean).toSorted().join(' ');
}

function foldedText(node: DefaultTreeAdapterMap['textNode']): string {
  const parent = node.parentNode;
  if (!parent) return '';
  if (isElement(parent) && parent.tagName === 'textarea') return node.value;
  const index = parent.childNodes.indexOf(node);
  const keeps = isElement(parent) && parent.attrs.some(({ value }) => value === KEEPS_SPACES);
  let text = node.value.replaceAll(/\s+/g, ' ');
  if (!keeps && !isInline(parent.childNodes[index - 1])) text = text.trimStart();
  if (!keeps && !isInline(parent.childNodes[index + 1])) text = text.trimEnd();
  return text;
}

function isInline(node: Node | undefined): boolean {
  return node !== undefined && isElement(node) && INLINE.has(node.tagName);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** A fixture's HTML as children for a component, which take no HTML themselves. */
export function childrenFrom(html: string): ComponentChildren {
  return parseFragment(html.trim()).childNodes.map(childFrom);
}

function childFrom(node: Node): ComponentChildren {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (!isElement(node)) return null;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return h(node.tagName, attributes, ...node.childNodes.map(childFrom));
}
