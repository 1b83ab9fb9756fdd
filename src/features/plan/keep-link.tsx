import type { VNode } from 'preact';
import { Details } from '../../ui/details.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export interface KeepLinkProps {
  readonly link: string;
  /** Where it is mailed to whoever holds it. */
  readonly mailHref: string;
  /** Out of the way, once it has been seen. */
  readonly isFolded?: boolean;
}

/** The private link, to be kept: without an account it is the only way back, and nobody can look it up again. */
export function KeepLink({ link, mailHref, isFolded = false }: KeepLinkProps): VNode {
  const inner = (
    <>
      <TextInput
        name="private-link"
        label="Your private link"
        labelSize="s"
        hint="Whoever has it can open and change your plan. We keep no copy and cannot look it up again."
        value={link}
        spellcheck={false}
        class="app-keep-link__address"
      />
      <p class="govuk-body">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          data-module="app-copy"
          data-copies="private-link"
          hidden
        >
          Copy the link
        </button>{' '}
        <a class="govuk-link" href={mailHref}>
          Mail it to yourself
        </a>
        , or bookmark this page.
      </p>
    </>
  );
  if (isFolded) return <Details summary="Your private link">{inner}</Details>;
  return (
    <section class="app-keep-link" aria-labelledby="keep-link">
      <h2 class="app-keep-link__title" id="keep-link">
        Keep this link
      </h2>
      {inner}
    </section>
  );
}
