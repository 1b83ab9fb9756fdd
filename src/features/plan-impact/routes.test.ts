import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { attribute, pageOf } from '../../../test/support/html.ts';
import { pagesOf, structureOf } from '../../../test/support/pdf.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const CHOSEN = { version: '0', purpose: 'job', name: '', need: 'Readers who stall', changed: 'Fewer do', next: 'More' };

async function aTeacher(): Promise<PlanVisitor> {
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  const looked = { version: '0', act: 'save', tried: 'Kept out', changed: 'Two join in', know: 'Counted' };
  await visitor.save('/reflections/2-weeks', looked);
  await visitor.save('/evidence/add/note', { title: 'A fortnight', words: 'Four of six', day: '', step: '' });
  return visitor;
}

const evidenceOf = async (visitor: PlanVisitor) =>
  (await visitor.get('/impact/choose')).elements('input').flatMap((one) => {
    const value = attribute(one, 'value') ?? '';
    return attribute(one, 'name') === 'evidence' ? [value] : [];
  });

const noteOf = async (visitor: PlanVisitor) => (await evidenceOf(visitor))[0] ?? '';

test('nothing is chosen until its owner chooses, and the need is there from the plan', async () => {
  const visitor = await aTeacher();
  await visitor.save('/phases/explore', { 'what-need': 'Readers in Year 4' });
  expect((await visitor.get('/impact')).byRole('button', 'Choose what goes in')).toHaveLength(1);
  const page = await visitor.get('/impact/choose');
  expect(page.text).toContain('Readers in Year 4');
  expect(page.elements('input').filter((one) => attribute(one, 'checked') !== undefined)).toEqual([]);
  expect((await service.get(`${visitor.path}/impact/files/summary.pdf`)).status).toBe(404);
});

test('what is chosen is shown first, and then taken as one page or as a document', async () => {
  const visitor = await aTeacher();
  const evidence = await noteOf(visitor);
  const page = await visitor.save('/impact/choose', { ...CHOSEN, steps: 's1', reflections: '2-weeks', evidence });
  const shown = page.section('preview');
  for (const words of [
    'Readers who stall',
    'Two join in',
    'Counted',
    'A fortnight',
    'Four of six',
    'for a job application',
  ])
    expect(shown).toContain(words);
  expect(shown).not.toContain('Kept out');
  const pdf = await service.get(page.links('Take it as a PDF')[0]?.href ?? '');
  expect(pdf.headers.get('Content-Disposition')).toBe('attachment; filename="what-came-of-it.pdf"');
  expect(pagesOf(structureOf(new Uint8Array(await pdf.arrayBuffer())))).toBe(1);
  const docx = await service.get(page.links('Take it as a Word document')[0]?.href ?? '');
  expect(Buffer.from(await docx.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  expect(docx.headers.get('Cache-Control')).toBe('private, no-store');
});

test('a name in what was chosen is told before the page is taken anywhere, and a writer’s is not', async () => {
  const visitor = await aTeacher();
  await visitor.save('/reflections/6-weeks', { version: '0', act: 'save', changed: 'Tom Smith joins in' });
  await visitor.save('/evidence/add/reading', {
    title: 'Mary Kennedy on practice',
    words: '',
    source: '',
    url: '',
    day: '',
    step: '',
  });
  const evidence = await evidenceOf(visitor);
  const quiet = await visitor.save('/impact/choose', { ...CHOSEN, evidence });
  expect(quiet.text).not.toContain('looks like a name');
  const page = await visitor.save('/impact/choose', { ...CHOSEN, version: '1', reflections: '6-weeks', evidence });
  expect(page.text).toContain('This looks like a name: “Tom Smith”.');
  expect(page.text).not.toContain('“Mary Kennedy”');
});

test('what does not fit is kept, said with the part to shorten, and not handed out', async () => {
  const visitor = await aTeacher();
  const long = { need: 'word '.repeat(160), changed: 'a\n'.repeat(300), next: 'x' };
  const page = await visitor.save('/impact/choose', { ...CHOSEN, ...long });
  expect(page.text).toMatch(
    /It does not fit onto one page yet: it has \d+% too much. “What changed” takes the most room/,
  );
  expect(page.links('Take it as a PDF')).toEqual([]);
  for (const name of ['summary.pdf', 'summary.docx']) {
    const refused = await service.get(`${visitor.path}/impact/files/${name}`);
    expect(refused.status).toBe(422);
    expect((await pageOf(refused)).text).toContain('Choose less of it, or shorten it');
  }
});

test.each([
  [{ purpose: '' }, '#purpose', /Choose what it is for/],
  [{ need: 'x'.repeat(801) }, '#need', /there is room for 800/],
  [{ name: 'x'.repeat(61) }, '#name', /up to 60 letters/],
  [{ need: '', changed: '', next: '' }, '#need', /Write something, or choose/],
] as const)('%j is said at its field', async (sent, href, because) => {
  const visitor = await aTeacher();
  const response = await visitor.send('/impact/choose', { ...CHOSEN, ...sent });
  expect(response.status).toBe(422);
  expect((await pageOf(response)).links(because)).toMatchObject([{ href }]);
});

test('what is somebody else’s, gone or made up cannot be chosen', async () => {
  const [mine, theirs] = [await aTeacher(), await aTeacher()];
  const evidence = [await noteOf(theirs), 'x', '00000000-0000-4000-8000-000000000000'];
  const page = await mine.save('/impact/choose', { ...CHOSEN, evidence, steps: ['s99'], reflections: ['12-weeks'] });
  expect(page.section('preview')).not.toContain('A fortnight');
  const own = await noteOf(mine);
  expect((await mine.save('/impact/choose', { ...CHOSEN, version: '1', evidence: own })).text).toContain('A fortnight');
  await mine.save(`/evidence/${own}`, { act: 'delete' });
  expect((await mine.get('/impact')).section('preview')).not.toContain('A fortnight');
});

test('of two tabs the second is shown both, with every choice carried on', async () => {
  const visitor = await aTeacher();
  await visitor.save('/impact/choose', CHOSEN);
  const late = await visitor.send('/impact/choose', { ...CHOSEN, need: 'Another need', steps: ['s1'] });
  expect(late.status).toBe(409);
  const page = await pageOf(late);
  expect(page.text).toContain('Another need');
  expect(page.elements('input').map((one) => attribute(one, 'name'))).toContain('steps');
  expect((await visitor.get('/impact')).text).toContain('Readers who stall');
});

test('a name in it is kept first and warned of then; the teacher’s own is no fault', async () => {
  const visitor = await aTeacher();
  const own = await visitor.save('/impact/choose', { ...CHOSEN, name: 'Amelia Novak' });
  expect(own.section('preview')).toContain('Made by Amelia Novak on 23 November 2026');
  const page = await visitor.save('/impact/choose', { ...CHOSEN, version: '1', changed: 'Maisie Novak reads on.' });
  expect(page.text).toContain('This looks like a name: “Maisie Novak”.');
});

test('it is removed at one press, and what was chosen from stays', async () => {
  const visitor = await aTeacher();
  await visitor.save('/impact/choose', CHOSEN);
  const page = await visitor.save('/impact', { act: 'remove' });
  expect(page.byRole('button', 'Choose what goes in')).toHaveLength(1);
  expect((await visitor.get('/evidence')).text).toContain('A fortnight');
});
