import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../test/support/processes.ts';
import { FileTransport, isMailFile, mailFiles } from './file-transport.ts';

const ID = '0b8f1f9e-1111-4222-8333-444455556666';
const OTHER_ID = '0b8f1f9e-1111-4222-8333-444455557777';
const aMessage = (queuedAt: string, id = ID) => ({
  id,
  from: 'next-steps@hub.example',
  to: 'jane@school.example',
  queuedAt,
  bytes: Buffer.from('Subject: é\r\n\r\nHello\r\n'),
});

test('each mail is a file, the newest first, and the same mail is the same file', async () => {
  using data = temporaryDirectory();
  const directory = join(data.path, 'mail');
  const transport = new FileTransport(directory);
  expect(await mailFiles(directory)).toEqual([]);
  await transport.send(aMessage('2026-11-23T09:00:00.000Z'));
  await transport.send(aMessage('2026-11-24T09:00:00.000Z', OTHER_ID));
  await transport.send(aMessage('2026-11-23T09:00:00.000Z'));
  const names = await mailFiles(directory);
  expect(names).toEqual([`20261124T090000000Z-${OTHER_ID}.eml`, `20261123T090000000Z-${ID}.eml`]);
  expect(names.every(isMailFile)).toBe(true);
  expect(readFileSync(join(directory, names[0] ?? ''))).toEqual(aMessage('').bytes);
});

test('what is old is forgotten, and nothing else in the directory is touched', async () => {
  using data = temporaryDirectory();
  const transport = new FileTransport(data.path);
  await transport.send(aMessage('2026-10-23T09:00:00.000Z'));
  await transport.send(aMessage('2026-11-23T09:00:00.000Z', OTHER_ID));
  writeFileSync(join(data.path, 'notes.txt'), 'mine');
  await transport.forget('2026-10-24T09:00:00.000Z');
  expect(readdirSync(data.path).toSorted()).toEqual([`20261123T090000000Z-${OTHER_ID}.eml`, 'notes.txt']);
});

test.for(['../secret', `20261123T090000000Z-${ID}.eml/..`, `/etc/${ID}.eml`, `20261123T090000000Z-${ID}.eml.part`, ''])(
  'the name %j is no mail’s',
  (name) => {
    expect(isMailFile(name)).toBe(false);
  },
);
