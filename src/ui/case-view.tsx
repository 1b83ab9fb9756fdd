import type { ComponentChildren, VNode } from 'preact';
import type { CaseRow, CaseSheet, CaseSource } from '../domain/case/case-sheet.ts';
import { ASK_WORDS, RULES_SPEAK_TO } from './case-words.ts';
import { Details } from './details.tsx';
import { formatDay } from './format.ts';

/** The case as its sponsor reads it: what is asked for first, then the figures people decide by, then why. */
export function CaseView({ sheet }: { readonly sheet: CaseSheet }): VNode {
  return (
    <article class="app-case" aria-label="The case">
      <Part name="What is asked for">
        {sheet.asks.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {sheet.asks.map((ask) => (
              <li key={ask}>To {ASK_WORDS[ask].ask}</li>
            ))}
          </ul>
        )}
      </Part>
      <dl class="app-figures app-figures--across">
        {sheet.glance.map(({ label, words }) => (
          <div key={label} class="app-figures__item">
            <dt class="app-figures__name">{label}</dt>
            <dd class="app-figures__value">{words}</dd>
          </div>
        ))}
      </dl>
      <Part name="What it is">
        {sheet.what.map(({ name, about }) => (
          <p key={name} class="govuk-body">
            <strong>{name}</strong>
            {about !== '' && <>. {about}</>}
          </p>
        ))}
      </Part>
      <Part name="Why, for pupils">
        <Written text={sheet.why === '' ? 'Not written yet.' : sheet.why} />
      </Part>
      {sheet.back !== '' && (
        <Part name="What comes back to the school">
          <Written text={sheet.back} />
        </Part>
      )}
      <Part name="What it costs the school">
        <Rows rows={sheet.money} sources={sheet.sources} />
      </Part>
      <Part name="When">
        <Rows rows={sheet.dates} sources={sheet.sources} />
      </Part>
      <Sources sheet={sheet} />
    </article>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode {
  return (
    <>
      <h2 class="app-case__name">{name}</h2>
      {children}
    </>
  );
}

/** What somebody wrote, its lines kept. */
function Written({ text }: { readonly text: string }): VNode {
  return <p class="govuk-body app-case__written">{text}</p>;
}

function Rows({
  rows,
  sources,
}: {
  readonly rows: readonly CaseRow[];
  readonly sources: readonly CaseSource[];
}): VNode {
  return (
    <dl class="app-figures app-figures--list">
      {rows.map(({ label, words, cites }) => (
        <div key={label} class="app-figures__item">
          <dt class="app-figures__name">{label}</dt>
          <dd class="app-figures__value">
            {words}
            {cites.map((number) => (
              <Cite key={number} source={sources.find((one) => one.number === number)} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Cite({ source }: { readonly source: CaseSource | undefined }): VNode | null {
  if (!source) return null;
  return (
    <>
      {' '}
      <a class="app-fact" href={source.url} title={`Source: ${source.text}`}>
        <span class="govuk-visually-hidden">Source </span>[{source.number}]
      </a>
    </>
  );
}

function Sources({ sheet: { sources, knownOn } }: { readonly sheet: CaseSheet }): VNode {
  return (
    <>
      {sources.length > 0 && (
        <>
          <Details summary="Sources">
            <ol class="govuk-list app-case__sources">
              {sources.map(({ number, text, url }) => (
                <li key={number}>
                  [{number}]{' '}
                  <a class="govuk-link" href={url}>
                    {text}
                  </a>
                </li>
              ))}
            </ol>
          </Details>
        </>
      )}
      <p class="govuk-body-s">
        As known on {formatDay(knownOn)}. {RULES_SPEAK_TO}
      </p>
    </>
  );
}
