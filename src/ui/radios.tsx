import type { VNode } from 'preact';
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';
import { classNames } from './class-names.ts';

export interface RadiosProps extends ChoiceGroupProps {
  /** The answer chosen so far. */
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
}

export function Radios({ value, inline = false, small = false, ...group }: RadiosProps): VNode {
  return (
    <ChoiceGroup
      group={{
        ...group,
        class: classNames(inline && 'govuk-radios--inline', small && 'govuk-radios--small', group.class),
      }}
      kind={{ block: 'govuk-radios', type: 'radio', isChecked: (item) => item === value, describesItems: false }}
    />
  );
}
