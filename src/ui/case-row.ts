import type { CaseStep } from '../domain/case/case.ts';
import type { CaseRow } from '../domain/case/case-sheet.ts';

export function row(label: string, words: string, cites: readonly number[] = []): CaseRow {
  return { label, words, cites };
}

/** `Fee`, or with the step's name where there is more than one. */
export function labelFor(label: string, { name }: Pick<CaseStep, 'name'>, several: boolean): string {
  return several ? `${label}: ${name}` : label;
}
