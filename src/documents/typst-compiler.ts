import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FONTS = join(HERE, 'fonts');

/** A document that could not be set; `message` is Typst's own. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

export interface Compiler {
  /** Sets a template's markup with data it reads as `sys.inputs.data`; gives PDF/UA-1 or throws. */
  pdf(markup: string, data: unknown): Uint8Array<ArrayBuffer>;
}

/** Opens Typst with our own fonts: what a machine happens to have installed must not change a document. */
export function openCompiler(): Compiler {
  const fontBlobs = readdirSync(FONTS)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => readFileSync(join(FONTS, name)));
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs }] });
  return {
    pdf(markup, data) {
      const compiled = compiler.compile({ mainFileContent: markup, inputs: { data: JSON.stringify(data) } });
      const document = compiled.result;
      if (!document)
        throw new TypesettingError(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'));
      try {
        return Uint8Array.from(compiler.pdf(document, { pdfStandard: 'ua-1' }));
      } catch (error) {
        throw new TypesettingError(error instanceof Error ? error.message : String(error));
      } finally {
        // Typst remembers every layout it has made; without this each day asked for stays in memory.
        compiler.evictCache(2);
      }
    },
  };
}

/** A template that stands beside this file. */
export function readTemplate(name: string): string {
  return readFileSync(join(HERE, name), 'utf8');
}
