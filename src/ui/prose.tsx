import type { ComponentChildren, VNode } from 'preact';
import type { Fact } from '../domain/catalogue/fact.ts';
import { parseProse } from '../domain/prose.ts';
import { FactLink } from './fact.tsx';
import { formatDayOrMonth, formatQuantity } from './format.ts';
import type { Shown } from './shown.ts';

/** A fact's value as it stands in a sentence; a fact without one is named by its statement. */
export function factText(fact: Fact): string {
  if (fact.value === undefined) return fact.statement.replace(/\.$/, '');
  return typeof fact.value === 'string' ? fact.value : formatQuantity(fact.value);
}

/** `Title, 18 May 2026`, for a link's title. */
export function sourceWords(fact: Fact): string {
  return fact.source.published === null
    ? fact.source.title
    : `${fact.source.title}, ${formatDayOrMonth(fact.source.published)}`;
}

/** A topic's figure on the day shown, leading to its source; what is not held is said. */
export function TopicFigure({ topic, on, urls }: Shown & { readonly topic: string }): VNode {
  const held = on.facts.get(topic) ?? [];
  const [fact, ...others] = held;
  if (!fact) return <FactLink href={urls.fact({ topic })} text="a figure we do not hold for this day" />;
  const disputed = others.length > 0 ? ` or ${others.map(factText).join(' or ')} (sources differ)` : '';
  return <FactLink href={urls.fact({ topic })} text={`${factText(fact)}${disputed}`} title={sourceWords(fact)} />;
}

/** Prose as content writes it, its figures drawn from the facts of the day. */
export function Prose({ text, on, urls }: Shown & { readonly text: string }): ComponentChildren {
  return parseProse(text).map((segment): ComponentChildren => {
    if (segment.kind === 'text') return segment.text;
    if (segment.kind === 'link')
      return (
        <a class="govuk-link" href={urls.written(segment.path)}>
          {segment.text}
        </a>
      );
    return <TopicFigure topic={segment.topic} on={on} urls={urls} />;
  });
}
