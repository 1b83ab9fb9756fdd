import type { VNode } from 'preact';
import { isSettled } from '../../domain/matching/assess.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { formatDay } from '../../ui/format.ts';
import type { Urls } from '../../urls.ts';

/** Under a step's summary: why, what would change it, or the answer that is owed. Never more than three lines. */
export function VerdictWords({ ranked, urls }: { readonly ranked: Ranked; readonly urls: Urls }): VNode {
  const doubts = ranked.findings.filter((finding) => finding.owner === 'world');
  const world = doubts.find(({ code }) => code === 'could-not-confirm') ?? doubts[0];
  return (
    <>
      {ranked.verdict === 'open' && <Why ranked={ranked} />}
      {ranked.verdict === 'ask' && <Owed ranked={ranked} urls={urls} />}
      {ranked.verdict === 'not-yet' && <WhatWouldChange ranked={ranked} />}
      {world && ranked.verdict !== 'no' && <p class="app-step__why">To confirm: {world.because}</p>}
      {!isSettled(ranked) && ranked.verdict === 'not-yet' && <Owed ranked={ranked} urls={urls} />}
    </>
  );
}

function Why({ ranked }: { readonly ranked: Ranked }): VNode {
  const told = ranked.reasons.slice(0, 2).map((reason) => reason.because);
  const met = ranked.findings
    .filter((finding) => finding.outcome === 'met')
    .slice(0, 1)
    .map((finding) => finding.because);
  return <p class="app-step__why">Why: {(told.length > 0 ? told : met).join(' ') || 'Nothing stands in the way.'}</p>;
}

export function WhatWouldChange({ ranked }: { readonly ranked: Pick<Ranked, 'findings' | 'next'> }): VNode {
  const { next } = ranked;
  const barriers = ranked.findings.filter((finding) => finding.outcome === 'not-met').map((finding) => finding.because);
  return (
    <p class="app-step__change">
      {barriers.join(' ')}{' '}
      {next && (
        <>
          <span class="app-step__lead-in">What would change this:</span> once {next.change}
          {next.when !== null && `, ${formatDay(next.when)}`}.
          {next.known === 'not-announced' && ' This page will show it when it is.'}
        </>
      )}
    </p>
  );
}

function Owed({ ranked, urls }: { readonly ranked: Ranked; readonly urls: Urls }): VNode | null {
  const owed = ranked.findings.find((finding) => finding.owner === 'teacher');
  if (!owed?.question) return null;
  return (
    <p class="app-step__change">
      <span class="app-step__lead-in">Tell us:</span> {questionOf(owed.question).ask}{' '}
      <a class="govuk-link" href={urls.check([['change', owed.question]])}>
        Answer<span class="govuk-visually-hidden"> this, for {ranked.opportunity.name}</span>
      </a>
    </p>
  );
}
