import { findAnsweredPrompts } from '../../db/reflections.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { promptsOf, standingOn, type Prompt, type Standing } from '../../domain/looking-back/reflection.ts';
import type { Services } from '../../services.ts';

import type { PlanVisit } from './plan-visit.ts';

/** Everything a plan asks its owner to look back on, and how that stands today. */
export interface ReflectionsDue extends Standing {
  readonly prompts: readonly Prompt[];
}

export async function reflectionsDue({ db }: Services, here: PlanVisit): Promise<ReflectionsDue> {
  const { plan, kept, halfTerms, visit } = here;
  const prompts = promptsOf(plan, halfTerms, londonDay(kept.createdAt));
  return { prompts, ...standingOn(prompts, await findAnsweredPrompts(db, kept.id), visit.today) };
}
