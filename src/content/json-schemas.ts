import { z } from 'zod';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';

/** What editors check content against as it is typed: each file kind's schema by file name, as formatted JSON. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const kinds = Object.keys(FILE_KINDS) as FileKind[];
  return new Map(
    kinds.map((kind) => {
      const schema = z.toJSONSchema(FILE_KINDS[kind].schema, { io: 'input', target: 'draft-7' });
      return [`${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}
