import type { VNode } from 'preact';

/** Takes the agenda to the talk: the print button is there where it can do something. */
export function AgendaTools({ pdf }: { readonly pdf: string }): VNode {
  return (
    <p class="app-agenda__tools app-agenda__not-printed">
      <a class="govuk-link" href={pdf}>
        One sheet to print (PDF)
      </a>{' '}
      <button type="button" class="app-link-button" data-module="app-print" hidden>
        Print this page
      </button>
    </p>
  );
}
