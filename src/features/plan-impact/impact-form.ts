import { z } from 'zod';
import { newNames } from '../../domain/names/name-warning.ts';
import { IMPACT_LIMITS, PURPOSES, type Impact } from '../../domain/looking-back/impact.ts';
import { parsePromptKey } from '../../domain/looking-back/reflection.ts';
import { longText, oneLine } from '../../http/text-field.ts';

export const TEXT_WORDS = {
  need: { label: 'The need', hint: 'What you saw, and for which pupils. No names.' },
  changed: { label: 'What changed', hint: 'In two or three sentences. Say what you cannot tell yet.' },
  next: { label: 'What next', hint: 'What you would do with it in the job, or in the year to come.' },
} as const;
export type TextName = keyof typeof TEXT_WORDS;
export const TEXT_NAMES = Object.keys(TEXT_WORDS) as readonly TextName[];

const words = (name: TextName) => longText(IMPACT_LIMITS.words, `“${TEXT_WORDS[name].label}”`);

const chosen = z.array(z.string()).max(IMPACT_LIMITS.chosen, `Choose up to ${IMPACT_LIMITS.chosen} of these`);

/** What goes onto the page, in the order of its form. */
export const impactForm = z.object({
  purpose: z
    .string()
    .refine((text) => PURPOSES.some((purpose) => purpose === text), 'Choose what it is for')
    .transform((text) => PURPOSES.find((purpose) => purpose === text) ?? 'other'),
  name: oneLine(IMPACT_LIMITS.name, 'A name'),
  need: words('need'),
  steps: chosen,
  changed: words('changed'),
  reflections: chosen.transform((keys) => keys.flatMap((key) => parsePromptKey(key) ?? [])),
  evidence: chosen,
  next: words('next'),
});

/** What there is to choose from: an id of anything else is let go. */
export interface Choices {
  readonly steps: readonly string[];
  readonly reflections: readonly string[];
  readonly evidence: readonly string[];
}

export function impactIn(sent: z.output<typeof impactForm>, choices: Choices): Impact {
  return {
    ...sent,
    steps: choices.steps.filter((id) => sent.steps.includes(id)),
    reflections: sent.reflections.filter((key) => choices.reflections.includes(key)),
    evidence: choices.evidence.filter((id) => sent.evidence.includes(id)),
  };
}

/** Whether there is anything to put onto a page. */
export function isEmpty({ need, changed, next, steps, reflections, evidence }: Impact): boolean {
  return `${need}${changed}${next}` === '' && steps.length + reflections.length + evidence.length === 0;
}

/** Whether something that looks like somebody's name has come in; the teacher's own stands in a field of its own. */
export function bringsNames(before: Impact | undefined, after: Impact): boolean {
  return TEXT_NAMES.some((name) => newNames(before?.[name] ?? '', after[name]).length > 0);
}
