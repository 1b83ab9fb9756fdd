/**
 * What a mail says, as parts that its text and its HTML are both written from: neither is made out of the other, and
 * neither can say what the other does not.
 */
export type MailPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Things with their values: when, where, how long. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** The one thing to open, with its whole address shown as well. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type MailBody = readonly MailPart[];
