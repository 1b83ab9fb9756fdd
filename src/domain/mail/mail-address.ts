/**
 * Addresses and names as mail takes them. What is accepted is narrower than what RFC 5321 and 5322 allow, on purpose:
 * every mail program reads it alike, and nothing in it can end a header or begin another.
 *
 * - Before the @: letters a to z, digits and the signs of an RFC 5322 atom, with single dots between. Quoted local parts
 *   (`"jane doe"@…`) are legal and refused: nobody at a school has one, and programs disagree about them. Letters beyond
 *   a to z there need SMTPUTF8 at every server on the way, and are refused too.
 * - After it: a domain name with at least one dot. One in other letters (`bücher.example`) is taken, and written as mail
 *   servers know it (`xn--bcher-kva.example`). Addresses in brackets (`[192.0.2.1]`) and bare host names are refused.
 */

declare const checked: unique symbol;

/** An address, and a name beside it or none. Only the functions of this file make one. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
  readonly [checked]: true;
}

export type ParsedMailbox =
  { readonly ok: true; readonly mailbox: Mailbox } | { readonly ok: false; readonly problem: string };

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_NAME = 100;

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
/** Letters and digits of any script, marks on them, hyphens and dots: what a host name can be made of. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** Control characters, line and paragraph separators, and marks that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/**
 * A name that holds an address of a page is an advertisement, sent in our name: mail programs make links even of
 * `pay.example`, `PAY.COM` and `name@example`, and browsers take each of these signs for a dot. "J.Hall" and "Mr.Hall" are
 * names.
 */
const DOT = '[.。．｡]';
const TITLES = 'mr|mrs|ms|miss|mx|dr|prof|rev|revd|fr|sr|st|sir|hon|ph|bsc|msc';
const WEB_ADDRESS = [
  new RegExp(`//|\\bwww${DOT}`, 'i'),
  new RegExp(`${DOT}\\p{Ll}{2,}`, 'u'),
  new RegExp(`${DOT}(?:com|org|net|co|uk|io|app|info|biz|eu|me)(?!\\p{L})`, 'iu'),
  new RegExp(`(?<![\\p{L}\\p{N}-])(?!(?:${TITLES})${DOT})[\\p{L}\\p{N}-]{2,}${DOT}\\p{L}{2,}`, 'iu'),
];

const NOT_AN_ADDRESS = 'Enter an email address in the correct format, like name@example.com';

/** Reads an address and a name as somebody typed them; white space at their ends is taken off. */
export function parseMailbox(typed: { readonly name?: string; readonly address: string }): ParsedMailbox {
  const address = parseAddress(typed.address.trim());
  if (address === undefined) return { ok: false, problem: NOT_AN_ADDRESS };
  const name = (typed.name ?? '').trim();
  const problem = faultOfName(name);
  return problem === undefined ? { ok: true, mailbox: { name, address } as Mailbox } : { ok: false, problem };
}

/** A name and an address as the database keeps them. */
interface KeptMailbox {
  readonly name: string;
  readonly address: string;
}

/** What was read by these rules when it was kept. That they no longer take it is a fault of ours, and is thrown. */
export function mailboxOf(kept: KeptMailbox): Mailbox {
  const parsed = parseMailbox(kept);
  if (!parsed.ok) throw new Error('a kept name or address cannot be mailed to');
  return parsed.mailbox;
}

/** The same for what goes to many in turn: whom these rules no longer take gets no mail, and holds up nobody's. */
export function mailboxIfAny(kept: KeptMailbox): Mailbox | undefined {
  const parsed = parseMailbox(kept);
  return parsed.ok ? parsed.mailbox : undefined;
}

/** Reads a mailbox as settings write it: `Next Steps <next-steps@example.org>`, or the bare address. */
export function parseMailboxText(text: string): ParsedMailbox {
  const [, quoted, plain, address] = /^(?:"([^"]*)"|([^"<>]*?))\s*<([^<>]*)>$/.exec(text.trim()) ?? [];
  return parseMailbox(address === undefined ? { address: text } : { name: quoted ?? plain ?? '', address });
}

function parseAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local)) return undefined;
  const host = parseDomain(domain);
  const address = `${local}@${host ?? ''}`;
  return host === undefined || address.length > LONGEST_ADDRESS ? undefined : address;
}

function parseDomain(text: string): string | undefined {
  const domain = text.normalize('NFC');
  if (domain.length > LONGEST_ADDRESS || !DOMAIN.test(domain)) return undefined;
  const host = toAscii(domain);
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? '');
  return isName ? host : undefined;
}

/** As the name system writes it. What the standard for addresses of pages refuses gives the empty text. */
function toAscii(domain: string): string {
  const address = `http://${domain}/`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** What is wrong with a name as mail and pages take names; undefined where nothing is. */
export function faultOfName(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return `The name must be ${LONGEST_NAME} characters or fewer`;
  if (!name.isWellFormed() || UNPRINTABLE.test(name)) return 'The name holds characters that cannot be shown';
  return WEB_ADDRESS.some((one) => one.test(name)) ? 'Enter a name without a web address' : undefined;
}

/** Whether a text can stand in a header and on a page: one line, nothing that cannot be seen. */
export function isOneLine(text: string): boolean {
  return text.isWellFormed() && !UNPRINTABLE.test(text);
}

/** Text of several lines as a mail may hold it: what cannot be seen is left out, line ends are made alike. */
export function visibleText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?/g, '\n').split('\n');
  return lines.map((line) => line.replaceAll(new RegExp(UNPRINTABLE, 'gu'), '')).join('\n');
}

/**
 * The mailbox an address is counted by, where only how often it is mailed counts: what stands behind a plus sign is a
 * label that its owner, or whoever wants to fill their mailbox, writes as they like.
 */
export function countedMailbox(address: string): string {
  return address.toLowerCase().replace(/(?<=.)\+[^@]*(?=@)/, '');
}

/** The address as it is compared: capitals mean nothing to any mail server people have. */
export function comparableAddress({ address }: Mailbox): string {
  return address.toLowerCase();
}
