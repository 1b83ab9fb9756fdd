import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf, type Page } from '../support/html.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/*
 * The situations of issue 3 that ask who pays: what each must see and must not see, on the pages people look at.
 * The lists held are those of autumn 2025, so every answer that rests on one says so and how to check.
 */

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await service.services.schools.whenReady();
});
afterAll(() => service.close());

const page = async (path: string): Promise<Page> => {
  const response = await service.get(path);
  expect(response.status).toBe(200);
  return pageOf(response);
};

const CHECKED =
  'This rests on DfE’s disadvantage list of schools for autumn 2025. The one for autumn 2026 is not held here, so check it on GOV.UK';
const PROMISE = /guarantee|you will get a (funded )?place|your place is|you have a (funded )?place|fully funded until/i;

/** What the table of the newest intakes says of an NPQ, intake by intake. */
function row(told: Page, npq: string): Readonly<Record<string, string>> {
  const [found] = told.byRole('row', new RegExp(`^${npq}`));
  const text = found?.name ?? '';
  return Object.fromEntries(
    [...text.matchAll(/((?:Autumn|Spring) 20\d\d)(.*?)(?=(?:Autumn|Spring) 20\d\d|$)/g)].map(([, intake, said]) => [
      intake ?? '',
      (said ?? '').split(':')[0]?.trim() ?? '',
    ]),
  );
}

describe('A: at a primary school in Wigan on the disadvantage list', () => {
  /** Beech Hill Community Primary School: on the list of autumn 2025, and not on RISE. */
  const AT = 'school=106399&v=1&npqs=npq-leading-teaching-development&role=class-teacher';

  test('the other specialist NPQs are funded by the autumn 2026 rules if still on the 2026 list, and the next intake is not announced', async () => {
    for (const npq of [
      'npq-leading-teaching',
      'npq-leading-behaviour-culture',
      'npq-leading-literacy',
      'npq-leading-primary-mathematics',
    ]) {
      const { text } = await page(`/opportunities/${npq}?${AT}`);
      expect(text).toContain('Funded by the autumn 2026 rules if still on the autumn 2026 list');
      expect(text).toContain(CHECKED);
      expect(text).toContain('The rules for the next intake are not announced.');
    }
  });

  test('leading primary mathematics keeps its own entry condition', async () => {
    expect((await page(`/opportunities/npq-leading-primary-mathematics?${AT}`)).text).toContain(
      'about a year of Teaching for Mastery, or another way of showing',
    );
  });

  test('the results say it in a line, with the way to the reason', async () => {
    const results = await page(`/results?${AT}&setting=primary-school`);
    expect(results.text).toContain('Who pays: Funded by the autumn 2026 rules if still on the autumn 2026 list.');
    expect(results.links(/^Why this is/).length).toBeGreaterThan(0);
  });

  test('no page promises a place', async () => {
    for (const path of [`/funding?${AT}`, `/results?${AT}`, `/opportunities/npq-leading-literacy?${AT}`])
      expect((await page(path)).text).not.toMatch(PROMISE);
    expect((await page(`/funding?${AT}`)).section('places')).toContain(
      'Only the provider can say that a funded place is yours.',
    );
  });
});

describe('B: at a secondary school in Warrington on no list', () => {
  /** Culcheth High School. */
  const AT = 'school=111430&v=1&npqs=npq-leading-literacy&role=class-teacher';

  test('senior leadership is funded by the autumn 2026 rules, with no list to check', async () => {
    const { text } = await page(`/opportunities/npq-senior-leadership?${AT}`);
    expect(text).toContain('Funded by the autumn 2026 rules');
    expect(text).toContain('funded for everybody in your type of school or setting');
    expect(text).not.toContain('if still on');
    expect(text).not.toMatch(PROMISE);
  });

  test('another specialist NPQ is not funded, and its example fee has a year and says whether VAT is on top', async () => {
    expect((await page(`/opportunities/npq-leading-teaching?${AT}`)).text).toContain(
      'Not funded by the autumn 2026 rules unless new on the autumn 2026 list',
    );
    const { text } = await page(`/funding/cost?npq=npq-leading-teaching&${AT}`);
    expect(text).toMatch(/£890 plus VAT \(source\) \([^)]*2025/);
    expect(text).toMatch(/£885 \(source\) \([^)]*2025/);
    expect(text).toContain('an example and not a quote');
    expect(text).toContain('The sums leave out VAT.');
    expect(text).not.toContain('With a funded place');
  });

  test('the next intakes have no answer and no date', async () => {
    const told = await page(`/funding?${AT}`);
    expect(row(told, 'NPQ in Senior Leadership')).toEqual({
      'Autumn 2025': 'Not funded',
      'Spring 2026': 'Not funded',
      'Autumn 2026': 'Funded',
      'Spring 2027': 'Not announced',
      'Autumn 2027': 'Not announced',
    });
    expect(told.text).not.toMatch(PROMISE);
  });

  test('part-time changes nothing of who pays, and a payment for responsibility follows its share', async () => {
    const { text } = await page(`/funding/what-if?change=part-time&npq=npq-senior-leadership&${AT}`);
    expect(text).toContain('the rules ask for no hours');
    expect(text).toMatch(/share of the (duties|responsibility)|responsib/i);
  });
});

