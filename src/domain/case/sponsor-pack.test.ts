import { expect, test } from 'vitest';
import { aGivenAnswer } from '../../../test/support/case-builders.ts';
import { ASKS } from './case.ts';
import { packOf, type PackContext } from './sponsor-pack.ts';

const context = (given: Partial<PackContext> = {}): PackContext => ({
  answer: aGivenAnswer(),
  day: '24 November 2026',
  role: 'headteacher',
  address: 'jo@school.example',
  applicant: 'Sam Patel',
  what: 'the NPQ in Senior Leadership',
  school: 'Evelyn Street Primary Academy',
  ...given,
});

test('each answer stands whole in its own text: what, on which condition, who and when', () => {
  const items = packOf(ASKS, context());
  expect(items.map(({ id, text }) => [id, text])).toEqual([
    [
      'endorse',
      'The sponsor endorses Sam Patel’s application for the NPQ in Senior Leadership. Given by Jo Reed, headteacher, on 24 November 2026.',
    ],
    [
      'pay-if-unfunded',
      'The school agrees to pay the fee if no funded place is confirmed. On this condition: the budget is set by May. Given by Jo Reed, headteacher, on 24 November 2026.',
    ],
    [
      'arrange-cover',
      'The school will not arrange cover for the days out of class. Given by Jo Reed, headteacher, on 24 November 2026.',
    ],
    [
      'sponsor',
      'Name: Jo Reed\nRole: headteacher\nSchool: Evelyn Street Primary Academy\nEmail: jo@school.example\nAnswered on: 24 November 2026',
    ],
  ]);
});

test('every ask has a text for yes, for yes-if and for no, and none of them says the other', () => {
  for (const ask of ASKS) {
    const text = (answer: 'yes' | 'if' | 'no') =>
      packOf(
        [ask],
        context({
          answer: aGivenAnswer({ asks: { [ask]: { answer, condition: answer === 'if' ? 'all is well' : '' } } }),
        }),
      )[0]?.text ?? '';
    expect(text('if')).toContain('On this condition: all is well.');
    expect(text('yes')).not.toMatch(/\bnot\b|condition/);
    expect(text('no')).toMatch(/\bnot\b/);
  }
});

test('without a school it is named as the school, and a condition is one line', () => {
  const asks = { 'confirm-employment': { answer: 'if', condition: 'two\nlines  here' } } as const;
  const [item] = packOf(['confirm-employment'], context({ school: undefined, answer: aGivenAnswer({ asks }) }));
  expect(item?.text).toContain('works at the school. On this condition: two lines here.');
});
