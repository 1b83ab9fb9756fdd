import type { VNode } from 'preact';
import type { PlanUrls } from '../../urls.ts';

interface Group {
  readonly name: string;
  readonly links: readonly (readonly [text: string, href: (urls: PlanUrls) => string])[];
}

/** Everything else there is to do with a plan, in the order it is usually done. */
const GROUPS: readonly Group[] = [
  {
    name: 'Agree it',
    links: [
      ['Share it with your line manager', (urls) => urls.shares()],
      ['Agenda for ten minutes with your line manager', (urls) => urls.agenda()],
      ['A case for your head, on one page', (urls) => urls.sponsorCase()],
      ['Take it away: PDF, Word, calendar', (urls) => urls.takeAway()],
    ],
  },
  {
    name: 'Keep it going',
    links: [
      ['Look back', (urls) => urls.reflections()],
      ['Evidence and reading', (urls) => urls.evidence()],
      ['One page on what came of it', (urls) => urls.impact()],
    ],
  },
  {
    name: 'Change it',
    links: [
      ['Draft a plan for me', (urls) => urls.drafts()],
      ['Goals', (urls) => urls.goals()],
      ['Settings: hours, dates, title', (urls) => urls.settings()],
      ['History', (urls) => urls.history()],
      ['Who opened it', (urls) => urls.openings()],
      ['Copies and all your plans', (urls) => urls.folder()],
    ],
  },
];

export function PlanLinks({ urls }: { readonly urls: PlanUrls }): VNode {
  return (
    <nav class="app-plan-links" aria-label="This plan">
      {GROUPS.map(({ name, links }) => (
        <div key={name} class="app-plan-links__group">
          <h2 class="govuk-heading-s">{name}</h2>
          <ul class="app-plan-links__list">
            {links.map(([text, href]) => (
              <li key={text}>
                <a class="govuk-link" href={href(urls)}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
