import type { VNode } from 'preact';
import type { Provider } from '../../domain/catalogue/catalogue.ts';
import { holdsOn } from '../../domain/date.ts';
import type { Visit } from '../../http/page.ts';
import { formatSpan } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { PROVIDER_KINDS } from './kind-words.ts';

const TITLE = 'Providers';

export function ProvidersPage({
  visit,
  providers,
}: {
  readonly visit: Visit;
  readonly providers: readonly Provider[];
}): VNode {
  const { asked, frame } = visit;
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      description="The lead providers, universities, professional bodies and networks behind the next steps open to teachers in England."
    >
      <PageHeading
        title={TITLE}
        lead="The lead providers, universities, bodies and networks behind the next steps. The provider confirms a place; the rules only say who is eligible."
      />
      {asked.beforeAll ? (
        <NothingHeld />
      ) : (
        PROVIDER_KINDS.map(([kind, name]) => (
          <Kind
            key={kind}
            visit={visit}
            name={name}
            providers={providers.filter((provider) => provider.kind === kind)}
          />
        ))
      )}
    </Layout>
  );
}

function Kind({
  visit,
  name,
  providers,
}: {
  readonly visit: Visit;
  readonly name: string;
  readonly providers: readonly Provider[];
}): VNode | null {
  const { on, urls } = visit;
  if (providers.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{name}</h2>
      <ul class="app-facts">
        {providers.map((provider) => (
          <li key={provider.id} class="app-facts__item">
            <a class="govuk-link" href={urls.provider(provider)}>
              {provider.name}
            </a>
            {!holdsOn(provider.exists, on.day) && ` (${formatSpan(provider.exists)})`}
            <br />
            <Prose text={provider.summary} on={on} urls={urls} />
          </li>
        ))}
      </ul>
    </section>
  );
}
