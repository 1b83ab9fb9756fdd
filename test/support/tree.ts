import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const BLOCKS = /^(?:p|li|h[1-6]|div|dt|dd|td|th|section|header|tr|summary)$/;

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** What is read: its white space run together. */
export function textOf(node: Node | undefined): string {
  return node ? rawText(node).replace(/\s+/g, ' ').trim() : '';
}

function rawText(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(rawText).join('');
  return tree.isElementNode(node) && BLOCKS.test(node.tagName) ? ` ${inner} ` : inner;
}

/** Every element below, in document order. */
export function* walk(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}
