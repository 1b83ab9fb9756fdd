import type { VNode } from 'preact';
import {
  CLOSED_KEPT_DAYS,
  FIRST_WARNING_DAYS,
  MAIL_FATE_KEPT_DAYS,
  MAIL_FILES_KEPT_DAYS,
  SECOND_WARNING_DAYS,
  SESSION_DAYS,
  UNUSED_MONTHS,
} from '../../domain/account/retention.ts';
import { SHARE_DAYS } from '../../domain/conversation/share.ts';
import { LINK_FORGOTTEN_DAYS } from '../../domain/account/sign-in-times.ts';
import { DELETED_KEPT_DAYS } from '../../domain/plan/plan.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { ACCOUNT_URLS } from '../../urls.ts';
import { AboutPage, WriteTo } from './about-page.tsx';

export function PrivacyPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Privacy"
      lead="You need no account and we do not ask your name. What you answer is not kept by us until you start a plan. What you do keep you can see, take away and delete."
    >
      <Answers />
      <Plans />
      <Accounts />
      <Sharing />
      <Cases />
      <Mails />
      <Deleting />
      <WrittenDown />
      <h2>What we never ask</h2>
      <ul>
        <li>Your teacher reference number, or your date of birth.</li>
        <li>Anything about a pupil.</li>
        <li>Your appraisal. Nothing here is part of it.</li>
      </ul>
      <h2>Who else is involved</h2>
      <p>
        There is no advertising and no measuring of visitors, and every part of a page, the font included, comes from
        this service. Mail goes through the mail server of whoever runs the service, and then through yours. If you
        choose to sign in with another service, it learns that you did, and we learn from it who you are there and your
        address. Links lead to other sites, which have their own rules. See <a href={visit.urls.cookies()}>cookies</a>:
        {visit.frame.signInWith === undefined
          ? ' there is one, and only if you sign in.'
          : ` one keeps you signed in, and one is left for some minutes while you sign in with ${visit.frame.signInWith}.`}
      </p>
      <h2>Why we may, and what you may ask</h2>
      <p>
        What you put in a plan or an account is kept because you asked us to keep it. Who opened a plan, how often
        somebody tried to sign in, and how much was sent, is kept so that what is yours stays yours. You can see all of
        it, have it put right, take it with you or have it deleted; most of it yourself, on{' '}
        <a href={ACCOUNT_URLS.account()}>your account’s page</a>. For anything else, or to complain,{' '}
        <WriteTo visit={visit} />. You can also go to the{' '}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </AboutPage>
  );
}

function Answers(): VNode {
  return (
    <>
      <h2>Where your answers are</h2>
      <p>
        Your answers stand in the address of the page, and nowhere else. That is how you can come back to them, change
        one, or send them to somebody. Your browser keeps the address in its history, and whoever you send it to sees
        the answers. To forget them, close the page and clear that entry from your history.
      </p>
      <p>
        No name and no email address is ever part of it. Even so, a few answers together can point at one person, such
        as the head of a school. So a page with answers asks search engines not to list it and browsers not to store it,
        and when you follow a link to another site your address is not passed on.
      </p>
    </>
  );
}

function Plans(): VNode {
  return (
    <>
      <h2>If you make a plan</h2>
      <p>
        A plan is kept until you delete it: its steps, what you write in it, and the answers it was started from. It is
        opened by its private link, and by you, signed in, if it is in your account. We keep no copy of the link, only a
        check value from which it cannot be worked out. Whoever you give the link to can open and change the plan. In an
        account you can replace the link, or end it.
      </p>
      <p>
        Every change is kept as a version, so that you can go back. What you write when you look back, and the notes,
        links and files you keep to show what came of it, belong to the plan and go with it. A file is never shown to
        anybody but whoever can open the plan. Of a photograph we keep the picture alone: where, when and by what it was
        taken is left out before it is kept. What stands in a document or a PDF stays in it. A calendar link is a second
        key, which shows dates and nothing else; you can end it.
      </p>
      <p>
        Who opened a plan, and on which day, is kept as long as the plan, for you to see. Write nothing in a plan that
        names a pupil or a colleague. Where something looks like a name, we say so.
      </p>
    </>
  );
}

