import { inflateSync } from 'node:zlib';

/** The objects of a PDF as text, those packed into object streams included. */
export function structureOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const plain = bytes.toString('latin1');
  const packed = [...plain.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length;
    return inflateSync(bytes.subarray(start, plain.indexOf('endstream', start))).toString('latin1');
  });
  return [plain, ...packed].join('\n');
}

export function pagesOf(structure: string): number {
  return structure.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