describe('C: a nursery lead in a Halton school', () => {
  test('early years leadership has its own rule and needs no list; its next intake is not announced', async () => {
    const { text } = await page(
      '/opportunities/npq-early-years-leadership?v=1&npqs=npq-leading-behaviour-culture&setting=school-nursery&district=halton',
    );
    expect(text).toContain('Funded by the autumn 2026 rules');
    expect(text).toContain('without a disadvantage list');
    expect(text).toContain('The rules for the next intake are not announced.');
    expect(text).not.toContain('if still on');
  });

  test('on the nursery’s own staff too, and in a nursery school of the local authority', async () => {
    for (const told of ['school=111114&setting=early-years&early-years=school-pre-school', 'school=110958']) {
      expect(row(await page(`/funding?${told}`), 'NPQ in Early Years Leadership')).toMatchObject({
        'Autumn 2026': 'Funded',
        'Spring 2027': 'Not announced',
      });
    }
  });
});

describe('E: at a school on the RISE list', () => {
  /** King Solomon High School. */
  const AT = 'school=102861&v=1&npqs=npq-leading-teaching&role=middle-leader';

  test('every NPQ is funded by the rules, and RISE with its date is the reason', async () => {
    const told = await page(`/funding?${AT}&paid=none`);
    for (const npq of [
      'Leading Teaching',
      'Leading Literacy',
      'Leading Primary Mathematics',
      'Executive Leadership',
      'Senior Leadership',
      'Headship',
      'Early Years Leadership',
    ]) {
      expect(row(told, `NPQ in ${npq}`)['Autumn 2026']).toMatch(/^Funded/);
    }
    expect(told.section('why')).toContain(
      'every NPQ is funded in schools on the RISE list, and yours is on the one for autumn 2025',
    );
    expect(told.section('lists')).toContain('This rests on the RISE list for autumn 2025.');
  });

  test('“top half” is not the reason, entry conditions still apply, and the coaching offer keeps its own rule', async () => {
    const told = await page(`/funding?${AT}`);
    expect(told.section('why')).not.toMatch(/top (50|half)|yours is on the disadvantage/i);
    expect(told.section('why')).toContain('about a year of Teaching for Mastery');
    expect(row(told, 'Early Headship Coaching Offer')['Autumn 2026']).toBe('Not funded');
    expect(told.section('why')).toContain(
      'funded only for heads in their first years and those about to start; no list changes that',
    );
  });
});

describe('F: at an independent school', () => {
  test('the scholarships are not for this setting, in one sentence with its one exception', async () => {
    for (const told of ['setting=independent-school', 'school=100001']) {
      const { text } = await page(`/funding?v=1&role=class-teacher&${told}`);
      expect(text).toContain(
        'DfE’s NPQ scholarships are not for this setting, except early years leadership for a pre-school class in the school.',
      );
    }
  });

  test('an independent special school counts as an eligible type', async () => {
    expect(row(await page('/funding?setting=independent-special'), 'NPQ in Senior Leadership')['Autumn 2026']).toBe(
      'Funded',
    );
  });

  test('the mentor grant is for this setting too, by the terms of 2025/26; nothing says that there is no money at all', async () => {
    const told = await page('/funding?setting=independent-school');
    expect(told.section('grants')).toContain('In 2025/26 independent schools');
    expect(told.text).not.toMatch(/no DfE money|no money from DfE|no funding of any kind/i);
  });

  test('the results are no dead end', async () => {
    const results = await page('/results?v=1&setting=independent-school&role=class-teacher');
    expect(results.text).toMatch(/[1-9]\d* next steps are open to you/);
  });
});

describe('G: a supply teacher employed by a local authority', () => {
  const AT = 'v=1&setting=another&employment=la-supply-teacher&role=class-teacher&paid=none';

  test('senior leadership, headship and the NPQ for SENCOs need review, and DfE reviews', async () => {
    const told = await page(`/funding?${AT}`);
    for (const npq of ['NPQ in Senior Leadership', 'NPQ in Headship', 'NPQ for SENCOs'])
      expect(row(told, npq)['Autumn 2026']).toBe('Needs review');
    expect(told.section('why')).toContain(
      'DfE looks at each application for the NPQ in Senior Leadership from your kind of setting and decides',
    );
    expect((await page(`/opportunities/npq-headship?${AT}`)).text).toContain('Needs review by DfE');
  });

  test('every other NPQ is not funded here, save leading teacher development for a lead mentor', async () => {
    const told = await page(`/funding?${AT}`);
    for (const npq of [
      'Leading Teaching',
      'Leading Teacher Development',
      'Leading Behaviour',
      'Leading Literacy',
      'Executive Leadership',
      'Early Years Leadership',
    ]) {
      expect(row(told, `NPQ in ${npq}`)['Autumn 2026']).toBe('Not funded');
    }
    expect(told.section('why')).toContain(
      'It would change too if you became lead mentor for an accredited teacher training provider.',
    );
  });

  test('funded or not funded is no fact for those three', async () => {
    const told = await page(`/funding?${AT}`);
    for (const npq of ['NPQ in Senior Leadership', 'NPQ in Headship', 'NPQ for SENCOs'])
      expect(row(told, npq)['Autumn 2026']).not.toMatch(/funded/i);
  });
});
