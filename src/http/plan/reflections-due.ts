import { findAnsweredPrompts } from '../../db/reflections.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import {
  reflectionPrompts,
  promptsDue,
  type ReflectionPrompt,
  type PromptsDue,
} from '../../domain/looking-back/reflection.ts';
import type { Services } from '../../services/services.ts';

import type { PlanVisit } from './plan-visit.ts';

/** Everything a plan asks its owner to look back on, and how that stands today. */
export interface ReflectionsDue extends PromptsDue {
  readonly prompts: readonly ReflectionPrompt[];
}

export async function reflectionsDue({ db }: Services, here: PlanVisit): Promise<ReflectionsDue> {
  const { plan, kept, halfTerms, visit } = here;
  const prompts = reflectionPrompts(plan, halfTerms, londonDay(kept.createdAt));
  return { prompts, ...promptsDue(prompts, await findAnsweredPrompts(db, kept.id), visit.today) };
}
