import type { VNode } from 'preact';
import type { Assessment } from '../../domain/matching/assess.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { NPQ_WORDS, ROUTE_WORDS } from '../../domain/words.ts';
import type { Visit } from '../../http/page.ts';
import type { MoneyAnswers } from '../../http/who-pays.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { DecidingFigures } from '../../ui/figure.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { WhoPays } from '../../ui/who-pays.tsx';
import type { Urls } from '../../urls.ts';
import { Asks } from './asks.tsx';
import { FurtherFigures } from './further-figures.tsx';
import { Intakes } from './intakes.tsx';
import { Evidence } from './evidence.tsx';

export interface OpportunityPageProps {
  readonly visit: Visit;
  readonly opportunity: Opportunity;
  /** Whether it exists on the day shown; a page about one that has ended or not begun says so first. */
  readonly standing: 'current' | 'ended' | 'not-yet';
  readonly assessment: Assessment;
  /** For an NPQ: who would pay. */
  readonly money: MoneyAnswers | undefined;
  readonly opens: readonly Opportunity[];
  readonly comesFrom: readonly Opportunity[];
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly topics: readonly string[];
}

export function OpportunityPage(props: OpportunityPageProps): VNode {
  const { visit, opportunity, standing } = props;
  const { urls, on, frame, asked } = visit;
  const crumbs = [
    { text: 'Routes', href: urls.routes() },
    { text: ROUTE_WORDS[opportunity.route], href: urls.route({ id: opportunity.route }) },
  ];
  return (
    <Layout title={opportunity.name} page={frame} noindex={asked.personal} before={<Breadcrumbs items={crumbs} />}>
      <div class={`app-opportunity app-route--${opportunity.route}`}>
        <PageHeading
          title={opportunity.name}
          caption={`${ROUTE_WORDS[opportunity.route]}${opportunity.alsoOn.length > 0 ? `, and ${opportunity.alsoOn.map((route) => ROUTE_WORDS[route].toLowerCase()).join(', ')}` : ''}`}
          lead={<Prose text={opportunity.summary} on={on} urls={urls} />}
        />
        {standing !== 'current' && <Standing {...props} />}
        <DecidingFigures opportunity={opportunity} layout="across" on={on} urls={urls} />
        <div class="app-columns">
          <div class="app-columns__main">
            <WhatItIs {...props} />
            <Intakes opportunity={opportunity} on={on} urls={urls} />
            <Evidence
              topics={props.topics}
              checkedOn={opportunity.checkedOn}
              page={opportunity.page}
              on={on}
              urls={urls}
            />
          </div>
          <div class="app-columns__side">
            <Asks
              assessment={props.assessment}
              personal={asked.personal}
              live={standing === 'current'}
              urls={urls}
              on={on}
            />
            {standing === 'current' && <StartPlan opportunity={opportunity} urls={urls} />}
            {props.money && standing === 'current' && <WhoPays {...props.money} urls={urls} />}
            {opportunity.kind === 'masters' && <NpqCredit urls={urls} />}
            <Connections {...props} />
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** A plan begins with this step in it, and with what was told so far. */
function StartPlan({ opportunity, urls }: Pick<OpportunityPageProps, 'opportunity'> & { readonly urls: Urls }): VNode {
  return (
    <form method="post" action={urls.plans()}>
      <HiddenFields fields={[['step', opportunity.id]]} />
      <Button kind="secondary">Start a plan with this</Button>
    </form>
  );
}

function Standing({ standing, opportunity, visit }: OpportunityPageProps): VNode {
  const { on, urls } = visit;
  const { from, until } = opportunity.exists;
  return (
    <InsetText>
      {standing === 'ended' ? (
        <>
          <strong>This has ended{until !== null && `: it ran until ${formatDay(until)}`}.</strong>{' '}
          {opportunity.ended !== undefined && <Prose text={opportunity.ended} on={on} urls={urls} />}
        </>
      ) : (
        <strong>
          On {formatDay(on.day)} this did not exist yet{from !== null && `: it began on ${formatDay(from)}`}.
        </strong>
      )}
    </InsetText>
  );
}

function WhatItIs({ visit, opportunity, standing }: OpportunityPageProps): VNode {
  const shown = { on: visit.on, urls: visit.urls };
  return (
    <div class="app-prose">
      <h2>What it is</h2>
      {opportunity.what.map((paragraph) => (
        <p key={paragraph}>
          <Prose text={paragraph} {...shown} />
        </p>
      ))}
      <h2>Who it suits</h2>
      <p>
        <Prose text={opportunity.suits} {...shown} />
      </p>
      {opportunity.asksOfYou !== undefined && (
        <p>
          <strong>It asks of you: </strong>
          <Prose text={opportunity.asksOfYou} {...shown} />
        </p>
      )}
      {opportunity.asksOfSchool !== undefined && (
        <p>
          <strong>It asks of your school: </strong>
          <Prose text={opportunity.asksOfSchool} {...shown} />
        </p>
      )}
      {standing === 'current' && (
        <>
          <h2>This week</h2>
          <p>
            <Prose text={opportunity.firstStep} {...shown} />
          </p>
        </>
      )}
      <FurtherFigures figures={opportunity.figures} {...shown} />
    </div>
  );
}

/** The sum for this teacher, and every other university beside it. */
function NpqCredit({ urls }: Pick<OpportunityPageProps['visit'], 'urls'>): VNode {
  return (
    <LinkList
      title="Credit for your NPQ"
      items={[{ text: 'What it counts for here and elsewhere, and until when', href: urls.credit() }]}
    />
  );
}

/** Much leads to the large qualifications: the rest of a long list is one press away. */
const FOLD_AFTER = 6;

function Connections({ opportunity, opens, comesFrom, providers, visit }: OpportunityPageProps): VNode {
  const { urls } = visit;
  return (
    <>
      {opportunity.uses.length > 0 && (
        <LinkList
          title="Uses what you learned in"
          items={opportunity.uses.map((code) => ({ text: NPQ_WORDS[code].replace(/^the /, ''), href: urls.npqs() }))}
        />
      )}
      <LinkList
        title="What it opens next"
        foldAfter={FOLD_AFTER}
        items={opens.map((one) => ({ text: one.name, href: urls.opportunity(one) }))}
      />
      <LinkList
        title="What leads here"
        foldAfter={FOLD_AFTER}
        items={comesFrom.map((one) => ({ text: one.name, href: urls.opportunity(one) }))}
      />
      <LinkList
        foldAfter={FOLD_AFTER}
        title="Who runs it"
        items={providers.map((one) => ({ text: one.name, href: urls.provider(one) }))}
      />
      <p>
        <Button href={urls.compare([opportunity.id])} kind="secondary">
          Compare with others
        </Button>
      </p>
    </>
  );
}
