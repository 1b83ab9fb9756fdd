import { crc32, deflateSync } from 'node:zlib';

/* The smallest files of each kind that are whole. */

function chunk(kind: string, data: Buffer): Buffer {
  const made = Buffer.alloc(12 + data.length);
  made.writeUInt32BE(data.length, 0);
  made.write(kind, 4, 'latin1');
  data.copy(made, 8);
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length);
  return made;
}

/** A PNG of one colour that any program shows. */
export function aPng(width = 1, height = 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x88)]);
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Segments, a scan and the end mark: whole by its structure, and no picture of anything. */
export function aJpeg(): Buffer {
  return Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9', 'hex');
}

export function aWebp(): Buffer {
  const made = Buffer.from('RIFF\0\0\0\0WEBPVP8 \x04\0\0\0abcd', 'latin1');
  made.writeUInt32LE(made.length - 8, 4);
  return made;
}

export function aHeic(): Buffer {
  return Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x0cmdatabcd', 'latin1');
}

export function aPdf(text = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n${text}\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}
