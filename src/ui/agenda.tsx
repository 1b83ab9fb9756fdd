import type { VNode } from 'preact';
import { ScrollRegion } from './scroll-region.tsx';
import { Table } from './table.tsx';

/** A statement with the numbers of the sources it rests on. */
export interface AgendaLine {
  readonly label: string;
  readonly text: string;
  readonly cites: readonly number[];
}

/** One part of ten minutes, in plain words. */
export interface AgendaPart {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly lines: readonly AgendaLine[];
  /** With what stands before the room for an answer on paper. */
  readonly decisions: readonly { readonly ask: string; readonly because: string; readonly room: string }[];
  readonly hours: readonly AgendaHours[];
}

/** A half term in the table of hours and cover. */
export interface AgendaHours {
  readonly name: string;
  readonly planned: string;
  readonly there: string;
  readonly cover: string;
}

export interface AgendaProps {
  readonly parts: readonly AgendaPart[];
  readonly sources: readonly { readonly number: number; readonly text: string; readonly url: string }[];
}

/** Ten minutes on one sheet: each part with its minutes, and at the end where its figures come from. */
export function Agenda({ parts, sources }: AgendaProps): VNode {
  return (
    <div class="app-agenda">
      {parts.map((part) => (
        <section key={part.id} class="app-agenda__part" aria-labelledby={part.id}>
          <h2 class="app-agenda__name" id={part.id}>
            {part.name}{' '}
            <span class="app-agenda__minutes">{part.minutes === 1 ? '1 minute' : `${part.minutes} minutes`}</span>
          </h2>
          {part.decisions.length > 0 && <Decisions decisions={part.decisions} />}
          {part.hours.length > 0 && <Hours hours={part.hours} />}
          {part.lines.length > 0 && <Lines lines={part.lines} />}
        </section>
      ))}
      {sources.length > 0 && (
        <section class="app-agenda__part app-agenda__part--sources" aria-labelledby="sources">
          <h2 class="app-agenda__name" id="sources">
            Where the figures come from
          </h2>
          <ol class="govuk-list govuk-list--number app-agenda__sources">
            {sources.map(({ number, text, url }) => (
              <li key={number} id={`source-${number}`}>
                {text}{' '}
                <a class="govuk-link" href={url}>
                  {new URL(url).hostname}
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Decisions({ decisions }: { readonly decisions: AgendaPart['decisions'] }): VNode {
  return (
    <ol class="app-agenda__decisions">
      {decisions.map(({ ask, because, room }) => (
        <li key={ask} class="app-agenda__decision">
          <strong class="app-agenda__ask">{ask}</strong>
          <span class="app-agenda__because">{because}</span>
          <span class="app-agenda__answers">{room} </span>
        </li>
      ))}
    </ol>
  );
}

function Hours({ hours }: { readonly hours: AgendaPart['hours'] }): VNode {
  return (
    <ScrollRegion label="Hours and cover by half term">
      <Table
        class="app-agenda__hours"
        firstCellIsHeader
        head={['Half term', 'Planned', 'Available', 'Out of class']}
        rows={hours.map(({ name, planned, there, cover }) => [name, planned, there, cover])}
      />
    </ScrollRegion>
  );
}

function Lines({ lines }: { readonly lines: readonly AgendaLine[] }): VNode {
  return (
    <ul class="govuk-list app-agenda__lines">
      {lines.map(({ label, text, cites }, index) => (
        <li key={index}>
          <strong>{label}:</strong> {text}
          {cites.map((number) => (
            <span key={number} class="app-agenda__cite">
              {' '}
              <a class="govuk-link" href={`#source-${number}`} aria-label={`Source ${number}`}>
                [{number}]
              </a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
