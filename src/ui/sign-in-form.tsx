import type { VNode } from 'preact';
import type { NextPage } from '../domain/account/next-page.ts';
import { ACCOUNT_URLS } from '../urls.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import type { PageFrame } from './layout.tsx';
import { TextInput } from './text-input.tsx';

/** The plans of a private link, to be kept in an account, and the page of one to go on to. */
export interface PlanToKeep {
  readonly key: string;
  readonly number?: number | undefined;
  readonly page: NextPage;
}

/** What somebody signs in for, as the form carries it. */
export type SignInFor =
  | PlanToKeep
  /** To go on to a page of ours whose path holds no key; their account where there is none. */
  | { readonly next?: string | undefined };

export interface SignInFormProps {
  readonly frame: PageFrame;
  readonly wanted: SignInFor;
  /** What the button says; it sends a mail and does nothing else. */
  readonly button?: string;
  readonly hint?: string;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}

const HINT = 'Your work or home address. We send a link to it: there is no password.';

/** The fields the handler of either way to sign in reads. */
export function signInFields(wanted: SignInFor): readonly (readonly [name: string, value: string])[] {
  if (!('key' in wanted)) return wanted.next === undefined ? [] : [['next', wanted.next]];
  const { key, number, page } = wanted;
  return [['key', key], ['page', page], ...(number === undefined ? [] : [['number', String(number)] as const])];
}

/** Asks for the address a link goes to, and offers the other sign-in service where one is set. At most one to a page. */
export function SignInForm(props: SignInFormProps): VNode {
  const { frame, wanted, button = 'Send me a link', hint = HINT, typed, error } = props;
  const carried = <HiddenFields fields={signInFields(wanted)} />;
  return (
    <>
      <form method="post" action={ACCOUNT_URLS.signIn()} noValidate>
        {carried}
        <TextInput
          name="address"
          type="email"
          label="Your email address"
          labelSize="s"
          hint={hint}
          value={typed}
          error={error}
          autocomplete="email"
          spellcheck={false}
          class="app-sign-in__address"
        />
        <Button preventDoubleClick>{button}</Button>
      </form>
      {frame.signInWith !== undefined && (
        <form method="post" action={ACCOUNT_URLS.signInWith()} class="app-sign-in__elsewhere">
          {carried}
          <p class="govuk-body">Or with an account you have already:</p>
          <Button kind="secondary" preventDoubleClick>
            Sign in with {frame.signInWith}
          </Button>
        </form>
      )}
    </>
  );
}
