import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { topicsAt, UNIVERSITIES } from '../../domain/funding/masters-credit-universities.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const page = async (query: string, status = 200) => {
  const response = await service.get(`/credit${query}`);
  expect(response.status).toBe(status);
  return pageOf(response);
};
const row = async (query: string, university: string) =>
  (await page(query)).byRole('row').find(({ name }) => name.startsWith(university))?.name ?? '';

describe('what an NPQ counts for', () => {
  test('with nothing told it asks which NPQs, shows what each university says, and anybody may keep the page', async () => {
    const response = await service.get('/credit');
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const told = await pageOf(response);
    expect(told.byRole('checkbox')).toHaveLength(10);
    expect(told.byRole('row').find(({ name }) => name.startsWith('University of Chester'))?.name).toContain(
      'up to 60 credits (source): NPQ in Senior Leadership and NPQ for SENCOs',
    );
    expect(told.text).toContain('Not confirmed: ask');
    expect(told.section('pack')).toBe('');
  });

  test.for([
    ['npq-leading-teaching', 'up to 40 credits', '140 to 180 credits', 'up to £1,890'],
    ['npq-leading-teaching-development', 'up to 40 credits', '140 to 180 credits', 'up to £1,890'],
    ['npq-leading-behaviour-culture', 'up to 40 credits', '140 to 180 credits', 'up to £1,890'],
    ['npq-leading-literacy', 'up to 40 credits', '140 to 180 credits', 'up to £1,890'],
    ['npq-early-years-leadership', 'up to 40 credits', '140 to 180 credits', 'up to £1,890'],
    ['npq-senco', 'up to 60 credits', '120 to 180 credits', 'up to £2,835'],
    ['npq-senior-leadership', 'up to 60 credits', '120 to 180 credits', 'up to £2,835'],
    ['npq-headship', 'up to 100 credits', '80 to 180 credits', 'up to £4,725'],
    ['npq-executive-leadership', 'up to 100 credits', '80 to 180 credits', 'up to £4,725'],
  ] as const)('Chester counts %s as %s', async ([npq, credits, left, saves]) => {
    const told = await row(`?npqs=${npq}`, 'University of Chester');
    for (const words of [credits, left, saves, 'our estimate', 'a fee we could not confirm', 'Published by'])
      expect(told).toContain(words);
  });

  test('what Chester does not show has no figure there, and the loan’s rule stands all the same', async () => {
    const told = await page('?npqs=npq-leading-primary-mathematics');
    expect(told.text).toContain('None of the universities we list publishes a figure for what you have.');
    expect(await row('?npqs=npq-leading-primary-mathematics', 'University of Chester')).not.toContain('£');
    expect(told.section('loan')).toContain('a full course of at least 180 credits');
  });

  test('Exeter names no NPQ: its limit and the days of its age limit are said, and no figure', async () => {
    const told = await row('?npqs=npq-headship&finished-npq-headship=July+2026', 'University of Exeter');
    for (const words of ['No figure found', 'sources differ', '1 July 2031', '31 July 2031', 'Not confirmed: ask'])
      expect(told).toContain(words);
    expect(told).not.toContain('£');
  });

  test.for([
    ['', 'say when you finished'],
    ['2026-07', 'Apply by 1 July 2031 to be sure, by 31 July 2031 at the latest'],
    ['7/2027', 'Once you finish, apply by 1 July 2032 to be sure'],
    ['Nov 2021', 'It may be too old already: 30 November 2026 is the latest'],
    ['09 2021', 'Too old: 30 September 2026 was the latest'],
  ] as const)('of an NPQ finished in "%s" it says: %s', async ([typed, words]) => {
    const query = `?npqs=npq-headship&finished-npq-headship=${encodeURIComponent(typed)}`;
    expect(await row(query, 'University of Exeter')).toContain(words);
  });

  test('nothing says that two NPQs may be added, and the page says so', async () => {
    const told = await page('?npqs=npq-headship&npqs=npq-senco');
    expect(told.section('why')).toContain('We found nothing that says whether the University of Chester adds them up');
    expect(await row('?npqs=npq-headship&npqs=npq-senco', 'University of Chester')).toContain('up to 100 credits');
  });

  test('an older NPQ of the same name is not counted by today’s figures', async () => {
    const told = await page('?npqs=npq-senior-leadership&finished-npq-senior-leadership=6+2019');
    expect(told.section('why')).toContain('before today’s NPQ of that name began');
    expect(
      told
        .byRole('row')
        .map(({ name }) => name)
        .join(' '),
    ).not.toContain('£');
  });

  test('where nothing is held the universities are named to be asked, each with its source', async () => {
    const told = await page('?npqs=npq-senco');
    for (const name of ['Manchester Metropolitan University', 'Edge Hill University', 'Liverpool Hope University'])
      expect(told.links(name)[0]?.href).toContain('/opportunities/');
    expect(told.links().map(({ href }) => href.split('?')[0])).toContain('/facts/liverpool-hope-credit');
  });

  test('who has a master’s is told that this loan is closed either way', async () => {
    expect((await page('?npqs=npq-senco&holds=masters')).section('loan')).toContain('not open to you either way');
    expect((await page('?npqs=npq-senco&holds=degree')).section('loan')).not.toContain('either way');
  });

  test('another day is asked of its own facts, and before all nothing is held', async () => {
    const query = '?npqs=npq-headship&finished-npq-headship=2022-07&on=2027-08-01';
    expect(await row(query, 'University of Exeter')).toContain('Too old: 31 July 2027 was the latest');
    expect((await page('?on=2020-01-01&npqs=npq-headship')).text).toContain('We hold nothing for that day.');
    expect((await service.get('/credit/pack.txt?on=2020-01-01')).status).toBe(404);
  });

  test('every topic it rests on is held, and every university and master’s is in the catalogue', () => {
    const { facts, catalogue } = service.services.catalogue.on(service.services.clock.today());
    const known = { providers: new Set(catalogue.providers.map(({ id }) => id)) };
    for (const university of UNIVERSITIES) {
      expect(known.providers.has(university.provider)).toBe(true);
      expect(catalogue.opportunities.find(({ id }) => id === university.opportunity)?.kind).toBe('masters');
      expect(topicsAt(university).filter((topic) => !facts.has(topic))).toEqual([]);
    }
    const listed = catalogue.opportunities.filter(({ kind }) => kind === 'masters').map(({ id }) => id);
    expect(listed.toSorted()).toEqual(UNIVERSITIES.map(({ opportunity }) => opportunity).toSorted());
  });
});

