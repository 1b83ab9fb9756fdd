import type { VNode } from 'preact';
import { classNames } from './class-names.ts';
import { controlIds, FormGroup, type ControlProps } from './form-group.tsx';

export interface TextareaProps extends ControlProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
}

export function Textarea(props: TextareaProps): VNode {
  const { id, errorId, describedBy } = controlIds(props);
  return (
    <FormGroup control={props}>
      <textarea
        class={classNames('govuk-textarea', errorId && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        disabled={props.disabled}
        autoComplete={props.autocomplete}
        spellcheck={props.spellcheck}
        aria-describedby={describedBy}
      >
        {props.value}
      </textarea>
    </FormGroup>
  );
}
