/** A message as it goes out: for one person, its bytes as they stand in the mail. */
export interface Outgoing {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly queuedAt: string;
  readonly bytes: Buffer;
}

/**
 * What came of handing a message over. `because` names nobody and holds nothing the server said in words: it is kept.
 *
 * - `accepted`: it is the server's to deliver now.
 * - `refused`: never, to this address. `deferred`: not now, to this address.
 * - `unreachable`: the server takes nothing at the moment, whoever it is for. Where the message had begun to go out when
 *   that showed (`begun`), it may have arrived or be the reason, and lets others go first.
 */
export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'deferred'; readonly because: string }
  | { readonly kind: 'unreachable'; readonly begun: boolean; readonly because: string };

/**
 * Whether a message that is on its way may be finished: asked when all that is left to do is what makes it the server's.
 * The answer waits until what came of the message before it is recorded. Where it is no, the message must not arrive.
 */
export type MayFinish = () => Promise<boolean>;

/** What came of a message that was not to be finished. */
export const HELD_BACK: Delivery = { kind: 'unreachable', begun: false, because: 'whoever sent it had no time left' };

/** Takes one message at a time. */
export interface MailTransport {
  /** Where mail goes, as it may be shown: no user, no password. */
  readonly place: string;
  send(message: Outgoing, mayFinish?: MayFinish): Promise<Delivery>;
  /** Removes what was kept for reading on this machine from before `before`. */
  forget(before: string): Promise<void>;
  /** Breaks off whatever is under way. */
  close(): Promise<void>;
}
