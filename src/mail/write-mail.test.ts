import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import type { AddressObject } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../test/support/html.ts';
import { aDraft, aMailbox, NOW } from '../../test/support/mail-builders.ts';
import { asToSend, KEYS, parsed, WRITER } from '../../test/support/mail-parts.ts';
import { parseMailbox } from '../domain/mail/mail-address.ts';
import type { MailBody } from '../domain/mail/mail-body.ts';
import { KINDS_TO_CHOOSE } from '../domain/mail/mail-kinds.ts';
import { composeMail } from './compose-mail.ts';
import { readMail } from './read-mail.ts';
import { unsubscribeAddress, writeMail, type MailDraft } from './write-mail.ts';

const BODY: MailBody = [
  { kind: 'paragraph', text: 'Autumn 2 ends on Friday.\nHere is what you planned.' },
  { kind: 'heading', text: 'In your plan' },
  { kind: 'list', items: ['Watch two colleagues teach', 'Ask about <cover>'] },
  {
    kind: 'rows',
    rows: [
      ['When', '14 December 2026'],
      ['Where', 'Room 3 & hall'],
    ],
  },
  { kind: 'link', text: 'Open your plan', href: '/plans/abc/1?after' },
];

const written = (given: Partial<MailDraft> = {}) => writeMail(aDraft({ body: BODY, ...given }), WRITER);
const composed = (given: Partial<MailDraft> = {}) => {
  const mail = written(given);
  return composeMail(asToSend(mail), WRITER.from, unsubscribeAddress(mail, WRITER));
};

describe('what a mail says', () => {
  test('its text is written to be read as text', () => {
    const { text, kind, addressId } = written();
    expect(text).toBe(`Your plan waits for you

Autumn 2 ends on Friday.
Here is what you planned.

IN YOUR PLAN

- Watch two colleagues teach
- Ask about <cover>

When: 14 December 2026
Where: Room 3 & hall

Open your plan:
https://next-steps.example/plans/abc/1?after

--${' '}
You get this mail because this address was given for a plan or a case in Next Steps, and something in it waits, or waited, for an answer.

Stop these mails, or choose which you get:
https://next-steps.example/mail/unsubscribe/${KEYS.unsubscribeToken({ kind, addressId })}

Next Steps, from Generate Teaching Hub, hub@hub.example
`);
  });

  test('its HTML says the same, under the same heading, with the same links', () => {
    const { html, text } = written();
    const page = readPage(html);
    expect(page.headings(1)).toEqual(['Your plan waits for you']);
    expect(page.headings(2)).toEqual(['In your plan']);
    expect(page.byRole('listitem').map(({ name }) => name)).toEqual([
      'Watch two colleagues teach',
      'Ask about <cover>',
    ]);
    expect(page.byRole('rowheader').map(({ name }) => name)).toEqual(['When', 'Where']);
    const links = page.links().filter(({ href }) => href.startsWith('https:'));
    for (const { href } of links) expect(text).toContain(href);
    expect(links).toHaveLength(2);
  });

  test('its HTML is valid, and fetches, runs and draws nothing', async () => {
    const { html } = written();
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: OLD_MAIL_PROGRAMS });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
    expect(html).not.toMatch(
      /<(img|script|link|iframe|object|form|svg)\b|\bsrc=|\bstyle="|url\(|@import|@font-face|&quot;/,
    );
  });

  test('what somebody has asked for says so and cannot be stopped; all other kinds can', async () => {
    const asked = await parsed(composed({ kind: 'own-plan' }));
    expect(asked.text).toContain('somebody asked for the link');
    expect(asked.text).not.toContain('unsubscribe');
    expect(asked.headers.has('list-unsubscribe')).toBe(false);
    for (const kind of KINDS_TO_CHOOSE) expect(written({ kind }).text).toContain('/mail/unsubscribe/');
  });

  test.for([
    ['a header in its subject', { subject: 'Your plan\r\nBcc: all@school.example' }],
    ['no subject', { subject: ' ' }],
    ['a subject longer than a line', { subject: 'x'.repeat(151) }],
    ['a link that runs something', { body: [{ kind: 'link', text: 'Open', href: 'javascript:alert(1)' }] }],
  ] as const)('with %s it is not written at all', ([, given]) => {
    expect(() => written(given)).toThrow(RangeError);
  });
});

/** Outlook on Windows needs a table with a width, and old screen readers the older name of its role. */
const OLD_MAIL_PROGRAMS = {
  'no-deprecated-attr': 'off',
  'presentation-role-style': 'off',
  'void-style': 'off',
} as const;

