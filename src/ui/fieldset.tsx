import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';
import type { TextSize } from './label.tsx';

export interface FieldsetProps {
  readonly legend?: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  /** The legend is the page's question and so its h1. */
  readonly legendIsPageHeading?: boolean | undefined;
  readonly legendClass?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: 'group' | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Fieldset(props: FieldsetProps): VNode {
  const { legend, legendSize, legendIsPageHeading = false, legendClass, describedBy, role, children } = props;
  const size = legendSize && `govuk-fieldset__legend--${legendSize}`;
  return (
    <fieldset class={classNames('govuk-fieldset', props.class)} role={role} aria-describedby={describedBy}>
      {legend != null && (
        <legend class={classNames('govuk-fieldset__legend', legendClass, size)}>
          {legendIsPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
