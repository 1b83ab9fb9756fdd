/** Stands in an address for the id of the plan's file, which is another each time. */
export const THE_FILE = 'THE-FILE';

/** What stands under a plan's own address, in the states its pages come in. */
export const PLAN_PAGES: readonly string[] = [
  '',
  '?new',
  '?after',
  '/add',
  '/add?q=mentor',
  '/add?q=zzzzqqqq',
  '/steps/s1',
  '/steps/s2',
  '/phases/explore',
  '/phases/prepare?example=share',
  '/phases/deliver',
  '/phases/sustain',
  '/goals',
  '/settings',
  '/history',
  '/history/1',
  '/drafts',
  '/drafts?goal=assistant-head',
  '/drafts?goal=headship&never=npq-headship',
  '/take-away',
  '/shares',
  '/shares/00000000-0000-4000-8000-000000000000',
  '/shares/00000000-0000-4000-8000-000000000000/review',
  '/link',
  '/case',
  '/case/preview',
  '/case/send',
  '/case/answers',
  '/agenda',
  '/reflections',
  '/reflections?done=skipped',
  '/reflections/2-weeks',
  '/reflections/6-weeks?look=names',
  '/reflections/12-weeks',
  '/openings',
  '/impact',
  '/impact/choose',
  '/impact/choose?look=names',
  '/evidence',
  '/evidence?done=deleted',
  '/evidence/add/note',
  '/evidence/add/link',
  '/evidence/add/file',
  '/evidence/add/reading',
  `/evidence/${THE_FILE}`,
  `/evidence/${THE_FILE}?look=names`,
];

/** A form of a plan page, by where it goes. */
export interface PlanForm {
  readonly below: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What fills a plan so that each page has something to show: steps that clash, one put off, a goal, words in a phase. */
export const PLAN_FILLED_BY: readonly PlanForm[] = [
  { below: '/add', fields: { opportunity: 'npq-senior-leadership' } },
  { below: '/add', fields: { opportunity: 'induction-tutor' } },
  { below: '/add', fields: { opportunity: 'chester-ma-education' } },
  { below: '/add', fields: { opportunity: 'school-governor-or-trustee', place: 'some-day' } },
  {
    below: '/add',
    fields: { name: 'Watch two colleagues teach', route: 'reflect', when: '2027-spring-1', lasts: '2', hours: '3' },
  },
  {
    below: '/phases/explore',
    fields: { 'what-changed': 'Pupils in Year 4 read longer words aloud without stopping.' },
  },
  { below: '/goals', fields: { text: 'Lead reading across the school', by: '2028-autumn-1' } },
  { below: '', fields: { act: 'later', step: 's1' } },
  {
    below: '/reflections/6-weeks',
    fields: { version: '0', act: 'save', tried: 'Read aloud with Maisie first.', changed: 'Fewer stall.' },
  },
  { below: '/reflections/12-weeks', fields: { version: '0', act: 'skip' } },
  {
    below: '/evidence/add/note',
    fields: { title: 'First fortnight', words: 'Four of six read on.', day: '', step: 's1', parts: 'pupils' },
  },
  { below: '/evidence/add/link', fields: { title: 'A film', url: 'https://example.org/film', day: '', step: '' } },
  {
    below: '/evidence/add/reading',
    fields: { title: 'Reading aloud', source: 'A journal', url: '', words: 'Pace matters.', day: '', step: '' },
  },
  {
    below: '/impact/choose',
    fields: {
      version: '0',
      purpose: 'job',
      name: 'Sam Patel',
      need: 'Readers in Year 4 who stall, such as Maisie Novak.',
      changed: 'Fewer of them do.',
      next: 'Do it across the key stage.',
      steps: 's1',
      reflections: '6-weeks',
    },
  },
];

/** Forms that are refused, with the status each answers. */
export const PLAN_ERRORS: readonly (PlanForm & { readonly status: number })[] = [
  { below: '', fields: { act: 'fly', step: 's1' }, status: 422 },
  { below: '', fields: { act: 'later', step: 's1', version: '1' }, status: 409 },
  { below: '/add', fields: { name: '', route: '', when: '', lasts: '', hours: 'x' }, status: 422 },
  { below: '/steps/s1', fields: { name: '', when: '', lasts: '', hours: '', cost: 'x' }, status: 422 },
  { below: '/settings', fields: { title: '', hours: 'x' }, status: 422 },
  { below: '/link', fields: { address: 'sam@' }, status: 422 },
  { below: '/case', fields: { version: '0', steps: 's99', why: 'x'.repeat(600), days: 'x' }, status: 422 },
  { below: '/case', fields: { version: '9', steps: 's1', why: 'Pupils read on.' }, status: 409 },
  { below: '/reflections/2-weeks', fields: { act: 'save', tried: 'x'.repeat(1501) }, status: 422 },
  { below: '/reflections/6-weeks', fields: { version: '0', act: 'save', tried: 'Another' }, status: 409 },
  { below: '/evidence/add/link', fields: { title: '', url: 'x', day: 'x', step: 'x' }, status: 422 },
  { below: '/impact/choose', fields: { purpose: '', need: 'x'.repeat(801) }, status: 422 },
];

/** The id of the newest file that a page of evidence lists. */
export function fileOn(page: string): string {
  return /\/evidence\/([0-9a-f-]{36})\/files\/own/.exec(page)?.[1] ?? '';
}
