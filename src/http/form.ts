import type { Context } from 'hono';
import type { z } from 'zod';
import { BadRequest } from './problems.ts';

/** What a form sent: each name with its values, white space at the ends taken off and line ends made alike. */
export interface SentForm {
  one(name: string): string;
  all(name: string): readonly string[];
  file(name: string): File | undefined;
  /** The version of what is changed; 0 where none is named that can be. */
  version(): number;
  /** Everything but files, to be sent again. */
  entries(): readonly (readonly [name: string, value: string])[];
}

/** Reads a form that was posted. What is no form is a BadRequest. */
export async function readForm(context: Context): Promise<SentForm> {
  const data = await context.req.formData().catch(() => {
    throw new BadRequest('What was sent is not a form.');
  });
  const texts = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return sentForm(texts, (name) => {
    const value = data.get(name);
    return value instanceof File && value.size > 0 ? value : undefined;
  });
}

/** No form of ours has as many: a plan of a hundred steps, answered step by step, has some three hundred. */
const MOST_FIELDS = 1000;

/** A form from its fields, in the order they came. Throws BadRequest where there are more than any form has. */
export function sentForm(
  sent: readonly (readonly [name: string, value: string])[],
  file: SentForm['file'] = () => undefined,
): SentForm {
  if (sent.length > MOST_FIELDS) throw new BadRequest('What was sent has too many fields.', 413);
  const texts = sent.map(([name, value]) => [name, value.replaceAll(/\r\n?/g, '\n').trim()] as const);
  const one = (name: string) => texts.find(([key]) => key === name)?.[1] ?? '';
  return {
    one,
    version: () => (/^\d{1,9}$/.test(one('version')) ? Number(one('version')) : 0),
    all: (name) => texts.filter(([key]) => key === name).map(([, value]) => value),
    file,
    entries: () => texts,
  };
}

/** What was wrong with each field, in the order of the fields on the page. */
export type FieldErrors = ReadonlyMap<string, string>;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

/**
 * Reads the fields of a schema from a form. A field whose schema takes a list gets all values of its name, any other
 * the first; what was not sent is empty. Of several faults of a field the first is told.
 */
export function parseForm<S extends z.ZodObject>(schema: S, form: SentForm): Parsed<z.output<S>> {
  const fields = Object.entries(schema.shape) as [string, z.ZodType][];
  const sent = Object.fromEntries(
    fields.map(([name, field]) => [name, takesList(field) ? form.all(name) : form.one(name)]),
  );
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = new Map<string, string>();
  for (const [name] of fields) {
    const issue = parsed.error.issues.find(({ path }) => path[0] === name);
    if (issue) errors.set(name, issue.message);
  }
  for (const { path, message } of parsed.error.issues) if (path.length === 0) errors.set('', message);
  return { ok: false, errors };
}

/** A list that is made into something else after it is read is still sent as a list. */
function takesList(field: z.ZodType): boolean {
  const { def } = field;
  return def.type === 'pipe' ? takesList((def as z.core.$ZodPipeDef).in as z.ZodType) : def.type === 'array';
}
