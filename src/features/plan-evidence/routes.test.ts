import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aHeic, aJpeg, aPdf, aPng, aWebp } from '../../../test/support/pictures.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { aDocx, anOdt, anXlsx, aPptx, aZip } from '../../../test/support/zip.ts';
import { STRICT } from '../../http/security-headers.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const aTeacher = () => aVisitor(service, ANSWERED, 'ect-mentor');
const kept = () => filesIn(service.services.config.filesDir);

function filesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => name.length === 36);
  } catch {
    return [];
  }
}

function sendFile(visitor: PlanVisitor, bytes: Buffer | undefined, name: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ day: '', step: '', ...fields })) form.append(field, value);
  form.append('file', new File(bytes ? [new Uint8Array(bytes)] : [], name));
  return service.post(`${visitor.path}/evidence/add/file`, form);
}

/** The address of what was added last. */
async function itemOf(visitor: PlanVisitor, title: string): Promise<string> {
  const page = await visitor.get('/evidence');
  return (page.links(`Change or delete: ${title}`)[0]?.href ?? '').replace(visitor.path, '');
}

test('the page says what can be added, and holds nothing at first', async () => {
  const page = await (await aTeacher()).get('/evidence');
  expect(page.links(/^Add /).map(({ text }) => text)).toEqual([
    'Add a note',
    'Add a link',
    'Add a file',
    'Add something you read',
  ]);
  expect(page.section('evidence')).toContain('Nothing is kept yet.');
});

test('a note is kept with its day, its step and the parts of the standard', async () => {
  const visitor = await aTeacher();
  const fields = { title: 'First fortnight', words: 'Four of six read on.', day: '20 11 2026', step: 's1' };
  const page = await visitor.save('/evidence/add/note', { ...fields, parts: ['pupils', 'sustained', 'nonsense'] });
  const shown = page.section('evidence');
  expect(shown).toContain('20 November 2026 · For “');
  expect(shown).toContain('Four of six read on.');
  expect(shown).toContain('DfE’s standard: pupil outcomes; sustained over time');
});

test('a link shows where it leads', async () => {
  const visitor = await aTeacher();
  const fields = { title: 'The film', url: 'https://www.example.org/film?id=1#t', day: '', step: '' };
  const page = await visitor.save('/evidence/add/link', fields);
  expect(page.links('Open it at example.org: The film')).toMatchObject([
    { href: 'https://www.example.org/film?id=1#t' },
  ]);
});

test('something read stands in the reading log', async () => {
  const visitor = await aTeacher();
  const fields = { title: 'Reading aloud', source: 'A journal', url: '', words: 'Pace matters.', day: '', step: '' };
  const page = await visitor.save('/evidence/add/reading', fields);
  expect(page.section('reading')).toContain('Reading aloud');
  expect(page.section('reading')).toContain('23 November 2026 · A journal');
  expect(page.section('evidence')).toContain('Nothing is kept yet.');
});

test.each([
  ['note', { title: '', words: 'x' }, '#title', /Give it a title/],
  ['note', { title: 'x', words: '' }, '#words', /Write the note/],
  ['note', { title: 'x', words: 'y'.repeat(2001) }, '#words', /there is room for 2,000/],
  ['note', { title: 'x\ny', words: 'y' }, '#title', /one line of text/],
  ['note', { title: 'x', words: 'y', day: '31 2 2026' }, '#day', /one that has been/],
  ['note', { title: 'x', words: 'y', day: '24 11 2026' }, '#day', /one that has been/],
  ['note', { title: 'x', words: 'y', step: 's99' }, '#step', /Choose a step of your plan/],
  ['link', { title: 'x', url: '' }, '#url', /Give the address/],
  ['link', { title: 'x', url: 'http://example.org/' }, '#url', /must begin with https/],
  ['link', { title: 'x', url: 'javascript:alert(1)' }, '#url', /must begin with https/],
  ['link', { title: 'x', url: 'https://user:secret@example.org/' }, '#url', /must begin with https/],
  ['link', { title: 'x', url: 'https://localhost/' }, '#url', /must begin with https/],
  ['link', { title: 'x', url: 'https://example.org/a b' }, '#url', /must begin with https/],
  ['link', { title: 'x', url: String.raw`https://example.org\@evil.example/` }, '#url', /must begin with https/],
  ['link', { title: 'x', url: `https://example.org/${'a'.repeat(1000)}` }, '#url', /must begin with https/],
  ['reading', { title: 'x', source: 'y'.repeat(151) }, '#source', /up to 150 letters/],
] as const)('a %s of %j is said at its field', async (kind, sent, href, because) => {
  const visitor = await aTeacher();
  const response = await visitor.send(`/evidence/add/${kind}`, { day: '', step: '', ...sent });
  expect(response.status).toBe(422);
  expect((await pageOf(response)).links(because).map((link) => link.href)).toEqual([href]);
  expect((await visitor.get('/evidence')).links(/^Change or delete/)).toEqual([]);
});

