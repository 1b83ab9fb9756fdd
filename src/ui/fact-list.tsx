import type { VNode } from 'preact';
import type { Certainty, Fact } from '../domain/catalogue/fact.ts';
import { sourceWords } from './prose.tsx';
import type { Shown } from './shown.ts';

const DOUBT: Readonly<Record<Certainty, string>> = {
  high: '',
  medium: ' We are fairly sure of this.',
  low: ' We could not confirm this.',
  disputed: ' Sources differ about this.',
};

/** The statements that hold on the day about some topics, each leading to its source and its history. */
export function FactList({ topics, on, urls }: Shown & { readonly topics: readonly string[] }): VNode {
  const facts = topics.flatMap((topic) => on.facts.get(topic) ?? []);
  if (facts.length === 0) return <p class="govuk-body">We hold no published fact about it for this day.</p>;
  return (
    <ul class="app-facts">
      {facts.map((fact) => (
        <FactItem key={fact.id} fact={fact} href={urls.fact(fact)} />
      ))}
    </ul>
  );
}

function FactItem({ fact, href }: { readonly fact: Fact; readonly href: string }): VNode {
  return (
    <li class="app-facts__item">
      {fact.statement}
      {DOUBT[fact.certainty]}{' '}
      <span class="app-facts__source">
        Source:{' '}
        <a class="govuk-link" href={href}>
          {sourceWords(fact)}
        </a>
      </span>
    </li>
  );
}
