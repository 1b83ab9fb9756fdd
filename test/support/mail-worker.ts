import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { openMailAndJobs } from '../../src/services/mail-and-jobs.ts';
import type { IsoDate } from '../../src/domain/date.ts';
import { aCatalogue, aDayCatalogue } from './builders.ts';

/*
 * A process that sends the mail of the database it is named, as `cli work` does, without the catalogue, which sending mail does not need: of three that
 * start at once on a small machine each is ready in a second and not in ten.
 */

const config = readConfig(process.env);
const clock = systemClock();
const [place = ''] = process.argv.slice(2);
const db = await openDatabase(place, clock.now());
const catalogue = { current: () => aCatalogue(), on: (day: IsoDate) => aDayCatalogue({}, day) };
const { jobs } = await openMailAndJobs(config, { db, clock, catalogue });
process.once('SIGTERM', () => {
  void jobs.close().then(() => db.destroy());
});
jobs.start((entry) => console.error(JSON.stringify(entry)));
console.log('ready');
