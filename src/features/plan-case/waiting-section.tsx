import type { VNode } from 'preact';
import { londonDay } from '../../domain/calendar/london.ts';
import { isLive } from '../../domain/conversation/share.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay, formatList } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import type { AnswersPageProps } from './answers-page.tsx';
import type { SentLine } from './case-visit.ts';

/** Where nothing is answered: by when it will be, or what can be done. */
export function Waiting(props: AnswersPageProps): VNode {
  const { line, here, fate } = props;
  const { share, state } = line;
  if (!isLive(share, here.visit.today))
    return <p class="govuk-body">The link has ended and nothing was answered. You can send the case again.</p>;
  if (state.closedAt !== undefined) return <Closed {...props} closedAt={state.closedAt} />;
  return (
    <p class="govuk-body">
      {here.visit.today <= share.answerBy
        ? `You will hear by ${formatDay(share.answerBy)}. ${fate}`
        : `They were asked to answer by ${formatDay(share.answerBy)} and have not yet. If no answer comes we close it some school days later, and tell you what you can do. ${fate}`}
    </p>
  );
}

function Closed({ line, here, hearBy, fate, closedAt }: AnswersPageProps & { readonly closedAt: string }): VNode {
  const { planUrls, draftVersion } = here;
  const { share } = line;
  return (
    <>
      <p class="govuk-body">
        You hoped to hear by {formatDay(share.answerBy)}. On {formatDay(londonDay(closedAt))} we closed it: nothing is
        expected of {share.name} any more. If they answer late, it counts, and we tell you. {fate}
      </p>
      <PageSection
        id="next"
        name="What you can do"
        lead="It says nothing about your case. People are busy, and mail gets lost."
      >
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          <li>
            Talk in person:{' '}
            <a class="govuk-link" href={planUrls.casePdf(share)} download>
              print the case (PDF)
            </a>{' '}
            and take it with you. It is one page.
          </li>
          <li>
            <a class="govuk-link" href={planUrls.caseSend()}>
              Send it to somebody else
            </a>{' '}
            who can answer for the school.
          </li>
          <li>
            Ask again: {share.name} gets a mail with the same link, and you will hear by {formatDay(hearBy)}.
          </li>
        </ul>
        <form method="post" action={planUrls.caseAnswers()}>
          <HiddenFields
            fields={[
              ['version', String(draftVersion)],
              ['case', share.id],
              ['act', 'ask-again'],
            ]}
          />
          <Button preventDoubleClick>Ask {share.name} again</Button>
        </form>
      </PageSection>
    </>
  );
}

/** When a sponsor was reminded, as the value of a row; undefined where it says nothing to whoever reads it. */
export function remindedWords({ state }: SentLine): string | undefined {
  const days = state.remindedAt.map((at) => formatDay(londonDay(at)));
  if (days.length > 0) return `On ${formatList(days)}`;
  return state.standing === 'sponsor-answers'
    ? 'Not yet. If no answer comes we do so twice, on school days, and then close it.'
    : undefined;
}
