import { parseProse } from '../src/domain/prose.ts';
import type { Figure } from '../src/domain/catalogue/opportunity.ts';
import {
  FILTER_IDS,
  FILTERS,
  SORT_WORDS,
  SORTS,
  VALUE_WORDS,
  queryPairs,
  type FilterId,
} from '../src/search/catalogue-query.ts';
import type { CataloguePageProps } from '../src/features/opportunities/catalogue-page.tsx';
import type { Row } from '../src/search/narrow.ts';
import { whenText } from '../src/ui/figure.tsx';
import { formatCount, formatQuantity } from '../src/ui/format.ts';
import { factText, sourceWords } from '../src/ui/prose.tsx';
import type { Shown } from '../src/ui/shown.ts';
import { markup, type Markup, type Part } from './tagged.ts';
import { taggedFrame } from './tagged-frame.ts';

const TITLE = 'All next steps';
const LEAD =
  'Courses, roles, qualifications and things to do at school: everything we know of that can follow a specialist NPQ.';
const ARROW =
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z';

/**
 * The catalogue page from the same data by the same domain and format functions, but with plain templates in place of
 * components: the least that rendering it safely can cost.
 */
export function taggedCatalogue(props: CataloguePageProps): string {
  const { left, rows, visit } = props;
  const body = markup`<div class="app-catalogue"><h1 class="govuk-heading-xl app-page-heading">${TITLE}</h1><p class="govuk-body-l app-page-heading__lead">${LEAD}</p><div class="app-filtered">${filters(props)}<section aria-labelledby="found" class="app-catalogue__found"><h2 class="govuk-heading-m app-catalogue__count" id="found">${formatCount(left, 'next step')}</h2><ul class="app-step-list">${rows.map((row) => step(row, visit))}</ul>${pages(props)}</section></div></div>`;
  return `<!DOCTYPE html>${taggedFrame(visit.frame, TITLE, LEAD, body).html}`;
}

function filters(props: CataloguePageProps): Markup {
  const { query } = props;
  return markup`<form class="app-filters" method="get" action="/opportunities" role="search" aria-label="Next steps"><div class="govuk-form-group"><label class="govuk-label" for="q">Search</label><div id="q-hint" class="govuk-hint">A course, a role, a subject or its initials</div><input class="govuk-input" id="q" name="q" type="search" value="${query.q}" autocapitalize="none" aria-describedby="q-hint"/></div>${FILTER_IDS.map(
    (id) => id !== 'verdict' && group(id, props),
  )}<div class="app-filters__group"><div class="govuk-form-group"><label class="govuk-label" for="sort">Order</label><select class="govuk-select" id="sort" name="sort">${SORTS.map(
    (value) =>
      value !== 'match' &&
      markup`<option value="${value}"${value === query.sort && markup` selected`}>${SORT_WORDS[value]}</option>`,
  )}</select></div></div><div class="app-filters__actions"><button type="submit" class="govuk-button" data-module="govuk-button">Show next steps</button></div></form>`;
}

