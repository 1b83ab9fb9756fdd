import type { Context } from 'hono';
import { getImportsDates } from '../../db/imports.ts';
import { findLinksOf, findSchoolsByUrn, getSchool } from '../../db/schools.ts';
import { hubFor } from '../../domain/catalogue/hub-area.ts';
import { intakesAbout } from '../../domain/funding/funding-intakes.ts';
import { REGISTER_AS_AT } from '../../domain/calendar/register-dates.ts';
import type { School } from '../../domain/school.ts';
import type { App } from '../../http/app-type.ts';
import { keptNowhere, sendPage, visit, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import { listsHeld, whoPays } from '../../http/who-pays.ts';
import { cleanQuery } from '../../search/normalise.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { listStandings } from './list-standings.ts';
import { LONGEST_QUERY, searchSchools, type Search } from './search-schools.ts';
import { SchoolPage } from './school-page.tsx';
import { SchoolsPage } from './schools-page.tsx';
import { suggestions } from './suggestions.ts';

export function schoolRoutes(app: App, services: Services): void {
  app.get(PATHS.schools, (context) => {
    const here = visit(context, services);
    const query = cleanQuery(here.asked.query.get('q') ?? '');
    const error =
      query.length > LONGEST_QUERY ? 'Use fewer words: the name of the school and its town are enough' : undefined;
    const finding = services.finder.current();
    const search: Search =
      error === undefined && query !== '' && finding ? searchSchools(finding, query) : { kind: 'nothing-asked' };
    const page = <SchoolsPage visit={here} query={query} error={error} search={search} ready={finding !== undefined} />;
    const kept = { ...asTold(here, query !== ''), restsOn: finding ? undefined : 'loading' };
    return sendPage(context, kept, page, error === undefined ? 200 : 422);
  });

  app.get(PATHS.schoolSuggestions, (context) => {
    const query = cleanQuery(new URL(context.req.url).searchParams.get('q') ?? '');
    const finding = services.finder.current();
    context.header('Cache-Control', 'private, max-age=300');
    context.header('X-Robots-Tag', 'noindex');
    return context.json(finding && query.length <= LONGEST_QUERY ? suggestions(finding.finder, query) : []);
  });

  app.get(PATHS.school, async (context) => showSchool(context, services));
}

async function showSchool(context: Context, services: Services): Promise<Response> {
  const here = visit(context, services);
  const text = context.req.param('urn') ?? '';
  if (!/^[1-9]\d{5}$/.test(text)) throw noSuchSchool('A school’s number (URN) has six digits.');
  const urn = Number(text);
  if (!services.schools.ready()) {
    return sendPage(
      context,
      keptNowhere(here),
      <SchoolsPage visit={here} query={text} error={undefined} search={{ kind: 'nothing-asked' }} ready={false} />,
    );
  }
  const school = await getSchool(services.db, urn);
  if (!school) throw noSuchSchool(`No school has the number ${urn}.`);
  const { version, hubAreas, eligibility } = services.schools.current();
  const { predecessors, successors } = await neighbours(services, school);
  const { day } = here.asked;
  const { newest, next } = intakesAbout(day);
  const page = (
    <SchoolPage
      visit={here}
      school={school}
      predecessors={predecessors}
      successors={successors}
      hub={hubFor(school.areas, hubAreas)}
      standings={listStandings(school, predecessors, eligibility)}
      pays={whoPays({ ...here.asked, answers: new Map(), said: {} }, day, school, listsHeld(services))}
      intakes={[newest, next].filter((one) => one !== undefined)}
      asAt={(await getImportsDates(services.db)).schools?.slice(0, 10) ?? REGISTER_AS_AT}
    />
  );
  return sendPage(context, { ...here, restsOn: version }, page);
}

async function neighbours(
  { db }: Services,
  { urn }: School,
): Promise<{ readonly predecessors: readonly School[]; readonly successors: readonly School[] }> {
  const links = await findLinksOf(db, urn);
  return {
    predecessors: await findSchoolsByUrn(db, links.predecessors),
    successors: await findSchoolsByUrn(db, links.successors),
  };
}

/** Where somebody works says something of them, and schools change while the service runs. */
function asTold(here: Visit, isPersonal: boolean): Visit {
  return isPersonal ? keptNowhere(here) : here;
}

function noSuchSchool(what: string): NotFound {
  return new NotFound({ title: 'There is no such school', what });
}
