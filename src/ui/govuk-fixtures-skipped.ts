const ATTRIBUTES = 'Arbitrary attributes are not taken: what a page needs becomes a prop with a name.';
const PART_CLASSES = 'Only the component itself takes a class of ours; its parts look alike everywhere.';
const OWN_NAMES = 'All answers of a group are sent under one name.';
const DROP_ZONE = 'The drop zone is drawn by a script of its own, which no page here loads; the plain control works.';
const CARDS = 'Summary cards are boxes round a list; here a heading and a rule do that.';

/** Fixtures our components leave out on purpose: component, fixture, reason. The test fails where one would now pass. */
export const SKIPPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'back-link': {
    attributes: ATTRIBUTES,
  },
  breadcrumbs: {
    attributes: ATTRIBUTES,
    'item attributes': ATTRIBUTES,
  },
  button: {
    attributes: ATTRIBUTES,
    'link attributes': ATTRIBUTES,
  },
  checkboxes: {
    'with hints on items': OWN_NAMES,
    'with id and name': OWN_NAMES,
    'with disabled item': OWN_NAMES,
    attributes: ATTRIBUTES,
    'items with attributes': ATTRIBUTES,
    'with label classes': PART_CLASSES,
    'label with attributes': ATTRIBUTES,
    'fieldset params':
      'Classes and attributes on the fieldset inside a group: the group takes the only class it needs.',
  },
  details: {
    attributes: ATTRIBUTES,
  },
  'error-message': {
    attributes: ATTRIBUTES,
  },
  'error-summary': {
    attributes: ATTRIBUTES,
    'error list with attributes': ATTRIBUTES,
  },
  fieldset: {
    attributes: ATTRIBUTES,
  },
  'file-upload': {
    enhanced: DROP_ZONE,
    'enhanced, with error message and hint': DROP_ZONE,
    'enhanced, multiple files': DROP_ZONE,
    'enhanced, custom wrapper classes and attributes': DROP_ZONE,
    translated: DROP_ZONE,
    attributes: ATTRIBUTES,
  },
  hint: {
    attributes: ATTRIBUTES,
  },
  input: {
    attributes: ATTRIBUTES,
    'with prefix with classes': PART_CLASSES,
    'with prefix with attributes': ATTRIBUTES,
    'with suffix with classes': PART_CLASSES,
    'with suffix with attributes': ATTRIBUTES,
    'with customised input wrapper': PART_CLASSES,
  },
  'inset-text': {
    attributes: ATTRIBUTES,
  },
  label: {
    empty: 'A label without words names nothing; every control here has one.',
    attributes: 'A label without words names nothing; every control here has one.',
  },
  'notification-banner': {
    attributes: ATTRIBUTES,
    'custom tabindex': ATTRIBUTES,
  },
  pagination: {
    'with custom attributes': ATTRIBUTES,
    'with empty items': 'Pages are a list made by code; it has no holes.',
  },
  radios: {
    attributes: ATTRIBUTES,
    'items with attributes': ATTRIBUTES,
    'label with classes': PART_CLASSES,
    'label with attributes': ATTRIBUTES,
    'fieldset params':
      'Classes and attributes on the fieldset inside a group: the group takes the only class it needs.',
  },
  select: {
    attributes: ATTRIBUTES,
    'attributes on items': ATTRIBUTES,
  },
  'skip-link': {
    attributes: ATTRIBUTES,
  },
  'summary-list': {
    'no-border on last row': PART_CLASSES,
    'as a summary card with a text header': CARDS,
    'as a summary card with a html header': CARDS,
    'as a summary card with actions': CARDS,
    'as a summary card with actions plus summary list actions': CARDS,
    'as a summary card extreme': CARDS,
    attributes: ATTRIBUTES,
    'key with classes': PART_CLASSES,
    'actions with classes': PART_CLASSES,
    'actions with attributes': ATTRIBUTES,
    'classes on items': PART_CLASSES,
    'rows with classes': PART_CLASSES,
    'summary card with custom classes': CARDS,
    'summary card with custom attributes': CARDS,
    'summary card with only 1 action': CARDS,
    'overridden-widths': PART_CLASSES,
    'as a summary card with a custom header level': CARDS,
  },
  table: {
    attributes: ATTRIBUTES,
    'head with attributes': ATTRIBUTES,
    'firstCellIsHeader with attributes': ATTRIBUTES,
    'rows with attributes': ATTRIBUTES,
  },
  tag: {
    attributes: ATTRIBUTES,
  },
  textarea: {
    attributes: ATTRIBUTES,
  },
  'warning-text': {
    attributes: ATTRIBUTES,
  },
};
