/** Where a table of a TrueType file begins. Throws where it has none of that name. */
export function tableAt(view: DataView, tag: string): number {
  const wanted = Number.parseInt(Buffer.from(tag, 'latin1').toString('hex'), 16);
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    if (view.getUint32(record) === wanted) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}