test.each([
  ['pdf', aPdf(), 'application/pdf'],
  ['png', aPng(), 'image/png'],
  ['jpg', aJpeg(), 'image/jpeg'],
  ['webp', aWebp(), 'image/webp'],
  ['heic', aHeic(), 'image/heic'],
  ['docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', anXlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', aPptx(), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', anOdt(), 'application/vnd.oasis.opendocument.text'],
])('a %s comes back byte for byte, to be saved and not opened', async (ending, bytes, media) => {
  const visitor = await aTeacher();
  expect((await sendFile(visitor, bytes, `Übung.${ending}`)).status).toBe(303);
  const item = await itemOf(visitor, `Übung.${ending}`);
  const response = await service.get(`${visitor.path}${item}/files/own`);
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  expect(response.headers.get('Content-Type')).toBe(media);
  expect(response.headers.get('Content-Disposition')).toBe(
    `attachment; filename="Ubung.${ending}"; filename*=UTF-8''%C3%9Cbung.${ending}`,
  );
  expect(response.headers.get('Content-Security-Policy')).toMatch(new RegExp(`^${STRICT}`));
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
});

test('a picture is shown on its page, and nothing else ever is', async () => {
  const visitor = await aTeacher();
  await sendFile(visitor, aPng(), 'board.png', { title: 'The board' });
  await sendFile(visitor, aPdf(), 'board.pdf', { title: 'The paper' });
  const [picture, paper] = [await itemOf(visitor, 'The board'), await itemOf(visitor, 'The paper')];
  expect((await visitor.get(picture)).byRole('img', 'The board')).toHaveLength(1);
  expect((await visitor.get(paper)).byRole('img')).toEqual([]);
  const shown = await service.get(`${visitor.path}${picture}/files/own?show`);
  expect(shown.headers.get('Content-Disposition')).toMatch(/^inline/);
  expect(shown.headers.get('Content-Security-Policy')).toMatch(new RegExp(`^${STRICT}`));
  const held = await service.get(`${visitor.path}${paper}/files/own?show`);
  expect(held.headers.get('Content-Disposition')).toMatch(/^attachment/);
});

const latin = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['a web page named PNG', latin('<!doctype html><script>alert(1)</script>'), 'a.png', /It is a web page/],
  ['an SVG', latin('<svg onload="alert(1)"/>'), 'a.svg', /It is an SVG/],
  ['a program named PDF', latin(`MZ${'\0'.repeat(100)}`), 'a.pdf', /It is a program/],
  ['a PDF named DOCX', aPdf(), 'a.docx', /Its name says it is a Word document/],
  ['a PDF named EXE', aPdf(), 'a.pdf.exe', /Its name ends in .exe/],
  ['an empty file', Buffer.alloc(0), 'a.pdf', /It is empty/],
  ['a file cut short', aPng(9, 9).subarray(0, -3), 'a.png', /cut short/],
  ['an archive named DOCX', aZip([{ name: 'a', content: 'b' }]), 'a.docx', /It is a ZIP archive/],
  ['a bomb', aDocx([{ name: 'a', content: Buffer.alloc(30_000_000) }]), 'a.docx', /unpacks to far more/],
  ['a macro', aDocx([{ name: 'word/vbaProject.bin' }]), 'a.docx', /It holds a macro/],
])('%s is refused in words, and nothing of it stays', async (_, bytes, name, because) => {
  const visitor = await aTeacher();
  const before = kept();
  const response = await sendFile(visitor, bytes, name, { words: 'What I wrote stays' });
  expect(response.status).toBe(422);
  const page = await pageOf(response);
  expect(page.links(because)).toMatchObject([{ href: '#file' }]);
  expect(page.text).toContain('What I wrote stays');
  expect(kept()).toEqual(before);
  expect(filesIn(join(service.services.config.filesDir, 'incoming'))).toEqual([]);
  expect((await visitor.get('/evidence')).links(/^Change or delete/)).toEqual([]);
});

test('a form without a file asks for one, and a fault beside a file keeps none', async () => {
  const visitor = await aTeacher();
  const before = kept();
  expect((await pageOf(await sendFile(visitor, undefined, ''))).links('Choose a file')).toHaveLength(1);
  const page = await pageOf(await sendFile(visitor, aPdf(), 'a.pdf', { day: 'never' }));
  expect(page.links(/^Choose the file again/)).toHaveLength(1);
  expect(page.links(/one that has been/)).toHaveLength(1);
  expect(kept()).toEqual(before);
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\..\\boot.pdf', 'boot.pdf'],
  ['\u202efdp.pdf', 'fdp.pdf'],
  ['a"; filename="b.pdf', 'a-; filename=-b.pdf'],
  ['<script>.pdf', '-script-.pdf'],
])('a file called %j is kept as %j, under a name of ours', async (name, shown) => {
  const visitor = await aTeacher();
  const before = kept().length;
  expect((await sendFile(visitor, aPdf(), name)).status).toBe(303);
  expect((await visitor.get('/evidence')).links(shown)).toHaveLength(1);
  expect(kept()).toHaveLength(before + 1);
});

