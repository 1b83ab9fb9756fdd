import {
  all,
  attribute,
  link,
  one,
  parsePage,
  runs,
  text,
  withClass,
  withTag,
  type Element,
  type Run,
} from './read-html.ts';

type Page = ReturnType<typeof parsePage>;

/**
 * Our results page as plain data, read off the page itself, so that the peer is handed exactly what we judged and said:
 * no more and no less, and nothing left for it to work out.
 */
export function resultsView(html: string) {
  const page = parsePage(html);
  return { ...frameView(page), ...bodyView(page) };
}

/** What stands round every page of ours. */
export function frameView(page: Page) {
  return {
    title: text(one(page, withTag('title'))),
    skip: text(one(page, withClass('govuk-skip-link'))),
    home: link(one(page, withClass('app-header__service'))),
    hubLine: text(one(page, withClass('app-header__hub'))),
    nav: all(page, withClass('app-header__link')).map(link),
    footerNav: all(page, withClass('app-footer__link')).map(link),
    footerNote: text(one(page, withClass('app-footer__note'))),
  };
}

function bodyView(page: Page) {
  return {
    heading: text(one(page, withTag('h1'))),
    said: runs(one(page, withClass('app-said'))),
    week: {
      title: text(one(page, withClass('app-this-week__title'))),
      runs: runs(one(page, withClass('app-this-week__text'))),
    },
    ...asidesView(page),
    counts: all(page, withClass('app-route-count__item')).map((item) => runs(item)),
    matters: mattersView(page),
    routes: all(page, withClass('app-results__route')).map(routeView),
    notForYou: notForYouView(page),
  };
}

/** The two paragraphs of their own: above the counts, for some, what the head's backing would open; below them what if. */
function asidesView(page: Page) {
  const isAside = (element: Element) =>
    element.tagName === 'p' &&
    withClass('govuk-body')(element) &&
    element.parentNode === one(page, withClass('app-main__body'));
  const asides = all(page, isAside);
  const heads = asides.find((aside) => one(aside, withTag('strong')) !== undefined);
  const whatIf = asides.find((aside) => aside !== heads);
  return { heads: heads ? runs(heads) : null, whatIf: runs(whatIf) };
}

function mattersView(page: Page) {
  const form = one(page, withTag('form'));
  const labelOf = (input: Element) =>
    text(one(form, (element) => attribute(element, 'for') === attribute(input, 'id')));
  const inputs = all(form, withTag('input'));
  return {
    summary: text(one(page, withClass('govuk-details__summary-text'))).trim(),
    action: attribute(form, 'action') ?? '',
    hidden: inputs.filter((input) => attribute(input, 'type') === 'hidden').map(fieldOf),
    legend: text(one(form, withTag('legend'))),
    aims: inputs
      .filter((input) => attribute(input, 'type') === 'checkbox')
      .map((input) => ({
        ...fieldOf(input),
        text: labelOf(input),
        checked: attribute(input, 'checked') !== undefined,
      })),
    hoursLabel: text(one(form, (element) => attribute(element, 'for') === 'hours')),
    hours: all(form, withTag('option')).map((option) => ({
      value: attribute(option, 'value') ?? '',
      text: text(option),
      selected: attribute(option, 'selected') !== undefined,
    })),
    button: text(one(form, withTag('button'))),
  };
}

function fieldOf(input: Element): { readonly name: string; readonly value: string } {
  return { name: attribute(input, 'name') ?? '', value: attribute(input, 'value') ?? '' };
}

function routeView(section: Element) {
  const more = one(section, withTag('details'));
  return {
    id: attribute(section, 'aria-labelledby'),
    name: link(one(one(section, withTag('h2')), withTag('a'))),
    lead: text(one(section, withClass('app-route-rule__lead'))),
    steps: all(section, withClass('app-step')).map(stepView),
    more: more && {
      summary: text(one(more, withClass('govuk-details__summary-text'))),
      steps: all(more, withTag('li')).map(shortStepView),
    },
  };
}

/** A row in a line: its verdict, its name and what would change it, then what is to confirm and who pays. */
function shortStepView(item: Element) {
  const body = one(item, withTag('div'));
  return {
    verdict: verdictOf(item),
    runs: runs(body, withTag('p')),
    paragraphs: paragraphsOf(body),
  };
}

function paragraphsOf(body: Element | undefined): readonly { readonly runs: readonly Run[] }[] {
  return all(body, withTag('p')).map((paragraph) => ({ runs: runs(paragraph) }));
}

export function stepView(step: Element) {
  const body = one(step, withClass('app-step__body'));
  return {
    name: link(one(step, withClass('app-step__link'))),
    paragraphs: paragraphsOf(body),
    verdict: verdictOf(step),
    figures: all(step, withClass('app-figures__item')).map((item) => ({
      name: text(one(item, withTag('dt'))),
      runs: runs(one(item, withTag('dd'))),
    })),
  };
}

function verdictOf(node: Element): string {
  return text(one(node, withClass('app-verdict__word')));
}

function notForYouView(page: Page) {
  const last = all(one(page, withTag('main')), withTag('details')).at(-1);
  const isOwn = last !== undefined && one(last, withClass('govuk-list')) !== undefined;
  return isOwn
    ? {
        summary: text(one(last, withClass('govuk-details__summary-text'))),
        items: all(last, withTag('li')).map((item) => runs(item)),
      }
    : null;
}
