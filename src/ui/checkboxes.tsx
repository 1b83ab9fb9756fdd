import type { VNode } from 'preact';
import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx';
import { classNames } from './class-names.ts';

export interface CheckboxesProps extends ChoiceGroupProps {
  /** The answers chosen so far. */
  readonly values?: readonly string[] | undefined;
  readonly small?: boolean | undefined;
}

export function Checkboxes({ values = [], small = false, ...group }: CheckboxesProps): VNode {
  return (
    <ChoiceGroup
      group={{ ...group, class: classNames(small && 'govuk-checkboxes--small', group.class) }}
      kind={{
        block: 'govuk-checkboxes',
        type: 'checkbox',
        isChecked: (item) => values.includes(item),
        describesItems: true,
      }}
    />
  );
}
