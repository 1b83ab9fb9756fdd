import type { VNode } from 'preact';
import type { PhaseId } from '../domain/plan/plan.ts';
import type { PhaseProgress } from '../domain/plan/plan-prompts.ts';

export interface PhaseLineProps {
  /** From `phaseProgress`. */
  readonly phases: readonly PhaseProgress[];
  readonly hrefOf: (phase: { readonly id: PhaseId }) => string;
  /** The phase whose page this is. */
  readonly current?: PhaseId | undefined;
}

/** The four phases as stops on one line, each with how far it is written. A written stop is full. */
export function PhaseLine({ phases, hrefOf, current }: PhaseLineProps): VNode {
  return (
    <nav class="app-phase-line" aria-label="Phases of your plan">
      <ol class="app-phase-line__stops">
        {phases.map(({ phase, name, written, of }) => (
          <li key={phase} class={`app-phase-line__stop app-phase-line__stop--${filling(written, of)}`}>
            <a
              class="govuk-link app-phase-line__name"
              href={hrefOf({ id: phase })}
              aria-current={phase === current ? 'page' : undefined}
            >
              {name}
            </a>
            <span class="app-phase-line__written">{writtenWords(written, of)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function filling(written: number, of: number): 'empty' | 'begun' | 'full' {
  if (written === 0) return 'empty';
  return written < of ? 'begun' : 'full';
}

/** `2 of 3 written`. */
export function writtenWords(written: number, of: number): string {
  return written === 0 ? 'Nothing written yet' : `${written} of ${of} written`;
}