test('a file of more than ten megabytes is refused as soon as that is known, and nothing of it stays', async () => {
  const visitor = await aTeacher();
  const before = kept();
  const response = await sendFile(visitor, Buffer.alloc(10 * 1024 * 1024 + 100_000, '%PDF-1.7'), 'a.pdf');
  expect(response.status).toBe(413);
  expect((await pageOf(response)).text).toContain('A file may have up to 10 MB');
  expect(kept()).toEqual(before);
  expect(filesIn(join(service.services.config.filesDir, 'incoming'))).toEqual([]);
});

test('fifty megabytes that say so are refused unread', async () => {
  const visitor = await aTeacher();
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    },
    { highWaterMark: 0 },
  );
  const response = await service.app.request(`${visitor.path}/evidence/add/file`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': String(50 * 1024 * 1024),
      'Sec-Fetch-Site': 'same-origin',
    },
  } as RequestInit);
  expect(response.status).toBe(413);
  expect(read).toBe(0);
});

test('a change is kept, of two tabs the second is shown both, and what changes nothing makes no version', async () => {
  const visitor = await aTeacher();
  const fields = { title: 'One', words: 'First', day: '', step: '' };
  await visitor.save('/evidence/add/note', fields);
  const item = await itemOf(visitor, 'One');
  await visitor.save(item, { ...fields, version: '1', words: 'Second' });
  const late = await visitor.send(item, { ...fields, version: '1', words: 'Third' });
  expect(late.status).toBe(409);
  const page = await pageOf(late);
  expect(page.text).toContain('Second');
  expect(page.text).toContain('Third');
  await visitor.save(item, { ...fields, version: '2', words: 'Second', day: '23 11 2026' });
  expect((await visitor.send(item, { ...fields, version: '2', words: 'Third' })).status).toBe(303);
  expect((await visitor.get('/evidence')).text).toContain('Third');
});

test('what looks like a name is kept first and warned of then', async () => {
  const visitor = await aTeacher();
  const fields = { title: 'Talk', words: 'Amelia Novak said she liked it.', day: '', step: '' };
  const page = await visitor.save('/evidence/add/note', fields);
  expect(page.text).toContain('This looks like a name: “Amelia Novak”.');
  expect((await visitor.get('/evidence')).text).toContain('Amelia Novak said');
});

test('what is deleted opens nothing, and can be brought back', async () => {
  const visitor = await aTeacher();
  await sendFile(visitor, aPdf(), 'a.pdf');
  const item = await itemOf(visitor, 'a.pdf');
  const page = await visitor.save(item, { act: 'delete' });
  expect(page.section('deleted')).toContain('a.pdf');
  expect((await service.get(`${visitor.path}${item}`)).status).toBe(404);
  expect((await service.get(`${visitor.path}${item}/files/own`)).status).toBe(404);
  expect((await visitor.send(item, { title: 'x', day: '', step: '' })).status).toBe(404);
  await visitor.save(item, { act: 'bring-back' });
  expect((await service.get(`${visitor.path}${item}/files/own`)).status).toBe(200);
});

test('an address of somebody else’s plan opens nothing of it', async () => {
  const [mine, theirs] = [await aTeacher(), await aTeacher()];
  await sendFile(theirs, aPdf(), 'theirs.pdf');
  const item = await itemOf(theirs, 'theirs.pdf');
  for (const below of [item, `${item}/files/own`, `${item}/files/own?show`])
    expect((await service.get(`${mine.path}${below}`)).status).toBe(404);
  expect((await mine.send(item, { act: 'delete' })).status).toBe(404);
  expect((await service.get(`${theirs.path}${item}`)).status).toBe(200);
  for (const id of ['x', '%2e%2e%2fevidence', '00000000-0000-4000-8000-000000000000', 'add/video', 'add/note%00'])
    expect((await service.get(`${mine.path}/evidence/${id}`)).status).toBe(404);
});

test('a file that is gone from the disk is said to be, and what was written of it stays', async () => {
  const visitor = await aTeacher();
  await sendFile(visitor, aPdf(), 'lost.pdf');
  const item = await itemOf(visitor, 'lost.pdf');
  const { db, files } = service.services;
  const row = await db
    .selectFrom('evidence')
    .select('file_id')
    .where('file_name', '=', 'lost.pdf')
    .executeTakeFirstOrThrow();
  await files.putAside(row.file_id ?? '', 0);
  const response = await service.get(`${visitor.path}${item}/files/own`);
  expect(response.status).toBe(404);
  expect((await pageOf(response)).text).toContain('This file cannot be found');
  expect((await visitor.get(item)).text).toContain('lost.pdf');
});
