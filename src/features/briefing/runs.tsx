import type { VNode } from 'preact';
import type { Run } from '../../domain/catalogue/briefing-runs.ts';
import { runText } from '../../documents/briefing-words.ts';
import { TopicFigure } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';

/** The briefing's words on the page: as the PDF has them, with each figure leading to its fact and its number to its source. */
export function Runs({ runs, on, urls }: Shown & { readonly runs: readonly Run[] }): VNode {
  return (
    <>
      {runs.map((run, index) => (
        <OneRun key={index} run={run} on={on} urls={urls} />
      ))}
    </>
  );
}

function OneRun({ run, on, urls }: Shown & { readonly run: Run }): VNode {
  if (run.kind === 'facts') {
    return (
      <>
        <TopicFigure topic={run.topic} on={on} urls={urls} />
        <Cites numbers={run.cites} />
      </>
    );
  }
  if (run.kind === 'statement') {
    return (
      <>
        <a class="govuk-link" href={urls.fact(run.fact)}>
          {run.fact.statement}
        </a>
        <Cites numbers={run.cites} />
      </>
    );
  }
  return <>{runText(run, on.day)}</>;
}

function Cites({ numbers }: { readonly numbers: readonly number[] }): VNode {
  return (
    <>
      {numbers.map((number) => (
        <sup key={number} class="app-briefing__cite">
          <a class="govuk-link" href={`#source-${number}`} aria-label={`Source ${number}`}>
            {`[${number}]`}
          </a>
        </sup>
      ))}
    </>
  );
}
