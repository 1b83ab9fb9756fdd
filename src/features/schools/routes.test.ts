import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
  await service.services.finder.whenReady();
}, 60_000);
afterAll(() => service.close());

const at = async (path: string) => pageOf(await service.get(path));

describe('finding a school', () => {
  test('the box is a form that carries the answers and keeps what was typed', async () => {
    const page = await at('/schools?v=1&npqs=npq-leading-teaching&q=evelin+street');
    expect(page.byRole('searchbox', 'Your school')).toHaveLength(1);
    expect(page.links('Evelyn Street Primary Academy and Nursery')[0]?.href).toBe(
      '/schools/143064?v=1&npqs=npq-leading-teaching',
    );
    expect(page.links(/^Use this school: Evelyn/)[0]?.href).toBe('/check?v=1&npqs=npq-leading-teaching&school=143064');
  });

  test('a postcode shows the schools at it, then the nearest others with their distance', async () => {
    const page = await at('/schools?q=wa51bd');
    expect(page.section('at')).toContain('Evelyn Street Primary Academy and Nursery');
    expect(page.section('nearest')).toMatch(/Sacred Heart Catholic Primary School.*0\.3 miles/);
    expect(page.section('nearest')).toContain('straight line');
  });

  test('a postcode no school has says what it went by', async () => {
    const page = await at('/schools?q=WA5+1ZZ');
    expect(page.text).toContain(
      'No school has this postcode. Its place is that of the schools whose postcodes begin with WA5 1.',
    );
  });

  test('a closed school leads to what took its place', async () => {
    const page = await at('/schools?q=bewsey+lodge+primary+school');
    expect(page.section('found')).toContain('No longer open under this number. Now: Bewsey Lodge Academy');
  });

  test('where nothing is found the page helps', async () => {
    const page = await at('/schools?q=zzzzqqqq');
    expect(page.headings(2)).toContain('No school was found for “zzzzqqqq”');
    expect(page.links('answer the questions')).toHaveLength(1);
  });

  test('a pasted page is refused at its field', async () => {
    const response = await service.get(`/schools?q=${'a'.repeat(300)}`);
    expect(response.status).toBe(422);
    expect((await pageOf(response)).links(/Use fewer words/)[0]?.href).toBe('#q');
  });

  test('a search is kept nowhere', async () => {
    const { headers } = await service.get('/schools?q=wigan');
    expect([headers.get('Cache-Control'), headers.get('X-Robots-Tag')]).toEqual(['private, no-store', 'noindex']);
  });

  test('suggestions are a short list with the place of each', async () => {
    const response = await service.get('/schools/suggest?q=evelyn+str');
    expect(await response.json()).toContainEqual({
      urn: 143064,
      name: 'Evelyn Street Primary Academy and Nursery',
      where: 'Warrington, WA5 1BD',
    });
  });

  test('suggestions for nothing, and for too much, are none', async () => {
    const asked = ['/schools/suggest', `/schools/suggest?q=${'a'.repeat(300)}`].map(async (path) =>
      (await service.get(path)).json(),
    );
    expect(await Promise.all(asked)).toEqual([[], []]);
  });
});

describe('a school’s own page', () => {
  test('says where it is, which hub serves it and which lists name it', async () => {
    const page = await at('/schools/143064');
    expect(page.headings(1)).toEqual(['Evelyn Street Primary Academy and Nursery']);
    expect(page.section('hub')).toContain('Generate Teaching Hub (NW2) serves every school in Warrington.');
    expect(page.section('lists')).toContain('Autumn 2025');
    expect(page.section('source')).toContain('30 January 2026');
  });

  test('says what its staff are funded for, and leads to why', async () => {
    const page = await at('/schools/143064');
    expect(page.section('funding')).toContain('NPQ in Senior Leadership');
    expect(page.links(/^See why/)[0]?.href).toBe('/funding?v=1&school=143064');
  });

  test('a converted school names what it was, and the lists that still name that', async () => {
    const page = await at('/schools/151978');
    expect(page.links('Bewsey Lodge Primary School')[0]?.href).toBe('/schools/110971');
    expect(page.section('lists')).toContain('names the school it took the place of');
  });

  test('a school that closed leads to what took its place and offers nothing to start', async () => {
    const page = await at('/schools/110971');
    expect(page.text).toContain('This school is no longer open under this number. Now: Bewsey Lodge Academy');
    expect(page.links('See what is open to you here')).toEqual([]);
  });

  test('a split district has candidates', async () => {
    const [school] = (await service.services.finder.whenReady()).finder.index.schools.filter(
      ({ areas, isOpen }) => areas.length > 1 && isOpen,
    );
    const page = await at(`/schools/${school?.urn}`);
    expect(page.section('hub')).toContain('is split between hubs');
  });

  test.for(['/schools/999999', '/schools/1', '/schools/abcdef', '/schools/000000'])('%s is no school', async (path) => {
    expect((await service.get(path)).status).toBe(404);
  });
});

describe('naming a school in the questions', () => {
  test('spares the questions the register answers', async () => {
    const before = await service.get('/check?v=1&npqs=npq-leading-teaching');
    const after = await service.get('/check?v=1&npqs=npq-leading-teaching&school=143064');
    expect((await pageOf(before)).title).not.toBe((await pageOf(after)).title);
    const asked: string[] = [];
    let address = '/check?v=1&npqs=npq-leading-teaching&school=143064';
    for (let step = 0; step < 12; step += 1) {
      const response = await service.get(address);
      if (response.status === 303) break;
      const question = /name="asked" value="([a-z-]+)"/.exec(await response.text())?.[1] ?? '';
      asked.push(question);
      address += `&${question}=skip`;
    }
    expect(asked).not.toContain('setting');
    expect(asked).not.toContain('phase');
    expect(asked).not.toContain('district');
    expect(asked.length).toBeGreaterThan(1);
  });

  test('the setting question offers it, and the results show it', async () => {
    expect((await at('/check?at=setting')).links('Name your school')[0]?.href).toMatch(/^\/schools/);
    const page = await at('/results?v=1&school=143064');
    expect(page.links(/^Evelyn Street Primary Academy and Nursery/)[0]?.href).toBe('/schools?v=1&school=143064');
  });

  test('pages that carry a school are kept nowhere', async () => {
    const { headers } = await service.get('/opportunities?v=1&school=143064');
    expect([headers.get('Cache-Control'), headers.get('X-Robots-Tag')]).toEqual(['private, no-store', 'noindex']);
  });
});
