import * as calendars from './calendar-schemas.ts';
import * as schemas from './schemas.ts';

/** Each kind of content file: its schema, and which files it is for. */
export const FILE_KINDS = {
  facts: { schema: schemas.factsFile, where: /\/facts\/[^/]+\.yaml$/ },
  opportunity: { schema: schemas.opportunityFile, where: /\/opportunities\/[^/]+\.yaml$/ },
  routes: { schema: schemas.routesFile, where: /\/routes\.yaml$/ },
  npqs: { schema: schemas.npqsFile, where: /\/npqs\.yaml$/ },
  providers: { schema: schemas.providersFile, where: /\/providers\.yaml$/ },
  cohorts: { schema: schemas.cohortsFile, where: /\/cohorts\.yaml$/ },
  networks: { schema: schemas.networksFile, where: /\/networks\.yaml$/ },
  eef: { schema: schemas.eefFile, where: /\/eef\.yaml$/ },
  claims: { schema: schemas.claimsFile, where: /\/claims\.yaml$/ },
  hub: { schema: schemas.hubFile, where: /\/hub\.yaml$/ },
  'term-calendars': { schema: calendars.termCalendarsFile, where: /\/term-calendars\.yaml$/ },
  'bank-holidays': { schema: calendars.bankHolidaysFile, where: /\/bank-holidays\.yaml$/ },
  aliases: { schema: schemas.aliasesFile, where: /\/aliases\.yaml$/ },
} as const;
export type FileKind = keyof typeof FILE_KINDS;
