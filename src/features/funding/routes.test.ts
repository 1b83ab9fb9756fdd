import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await service.services.schools.whenReady();
});
afterAll(() => service.close());

const page = async (path: string, status = 200) => {
  const response = await service.get(path);
  expect(response.status).toBe(status);
  return pageOf(response);
};

describe('who pays', () => {
  test('with nothing told it asks for a school, and shows whom the rules name', async () => {
    const told = await page('/funding');
    expect(told.headings(1)).toEqual(['Who pays for an NPQ']);
    expect(told.byRole('searchbox', 'Your school')).toHaveLength(1);
    expect(told.byRole('row', /^NPQ in Senior Leadership/)[0]?.name).toContain('Every eligible setting');
    expect(told.links('Funding')).toEqual([{ text: 'Funding', href: '/funding' }]);
  });

  test('with a school told every NPQ stands beside every intake there is, and nobody keeps the page', async () => {
    const response = await service.get('/funding?school=106399');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const told = await pageOf(response);
    const intakes = told
      .byRole('columnheader')
      .map(({ name }) => name)
      .filter((name) => name !== 'NPQ');
    expect(intakes).toHaveLength(13);
    expect(intakes.slice(0, 5)).toEqual(['Autumn 2025', 'Spring 2026', 'Autumn 2026', 'Spring 2027', 'Autumn 2027']);
    expect(told.text).toContain('Beech Hill Community Primary School');
    expect(told.text).toContain('of them only if it is still on DfE’s list');
  });

  test('what DfE reviews is not counted among what is not funded', async () => {
    const told = await page('/funding?setting=another&employment=la-supply-teacher');
    expect(told.text).toContain('DfE reviews each application for 3 more.');
  });

  test('the three facts are kept apart', async () => {
    const places = (await page('/funding?school=106399')).section('places');
    for (const owner of ['who DfE’s rules would fund', 'Not known here', 'Only the provider'])
      expect(places).toContain(owner);
  });

  test('an earlier day has that day’s intakes', async () => {
    const told = await page('/funding?school=106399&on=2024-08-01');
    expect(told.text).toContain('By the autumn 2024 rules');
    expect(told.text).not.toContain('Autumn 2026');
    expect((await page('/funding?on=2020-01-01')).text).toContain('We hold nothing for that day.');
  });

  test('a URN nobody has is said to be one', async () => {
    expect((await page('/funding?school=999999')).text).toContain('No school has the URN 999999.');
  });

  test('a closed school leads to its successor', async () => {
    const { predecessor, successor } = await aConversion();
    const told = await page(`/funding?school=${predecessor}`);
    expect(told.text).toContain('The register has this school as closed.');
    expect(told.links().map(({ href }) => href)).toContain(`/funding?v=1&school=${successor}`);
  });
});

async function aConversion(): Promise<{ readonly predecessor: number; readonly successor: number }> {
  const { findSchoolLinks, findSchoolsByUrn } = await import('../../db/schools.ts');
  const links = await findSchoolLinks(service.services.db);
  for (const link of links.slice(0, 200)) {
    const [first, second] = await findSchoolsByUrn(
      service.services.db,
      [link.predecessor, link.successor].toSorted((a, b) => a - b),
    );
    const closed = [first, second].find((one) => one?.urn === link.predecessor);
    const open = [first, second].find((one) => one?.urn === link.successor);
    if (closed?.status === 'closed' && open?.status === 'open') return link;
  }
  throw new Error('no conversion is held');
}

