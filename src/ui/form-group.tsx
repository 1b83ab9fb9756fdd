import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label, type TextSize } from './label.tsx';

/** What every single control shares. A form's field (`name`, `value`, `error`) can be spread into it. */
export interface ControlProps {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly labelSize?: TextSize | undefined;
  readonly labelIsPageHeading?: boolean | undefined;
  readonly labelClass?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  /** The id of something else on the page that explains the control. */
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly groupClass?: string | undefined;
  readonly class?: string | undefined;
}

/** The ids a control hangs on: its own, and what describes it, in the order they are read out. */
export interface ControlIds {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly describedBy: string | undefined;
}

export function controlIds(control: Pick<ControlProps, 'name' | 'id' | 'hint' | 'error' | 'describedBy'>): ControlIds {
  const id = control.id ?? control.name;
  const hintId = control.hint == null ? undefined : `${id}-hint`;
  const errorId = control.error == null ? undefined : `${id}-error`;
  const describedBy = [control.describedBy, hintId, errorId].filter(Boolean).join(' ') || undefined;
  return { id, hintId, errorId, describedBy };
}

export interface FormGroupProps {
  readonly control: ControlProps;
  readonly children: ComponentChildren;
}

/** A control with its label, hint and error round it. */
export function FormGroup({ control, children }: FormGroupProps): VNode {
  const { id, hintId, errorId } = controlIds(control);
  return (
    <div class={groupClass(errorId !== undefined, control.groupClass)}>
      <Label for={id} size={control.labelSize} isPageHeading={control.labelIsPageHeading} class={control.labelClass}>
        {control.label}
      </Label>
      <Explained hint={control.hint} hintId={hintId} error={control.error} errorId={errorId} />
      {children}
    </div>
  );
}

export function groupClass(hasError: boolean, extra: string | undefined): string {
  return classNames('govuk-form-group', hasError && 'govuk-form-group--error', extra);
}

export interface ExplainedProps {
  readonly hint: ComponentChildren;
  readonly hintId: string | undefined;
  readonly error: ComponentChildren;
  readonly errorId: string | undefined;
}

/** The hint and the error of a control, or of a group of them. */
export function Explained({ hint, hintId, error, errorId }: ExplainedProps): VNode {
  return (
    <>
      {hintId !== undefined && <Hint id={hintId}>{hint}</Hint>}
      {errorId !== undefined && <ErrorMessage id={errorId}>{error}</ErrorMessage>}
    </>
  );
}