function Accounts(): VNode {
  return (
    <>
      <h2>If you have an account</h2>
      <p>
        An account is your email address, your name if you give one, the plans you keep in it, and what happened with
        it. It says nothing of your school and belongs to no school: it stays yours when you move. There is no password.
        A link to sign in works once, for a few minutes; an address that one was sent to and that nobody signed in with
        is forgotten within {formatCount(LINK_FORGOTTEN_DAYS, 'day')}. A browser stays signed in for {SESSION_DAYS}{' '}
        days; you see each one on your account’s page and can sign it out. We know it as, for example, “Firefox on
        Windows”, and no closer.
      </p>
      <p>What you ask to hear about, a list that you follow, is kept with your account and goes when you end it.</p>
      <p>
        All of it you can take with you as one file, and bring in again under another account, here or wherever this
        service runs. Two things do not come in again: the bytes of files, which you save from the page of their plan;
        and shares with what was said in them, since those links were sent to people and half of the words are theirs.
        The page of your data says which else, and why.
      </p>
    </>
  );
}

function Sharing(): VNode {
  return (
    <>
      <h2>If you share a plan, or somebody shares one with you</h2>
      <p>
        You give us the name and the address of the person, and which parts they may read. They get a link of their own.
        It shows those parts and nothing else, for {SHARE_DAYS} days or as long as you choose, a year at most, until you
        end it. What they answer and write is kept with your plan, and so are their name and address: as long as the
        plan.
      </p>
      <p>
        If a plan was shared with you, you need no account. What you wrote belongs to that plan and is its owner’s to
        see. While the link works you can take your words back, and they are kept nowhere then. To have your name put
        right or removed, ask them, or write to us.
      </p>
    </>
  );
}

function Cases(): VNode {
  return (
    <>
      <h2>If you send a case to a sponsor, or somebody sends one to you</h2>
      <p>
        A sponsor is whoever answers for the school: the head, most often. You give us their name and address. The case
        is kept as you sent it, even if the plan changes later, and with it every answer they give: yes, yes if or no,
        what they wrote, and the name and role they signed with. All of it is kept with your plan, as long as the plan,
        for you to see and to use in an application. Their link shows that one page and nothing else of the plan, for{' '}
        {SHARE_DAYS} days after you last asked, or until you end it. If they do not answer, we remind them twice, on
        school days; when we did is kept with the case, and you see it.
      </p>
      <p>
        If a case was sent to you, you need no account. Who sent it reads your answer, and can pass it on to a provider.
        Until they have used it you can change it with your link; the answers you gave before stay kept beside the new
        one. They cannot be taken back there. To have one removed, or your name put right, ask whoever sent the case, or
        write to us.
      </p>
    </>
  );
}

function Mails(): VNode {
  return (
    <>
      <h2>Mails</h2>
      <p>
        A mail holds no more than it needs. Its words and your address are emptied here as soon as it is sent or given
        up, a few days later at most. That a mail of some kind was sent stays known for {MAIL_FATE_KEPT_DAYS} days,
        under a check value of the address. Where the service has no mail server its mails are files on its own machine,
        for {MAIL_FILES_KEPT_DAYS} days. What mails you do not want is kept in the same way, until you choose otherwise:
        each mail that you did not ask for has a link that stops them.
      </p>
    </>
  );
}

function Deleting(): VNode {
  return (
    <>
      <h2>How long, and how it ends</h2>
      <ul>
        <li>
          A deleted plan can be brought back for {DELETED_KEPT_DAYS} days. Then it and all that belongs to it is removed
          for good.
        </li>
        <li>
          A deleted account opens nothing from that moment: no plan, no link, nothing that was shared. For{' '}
          {CLOSED_KEPT_DAYS} days you can sign in and bring everything back. Then everything of it is removed for good.
        </li>
        <li>
          An account that is not used for {UNUSED_MONTHS} months is closed in the same way. We write{' '}
          {FIRST_WARNING_DAYS} days and {SECOND_WARNING_DAYS} days before. Signing in, or opening one of your plans,
          keeps it. A plan that is in no account is kept until it is deleted.
        </li>
        <li>
          Backups of the whole service may hold any of it until they are thrown away in their turn. Nobody looks into
          them for a person.
        </li>
      </ul>
    </>
  );
}

function WrittenDown(): VNode {
  return (
    <>
      <h2>What is written down besides</h2>
      <p>
        For each page asked for, the service writes down the time, the page without your answers and without any key,
        whether it worked and how long it took. It does not write down who asked. Some things are counted, so that
        nobody can try keys, flood a mailbox or fill the disk: how often an address or a network asked for a link to
        sign in or tried one; how often an account asked to move to another address, and to which; how many mails with
        the link to your own plan went out; how many shares, cases and invitations an account sent, and how many mails
        went to one address; and how many files came from a network. Each count stands under a check value and is
        forgotten a day or two after the first attempt in it. The company that houses the machine, or your school’s
        network, may keep records of its own; we do not see them.
      </p>
    </>
  );
}
