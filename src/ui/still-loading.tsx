import type { VNode } from 'preact';
import { InsetText } from './inset-text.tsx';

/** In the first seconds of a new service: what is asked of schools cannot be answered yet. */
export function StillLoading(): VNode {
  return (
    <InsetText>
      <strong>Schools are still being loaded.</strong> Open this page again in a moment.
    </InsetText>
  );
}
