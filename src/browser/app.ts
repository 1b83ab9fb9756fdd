import { startButton } from './button.ts';
import { startConditionals } from './conditionals.ts';
import { startCopy } from './copy.ts';
import { startErrorSummary } from './error-summary.ts';
import { startExclusive } from './exclusive.ts';
import { startLookAgain } from './look-again.ts';
import { startPrint } from './print.ts';
import { startSchoolBox } from './school-box.ts';
import { startTimetableDrag } from './timetable-drag.ts';

/** What each `data-module` on a page starts. A page works without any of them. */
const MODULES: Readonly<Record<string, readonly ((element: HTMLElement) => void)[]>> = {
  'govuk-button': [startButton],
  'govuk-checkboxes': [startConditionals, startExclusive],
  'govuk-error-summary': [startErrorSummary],
  'govuk-notification-banner': [startErrorSummary],
  'govuk-radios': [startConditionals],
  'app-copy': [startCopy],
  'app-look-again': [startLookAgain],
  'app-print': [startPrint],
  'app-school-box': [startSchoolBox],
  'app-timetable': [startTimetableDrag],
};

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const element of document.querySelectorAll<HTMLElement>('[data-module]')) {
  for (const start of MODULES[element.dataset['module'] ?? ''] ?? []) start(element);
}
