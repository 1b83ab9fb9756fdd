import { expect, test } from 'vitest';
import { openSchools } from '../src/services/schools-source.ts';
import { forBothDatabases, refuseInserts } from './support/both-databases.ts';
import { NOW } from './support/elsewhere.ts';

forBothDatabases('loading the schools', (open) => {
  test('is tried again where it failed, by whoever asks next', async () => {
    await using held = await open();
    const schools = openSchools(held.db, held.place, () => NOW, 0);
    const mend = await refuseInserts(held, 'import_run');
    await expect(schools.whenReady()).rejects.toThrow('the loading of schools was broken off');
    expect(schools.ready()).toBe(false);
    await mend();
    await expect.poll(() => schools.ready(), { timeout: 60_000, interval: 200 }).toBe(true);
    expect(schools.current().hubAreas.size).toBe(87);
    await schools.close();
  }, 120_000);
});
