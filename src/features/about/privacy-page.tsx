import type { VNode } from 'preact';
import { DELETED_KEPT_DAYS } from '../../domain/plan/plan.ts';
import { LINK_FORGOTTEN_DAYS } from '../../domain/people/sign-in-times.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { AboutPage, WriteTo } from './about-page.tsx';

export function PrivacyPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Privacy"
      lead="You need no account and we do not ask your name. What you answer is not kept by us until you start a plan."
    >
      <h2>Where your answers are</h2>
      <p>
        Your answers stand in the address of the page, and nowhere else. That is how you can come back to them, change
        one, or send them to somebody. Your browser keeps the address in its history, and whoever you send it to sees
        the answers. To forget them, close the page and clear that entry from your history.
      </p>
      <p>
        No name and no e-mail address is ever part of it. Even so, a few answers together can point at one person, such
        as the head of a school. So a page with answers asks search engines not to list it and browsers not to store it,
        and when you follow a link to another site your address is not passed on.
      </p>
      <h2>If you make a plan</h2>
      <p>
        A plan is kept until you delete it: its steps, what you write in it, and the answers it was started from. It is
        opened by its private link, and from an account if you put it into one. We keep no copy of that link, only a
        check value from which it cannot be worked out, so we cannot open your plan, nor find it again for you. Whoever
        you give the link to can open and change it.
      </p>
      <p>
        Every change is kept as a version, so that you can go back. A deleted plan can be brought back for{' '}
        {DELETED_KEPT_DAYS} days; then it and all its versions are removed for good. Backups of the whole service may
        hold it until they are thrown away in their turn. You can take all of a plan away as a file at any time. A
        calendar link is a second key, which shows dates and nothing else; you can end it.
      </p>
      <p>Write nothing in a plan that names a pupil or a colleague. Where something looks like a name, we say so.</p>
      <IfYouSignIn />
      <h2>What is written down</h2>
      <p>
        For each page asked for, the service writes down the time, the page without your answers and without the key of
        a plan, whether it worked and how long it took. It does not write down who asked. The company that houses the
        machine, or your school’s network, may keep records of its own; we do not see them.
      </p>
      <h2>What we never ask</h2>
      <ul>
        <li>Your teacher reference number, or your date of birth.</li>
        <li>Anything about a pupil.</li>
        <li>Your appraisal. Nothing here is part of it.</li>
      </ul>
      <h2>Who else is involved</h2>
      <p>
        Nobody. There is no advertising and no measuring of visitors, and every part of a page, the font included, comes
        from this service. Links lead to other sites, which have their own rules. See{' '}
        <a href={visit.urls.cookies()}>cookies</a>: there is one, and only if you sign in.
      </p>
      <h2>Ask us</h2>
      <p>
        To ask about any of this, or to complain, <WriteTo visit={visit} />. You can also go to the{' '}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </AboutPage>
  );
}

function IfYouSignIn(): VNode {
  return (
    <>
      <h2>If you sign in</h2>
      <p>
        You need an account only to share a plan, or to keep it without its private link. An account is your email
        address, the plans you put into it, and the browsers you are signed in with, by names such as “Firefox on
        Windows”. There is no password. An address that a link was sent to and that nobody signed in with is forgotten
        within {formatCount(LINK_FORGOTTEN_DAYS, 'day')}. How often links are asked for is counted for a day, under
        marks from which neither address nor network can be told.
      </p>
    </>
  );
}
