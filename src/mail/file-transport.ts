import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HELD_BACK, type Delivery, type MailTransport, type MayFinish, type Outgoing } from './mail-transport.ts';

/** `20261123T090000000Z-0b8f….eml`: by name is by the time it was queued. */
const FILE = /^\d{8}T\d{9}Z-[0-9a-f-]{36}\.eml$/;

/** Writes each message to a file of its own, for a machine that no mail leaves. The same message is the same file. */
export class FileTransport implements MailTransport {
  readonly place: string;

  constructor(directory: string) {
    this.place = directory;
  }

  async send({ id, queuedAt, bytes }: Outgoing, mayFinish?: MayFinish): Promise<Delivery> {
    if (mayFinish && !(await mayFinish())) return HELD_BACK;
    const path = join(this.place, `${stamp(queuedAt)}-${id}.eml`);
    await mkdir(this.place, { recursive: true });
    // Under another name until it is whole, so that nobody reads half a mail.
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    return { kind: 'accepted' };
  }

  async forget(before: string): Promise<void> {
    const old = (await mailFiles(this.place)).filter((name) => name < stamp(before));
    for (const name of old) await rm(join(this.place, name), { force: true });
  }

  async close(): Promise<void> {}
}

/** The names of the mails in a directory, the newest first. */
export async function mailFiles(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter(isMailFile).toSorted().toReversed();
}

/** Whether a text is the name such a file has, and can therefore lead nowhere else. */
export function isMailFile(name: string): boolean {
  return FILE.test(name);
}

function stamp(instant: string): string {
  return instant.replaceAll(/[-:.]/g, '');
}
