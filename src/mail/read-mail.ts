/** A mail as its reader sees it. */
export interface ReadMail {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly html: string;
  /** An invitation as a calendar reads it; empty where there is none. */
  readonly calendar: string;
}

/**
 * Reads a mail of our own making: a text, an HTML and perhaps a calendar part, in base64 or quoted-printable, or as it is. It is there
 * to look at what would have been sent; mail of anybody else's is not for it.
 */
export function readMail(source: string): ReadMail {
  const { headers, body } = split(source);
  const parts = partsOf({ headers, body });
  const contentOf = (type: string) => {
    const part = parts.find((one) => valueOf(one.headers, 'content-type').startsWith(type));
    return part === undefined ? '' : decodeBody(part);
  };
  return {
    headers: headers.map(([name, value]) => [name, decodeWords(value)]),
    text: contentOf('text/plain'),
    html: contentOf('text/html'),
    calendar: contentOf('text/calendar'),
  };
}

/** The parts that hold no others. */
function partsOf(entity: Entity): readonly Entity[] {
  const boundary = /boundary="?([^";]+)"?/.exec(valueOf(entity.headers, 'content-type'))?.[1];
  if (boundary === undefined) return [entity];
  const parts = entity.body.split(`--${boundary}`).slice(1, -1);
  return parts.flatMap((one) => partsOf(split(one.replaceAll(/^\r\n|\r\n$/g, ''))));
}

interface Entity {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

function split(source: string): Entity {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return { headers, body: source.slice(end + 4) };
}

function valueOf(headers: Entity['headers'], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

function decodeBody({ headers, body }: Entity): string {
  return bytesOf(valueOf(headers, 'content-transfer-encoding'), body).toString('utf8').replaceAll('\r\n', '\n');
}

function bytesOf(coding: string, body: string): Buffer {
  if (coding === 'base64') return Buffer.from(body, 'base64');
  return coding === 'quoted-printable' ? unquoted(body.replaceAll('=\r\n', '')) : Buffer.from(body);
}

/** `=C3=A9` as its bytes, all else as it stands. */
function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Words in other than ASCII stand in headers as `=?UTF-8?Q?caf=C3=A9?=`; white space between two of them is none. */
function decodeWords(value: string): string {
  const joined = value.replaceAll(/(\?=)\s+(?==\?)/g, '$1');
  // A letter can be cut in two by the end of a word: the bytes of words that follow each other are read together.
  return joined.replaceAll(/(?:=\?UTF-8\?[QB]\?[^?]*\?=)+/gi, (words) =>
    Buffer.concat(
      [...words.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, coding = '', text = '']) =>
        coding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' ')),
      ),
    ).toString('utf8'),
  );
}
