import type { Figure, Opportunity } from './opportunity.ts';
import { topicsIn } from '../prose.ts';

/** Every topic an opportunity's page states or rests on: in its words, its figures, its requirements, its intakes. */
export function topicsOf(opportunity: Opportunity): readonly string[] {
  const { summary, what, suits, asksOfYou = '', asksOfSchool = '', firstStep, ended = '', when, figures } = opportunity;
  const words = [summary, ...what, suits, asksOfYou, asksOfSchool, firstStep, ended, when.words ?? ''];
  return [
    ...new Set([
      ...opportunity.facts,
      ...Object.values(figures).flatMap((figure: Figure | undefined) => (figure ? topicsOfFigure(figure) : [])),
      ...words.flatMap(topicsIn),
      ...opportunity.requirements.flatMap((requirement) => requirement.facts ?? []),
      ...opportunity.intakes.flatMap((intake) => intake.facts),
    ]),
  ];
}

function topicsOfFigure(figure: Figure): readonly string[] {
  if ('unknown' in figure) return topicsIn(figure.unknown);
  const noted = figure.note === undefined ? [] : topicsIn(figure.note);
  return 'fact' in figure ? [figure.fact, ...noted] : noted;
}
