import type { VNode } from 'preact';
import type { Account } from '../../db/accounts.ts';
import type { FieldErrors } from '../../http/form.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

/** What was typed and cannot be taken, to be mended. */
export interface WhoTyped {
  readonly typed: { readonly name?: string; readonly address?: string };
  readonly errors: FieldErrors;
}

/** Who somebody is to others, and where they are mailed. */
export function WhoSection({ account, typed, errors }: WhoTyped & { readonly account: Account }): VNode {
  return (
    <PageSection id="who" name="Your name and address">
      <form method="post" action={ACCOUNT_URLS.account()} noValidate>
        <HiddenFields fields={[['act', 'name']]} />
        <TextInput
          name="name"
          label="Your name"
          labelSize="s"
          hint="What colleagues see in what you share with them. Nobody else sees it."
          value={typed.name ?? account.name}
          error={errors.get('name')}
          autocomplete="name"
          spellcheck={false}
          width={20}
        />
        <Button kind="secondary">Save the name</Button>
      </form>
      <form method="post" action={ACCOUNT_URLS.account()} noValidate>
        <HiddenFields fields={[['act', 'address']]} />
        <p class="govuk-body">
          You sign in with <strong>{account.address}</strong>. Before you leave a school, move to an address that goes
          with you.
        </p>
        <TextInput
          name="address"
          label="A new address"
          labelSize="s"
          hint="We send it a link that confirms it. Until you have pressed the button there, nothing changes."
          type="email"
          value={typed.address ?? ''}
          error={errors.get('address')}
          autocomplete="email"
          spellcheck={false}
          width={20}
        />
        <Button kind="secondary">Send the link</Button>
      </form>
    </PageSection>
  );
}
