import type { VNode } from 'preact';
import type { EefIdea, Route } from '../../domain/catalogue/catalogue.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Visit } from '../../http/page.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Prose, TopicFigure } from '../../ui/prose.tsx';
import { Timeline } from '../../ui/timeline.tsx';

export interface ImplementationPageProps {
  readonly visit: Visit;
  readonly ideas: readonly EefIdea[];
  /** The route whose cycle these words serve. */
  readonly route: Route | undefined;
  readonly stops: readonly Opportunity[];
}

const TITLE = 'Plan with the EEF’s guide';
/** What a teacher's own plan says in each phase: the size of one change by one person. */
const NOTES: Readonly<Record<string, string>> = {
  explore: 'which pupils, what you see them do now, why you think it happens, and what you would rather see.',
  prepare:
    'what you will do differently, in which lessons and from when, who helps you, and what would show that it works.',
  deliver: 'each week, what pupils did, what got in the way, and what you changed.',
  sustain: 'whether to keep it, change it or stop it, and what has to stay in place if it is to last.',
};
const TOPICS = [
  'implementation-guide-edition',
  'implementation-recommendations',
  'implementation-phases',
  'professional-development-mechanisms',
  'professional-development-recommendations',
] as const;

export function ImplementationPage(props: ImplementationPageProps): VNode {
  const { asked, frame, on, urls } = props.visit;
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      description="The Education Endowment Foundation's phases, behaviours and mechanisms, as a teacher would use them to plan what to do after an NPQ."
    >
      <PageHeading
        title={TITLE}
        lead={
          <>
            The Education Endowment Foundation wrote its guide to implementation for schools. It works for one teacher
            and one change too. The guide is in <TopicFigure topic="implementation-guide-edition" on={on} urls={urls} />
            .
          </>
        }
      />
      {asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content(props: ImplementationPageProps): VNode {
  const { visit, ideas } = props;
  const of = (kind: EefIdea['kind']) => ideas.filter((idea) => idea.kind === kind);
  return (
    <>
      <PageSection
        route="reflect"
        id="phases"
        name="Go through the phases"
        lead="They follow one another, but you may step back whenever what you find tells you to. A few lines for each are a plan."
      >
        <Timeline
          route="reflect"
          items={of('phase').map((idea) => ({ key: idea.id, title: idea.name, content: <Phase idea={idea} /> }))}
        />
      </PageSection>
      <PageSection
        route="reflect"
        id="behaviours"
        name="Work with people, all the way through"
        lead="The guide puts these first: how people go about a change matters more than the order of the steps."
      >
        <Ideas ideas={of('behaviour')} />
      </PageSection>
      <PageSection
        route="reflect"
        id="context"
        name="Look at what is round you"
        lead="Ask these of your own school before you begin, and again when something sticks."
      >
        <Ideas ideas={of('contextual-factor')} />
      </PageSection>
      <PageSection
        route="reflect"
        id="mechanisms"
        name="Choose what makes learning stick"
        lead="From the foundation’s guide to professional development. When you choose a course, or run a session for colleagues, look for something from every group: a gap in one is where most changes fail."
      >
        {[...Map.groupBy(of('mechanism'), (idea) => idea.group ?? '')].map(([group, own]) => (
          <div key={group}>
            <h3 class="govuk-heading-s">{group}</h3>
            <Ideas ideas={own} />
          </div>
        ))}
      </PageSection>
      <UseIt {...props} />
      <PageSection route="reflect" id="rests" name="What this page rests on">
        <FactList topics={TOPICS} on={visit.on} urls={visit.urls} />
      </PageSection>
    </>
  );
}

function Phase({ idea }: { readonly idea: EefIdea }): VNode {
  const note = NOTES[idea.id];
  return (
    <>
      <p class="app-timeline__text">{idea.text}</p>
      {note !== undefined && (
        <p class="app-timeline__text">
          <strong>Write down: </strong>
          {note}
        </p>
      )}
    </>
  );
}

function Ideas({ ideas }: { readonly ideas: readonly EefIdea[] }): VNode {
  return (
    <ul class="app-facts app-facts--beside">
      {ideas.map(({ id, name, text }) => (
        <li key={id} id={id} class="app-facts__item">
          <strong>{name}.</strong> {text}
        </li>
      ))}
    </ul>
  );
}

function UseIt({ visit, route, stops }: ImplementationPageProps): VNode | null {
  const { on, urls } = visit;
  if (!route) return null;
  return (
    <PageSection route="reflect" id="use" name="Put it to use">
      <p class="govuk-body">
        The route{' '}
        <a class="govuk-link" href={urls.route(route)}>
          {route.name}
        </a>{' '}
        is these ideas at the size of one teacher’s week: <Prose text={route.tagline} on={on} urls={urls} />
      </p>
      <LinkList
        title="Where to begin"
        level={3}
        items={stops.map((stop) => ({ text: stop.name, href: urls.opportunity(stop) }))}
      />
      <LinkList
        title="The guides themselves, and more to read"
        level={3}
        items={route.reading.map(({ title, url }) => ({ text: title, href: url }))}
      />
    </PageSection>
  );
}