describe('the months', () => {
  test.for(['13 2026', 'soon', '2026', '7 26', '0 2025', 'Smarch 2025'])(
    'of "%s" it says what to enter, beside its field, and keeps the words',
    async (typed) => {
      const told = await page(`?npqs=npq-senco&finished-npq-senco=${encodeURIComponent(typed)}`, 422);
      const message = 'Enter the month and year you finished the NPQ for SENCOs, such as July 2026';
      expect(told.title).toMatch(/^Error: /);
      expect(told.links(message)[0]?.href).toBe('#finished-npq-senco');
      const field = told.elements('input').find((one) => attribute(one, 'id') === 'finished-npq-senco');
      expect(field && attribute(field, 'value')).toBe(typed);
      expect(field && attribute(field, 'aria-describedby')).toContain('finished-npq-senco-error');
    },
  );

  test('a year nobody can have finished in is said to be one', async () => {
    expect((await page('?npqs=npq-senco&finished-npq-senco=7+1826', 422)).text).toContain(
      'The year you finished the NPQ for SENCOs must be between 1990 and 2035',
    );
  });

  test('one month that cannot be read does not hide what the others come to', async () => {
    const query = '?npqs=npq-senco&npqs=npq-headship&finished-npq-senco=x&finished-npq-headship=2026-07';
    expect((await page(query, 422)).text).toContain('1 July 2031');
  });

  test('whatever tells of a person is kept nowhere, a month alone too', async () => {
    for (const query of ['npqs=npq-senco', 'finished-npq-senco=2026-07']) {
      expect((await service.get(`/credit?${query}`)).headers.get('cache-control')).toBe('private, no-store');
    }
  });

  test('the form carries the other answers, the day and the university along, and asks its own anew', async () => {
    const told = await page('?npqs=npq-senco&role=class-teacher&on=2027-01-01&university=university-of-exeter');
    const hidden = told
      .elements('input')
      .filter((one) => attribute(one, 'type') === 'hidden')
      .map((one) => `${attribute(one, 'name')}=${attribute(one, 'value')}`);
    expect(hidden).toEqual(['on=2027-01-01', 'university=university-of-exeter', 'v=1', 'role=class-teacher']);
  });
});

