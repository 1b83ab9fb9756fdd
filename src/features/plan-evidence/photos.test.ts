import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { aPdf } from '../../../test/support/pictures.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const photo = (name: string) => readFileSync(new URL(`../../../test/fixtures/photos/${name}`, import.meta.url));

function send(to: TestApp, visitor: PlanVisitor, bytes: Buffer, name: string): Promise<Response> {
  const form = new FormData();
  for (const field of ['title', 'words', 'day', 'step']) form.append(field, '');
  form.append('file', new File([new Uint8Array(bytes)], name));
  return to.post(`${visitor.path}/evidence/add/file`, form);
}

const NOTES = /Example Phone|GPS|Somewhere School|Sam Patel|xmpmeta/;

test.each(['baseline.jpg', 'progressive.jpg', 'photo.png', 'photo.webp', 'photo.heic'])(
  'of %s nothing is kept, shown or saved but the picture',
  async (name) => {
    const visitor = await aVisitor(service);
    expect(photo(name).toString('latin1')).toMatch(NOTES);
    expect((await send(service, visitor, photo(name), name)).status).toBe(303);
    const item = (await visitor.get('/evidence')).links(`Change or delete: ${name}`)[0]?.href ?? '';
    for (const query of ['', '?show']) {
      const sent = Buffer.from(await (await service.get(`${item}/file${query}`)).arrayBuffer());
      expect(sent.length).toBeGreaterThan(100);
      expect(sent.toString('latin1')).not.toMatch(NOTES);
    }
    const { filesDir } = service.services.config;
    const left = readdirSync(filesDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of left) expect(readFileSync(join(file.parentPath, file.name), 'latin1')).not.toMatch(NOTES);
  },
);

test('the page says that of a photograph only the picture is kept', async () => {
  const page = await (await aVisitor(service)).get('/evidence/add/file');
  expect(page.text).toContain('We take out of a photograph where and when it was taken.');
});

test('a picture that cannot be told from its notes is refused with a way on, and nothing of it stays', async () => {
  const visitor = await aVisitor(service);
  const before = readdirSync(service.services.config.filesDir, { recursive: true }).length;
  const film = Buffer.concat([photo('photo.heic'), Buffer.from('\0\0\0\x08moov', 'latin1')]);
  const answer = await send(service, visitor, film, 'film.heic');
  expect(answer.status).toBe(422);
  expect((await pageOf(answer)).text).toContain('Save it as a JPEG, and add that.');
  expect(readdirSync(service.services.config.filesDir, { recursive: true })).toHaveLength(before);
});

test('what is taken away says the name, the size and the check value of a file as it was kept', async () => {
  const owner = await aSignedIn(service);
  const visitor = await aVisitor(service);
  await keepPlan(service, owner, visitor);
  await send(service, visitor, aPdf(), 'Notes.pdf');
  const { evidence, leftOut } = JSON.parse(await (await owner.get('/account/data.json')).text()) as {
    readonly evidence: readonly object[];
    readonly leftOut: readonly object[];
  };
  const fileSha256 = createHash('sha256').update(aPdf()).digest('hex');
  expect(evidence).toMatchObject([{ fileName: 'Notes.pdf', fileBytes: aPdf().length, fileSha256 }]);
  expect(leftOut).toContainEqual(expect.objectContaining({ of: 'evidence', what: 'file_id' }));
  const page = await owner.page('/account/data');
  expect(page.text).toContain('The bytes of your files: take each from “Evidence and reading” of its plan');
});

test('where the disk has no room a file is refused unread, and everything else is kept', async () => {
  const lines: object[] = [];
  const log = (line: object) => void lines.push(line);
  const full = await testApp({ log, env: { DISK_KEPT_FREE_MB: '90000000' } });
  const visitor = await aVisitor(full);
  const answer = await send(full, visitor, aPdf(), 'Notes.pdf');
  expect(answer.status).toBe(507);
  const page = await pageOf(answer);
  expect(page.headings(1)).toEqual(['There is no room for files at the moment']);
  expect(page.text).toContain('a link can be added in place of a file');
  expect(lines).toContainEqual(expect.objectContaining({ level: 'error', error: 'StoreFull' }));
  const note = await visitor.save('/evidence/add/note', { title: 'A note', words: 'It went well.', day: '', step: '' });
  expect(note.text).toContain('It went well.');
  expect(readdirSync(join(full.services.config.filesDir, 'incoming'))).toEqual([]);
  await full.close();
});
