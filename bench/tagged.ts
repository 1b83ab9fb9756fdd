/** Markup that is already safe to stand in markup. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Part = Markup | string | number | false | null | undefined | readonly Part[];

const UNSAFE = /["&<]/;

/** The plainest thing that renders safely: a template whose parts are escaped unless they are markup already. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let out = strings[0] ?? '';
  for (let index = 0; index < parts.length; index += 1) out += written(parts[index]) + (strings[index + 1] ?? '');
  return new Markup(out);
}

function written(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (part instanceof Markup) return part.html;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'number') return String(part);
  let out = '';
  for (const one of part) out += written(one);
  return out;
}

function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text;
}
