import type { VNode } from 'preact';
import type { Services } from '../../services/services.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

/** A sign-in service the account is joined to. */
export interface JoinedService {
  readonly issuer: string;
  readonly name: string;
}

/** What a sign-in service is called: as the settings name it, or by its host where they name another by now. */
export function signInName({ config }: Pick<Services, 'config'>, issuer: string): string {
  const address = URL.parse(issuer);
  if (config.oidc && address?.href === URL.parse(config.oidc.issuer)?.href) return config.oidc.name;
  return address?.host ?? 'another service';
}

/** Which other services sign somebody in, each with a button that ends it. Nothing where there is none. */
export function ElsewhereSection({ services }: { readonly services: readonly JoinedService[] }): VNode | null {
  if (services.length === 0) return null;
  return (
    <PageSection id="elsewhere" name="Other ways to sign in">
      <ul class="app-account__list">
        {services.map(({ issuer, name }) => (
          <li key={issuer}>
            You also sign in with <strong>{name}</strong>.{' '}
            <form method="post" action={ACCOUNT_URLS.account()} class="app-account__inline">
              <HiddenFields
                fields={[
                  ['act', 'part'],
                  ['issuer', issuer],
                ]}
              />
              <button type="submit" class="app-link-button">
                Take it away<span class="govuk-visually-hidden">: {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
