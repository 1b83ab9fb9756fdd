import { openCatalogue, type CatalogueSource } from './catalogue-source.ts';
import { systemClock, type Clock } from '../clock.ts';
import { databasePlace, type Config } from '../config.ts';
import { openTypesetter, type Typesetter } from '../documents/typst.ts';
import { openAssets, type Assets } from '../http/assets.ts';
import { asStartError, openDatabase, type Database } from '../db/open-database.ts';
import type { FileStore } from '../files/file-store.ts';
import { openFinder, type FinderSource } from './finder-source.ts';
import { openIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { openMailAndJobs } from './mail-and-jobs.ts';
import type { Mail } from '../mail/mail.ts';
import { openPlanner, type Planner } from '../planning/planner.ts';
import { openSchools, type SchoolsSource } from './schools-source.ts';
import { secretOf } from './secret.ts';
import { StartError } from '../start-error.ts';
import { PATHS } from '../urls.ts';

/** What the features stand on. Tests give other parts of the same shape, never mocks of modules. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly catalogue: CatalogueSource;
  readonly schools: SchoolsSource;
  readonly finder: FinderSource;
  readonly planner: Planner;
  /** What people add as files. */
  readonly files: FileStore;
  /** Queues mail, in the transaction of what causes it. */
  readonly mail: Mail;
  /** Sends it, and does what else is queued. */
  readonly jobs: Jobs;
  /** The sign-in service beside a link by mail; none where none is set. */
  readonly identityProvider: IdentityProvider | undefined;
  readonly assets: Assets;
  /** One for all documents, so that together they keep nobody waiting longer than its queue allows. */
  readonly typesetter: Typesetter;
  close(): Promise<void>;
}

/** Opens everything the service needs, in order. What was opened is closed again if a later part fails. */
export async function openServices(
  config: Config,
  parts: { readonly clock?: Clock; readonly database?: string } = {},
): Promise<Services> {
  const clock = parts.clock ?? systemClock(config.today);
  const place = parts.database ?? databasePlace(config);
  const db = await openDatabase(place, clock.now());
  try {
    const catalogue = await openCatalogue(db, config.hub, clock.now);
    const schools = openSchools(db, place, () => clock.now());
    const planner = openPlanner();
    const work = await openMailAndJobs(config, { db, clock, catalogue });
    return {
      config,
      clock,
      db,
      catalogue,
      schools,
      finder: openFinder(db, schools, () => catalogue.current().hub.area),
      planner,
      ...work,
      identityProvider: identityProviderOf(config),
      assets: openAssets(),
      typesetter: openTypesetter(),
      close: async () => {
        await work.jobs.close();
        catalogue.close();
        await planner.close();
        await schools.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error instanceof StartError ? error : asStartError(error, place);
  }
}

function identityProviderOf(config: Config): IdentityProvider | undefined {
  if (!config.oidc) return undefined;
  const back = new URL(PATHS.signInBack, config.baseUrl).href;
  return openIdentityProvider({ config: config.oidc, back, secretOf: () => secretOf(config) });
}
