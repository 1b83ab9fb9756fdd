import type { VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { Prose } from '../../ui/prose.tsx';

/** Eligible, places left and confirmed are three facts with three owners; no page of ours runs them together. */
export function ThreeFacts({ visit: { on, urls } }: { readonly visit: Visit }): VNode {
  const { hub } = on.catalogue;
  return (
    <dl class="app-figures app-figures--list">
      <div class="app-figures__item">
        <dt class="app-figures__name">Eligible</dt>
        <dd class="app-figures__value">What this page says: who DfE’s rules would fund.</dd>
      </div>
      <div class="app-figures__item">
        <dt class="app-figures__name">Places left</dt>
        <dd class="app-figures__value">
          Not known here. Funded places are <Prose text="{{npq-places-limited}}" on={on} urls={urls} />. Ask{' '}
          <a class="govuk-link" href={urls.hub()}>
            {hub.name}
          </a>
          .
        </dd>
      </div>
      <div class="app-figures__item">
        <dt class="app-figures__name">Confirmed</dt>
        <dd class="app-figures__value">Only the provider can say that a funded place is yours.</dd>
      </div>
    </dl>
  );
}
