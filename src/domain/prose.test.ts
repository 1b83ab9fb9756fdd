import { describe, expect, test } from 'vitest';
import { bareFigureIn, parseProse, topicsIn } from './prose.ts';

describe('prose', () => {
  test('text, facts and links come in order', () => {
    expect(parseProse('It takes {{study-hours}}; see [the route](/routes/lead).')).toEqual([
      { kind: 'text', text: 'It takes ' },
      { kind: 'fact', topic: 'study-hours' },
      { kind: 'text', text: '; see ' },
      { kind: 'link', text: 'the route', path: '/routes/lead' },
      { kind: 'text', text: '.' },
    ]);
  });

  test('a link to another site is no link of ours', () => {
    expect(parseProse('[a site](https://example.org)')).toEqual([
      { kind: 'text', text: '[a site](https://example.org)' },
    ]);
  });

  test('markup is only text', () => {
    expect(parseProse('<b>bold</b>')).toEqual([{ kind: 'text', text: '<b>bold</b>' }]);
  });

  test('the topics it names', () => {
    expect(topicsIn('{{one-thing}} and {{another}}')).toEqual(['one-thing', 'another']);
  });

  test.each([
    ['It costs £885.', '£885.'],
    ['It takes 18 months.', '18'],
    ['It takes two days out.', 'two days'],
    ['See [the 40 hubs](/networks).', '40'],
    ['It takes {{study-hours}}.', undefined],
    ['For teachers of key stage 2 and of year 6, 16 to 19.', undefined],
    ['One of the two leads.', undefined],
  ])('a bare figure in "%s" is %s', (prose, figure) => {
    expect(bareFigureIn(prose)).toBe(figure);
  });
});
