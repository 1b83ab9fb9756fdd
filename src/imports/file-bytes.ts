import { closeSync, openSync, readSync } from 'node:fs';
import { isAscii, isUtf8 } from 'node:buffer';
import { ImportRefusal } from './import-refusal.ts';

/** Bytes in order, some at a time. A piece may be written over once the next is asked for. */
export type Bytes = Iterable<Buffer>;

const AT_ONCE = 1 << 20;

/** Reads a file a megabyte at a time, always into the same memory. */
export function* bytesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(AT_ONCE);
  try {
    for (;;) {
      const length = readSync(file, piece, 0, AT_ONCE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Refuses what is no text at all, by its first bytes; takes off the mark some programs put before UTF-8. */
export function textStart(first: Buffer): Buffer {
  const startsWith = (bytes: Buffer) => first.subarray(0, bytes.length).equals(bytes);
  if (startsWith(ZIP) || startsWith(OLD_EXCEL)) {
    throw new ImportRefusal('this is an Excel workbook, whatever its name: open it and save it as CSV');
  }
  if (first[0] === 0xff || first[0] === 0xfe || first.subarray(0, 4096).includes(0)) {
    throw new ImportRefusal('this file is in UTF-16: save it as CSV in UTF-8 or Windows-1252');
  }
  if (/^\s*</.test(first.subarray(0, 200).toString('latin1'))) {
    throw new ImportRefusal('this is a web page, not a CSV file: download the file itself');
  }
  return startsWith(BYTE_ORDER_MARK) ? first.subarray(BYTE_ORDER_MARK.length) : first;
}

/** Text that was UTF-8, was read as Windows-1252 and saved again ("â€™" for "’"), or holds what neither can write. */
const SPOILT = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|[\u0081\u008d\u008f\u0090\u009d\ufffd]/;

/**
 * Turns bytes into text. The register writes Windows-1252, most other programs UTF-8: the first bytes beyond ASCII
 * settle which, and later ones must agree.
 */
export function textDecoder(): (bytes: Buffer) => string {
  let settled: TextDecoder | undefined;
  return (bytes) => {
    if (isAscii(bytes)) return bytes.toString('latin1');
    const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    settled ??= new TextDecoder(encoding, { ignoreBOM: true });
    if (settled.encoding !== encoding)
      throw new ImportRefusal(
        'this file is partly in UTF-8 and partly in Windows-1252: download it again and do not edit it',
      );
    return settled.decode(bytes);
  };
}

/** Refuses a value that came through a wrong encoding. */
export function refuseSpoilt(text: string, line: number): void {
  const found = SPOILT.exec(text);
  if (found) {
    const around = text.slice(Math.max(0, found.index - 12), found.index + 14);
    throw new ImportRefusal(
      `line ${line}: "${around}" has been through a wrong encoding: download the file again and do not edit it`,
    );
  }
}
