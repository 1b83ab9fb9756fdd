import { Fragment, type ComponentChildren, type VNode } from 'preact';

const UNSAFE = /["&<]/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Attributes whose capitals mean something: SVG's. HTML's are written small, as validators want them. */
const KEPT =
  /^(?:viewBox|preserveAspectRatio|pathLength|gradient(?:Units|Transform)|marker(?:Width|Height|Units)|ref[XY])$/;

/** Of these "false" is a value; any other attribute that is false is left out. */
const SAYS_FALSE = /^(?:aria-|data-|draggable$|spellcheck$)/;

/** How each attribute name is written, found once for each. */
const NAMES = new Map<string, string>();

/**
 * A page's elements as HTML. Ours are trees of plain functions, so this walks them and nothing more: no state, no
 * context, no promises, no markup given as text. Whatever could only be a slip (a `Date`, an object, a function as a
 * child) is refused and not left out.
 */
export function render(node: ComponentChildren): string {
  if (typeof node === 'string') return escape(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return renderAll(node);
  if (typeof node === 'object' && 'type' in node) return renderElement(node);
  if (typeof node === 'number') return String(node);
  throw new TypeError(`a page cannot show this: ${Object.prototype.toString.call(node)}`);
}

function renderAll(nodes: readonly ComponentChildren[]): string {
  let html = '';
  for (const node of nodes) html += render(node);
  return html;
}

function renderElement({ type, props }: VNode): string {
  if (typeof type === 'function') {
    const show = type as (given: typeof props) => ComponentChildren;
    return render(type === Fragment ? props.children : show(props));
  }
  let html = `<${type}`;
  for (const name in props) {
    if (name !== 'children') html += renderAttribute(name, (props as Readonly<Record<string, unknown>>)[name]);
  }
  return VOID.test(type) ? `${html}/>` : `${html}>${render(props.children)}</${type}>`;
}

function renderAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${written(name)}="${escape(value)}"`;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return ` ${written(name)}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`an attribute cannot be this: ${name}`);
  if (SAYS_FALSE.test(name)) return ` ${name}="${value}"`;
  return value ? ` ${written(name)}` : '';
}

function written(name: string): string {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const now = KEPT.test(name) ? name : name.toLowerCase();
  NAMES.set(name, now);
  return now;
}

function escape(text: string): string {
  return UNSAFE.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text;
}
