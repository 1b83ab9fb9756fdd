import type { VNode } from 'preact';
import { classNames } from './class-names.ts';
import { controlIds, FormGroup, type ControlProps } from './form-group.tsx';

export interface SelectOption {
  readonly text: string;
  /** What is sent; the text itself where absent. */
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps extends ControlProps {
  readonly options: readonly (SelectOption | false | null | undefined)[];
  /** The value chosen so far. */
  readonly value?: string | undefined;
}

export function Select(props: SelectProps): VNode {
  const { id, errorId, describedBy } = controlIds(props);
  return (
    <FormGroup control={props}>
      <select
        class={classNames('govuk-select', props.class, errorId && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy}
      >
        {props.options.map((option) => option && <Option key={option.text} option={option} chosen={props.value} />)}
      </select>
    </FormGroup>
  );
}

function Option({ option, chosen }: { readonly option: SelectOption; readonly chosen: string | undefined }): VNode {
  const { text, value, disabled } = option;
  return (
    <option value={value} selected={chosen !== undefined && chosen === (value ?? text)} disabled={disabled}>
      {text}
    </option>
  );
}
