import type { VNode } from 'preact';
import { standingOf } from '../../domain/conversation/conversation.ts';
import { SECTION_WORDS, SECTIONS } from '../../domain/conversation/share.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import type { SharedWith } from '../../http/shares/shares-of-plan.ts';

export interface ShareSettingsProps extends SharedWith {
  readonly here: PlanVisit;
}

/** What the reader sees, and what can be done where something went wrong. */
export function ShareSettings(props: ShareSettingsProps): VNode {
  const { here, share, conversation } = props;
  const { planUrls, visit } = here;
  if (conversation.isRevoked)
    return (
      <PageSection id="settings" name="This link has ended">
        <p class="govuk-body">
          It opens nothing any more, and cannot be opened again. You can{' '}
          <a class="govuk-link" href={`${planUrls.shares()}#share`}>
            share the plan anew
          </a>
          .
        </p>
      </PageSection>
    );
  const isOver = standingOf(conversation, visit.today) === 'ended';
  return (
    <PageSection id="settings" name={`What ${share.name} sees, and for how long`}>
      <p class="govuk-body">
        The link went to {share.address} and {isOver ? 'worked' : 'works'} until {formatDay(share.expiresOn)}.
      </p>
      {!isOver && <Parts {...props} />}
      <Press
        {...props}
        act="renew"
        summary="The mail was lost"
        says={`We send a new link to ${share.address}. The old one opens nothing any more; all that was said stays.`}
        button="Send a new link"
      />
      <Details summary="Somebody else should read it instead">
        <p class="govuk-body">
          They get a link of their own and begin afresh. {share.name} cannot open the plan any more; what they said
          stays with you.
        </p>
        <a class="govuk-link" href={`${planUrls.shares()}?for=${share.id}#share`}>
          Name somebody to stand in
        </a>
      </Details>
      {!isOver && (
        <Press
          {...props}
          act="close"
          summary="It is settled, or no longer needed"
          says="Nobody is reminded any more. The link still works, and an answer that comes late still counts."
          button="Close the conversation"
        />
      )}
      <Press
        {...props}
        act="revoke"
        summary="End the link"
        says={`At once ${share.name} cannot open the plan any more. This cannot be undone: to share it again you send a new link. What was said stays with you.`}
        button="End the link"
        isWarning
      />
    </PageSection>
  );
}

function Parts({ here, share }: ShareSettingsProps): VNode {
  return (
    <Details summary="Show more of the plan, or less">
      <form method="post" action={here.planUrls.share(share)}>
        <HiddenFields fields={[['act', 'parts']]} />
        <Checkboxes
          name="sections"
          legend="What they see beside your steps, half terms and hours"
          legendSize="s"
          items={SECTIONS.map((section) => ({ value: section, text: SECTION_WORDS[section] }))}
          values={share.sections}
        />
        <Button kind="secondary">Save</Button>
      </form>
    </Details>
  );
}

interface PressProps extends ShareSettingsProps {
  readonly act: string;
  readonly summary: string;
  /** What it does, before it is pressed. */
  readonly says: string;
  readonly button: string;
  readonly isWarning?: boolean;
}

function Press({ here, share, act, summary, says, button, isWarning = false }: PressProps): VNode {
  return (
    <Details summary={summary}>
      <p class="govuk-body">{says}</p>
      <form method="post" action={here.planUrls.share(share)}>
        <HiddenFields fields={[['act', act]]} />
        <Button kind={isWarning ? 'warning' : 'secondary'} preventDoubleClick>
          {button}
        </Button>
      </form>
    </Details>
  );
}
