import type { NodemailerError } from 'nodemailer/lib/errors';
import type { Delivery } from './mail-transport.ts';

type Fault = Pick<NodemailerError, 'code' | 'originalCode' | 'command' | 'responseCode' | 'response' | 'permanent'>;

/** What went wrong before the server said anything of the message. */
const MEANING: ReadonlyMap<unknown, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'there is no such host'],
  ['EDNS', 'there is no such host'],
  ['ETIMEDOUT', 'it does not answer'],
  ['ETLS', 'it offers no TLS that can be trusted'],
  ['EAUTH', 'it refuses the user or the password'],
  ['ENOAUTH', 'it refuses the user or the password'],
]);

/**
 * What an error of the connection means for the message and for those after it. `begun` says whether the message had
 * begun to go out. The server's own words are left out: they repeat the address.
 */
export function deliveryOf(error: Fault, begun: boolean): Delivery {
  const { code, responseCode } = error;
  const isAboutMessage = code === 'EMESSAGE' || (code === 'EENVELOPE' && error.command !== 'MAIL FROM');
  // The server is closing down, whatever it was asked.
  if (isAboutMessage && responseCode !== 421) return ofMessage(error);
  // Too large for this server is the one thing it can say of a message before it has seen it.
  if (responseCode === 552) return ofMessage({ ...error, permanent: true });
  return { kind: 'unreachable', begun, because: `the mail server takes no mail: ${reasonOf(error)}` };
}

function ofMessage(error: Fault): Delivery {
  const isFinal = error.permanent ?? error.responseCode === undefined;
  return isFinal
    ? { kind: 'refused', because: `the mail server refused it: ${reasonOf(error)}` }
    : { kind: 'deferred', because: `the mail server put it off: ${reasonOf(error)}` };
}

/** The server's numbers where it gave any, such as `550 5.1.1`. */
function reasonOf({ code, originalCode, responseCode, response = '' }: Fault): string {
  const meant = MEANING.get(code) ?? MEANING.get(originalCode);
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const numbers =
    responseCode === undefined ? [] : [String(responseCode), ...(enhanced === undefined ? [] : [enhanced])];
  const said = numbers.join(' ');
  if (meant !== undefined) return said === '' ? meant : `${meant} (${said})`;
  return said === '' ? 'the connection broke' : said;
}
