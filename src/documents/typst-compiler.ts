import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { lettersOf, type Letters } from './font-letters.ts';
import { underOwnName } from './font-name.ts';
import { drawableWith, printableWith } from './printable.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FONTS = join(HERE, 'fonts');

/** The family that pictures are lettered in. */
const MAIN = 'AtkinsonHyperlegibleNext';

/** A document that could not be set; `message` is Typst's own. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

export interface Compiler {
  /**
   * Sets a template's markup with data it reads as `sys.inputs.data`; gives PDF/UA-1 or throws. Letters that none of
   * our fonts holds are set as squares, in a picture (`svg`) as an ellipsis: UA-1 refuses a document with even one.
   */
  pdf(markup: string, data: unknown): Uint8Array<ArrayBuffer>;
}

/** Opens Typst with our own fonts, each under its own name: what a machine has installed must not change a document. */
export function openCompiler(): Compiler {
  const fonts = readdirSync(FONTS)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => ({ name, file: underOwnName(readFileSync(join(FONTS, name))) }));
  const fontBlobs = fonts.map(({ file }) => file);
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs }] });
  const printable = printableWith(fontBlobs.map(lettersOf));
  const drawable = drawableWith(lettersOfAll(fonts.filter(({ name }) => name.startsWith(MAIN))));
  const settable = (key: string, value: unknown) => {
    if (typeof value !== 'string') return value;
    return key === 'svg' ? drawable(value) : printable(value);
  };
  return {
    pdf(markup, data) {
      const compiled = compiler.compile({ mainFileContent: markup, inputs: { data: JSON.stringify(data, settable) } });
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

/** The letters that every face of a family has. */
function lettersOfAll(faces: readonly { readonly file: Uint8Array }[]): Letters {
  return faces.map(({ file }) => lettersOf(file)).reduce((all, letters) => all.intersection(letters));
}

/** A template that stands beside this file. */
export function readTemplate(name: string): string {
  return readFileSync(join(HERE, name), 'utf8');
}
