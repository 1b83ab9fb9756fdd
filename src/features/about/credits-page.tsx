import type { VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { CREDITED_SOFTWARE } from './credited-software.ts';
import type { HostSources } from './sources-by-host.ts';

const TITLE = 'Sources and credits';
const LEAD = 'What this service rests on, whose it is, and under which licence it is used.';
const OGL = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};
const ATTRIBUTION =
  'Contains public sector information licensed under the Open Government Licence v3.0 (Department for Education; ONS boundaries: contains OS data © Crown copyright and database right).';

export function CreditsPage({
  visit,
  hosts,
}: {
  readonly visit: Visit;
  readonly hosts: readonly HostSources[];
}): VNode {
  return (
    <Layout title={TITLE} page={visit.frame} noindex={visit.asked.personal} description={LEAD}>
      <PageHeading title={TITLE} lead={LEAD} />
      <Licences visit={visit} />
      <Software />
      <Sources visit={visit} hosts={hosts} />
    </Layout>
  );
}

function Licences({ visit }: { readonly visit: Visit }): VNode {
  const { urls, on } = visit;
  return (
    <div class="app-prose">
      <h2>Public information</h2>
      <p>{ATTRIBUTION}</p>
      <ul>
        <li>
          GOV.UK pages, DfE’s guidance and its design history: Crown copyright, <a href={OGL.url}>{OGL.name}</a>.
        </li>
        <li>
          The names, numbers and districts of schools, trusts and teaching school hubs:{' '}
          <a href="https://get-information-schools.service.gov.uk">Get Information about Schools</a> and DfE’s lists,{' '}
          <a href={OGL.url}>{OGL.name}</a>.
        </li>
        <li>
          Which providers run which NPQ in which cohort, and the rules of funding: read in the source code that DfE
          publishes at <a href="https://github.com/DFE-Digital">GitHub</a>, under the licence in each repository.
        </li>
      </ul>
      <h2>Guidance and pages of others</h2>
      <p>
        The Education Endowment Foundation’s guides to implementation and to professional development are its own; we
        say what they say in our words and <a href={urls.implementation()}>lead to them</a>. Pages of hubs,
        universities, professional bodies, providers and newspapers belong to their publishers. We state facts from
        them, name each where it is used, and copy none of their text.
      </p>
      <p>
        <a href={urls.halfTerms()}>Half terms</a> come from the pages of councils and schools, and bank holidays from a
        list under the MIT licence; both are named where they stand.
      </p>
      <p>The briefing this service began as was written by {on.catalogue.hub.name}.</p>
      <h2>The fonts</h2>
      <p>
        Atkinson Hyperlegible Next, by the{' '}
        <a href="https://github.com/googlefonts/atkinson-hyperlegible-next">
          Atkinson Hyperlegible Next Project Authors
        </a>
        , under the <a href="https://openfontlicense.org">SIL Open Font License</a>. It was drawn for the Braille
        Institute, to be read by people with low vision. In PDFs, letters it lacks come from{' '}
        <a href="https://dejavu-fonts.github.io/">DejaVu Sans</a>, under its own free licence, and{' '}
        <a href="https://github.com/googlefonts/noto-emoji">Noto Emoji</a>, under the SIL Open Font License.
      </p>
      <h2>This service</h2>
      <p>Its own source code is under the MIT licence. It is not a government service.</p>
    </div>
  );
}

function Software(): VNode {
  return (
    <PageSection id="software" name="Software">
      <ul class="app-facts app-facts--beside">
        {CREDITED_SOFTWARE.map(({ name, licence, url, use }) => (
          <li key={name} class="app-facts__item">
            <a class="govuk-link" href={url}>
              {name}
            </a>
            , {licence}. {use}
          </li>
        ))}
        <li class="app-facts__item">
          <a class="govuk-link" href="https://nodejs.org">
            Node.js
          </a>
          , MIT, with{' '}
          <a class="govuk-link" href="https://sqlite.org/copyright.html">
            SQLite
          </a>
          , which is in the public domain. They run it and keep what it knows.
        </li>
      </ul>
    </PageSection>
  );
}

function Sources({ visit, hosts }: { readonly visit: Visit; readonly hosts: readonly HostSources[] }): VNode {
  const all = hosts.reduce((sum, { sources }) => sum + sources.length, 0);
  return (
    <PageSection
      id="sources"
      name="Every source"
      lead={
        <>
          {formatCount(all, 'page')} of {formatCount(hosts.length, 'site')}. What we take from each is under{' '}
          <a class="govuk-link" href={visit.urls.facts()}>
            facts and sources
          </a>
          .
        </>
      }
    >
      <ul class="app-facts app-facts--columns">
        {hosts.map(({ host, sources }) => (
          <li key={host} class="app-facts__item">
            <strong>{host}</strong>
            <ul class="app-linked__list">
              {sources.map(({ title, url }) => (
                <li key={url} class="app-linked__item">
                  <a class="govuk-link" href={url}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
