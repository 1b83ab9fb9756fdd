import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface ButtonProps {
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly kind?: 'primary' | 'secondary' | 'warning' | 'inverse' | undefined;
  /** The one that begins a journey. */
  readonly isStart?: boolean | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps): VNode {
  const { href, kind = 'primary', isStart = false, id, children } = props;
  const common = {
    class: classNames(
      'govuk-button',
      kind !== 'primary' && `govuk-button--${kind}`,
      props.class,
      isStart && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id,
  };
  const content = isStart ? <StartContent>{children}</StartContent> : children;
  if (href !== undefined) {
    return (
      <a href={href} role="button" draggable={false} {...common}>
        {content}
      </a>
    );
  }
  const { type = 'submit', name, value, disabled, preventDoubleClick } = props;
  return (
    <button
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={disabled}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...common}
    >
      {content}
    </button>
  );
}

function StartContent({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  );
}