describe('a mail as it goes out', () => {
  test('is from us, to one person, with one text and one HTML part and the date it was caused', async () => {
    const mail = await parsed(composed());
    expect(mail.from?.value).toEqual([{ name: 'Next Steps', address: 'next-steps@hub.example' }]);
    expect((mail.to as AddressObject).value).toEqual([{ name: 'Jane Doe', address: 'jane@school.example' }]);
    expect(mail.subject).toBe('Your plan waits for you');
    expect(mail.date?.toISOString()).toBe(NOW);
    expect(composed().toString()).toContain('\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n');
    expect(mail.text).toBe(written().text);
    expect(mail.html).toBe(written().html);
    expect(mail.attachments).toEqual([]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('an invitation stands in it as a third way to show it and as a file, letter for letter, and replies have their way', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Zoë’s plan\r\nEND:VCALENDAR\r\n';
    const source = composed({ calendar, replyTo: aMailbox('sam@school.example', 'Sam') });
    const mail = await parsed(source);
    expect(mail.text).toBe(written().text);
    expect(mail.html).toBe(written().html);
    expect(mail.replyTo?.value).toEqual([{ name: '', address: 'sam@school.example' }]);
    expect(mail.from?.value).toEqual([{ name: 'Next Steps', address: 'next-steps@hub.example' }]);
    expect(source.toString()).toContain('\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n');
    const found = mail.attachments.map(({ contentType, filename, content }) => [
      contentType,
      filename,
      content.toString(),
    ]);
    expect(found).toContainEqual(['application/ics', 'ten-minutes.ics', calendar]);
    expect(readMail(source.toString())).toMatchObject({
      text: written().text,
      html: written().html,
      calendar: calendar.replaceAll('\r\n', '\n'),
    });
  });

  test('can be stopped with one press, as RFC 8058 says it', () => {
    const { kind, addressId } = written();
    const source = composed().toString();
    const token = KEYS.unsubscribeToken({ kind, addressId });
    expect(source).toContain(`\r\nList-Unsubscribe: <https://next-steps.example/mail/unsubscribe/${token}>\r\n`);
    expect(source).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  test('is the same byte for byte each time it is sent, and has the number of its cause', () => {
    const draft = aDraft({ key: 'plan-7/autumn-2' });
    const [first, again] = [writeMail(draft, WRITER), writeMail(draft, WRITER)];
    expect(again.messageId).toBe(first.messageId);
    expect(first.messageId).toMatch(/^<[0-9a-f]{32}@hub\.example>$/);
    expect(writeMail({ ...draft, key: 'plan-7/spring-1' }, WRITER).messageId).not.toBe(first.messageId);
    expect(writeMail({ ...draft, kind: 'alert' }, WRITER).messageId).not.toBe(first.messageId);
    const bytes = () => composeMail(asToSend(first), WRITER.from, undefined);
    expect(bytes()).toEqual(bytes());
  });

  test('whatever names, subjects and words are, it goes to one address and says just that', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            'Bcc: x@y.example',
            '=?UTF-8?Q?=0D=0A?=',
            '"',
            ',',
            '<a@b.example>',
            '\r\n',
            '.',
            '--',
            'é',
            '😀',
            ' ',
          ),
          { maxLength: 6 },
        )
        .map((some) => some.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, subject, words) => {
        const to = parseMailbox({ name, address: 'jane@school.example' });
        fc.pre(to.ok && subject.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(subject) && subject.isWellFormed());
        const draft = aDraft({
          to: to.ok ? to.mailbox : aMailbox(),
          subject,
          body: [{ kind: 'paragraph', text: words }],
        });
        const mail = writeMail(draft, WRITER);
        const bytes = composeMail(asToSend(mail), WRITER.from, undefined);
        const read = await parsed(bytes);
        expect((read.to as AddressObject).value.map(({ address }) => address)).toEqual(['jane@school.example']);
        expect([read.cc, read.bcc, read.replyTo]).toEqual([undefined, undefined, undefined]);
        expect([...read.headers.keys()].toSorted()).toEqual(HEADERS);
        expect(read.text).toBe(mail.text);
        expect(read.html).toBe(mail.html);
        // Our own reader of our own mails sees what a mail program sees.
        const own = readMail(bytes.toString());
        expect(own.text).toBe(read.text);
        expect(own.html).toBe(read.html);
        expect(own.headers.find(([header]) => header === 'Subject')?.[1] ?? '').toBe(read.subject ?? '');
      }),
      { numRuns: 300 },
    );
  });
});

const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];