describe('the path taken', () => {
  test('is drawn in the rules’ own order, with the step that settled it marked, its source and its day', async () => {
    const told = await page('/funding/path?npq=npq-leading-teaching&cohort=2026-autumn&school=111430');
    const path = told.section('path');
    expect(path.indexOf('Do you work in England?')).toBeLessThan(
      path.indexOf('Is your school or setting on the list?'),
    );
    expect(path).toContain('No: this settled it');
    expect(told.text).toContain('checked 23 November 2026');
    expect(told.text).toContain('It would change at a school or setting on the list.');
  });

  test('says what it waits for where something is not told', async () => {
    const told = await page('/funding/path?npq=npq-senior-leadership&cohort=2026-autumn');
    expect(told.section('path')).toContain('Not told: the answer waits for this');
    expect(told.links('Tell us your school or where you work')).toHaveLength(1);
  });

  test('asks which, where the address names none', async () => {
    const told = await page('/funding/path?npq=nothing');
    expect(told.byRole('combobox', 'Which NPQ?')).toHaveLength(1);
  });
});

describe('cost to your school', () => {
  test('sums the fee, cover and travel, with and without a funded place', async () => {
    const told = await page('/funding/cost?npq=npq-senior-leadership&school=111430&days=4&travel=60');
    expect(told.byRole('row', /^Fee, once/)[0]?.name).toMatch(/nothing.*£1,055 to £1,333$/);
    expect(told.byRole('row', /^Cover in a year/)[0]?.name).toContain('£1,164');
    expect(told.byRole('row', /^Net, first year/)[0]?.name).toMatch(/£1,224.*£2,279 to £2,557/);
    expect(told.byRole('row', /^Net, year after/)[0]?.name).toMatch(/£1,224.*£1,224/);
  });

  test('says what is not in the sum', async () => {
    expect((await page('/funding/cost?npq=npq-senior-leadership')).text).toContain(
      'Not in it, for want of a figure: cover, travel.',
    );
    expect(
      (await page('/funding/cost?npq=npq-senior-leadership')).byRole('row', /^Net, year after/)[0]?.name,
    ).not.toContain('nothing');
  });

  test('counts a grant only while its rate is known', async () => {
    expect(
      (await page('/funding/cost?npq=itt-mentor&training-hours=20')).byRole('row', /^Comes to your school/)[0]?.name,
    ).toContain('not counted');
    expect(
      (await page('/funding/cost?npq=itt-mentor&training-hours=20&on=2025-10-01')).byRole(
        'row',
        /^Comes to your school/,
      )[0]?.name,
    ).toMatch(/£876$/);
    expect((await page('/funding/cost?npq=ect-mentor&on=2025-10-01')).text).toContain('£721.68');
  });

  test('what cannot be read is an error at its field, and never a nought', async () => {
    const told = await page('/funding/cost?npq=npq-senior-leadership&days=lots', 422);
    expect(told.title).toMatch(/^Error: /);
    expect(told.links(/Days out of class in a year must be a number/)).toEqual([
      { text: expect.any(String), href: '#days' },
    ]);
    expect(told.byRole('textbox', 'Days out of class in a year')[0]?.description).toContain('must be a number');
  });
});

describe('what if', () => {
  test('waiting an intake is set beside now, and nobody has announced it', async () => {
    const told = await page('/funding/what-if?change=wait&school=111430');
    expect(told.text).toContain('Nobody has announced the rules for spring 2027');
    expect(told.byRole('columnheader').map(({ name }) => name)).toEqual(['Autumn 2026', 'Spring 2027']);
  });

  test('with nothing told no row is marked as different, and a school is asked for', async () => {
    const told = await page('/funding/what-if?change=wait');
    expect(told.links('Name your school')[0]?.href).toBe('/schools');
    expect(told.text).not.toContain('Different');
  });

  test('another school marks what would be different', async () => {
    const told = await page('/funding/what-if?change=school&school=111430&other=106399');
    expect(told.byRole('row', /^NPQ in Leading Teaching\b/)[0]?.name).toMatch(/Not funded.*Funded.*Different/);
    expect(told.byRole('row', /^NPQ in Senior Leadership/)[0]?.name).not.toContain('Different');
    expect((await page('/funding/what-if?change=school&school=111430&kind=independent')).text).toContain(
      'An independent school',
    );
  });

  test('another school that nobody has is an error', async () => {
    expect((await page('/funding/what-if?change=school&other=12', 422)).text).toContain('No school has that URN');
  });
});
