import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';
import { controlIds, FormGroup, type ControlProps } from './form-group.tsx';

export interface TextInputProps extends ControlProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'number' | undefined;
  /** How many characters it is wide, where that tells what is expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly prefix?: ComponentChildren;
  readonly suffix?: ComponentChildren;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly pattern?: string | undefined;
}

export function TextInput(props: TextInputProps): VNode {
  const { prefix, suffix } = props;
  const hasAffix = prefix != null || suffix != null;
  return (
    <FormGroup control={props}>
      {hasAffix ? (
        <div class="govuk-input__wrapper">
          {prefix != null && <Affix kind="prefix">{prefix}</Affix>}
          <Input {...props} />
          {suffix != null && <Affix kind="suffix">{suffix}</Affix>}
        </div>
      ) : (
        <Input {...props} />
      )}
    </FormGroup>
  );
}

function Input(props: TextInputProps): VNode {
  const { id, errorId, describedBy } = controlIds(props);
  const width = props.width && `govuk-input--width-${props.width}`;
  return (
    <input
      class={classNames('govuk-input', width, props.class, errorId && 'govuk-input--error')}
      id={id}
      name={props.name}
      // The JSX types tell one input from another by a literal type and cannot take a union of them.
      type={(props.type ?? 'text') as 'text'}
      value={props.value}
      disabled={props.disabled}
      inputMode={props.inputMode}
      autoComplete={props.autocomplete}
      autoCapitalize={props.autocapitalize}
      pattern={props.pattern}
      spellcheck={props.spellcheck}
      aria-describedby={describedBy}
    />
  );
}

function Affix({
  kind,
  children,
}: {
  readonly kind: 'prefix' | 'suffix';
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  );
}
