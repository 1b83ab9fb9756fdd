import type { VNode } from 'preact';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PATHS } from '../../urls.ts';
import { FILTER_IDS, FILTERS, SORT_WORDS, SORTS, VALUE_WORDS, type FilterId } from '../../search/catalogue-query.ts';
import type { CataloguePageProps } from './catalogue-page.tsx';

/** Search, order and filters in one form that only asks; each box says how many it would leave. */
export function CatalogueFilters(props: CataloguePageProps): VNode {
  const { query, visit } = props;
  const { asked } = visit;
  const carried = [...(asked.on === undefined ? [] : [['on', asked.on] as const]), ...answersQuery(asked)];
  return (
    <form class="app-filters" method="get" action={PATHS.opportunities} role="search" aria-label="Next steps">
      <HiddenFields fields={carried} />
      <TextInput
        name="q"
        type="search"
        label="Search"
        hint="A course, a role, a subject or its initials"
        value={query.q}
        error={query.error}
        autocapitalize="none"
      />
      {FILTER_IDS.map((id) => (id !== 'verdict' || asked.personal) && <Group key={id} id={id} {...props} />)}
      {props.found > 0 && (
        <div class="app-filters__group">
          <Select
            name="sort"
            label="Order"
            value={query.sort}
            options={SORTS.map((value) => (value !== 'match' || query.q !== '') && { value, text: SORT_WORDS[value] })}
          />
        </div>
      )}
      <div class="app-filters__actions">
        <Button>Show next steps</Button>
      </div>
    </form>
  );
}

function Group({ id, query, counts }: CataloguePageProps & { readonly id: FilterId }): VNode | null {
  const chosen: readonly string[] = query.chosen[id];
  const offered = FILTERS[id].values.filter((value) => (counts[id][value] ?? 0) > 0 || chosen.includes(value));
  if (offered.length === 0) return null;
  const words: Readonly<Record<string, string>> = VALUE_WORDS[id];
  return (
    <details class="app-filters__group app-filters__fold" open={chosen.length > 0 || (id === OPEN && query.q === '')}>
      <summary class="app-filters__summary">
        {FILTERS[id].name}
        {chosen.length > 0 && <span class="app-filters__chosen"> ({chosen.length} chosen)</span>}
      </summary>
      <Checkboxes
        name={id}
        legend={FILTERS[id].name}
        legendClass="govuk-visually-hidden"
        small
        values={chosen}
        items={offered.map((value) => ({
          value,
          text: (
            <>
              {words[value]} <span class="app-filters__left">({counts[id][value] ?? 0})</span>
            </>
          ),
        }))}
      />
    </details>
  );
}

/** Open from the start where nothing was searched for; all others, and after a search this too, only where in use. */
const OPEN: FilterId = 'route';
