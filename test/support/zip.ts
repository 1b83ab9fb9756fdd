import { crc32, deflateRawSync } from 'node:zlib';

/** One thing in a ZIP file that a test builds, and the lies its list tells of it. */
export interface ZipPart {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  /** What the list says in place of what is so. */
  readonly saysUnpacked?: number;
  readonly saysPacked?: number;
  readonly saysAt?: number;
  readonly isLocked?: boolean;
  /** The name in its own header, where it is another. */
  readonly localName?: string;
}

/** A ZIP file by its book, but for the lies. */
export function aZip(parts: readonly ZipPart[], after: Buffer = Buffer.alloc(0)): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.content ?? '');
    const packed = part.stored ? raw : deflateRawSync(raw);
    const name = Buffer.from(part.name);
    const local = header(0x04034b50, 30, part, raw, packed, Buffer.from(part.localName ?? part.name));
    const entry = header(0x02014b50, 46, part, raw, packed, name);
    entry.writeUInt32LE(part.saysAt ?? at, 42);
    bodies.push(local, packed);
    list.push(entry);
    at += local.length + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end, after]);
}

function header(sign: number, length: number, part: ZipPart, raw: Buffer, packed: Buffer, name: Buffer): Buffer {
  const isList = length === 46;
  const at = isList ? 2 : 0;
  const made = Buffer.alloc(length);
  made.writeUInt32LE(sign, 0);
  made.writeUInt16LE(part.isLocked ? 1 : 0, 6 + at);
  made.writeUInt16LE(part.stored ? 0 : 8, 8 + at);
  made.writeUInt32LE(crc32(raw), 14 + at);
  made.writeUInt32LE((isList ? part.saysPacked : undefined) ?? packed.length, 18 + at);
  made.writeUInt32LE((isList ? part.saysUnpacked : undefined) ?? raw.length, 22 + at);
  made.writeUInt16LE(name.length, 26 + at);
  return Buffer.concat([made, name]);
}

const TYPES = (extra = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${extra}</Types>`;

/** A Word document with one part, and whatever else a test puts into it. */
export function aDocx(more: readonly ZipPart[] = [], declares = ''): Buffer {
  return aZip([
    { name: '[Content_Types].xml', content: TYPES(declares) },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ]);
}

export function anXlsx(more: readonly ZipPart[] = []): Buffer {
  return aZip([
    { name: '[Content_Types].xml', content: TYPES() },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]);
}

export function aPptx(): Buffer {
  return aZip([
    { name: '[Content_Types].xml', content: TYPES() },
    { name: 'ppt/presentation.xml', content: '<p/>' },
  ]);
}

export function anOdt(more: readonly ZipPart[] = []): Buffer {
  return aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content: '<office/>' },
    ...more,
  ]);
}
