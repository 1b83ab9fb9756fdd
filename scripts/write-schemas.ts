import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../src/content/json-schemas.ts';

const OUT = join(import.meta.dirname, '../content/schema');

mkdirSync(OUT, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(join(OUT, name), text);