function group(id: FilterId, { query, counts }: CataloguePageProps): Part {
  const chosen: readonly string[] = query.chosen[id];
  const offered = FILTERS[id].values.filter((value) => (counts[id][value] ?? 0) > 0 || chosen.includes(value));
  if (offered.length === 0) return null;
  const words: Readonly<Record<string, string>> = VALUE_WORDS[id];
  const isOpen = chosen.length > 0 || (id === 'route' && query.q === '');
  return markup`<details class="app-filters__group app-filters__fold"${isOpen && markup` open`}><summary class="app-filters__summary">${FILTERS[id].name}</summary><div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-visually-hidden">${FILTERS[id].name}</legend><div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">${offered.map(
    (value, index) => {
      const own = index === 0 ? id : `${id}-${index + 1}`;
      return markup`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${own}" name="${id}" type="checkbox" value="${value}"${chosen.includes(value) && markup` checked`}/><label class="govuk-label govuk-checkboxes__label" for="${own}">${words[value]} <span class="app-filters__left">(${counts[id][value] ?? 0})</span></label></div>`;
    },
  )}</div></fieldset></div></details>`;
}

function step({ opportunity }: Row, shown: Shown): Markup {
  const { figures } = opportunity;
  return markup`<li class="app-step"><div class="app-step__body"><h3 class="app-step__title"><a class="app-step__link" href="${shown.urls.opportunity(opportunity)}">${opportunity.name}</a></h3><p class="app-step__summary">${prose(opportunity.summary, shown)}</p><p class="app-catalogue__where app-route--${opportunity.route}">${VALUE_WORDS.route[opportunity.route]} · ${VALUE_WORDS.kind[opportunity.kind]}</p></div><div class="app-step__verdict"></div><div class="app-step__figures"><dl class="app-figures">${item('Your time', figureText(figures.time, shown))}${item('Cost to you', figureText(figures.costToYou, shown))}${item('School', figureText(figures.costToSchool, shown))}${item('When', whenText(opportunity, shown.on.day, true))}</dl></div></li>`;
}

function item(name: string, value: Part): Markup {
  return markup`<div class="app-figures__item"><dt class="app-figures__name">${name}</dt><dd class="app-figures__value">${value}</dd></div>`;
}

function figureText(figure: Figure, shown: Shown): Part {
  if ('unknown' in figure) return 'not published';
  const value = 'fact' in figure ? topic(figure.fact, shown) : estimate(figure.estimate);
  if (figure.note === undefined) return value;
  const note = prose(figure.note, shown);
  return figure.note.length <= 44 ? markup`${note} ${value}` : value;
}

function estimate(own: Extract<Figure, { estimate: unknown }>['estimate']): string {
  const text = formatQuantity({ ...own, basis: 'our-estimate' });
  if (own.max === 0) return text;
  return `${own.max !== null && own.min > 0 ? 'about ' : ''}${text} (our estimate)`;
}

function topic(name: string, { on, urls }: Shown): Markup {
  const [fact, ...others] = on.facts.get(name) ?? [];
  const href = urls.fact({ topic: name });
  if (!fact) {
    return markup`<a class="app-fact" href="${href}">a figure we do not hold for this day<span class="govuk-visually-hidden"> (source)</span></a>`;
  }
  const disputed = others.length > 0 ? ` or ${others.map(factText).join(' or ')} (sources differ)` : '';
  return markup`<a class="app-fact" href="${href}" title="Source: ${sourceWords(fact)}">${factText(fact)}${disputed}<span class="govuk-visually-hidden"> (source)</span></a>`;
}

function prose(text: string, shown: Shown): Part {
  return parseProse(text).map((segment): Part => {
    if (segment.kind === 'text') return segment.text;
    if (segment.kind === 'fact') return topic(segment.topic, shown);
    return markup`<a class="govuk-link" href="${shown.urls.written(segment.path)}">${segment.text}</a>`;
  });
}

function pages({ visit, query, pages: count }: CataloguePageProps): Markup {
  const to = (number: number) =>
    visit.urls.opportunities([...queryPairs(query), ...(number === 1 ? [] : [['page', String(number)] as const])]);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return markup`<nav class="govuk-pagination" aria-label="Pages of next steps"><ul class="govuk-pagination__list">${numbers.map(
    (number) =>
      number === query.page
        ? markup`<li class="govuk-pagination__item govuk-pagination__item--current"><a class="govuk-link govuk-pagination__link" href="${to(number)}" aria-label="Page ${number}" aria-current="page">${number}</a></li>`
        : markup`<li class="govuk-pagination__item"><a class="govuk-link govuk-pagination__link" href="${to(number)}" aria-label="Page ${number}">${number}</a></li>`,
  )}</ul><div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="${to(query.page + 1)}" rel="next"><span class="govuk-pagination__link-title">Next<span class="govuk-visually-hidden"> page</span></span><svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${ARROW}"></path></svg></a></div></nav>`;
}
