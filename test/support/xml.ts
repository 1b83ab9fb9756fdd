/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const TOKEN = /<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));|&/gi;
// oxlint-disable-next-line no-control-regex -- these are the very characters XML 1.0 has no place for
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Reads what has elements, attributes and text. Throws where it is not well-formed, or holds what XML cannot. */
export function parseXml(text: string): XmlElement {
  if (NO_XML.test(text) || !text.isWellFormed()) throw new Error('it holds characters that are not XML');
  const root: { readonly name: string; readonly children: (XmlElement | string)[] } = { name: '', children: [] };
  const open = [root];
  for (const [whole, closes, name = '', attributes = '', isEmpty, words, stray] of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (stray !== undefined || !inside) throw new Error(`a tag is broken after ${text.length} letters`);
    if (words !== undefined) inside.children.push(unescaped(words));
    else if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed where it is not open`);
    } else if (!whole.startsWith('<?')) {
      const element = { name, attributes: attributesIn(attributes), children: [] };
      inside.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || !elements[0] || elements.length > 1) throw new Error('elements are left open');
  return elements[0];
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(ENTITY, (whole, named?: string, decimal?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? '';
    if (decimal === undefined && hex === undefined) throw new Error(`${whole} stands for nothing`);
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

/** Every element of this name, in the order of the document. */
export function elementsNamed(name: string, { children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsNamed(name, child)],
  );
}

export function textIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