describe('the pack for the university', () => {
  const QUERY = 'npqs=npq-headship&npqs=npq-leading-primary-mathematics&finished-npq-headship=2026-07';
  const pack = async (query: string) => (await service.get(`/credit/pack.txt?${query}`)).text();

  test('it is plain text that nobody keeps, and the page shows the same', async () => {
    const response = await service.get(`/credit/pack.txt?${QUERY}`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toContain('npq-credit-university-of-chester.txt');
    const text = await response.text();
    expect(text).not.toMatch(/[’<>{}]/);
    const words = (some: string) => some.replaceAll(/\s+/g, ' ').trim();
    expect(words((await page(`?${QUERY}`)).section('pack'))).toContain(words(text));
  });

  test('it says what is held, what was found and where, what to ask and what to send', async () => {
    const text = await pack(QUERY);
    for (const words of [
      'To the admissions team, University of Chester',
      '- the NPQ in Headship, finished in July 2026, with [provider]',
      '- the NPQ in Leading Primary Mathematics, finished in [month and year], with [provider]',
      'as up to 100 of the 180 credits',
      'I found no figure from the University of Chester for the NPQ in Leading Primary Mathematics.',
      'May their credits be added together?',
      'How old may an award be',
      'a full course of at least 180 credits',
      'a copy of each certificate',
      'an outline of the modules',
    ])
      expect(text).toContain(words);
    expect(text.match(/npq-licensee-information/g)).toHaveLength(1);
  });

  test('for a university with an age limit the day to apply by stands in the question', async () => {
    const text = await pack(`${QUERY}&university=university-of-exeter`);
    expect(text).toContain('counts until 1 July 2031, or until 31 July 2031 at the latest');
    expect(text).toContain('Is that so, and is it counted to the day I apply');
    expect((await page(`?${QUERY}&university=university-of-exeter`)).section('pack')).toContain(
      'Send it by 1 July 2031',
    );
  });

  test('it is made for each university, and an unknown one gets that of the first', async () => {
    for (const { provider } of UNIVERSITIES) expect(await pack(`${QUERY}&university=${provider}`)).toContain('I hold:');
    expect(await pack(`${QUERY}&university=nowhere`)).toBe(await pack(QUERY));
  });

  test('with no NPQ told it leaves the blanks to be filled', async () => {
    expect(await pack('')).toContain('- [your NPQ], finished in [month and year], with [provider]');
  });
});

test('the page of every master’s, and its line in the results, lead to it', async () => {
  for (const { opportunity } of UNIVERSITIES) {
    const told = await pageOf(await service.get(`/opportunities/${opportunity}?npqs=npq-senco`));
    expect(told.links(/^What it counts for here and elsewhere/)[0]?.href).toBe('/credit?v=1&npqs=npq-senco');
  }
  const results = await pageOf(await service.get('/results?npqs=npq-senco'));
  expect(results.links(/^What your NPQ counts for towards/)[0]?.href).toBe('/credit?v=1&npqs=npq-senco');
});
