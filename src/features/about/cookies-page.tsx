import type { VNode } from 'preact';
import { SESSION_DAYS } from '../../domain/account/retention.ts';
import { ELSEWHERE_MINUTES, LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { ACCOUNT_URLS } from '../../urls.ts';
import { AboutPage } from './about-page.tsx';

export function CookiesPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Cookies"
      lead={
        visit.frame.signInWith === undefined
          ? 'Nothing is left in your browser until you sign in. Then one cookie keeps you signed in, and does nothing else.'
          : `Nothing is left in your browser until you sign in. One cookie keeps you signed in. If you sign in with ${visit.frame.signInWith}, another is left for some minutes before that, and does nothing else.`
      }
    >
      <p>
        A cookie is a note that a site leaves in your browser. You can look at everything here, check what is open to
        you, make a plan and answer somebody who shares theirs with you, and none is left. So there is nothing to accept
        or refuse, and no banner.
      </p>
      <h2>The one that keeps you signed in</h2>
      <ul>
        <li>It is called “session”, or “__Host-session”.</li>
        <li>It is set when you press the button that signs you in, and not before.</li>
        <li>
          It stays for {formatCount(SESSION_DAYS, 'day')}, or until you <a href={ACCOUNT_URLS.signIn()}>sign out</a>.
          You can end it from any other browser, on your account’s page.
        </li>
        <li>
          It holds a number drawn by chance, by which we find your account. It holds nothing about you, no script can
          read it, and no other site is sent it.
        </li>
      </ul>
      {visit.frame.signInWith !== undefined && <Elsewhere name={visit.frame.signInWith} />}
      <h2>What is never done</h2>
      <p>
        No cookie follows you, here or elsewhere, and nobody but us sets one. Nothing else is kept in your browser
        either. It may keep our style sheet and font for a while, so that the next page comes faster; they say nothing
        about you.
      </p>
      <p>
        What happens to your answers is under <a href={visit.urls.privacy()}>privacy</a>.
      </p>
    </AboutPage>
  );
}

/** The note that is left while somebody is at the other sign-in service. */
function Elsewhere({ name }: { readonly name: string }): VNode {
  return (
    <>
      <h2>A second one while you sign in with {name}</h2>
      <p>
        It is set when you press the button that leads to {name}, before you are signed in. It is called “signing-in”,
        or “__Host-signing-in”. It proves, when {name} leads you back, that it was this browser which set out. It stays
        for {formatCount(ELSEWHERE_MINUTES, 'minute')}, or for {formatCount(LINK_MINUTES, 'minute')} where you have to
        confirm your address by a mail. {name} sets cookies of its own on its own site.
      </p>
    </>
  );
}
