import type { VNode } from 'preact';
import type { Urls } from '../../urls.ts';
import {
  FILTER_IDS,
  queryPairs,
  unfiltered,
  VALUE_WORDS,
  without,
  type CatalogueQuery,
} from '../../search/catalogue-query.ts';

/** The filters in use, each a link to the same list without it. */
export function ChosenFilters({ query, urls }: { readonly query: CatalogueQuery; readonly urls: Urls }): VNode | null {
  const chosen = FILTER_IDS.flatMap((id) => {
    const words: Readonly<Record<string, string>> = VALUE_WORDS[id];
    return query.chosen[id].map((value) => ({
      key: `${id} ${value}`,
      text: words[value],
      href: urls.opportunities(queryPairs(without(query, id, value))),
    }));
  });
  if (chosen.length === 0) return null;
  return (
    <ul class="app-chosen" aria-label="Filters in use">
      {chosen.map(({ key, text, href }) => (
        <li key={key} class="app-chosen__item">
          <a class="app-chosen__link" href={href}>
            <span class="govuk-visually-hidden">Remove the filter </span>
            {text}
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li class="app-chosen__item">
          <a class="govuk-link" href={urls.opportunities(queryPairs(unfiltered(query)))}>
            Remove all
          </a>
        </li>
      )}
    </ul>
  );
}
