import { all, attribute, one, parsePage, runs, text, withClass, withTag, type Element } from './read-html.ts';
import { frameView, stepView } from './results-view.ts';

/** Our catalogue page as plain data, read off the page itself; see `resultsView`. */
export function catalogueView(html: string) {
  const page = parsePage(html);
  const form = one(page, withTag('form'));
  const search = one(form, withTag('input'));
  const pages = one(page, withClass('govuk-pagination'));
  const next = one(one(pages, withClass('govuk-pagination__next')), withTag('a'));
  return {
    ...frameView(page),
    heading: text(one(page, withTag('h1'))),
    lead: text(one(page, withClass('app-page-heading__lead'))),
    action: attribute(form, 'action') ?? '',
    search: {
      name: attribute(search, 'name') ?? '',
      label: text(one(form, withTag('label'))),
      hint: text(one(form, withClass('govuk-hint'))),
    },
    groups: all(form, withTag('details')).map(groupView),
    sortLabel: text(one(form, (element) => attribute(element, 'for') === 'sort')),
    sorts: all(form, withTag('option')).map((option) => ({
      value: attribute(option, 'value') ?? '',
      text: text(option),
      selected: attribute(option, 'selected') !== undefined,
    })),
    button: text(one(form, withTag('button'))),
    count: text(one(page, withClass('app-catalogue__count'))),
    steps: all(page, withClass('app-step')).map(stepView),
    pages: {
      label: attribute(pages, 'aria-label') ?? '',
      items: all(pages, withClass('govuk-pagination__item')).map((item) => ({
        number: text(item),
        href: attribute(one(item, withTag('a')), 'href') ?? '',
        current: withClass('govuk-pagination__item--current')(item),
      })),
      next: next && { href: attribute(next, 'href') ?? '' },
    },
  };
}

function groupView(details: Element) {
  const labels = all(details, withTag('label'));
  return {
    summary: runs(one(details, withTag('summary')))
      .map((run) => run.text)
      .join(''),
    open: attribute(details, 'open') !== undefined,
    legend: text(one(details, withTag('legend'))),
    name: attribute(one(details, withTag('input')), 'name') ?? '',
    items: all(details, withTag('input')).map((input, index) => ({
      value: attribute(input, 'value') ?? '',
      text: text(labels[index]),
      checked: attribute(input, 'checked') !== undefined,
    })),
  };
}
