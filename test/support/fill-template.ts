import { readConfig } from '../../src/config.ts';
import { parseIsoDate, type IsoDate } from '../../src/domain/date.ts';
import { openServices } from '../../src/services/services.ts';

/** Loads the shipped content and schools into a database as the service does, at one time whatever the clock says. */
export async function fillTemplate(database: string): Promise<void> {
  const day = parseIsoDate('2026-11-23') as IsoDate;
  const clock = { today: () => day, now: () => `${day}T08:00:00.000Z` };
  const services = await openServices(readConfig({ NODE_ENV: 'test' }), { clock, database });
  await services.schools.whenReady();
  await services.close();
}
