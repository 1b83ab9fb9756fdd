import type { VNode } from 'preact';
import type { Session } from '../../db/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

export interface SessionsSectionProps {
  readonly sessions: readonly Session[];
  /** The id of the one this page is looked at with. */
  readonly current: string;
}

export function SessionsSection({ sessions, current }: SessionsSectionProps): VNode {
  const others = sessions.filter(({ id }) => id !== current);
  return (
    <PageSection id="signed-in" name="Where you are signed in">
      <ul class="app-account__list">
        {sessions.map((session) => (
          <li key={session.id}>
            <strong>{session.browser}</strong>
            {session.id === current && ', this browser'}.{' '}
            <span class="app-account__when">
              Since {formatInstant(session.createdAt)}, last used {formatInstant(session.seenAt)}.
            </span>{' '}
            {session.id !== current && <End session={session} />}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action={ACCOUNT_URLS.account()}>
          <HiddenFields fields={[['act', 'end-other-sessions']]} />
          <Button kind="secondary">Sign out everywhere else</Button>
        </form>
      )}
      <form method="post" action={ACCOUNT_URLS.signOut()}>
        <Button kind="secondary">Sign out here</Button>
      </form>
    </PageSection>
  );
}

function End({ session }: { readonly session: Session }): VNode {
  return (
    <form method="post" action={ACCOUNT_URLS.account()} class="app-account__inline">
      <HiddenFields
        fields={[
          ['act', 'end-session'],
          ['session', session.id],
        ]}
      />
      <button type="submit" class="app-link-button">
        Sign it out
        <span class="govuk-visually-hidden">
          : {session.browser}, since {formatInstant(session.createdAt)}
        </span>
      </button>
    </form>
  );
}
