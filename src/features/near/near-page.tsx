import type { VNode } from 'preact';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Visit } from '../../http/page.ts';
import { Button } from '../../ui/button.tsx';
import { formatMiles } from '../../ui/distance.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SchoolResult } from '../../ui/school-result.tsx';
import { StillLoading } from '../../ui/still-loading.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PATHS } from '../../urls.ts';
import type { AskedPlace, NearIt } from './near-it.ts';

export interface NearPageProps {
  readonly visit: Visit;
  readonly ready: boolean;
  readonly postcode: string;
  readonly asked: AskedPlace | undefined;
  readonly near: NearIt | undefined;
}

export function NearPage(props: NearPageProps): VNode {
  const { visit, asked } = props;
  const title = asked?.place ? `Near ${asked.name}`.slice(0, 100) : 'What is near you';
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex={asked !== undefined || visit.asked.personal}
      description="Teaching school hubs and next steps by distance from your school or postcode."
    >
      <PageHeading
        title={title}
        lead={asked?.place ? undefined : 'Hubs and next steps by distance from your school or postcode.'}
      />
      {visit.asked.beforeAll ? <NothingHeld /> : <Content {...props} />}
    </Layout>
  );
}

function Content(props: NearPageProps): VNode {
  const { visit, ready, asked, near, postcode } = props;
  return (
    <>
      {!ready && <StillLoading />}
      {ready && asked && !asked.place && (
        <InsetText>
          <strong>We do not know where {asked.name} is.</strong>{' '}
          {asked.school
            ? 'The register gives it no place.'
            : 'No school’s postcode begins like it. Check it, or try one nearby.'}
        </InsetText>
      )}
      {asked?.place && (
        <p class="govuk-body">
          Distances are in a straight line
          {asked.by !== undefined &&
            ` from the middle of the schools whose postcodes begin with ${asked.by}, since no school has this one`}
          .
        </p>
      )}
      {near && <Found visit={visit} near={near} asked={asked} />}
      <PostcodeForm visit={visit} postcode={postcode} />
    </>
  );
}

interface FoundProps {
  readonly visit: Visit;
  readonly near: NearIt;
  readonly asked: AskedPlace | undefined;
}

function Found({ visit, near, asked }: FoundProps): VNode {
  const { urls } = visit;
  return (
    <>
      <PageSection
        id="hubs"
        name="Teaching school hubs"
        lead="By where the lead school is. Your own hub is the one that serves your school’s district, which need not be the nearest."
      >
        <ul class="app-school-list">
          {near.hubs.map(({ hub, metres, serves }) => (
            <li key={hub.area} class="app-school-list__item">
              <a class="govuk-link app-school-list__name" href={urls.hubArea(hub)}>
                {hub.hub}
              </a>
              <span class="app-school-list__note">{formatMiles(metres)}</span>
              <p class="app-school-list__place">
                {serves && (
                  <strong>{asked?.school ? 'Serves this school. ' : 'Serves the school nearest to here. '}</strong>
                )}
                Area {hub.area}, led by {hub.leadSchool.name}
              </p>
            </li>
          ))}
        </ul>
      </PageSection>
      <Steps visit={visit} near={near} asked={asked} />
      <PageSection id="schools" name="Schools nearby">
        <ul class="app-school-list">
          {near.schools.map(({ school, metres }) => (
            <SchoolResult key={school.urn} school={school} successors={[]} urls={urls} note={formatMiles(metres)} />
          ))}
        </ul>
      </PageSection>
    </>
  );
}

function Steps({ visit, near }: FoundProps): VNode {
  const { urls } = visit;
  return (
    <PageSection id="steps" name="Next steps only in this area">
      {near.steps.length === 0 ? (
        <p class="govuk-body">
          We know of none only for this area. Its hub may: ask it, or see{' '}
          <a class="govuk-link" href={urls.opportunities()}>
            all next steps
          </a>
          , most of which are for everywhere.
        </p>
      ) : (
        <ul class="app-school-list">
          {near.steps.map(({ opportunity, metres }) => (
            <li key={opportunity.id} class="app-school-list__item">
              <a class="govuk-link app-school-list__name" href={urls.opportunity(opportunity)}>
                {opportunity.name}
              </a>
              <span class="app-school-list__note">
                {metres === undefined ? 'Place not published' : formatMiles(metres)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        Where the networks that are running are based, nobody has published as a list, so they have no distance here.
        See{' '}
        <a class="govuk-link" href={urls.networks()}>
          what is known of each
        </a>
        .
      </p>
    </PageSection>
  );
}

function PostcodeForm({ visit, postcode }: { readonly visit: Visit; readonly postcode: string }): VNode {
  const { asked, urls } = visit;
  const day = asked.on === undefined ? [] : [['on', asked.on] as const];
  return (
    <form class="app-school-box" method="get" action={PATHS.near} noValidate>
      <HiddenFields fields={[...day, ...answersQuery(asked)]} />
      <TextInput
        name="postcode"
        label="From a postcode"
        labelSize="m"
        width={10}
        value={postcode}
        autocomplete="postal-code"
        spellcheck={false}
      />
      <Button kind="secondary">Show what is near</Button>
      <p class="govuk-body">
        Or{' '}
        <a class="govuk-link" href={urls.schools()}>
          find your school
        </a>{' '}
        and start from there.
      </p>
    </form>
  );
}
