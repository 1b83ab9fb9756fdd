import type { VNode } from 'preact';
import { ACCOUNT_URLS } from '../urls.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { signInFields, type PlanToKeep } from './sign-in-form.tsx';

export interface KeepInAccountProps {
  /** The plan, and the page of it to go on to. */
  readonly wanted: PlanToKeep;
  /** The address of whoever is signed in. */
  readonly reader: string;
  /** What they have of it, where nothing around it says so. */
  readonly why?: string;
  readonly kind?: 'primary' | 'secondary';
}

/** For whoever is signed in and holds the private link of a plan that is in nobody's account: it goes into theirs. */
export function KeepInAccount({ wanted, reader, why, kind = 'primary' }: KeepInAccountProps): VNode {
  return (
    <form method="post" action={ACCOUNT_URLS.signInKeep()}>
      <HiddenFields fields={signInFields(wanted)} />
      <p class="govuk-body">
        You are signed in as {reader}.{why !== undefined && ` ${why}`}
      </p>
      <Button kind={kind}>Keep it in my account</Button>
    </form>
  );
}
