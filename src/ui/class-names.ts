/** Joins the class names that are there: `classNames('app-step', isLast && 'app-step--last')`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
