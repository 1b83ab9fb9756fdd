import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneLine, parseMailbox, parseMailboxText, visibleText } from './mail-address.ts';

const read = (address: string, name = '') => {
  const parsed = parseMailbox({ name, address });
  return parsed.ok ? parsed.mailbox : parsed.problem;
};

describe('an address', () => {
  test.for([
    ['jane@school.example', 'jane@school.example'],
    [' jane@school.example\n', 'jane@school.example'],
    ['jane.doe+npq@mail.school.example', 'jane.doe+npq@mail.school.example'],
    ["o'neill@school.example", "o'neill@school.example"],
    ["!#$%&'*+/=?^_`{|}~-@school.example", "!#$%&'*+/=?^_`{|}~-@school.example"],
    ['Jane.Doe@SCHOOL.Example', 'Jane.Doe@school.example'],
    [`${'a'.repeat(64)}@school.example`, `${'a'.repeat(64)}@school.example`],
    ['jane@bücher.example', 'jane@xn--bcher-kva.example'],
    ['jane@BÜCHER.example', 'jane@xn--bcher-kva.example'],
    ['jane@bu\u0308cher.example', 'jane@xn--bcher-kva.example'],
    ['jane@例え.テスト', 'jane@xn--r8jz45g.xn--zckzah'],
    ['jane@xn--bcher-kva.example', 'jane@xn--bcher-kva.example'],
    ['jane@3com.example', 'jane@3com.example'],
  ])('%j is taken as %j', ([typed, address]) => {
    expect(read(typed ?? '')).toMatchObject({ address });
  });

  test.for([
    ['nothing', ''],
    ['no @', 'jane.school.example'],
    ['nothing before the @', '@school.example'],
    ['nothing after it', 'jane@'],
    ['two @', 'jane@home@school.example'],
    ['a dot at its start', '.jane@school.example'],
    ['a dot before the @', 'jane.@school.example'],
    ['two dots running', 'jane..doe@school.example'],
    ['a space', 'jane doe@school.example'],
    ['a quoted local part', '"jane doe"@school.example'],
    ['an escaped one', 'jane\\@home@school.example'],
    ['a comment', 'jane(at school)@school.example'],
    ['a name around it', 'Jane <jane@school.example>'],
    ['two addresses', 'jane@school.example,john@school.example'],
    ['two addresses with a semicolon', 'jane@school.example;john@school.example'],
    ['a group', 'staff:jane@school.example;'],
    ['a source route', '@relay.example:jane@school.example'],
    ['other letters before the @', 'zoë@school.example'],
    ['a letter that only looks like one of a to z', 'j\u0430ne@school.example'],
    ['65 characters before the @', `${'a'.repeat(65)}@school.example`],
    ['255 characters', `jane@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.museum`],
    ['a label of 64', `jane@${'a'.repeat(64)}.example`],
    ['a bare host', 'jane@localhost'],
    ['a number for a host', 'jane@192.0.2.1'],
    ['a number in brackets', 'jane@[192.0.2.1]'],
    ['a number in another form', 'jane@0x7f.1'],
    ['an address of version 6', 'jane@[IPv6:2001:db8::1]'],
    ['a top level of figures', 'jane@school.123'],
    ['a dot at the end of the domain', 'jane@school.example.'],
    ['a dot at its start', 'jane@.school.example'],
    ['a hyphen at the end of a label', 'jane@school-.example'],
    ['an underscore in the domain', 'jane@my_school.example'],
    ['a port', 'jane@school.example:25'],
    ['a path', 'jane@school.example/x'],
    ['a percent sign in the domain', 'jane@sch%6fol.example'],
    ['a line end and a header', 'jane@school.example\r\nBcc: all@school.example'],
    ['a line end inside', 'jane\r\n@school.example'],
    ['a NUL', 'jane\0@school.example'],
    ['a tab', 'jane\t@school.example'],
    ['a soft hyphen', 'jane\u00ad@school.example'],
    ['a line separator', 'jane@school.example\u2028Bcc: x'],
    ['a lone surrogate', 'jane@\ud800.example'],
    ['an encoded line end', 'jane%0d%0a@school.example\n.'],
  ])('with %s is refused', ([, typed]) => {
    expect(read(typed ?? '')).toBe('Enter an email address in the correct format, like name@example.com');
  });

  test('whatever is typed, what is taken holds nothing that a header or an SMTP command could end at', () => {
    const hostile = fc.constantFrom(
      '\r\n',
      ' ',
      '"',
      '<',
      '>',
      ',',
      ';',
      '\0',
      '[',
      '%',
      '\\',
      '(',
      '@',
      'Bcc:',
      'é',
      '',
    );
    const part = (...usual: string[]) =>
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, hostile), { maxLength: 4 });
    const typed = fc.oneof(
      fc
        .tuple(part('jane', '.doe', '+npq'), part('school', '.example', 'ü', '-'))
        .map(([local, domain]) => `${local.join('')}@${domain.join('')}.example`),
      fc.string({ unit: 'binary' }),
    );
    let taken = 0;
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseMailbox({ address: text });
        if (!parsed.ok) return;
        taken += 1;
        expect(parsed.mailbox.address).toMatch(/^[!-~]+$/);
        expect(parsed.mailbox.address).not.toMatch(/[<>()[\]\\,;:"\s]/);
        expect(parsed.mailbox.address.split('@')).toHaveLength(2);
        expect(read(parsed.mailbox.address)).toMatchObject({ address: parsed.mailbox.address });
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('a name', () => {
  test.for(['', 'Jane Doe', 'Zoë O’Neill-Smith', '李小龍', 'Dr. "Jay" <jay@x>', 'x'.repeat(100), 'नमस्ते'])(
    '%j is taken as it is',
    (name) => {
      expect(read('jane@school.example', name)).toMatchObject({ name });
    },
  );

  test.for([
    ['Jane\r\nBcc: all@school.example', 'The name holds characters that cannot be shown'],
    ['Jane\nDoe', 'The name holds characters that cannot be shown'],
    ['Jane\0', 'The name holds characters that cannot be shown'],
    ['Jane\u2028Doe', 'The name holds characters that cannot be shown'],
    ['\u202eenaJ', 'The name holds characters that cannot be shown'],
    ['Jane \ud800', 'The name holds characters that cannot be shown'],
    ['x'.repeat(101), 'The name must be 100 characters or fewer'],
    ['Win at https://casino.example', 'Enter a name without a web address'],
    ['www.casino.example', 'Enter a name without a web address'],
    ['Payroll: confirm at pay.example', 'Enter a name without a web address'],
    ['payroll@pay.example', 'Enter a name without a web address'],
    ['WWW.CASINO.EXAMPLE', 'Enter a name without a web address'],
    ['Win at CASINO.EXAMPLE', 'Enter a name without a web address'],
    ['Casino.Example', 'Enter a name without a web address'],
    ['X.COM', 'Enter a name without a web address'],
    ['казино.рф', 'Enter a name without a web address'],
    ['casino．example', 'Enter a name without a web address'],
    ['casino。EXAMPLE', 'Enter a name without a web address'],
  ])('%j is refused', ([name, problem]) => {
    expect(read('jane@school.example', name)).toBe(problem);
  });
});

test.for([
  ['Next Steps <next-steps@hub.example>', { name: 'Next Steps', address: 'next-steps@hub.example' }],
  ['"Steps, Next" <next-steps@hub.example>', { name: 'Steps, Next', address: 'next-steps@hub.example' }],
  ['<next-steps@hub.example>', { name: '', address: 'next-steps@hub.example' }],
  ['next-steps@hub.example', { name: '', address: 'next-steps@hub.example' }],
] as const)('settings may write a sender as %s', ([text, mailbox]) => {
  expect(parseMailboxText(text)).toEqual({ ok: true, mailbox });
});

test.for([
  'Next Steps',
  'Next Steps <>',
  'a <b> <c@hub.example>',
  'a <b@hub.example',
  'a <b@hub.example>, c@hub.example',
])('and not as %s', (text) => {
  expect(parseMailboxText(text).ok).toBe(false);
});

test('text for a mail keeps its lines and loses what cannot be seen', () => {
  expect(visibleText('a\r\nb\rc\u0000\u0007d\u202ee \ud800 😀')).toBe('a\nb\ncde \ufffd 😀');
  expect(isOneLine('Your plan')).toBe(true);
  expect(isOneLine('Your\nplan')).toBe(false);
});
