import type { IsoDate } from '../../src/domain/date.ts';
import type { CaseDraft } from '../../src/domain/case/case.ts';
import type { CaseSheet } from '../../src/domain/case/case-sheet.ts';
import type { GivenAnswer, SponsorAnswer } from '../../src/domain/case/sponsor-answer.ts';

export function aCaseDraft(given: Partial<CaseDraft> = {}): CaseDraft {
  return {
    steps: ['s1'],
    why: 'Year 4 readers stall at longer words.',
    back: 'I will train two colleagues.',
    asks: ['endorse', 'pay-if-unfunded', 'arrange-cover'],
    days: null,
    dayCost: null,
    travel: null,
    ...given,
  };
}

export function aCaseSheet(given: Partial<CaseSheet> = {}): CaseSheet {
  const row = (label: string, words: string, cites: readonly number[] = []) => ({ label, words, cites });
  return {
    title: 'NPQ in Senior Leadership',
    reader: 'head',
    asks: ['endorse', 'pay-if-unfunded', 'arrange-cover'],
    glance: [
      row('The teacher’s time', '54 hours in all'),
      row('Net cost to the school', '£872 with a funded place; £1,927 without one'),
      row('Cover', '4 days a year'),
      row('When', 'Autumn 2 of 2027 to Spring 2 of 2029'),
    ],
    what: [{ name: 'NPQ in Senior Leadership', about: 'For people who lead across a school.' }],
    why: 'Year 4 readers stall at longer words.',
    back: 'I will train two colleagues.',
    money: [row('Fee', 'Without a funded place, for example £1,055.', [1]), row('Travel', 'Not known yet.')],
    dates: [row('Apply', 'When to apply is not announced.')],
    sources: [{ number: 1, text: 'NPQ prices, 2026; checked 23 November 2026', url: 'https://www.gov.uk/prices' }],
    knownOn: '2026-11-23' as IsoDate,
    ...given,
  };
}

export function aSponsorAnswer(given: Partial<SponsorAnswer> = {}): SponsorAnswer {
  return {
    answer: 'yes',
    words: '',
    asks: {
      endorse: { answer: 'yes', condition: '' },
      'pay-if-unfunded': { answer: 'if', condition: 'the budget is set by May' },
      'arrange-cover': { answer: 'no', condition: '' },
    },
    name: 'Jo Reed',
    role: 'headteacher',
    ...given,
  };
}

export function aGivenAnswer(given: Partial<GivenAnswer> = {}): GivenAnswer {
  return { ...aSponsorAnswer(), number: 1, at: '2026-11-24T10:00:00.000Z', ...given };
}
