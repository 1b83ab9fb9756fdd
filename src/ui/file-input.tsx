import type { VNode } from 'preact';
import { classNames } from './class-names.ts';
import { controlIds, FormGroup, type ControlProps } from './form-group.tsx';

export interface FileInputProps extends ControlProps {
  /** What the browser offers to choose from; it is checked again when it comes. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

export function FileInput(props: FileInputProps): VNode {
  const { id, errorId, describedBy } = controlIds(props);
  return (
    <FormGroup control={props}>
      <input
        class={classNames('govuk-file-upload', props.class, errorId && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        disabled={props.disabled}
        aria-describedby={describedBy}
      />
    </FormGroup>
  );
}
