/* The notes a camera leaves in a picture are a TIFF file without a picture: lists of tags. Of them one matters to whoever looks. */

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY = 12;
const MOST_TAGS = 500;

/** Which way up a camera was held, 2 to 8; `undefined` where the picture stands as it is, or nothing can be told. */
export function orientationIn(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 4);
  if (tiff.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return undefined;
  const isLittle = order.startsWith('I');
  const two = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const list = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const tags = Math.min(two(list), MOST_TAGS);
  for (let tag = 0; tag < tags; tag += 1) {
    const at = list + 2 + tag * ENTRY;
    if (two(at) !== ORIENTATION || two(at + 2) !== SHORT) continue;
    const orientation = two(at + 8);
    return orientation >= 2 && orientation <= 8 ? orientation : undefined;
  }
  return undefined;
}

/** The same notes with nothing in them but which way up the camera was held; without it, with nothing at all. */
export function tiffOf(orientation?: number): Buffer {
  const begins = Buffer.from('MM\0*\0\0\0\x08', 'latin1');
  const none = Buffer.alloc(4);
  if (orientation === undefined) return Buffer.concat([begins, Buffer.alloc(2), none]);
  const entry = Buffer.alloc(2 + ENTRY);
  entry.writeUInt16BE(1, 0);
  entry.writeUInt16BE(ORIENTATION, 2);
  entry.writeUInt16BE(SHORT, 4);
  entry.writeUInt32BE(1, 6);
  entry.writeUInt16BE(orientation, 10);
  return Buffer.concat([begins, entry, none]);
}
