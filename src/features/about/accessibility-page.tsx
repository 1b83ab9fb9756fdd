import type { VNode } from 'preact';
import { parseIsoDate, type IsoDate } from '../../domain/date.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay } from '../../ui/format.ts';
import { AboutPage, WriteTo } from './about-page.tsx';

/** The standard we work to, and the day this statement was last gone through. */
const STANDARD = 'Web Content Accessibility Guidelines, version 2.2, level AA';
const PREPARED = parseIsoDate('2026-11-23') as IsoDate;

export function AccessibilityPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Accessibility"
      lead="We want every teacher to be able to use this service, and we say here what we have checked and what we have not."
    >
      <h2>What you should be able to do</h2>
      <ul>
        <li>Use every page with a keyboard alone, and see where you are.</li>
        <li>Use every page without JavaScript.</li>
        <li>
          Zoom in as far as your browser goes, or use a narrow phone, without scrolling sideways to read. Wide tables
          scroll by themselves.
        </li>
        <li>Read it in the colours you have chosen for your computer, and on paper.</li>
        <li>Understand every mark without seeing its colour: each has its word beside it.</li>
        <li>Hear the route map as a list, and go to any stop of it.</li>
      </ul>
      <h2>What we work to</h2>
      <p>
        Our aim is to meet the {STANDARD}. Nobody outside the project has audited the service, so we do not claim that
        it conforms.
      </p>
      <h2>How it is tested</h2>
      <ul>
        <li>
          The parts of the pages are compared, case by case, with the examples that the GOV.UK Design System publishes
          for its own.
        </li>
        <li>
          Pages are checked automatically in a real browser and their HTML is validated, as part of the project’s own
          tests.
        </li>
        <li>We look at each page on a narrow screen and on a wide one.</li>
      </ul>
      <h2>What we do not know</h2>
      <ul>
        <li>
          It has not been tried by people who use a screen reader, magnifier or speech recognition every day. Automatic
          checks find only some of the problems such people meet.
        </li>
        <li>We do not know how well its words are read by teachers who have a reading difficulty.</li>
        <li>Pages that we link to belong to others. Some of their documents may not be accessible.</li>
      </ul>
      <h2>Tell us</h2>
      <p>
        If something does not work for you, or you need it in another form, <WriteTo visit={visit} />. Say which page it
        was and what you use. If you are not content with the answer, the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can advise you.
      </p>
      <p>This statement was prepared on {formatDay(PREPARED)}.</p>
    </AboutPage>
  );
}
