import type { VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { AboutPage, WriteTo } from './about-page.tsx';

export function PrivacyPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Privacy"
      lead="You need no account, we do not ask your name, and what you answer is not kept by us."
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
      <h2>What is written down</h2>
      <p>
        For each page asked for, the service writes down the time, the page without your answers, whether it worked and
        how long it took. It does not write down who asked. The company that houses the machine, or your school’s
        network, may keep records of its own; we do not see them.
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
        <a href={visit.urls.cookies()}>cookies</a>, of which there are none.
      </p>
      <h2>Ask us</h2>
      <p>
        To ask about any of this, or to complain, <WriteTo visit={visit} />. You can also go to the{' '}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </AboutPage>
  );
}
