import type { MailBody, MailPart } from '../domain/mail/mail-body.ts';

/** What stands at the end of every mail: why it came, how to stop such mails, whose service it is. */
export interface MailFooter {
  readonly because: string;
  /** Where mails of this kind can be stopped; without it they cannot be. */
  readonly unsubscribe: string | undefined;
  readonly hub: { readonly name: string; readonly email: string };
}

/** A mail as it is written for programs that show text alone. Lines are as long as their sentences: programs wrap them. */
export function mailText(title: string, body: MailBody, footer: MailFooter): string {
  return [title, ...body.map(partText), `-- \n${footerText(footer)}`].join('\n\n').concat('\n');
}

function partText(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'heading':
      return part.text.toUpperCase();
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n');
    case 'rows':
      return part.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'link':
      return `${part.text}:\n${part.href}`;
    default:
      return part satisfies never;
  }
}

function footerText({ because, unsubscribe, hub }: MailFooter): string {
  const stop = unsubscribe === undefined ? [] : [`${STOP}:\n${unsubscribe}`];
  return [`${BECAUSE} ${because}`, ...stop, `${FROM} ${hub.name}, ${hub.email}`].join('\n\n');
}

export const BECAUSE = 'You get this mail because';
export const STOP = 'Stop these mails, or choose which you get';
export const FROM = 'Next Steps, from';
