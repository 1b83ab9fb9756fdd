import type { VNode } from 'preact';
import { londonDay } from '../../domain/calendar/london.ts';
import type { SheetChange } from '../../domain/case/case-sheet.ts';
import { domainOf, type Belonging } from '../../domain/case/school-email.ts';
import { isLive } from '../../domain/conversation/share.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { CaseState, GivenAnswer } from '../../domain/case/sponsor-answer.ts';
import type { PackItem } from '../../domain/case/sponsor-pack.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { CaseAnswerView } from '../../ui/case-answer-view.tsx';
import { CaseView } from '../../ui/case-view.tsx';
import { belongingWords } from '../../ui/case-words.ts';
import { Details } from '../../ui/details.tsx';
import { formatDay, formatInstant } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { CaseVisit, SentLine } from './case-visit.ts';
import { PackSection } from './pack-section.tsx';
import { remindedWords, Waiting } from './waiting-section.tsx';

export interface AnswersPageProps {
  readonly here: CaseVisit;
  readonly line: SentLine;
  readonly belonging: Belonging;
  /** What the case would say differently if it were sent now. */
  readonly changes: readonly SheetChange[];
  readonly pack: readonly PackItem[];
  /** What became of the newest mail that asks. */
  readonly fate: string;
  /** By when an answer comes if it is asked for again today. */
  readonly hearBy: IsoDate;
}

const HEADINGS = {
  yes: 'Your sponsor said yes',
  if: 'Your sponsor said “yes, if”',
  no: 'Your sponsor said no',
} as const;

/** What the teacher does with an answer. */
const NEXT_WORDS = {
  yes: 'When you apply, copy below what the provider’s form asks for.',
  if: 'Talk about the condition next. Once it is settled they can change their answer with the same link, or you change the case and send it again.',
  no: 'Talk about the reason next. You can change the case and send it again.',
} as const;

export function AnswersPage(props: AnswersPageProps): VNode {
  const { here, line } = props;
  const { visit, planUrls } = here;
  const { sent, state } = line;
  const title = state.answer ? HEADINGS[state.answer.answer] : titleWithout(state);
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.sponsorCase()}>Back to the case</BackLink>}
    >
      <PageHeading title={title} caption={sent.sheet.title} />
      {state.answer ? <Given line={line} answer={state.answer} /> : <Waiting {...props} />}
      <Changes {...props} />
      {state.answer && <PackSection {...props} answer={state.answer} />}
      <Who {...props} />
      <Details summary="The case as it was sent">
        <CaseView sheet={sent.sheet} />
      </Details>
      <LinkSection {...props} />
    </Layout>
  );
}

function titleWithout({ standing }: CaseState): string {
  return standing === 'closed' ? 'No answer has come' : 'Your sponsor answers next';
}

function Given({ line, answer }: { readonly line: SentLine; readonly answer: GivenAnswer }): VNode {
  const { state, sent } = line;
  return (
    <>
      <CaseAnswerView asks={sent.sheet.asks} answer={answer} />
      <p class="govuk-body">{NEXT_WORDS[answer.answer]}</p>
      {answer.answer === 'yes' && (
        <p class="govuk-body">Your plan no longer asks you to find a sponsor for what they said yes to.</p>
      )}
      {state.earlier.length > 0 && (
        <Details summary="Earlier answers">
          {state.earlier.map((earlier) => (
            <section key={earlier.number} aria-label={`Answer of ${formatInstant(earlier.at)}`}>
              <CaseAnswerView asks={sent.sheet.asks} answer={earlier} />
            </section>
          ))}
        </Details>
      )}
    </>
  );
}

function Who({ line, belonging }: AnswersPageProps): VNode {
  const { share, state } = line;
  const sentOn = `on ${formatDay(londonDay(share.createdAt))}`;
  const again = state.askedAgain ? `; asked again on ${formatDay(londonDay(state.askedAgain.at))}` : '';
  const reminded = remindedWords(line);
  return (
    <PageSection id="who" name="Who was asked">
      <SummaryList
        rows={[
          { key: 'Sent to', value: `${share.name}, ${share.address}, ${sentOn}${again}` },
          {
            key: 'Opened',
            value: share.confirmedAt
              ? `On ${formatInstant(share.confirmedAt)}, and confirmed by a button`
              : 'Not opened and confirmed yet',
          },
          reminded !== undefined && { key: 'Reminded', value: reminded },
          { key: 'Belongs to the school', value: belongingWords(belonging, domainOf(share.address)) },
        ]}
      />
    </PageSection>
  );
}

function Changes({ changes, here: { planUrls }, line: { state } }: AnswersPageProps): VNode | null {
  if (changes.length === 0) return null;
  return (
    <PageSection
      id="changed"
      name="Changed since you sent it"
      lead={
        state.answer
          ? 'The answer is to the case as it was sent. If this matters to it, send the case again.'
          : 'They read the case as it was sent. If this matters, send it again: the link they have then ends.'
      }
    >
      <dl class="app-figures app-figures--list">
        {changes.map(({ label, was, now }) => (
          <div key={label} class="app-figures__item">
            <dt class="app-figures__name">{label}</dt>
            <dd class="app-figures__value">
              <p class="govuk-body">
                <strong>As sent:</strong> {was === '' ? 'nothing' : was}
              </p>
              <p class="govuk-body">
                <strong>Now:</strong> {now === '' ? 'nothing' : now}
              </p>
            </dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href={planUrls.casePreview()}>
          See it as it would be sent now
        </a>
      </p>
    </PageSection>
  );
}

/** What is done about the link and the answers, each at one press. */
function LinkSection({ here, line }: AnswersPageProps): VNode | null {
  const { planUrls, visit } = here;
  const { state, share } = line;
  const live = isLive(line.share, visit.today);
  if (!live && state.standing !== 'used') return null;
  const form = (act: string, button: VNode) => (
    <form method="post" action={planUrls.caseAnswers()}>
      <HiddenFields
        fields={[
          ['version', String(here.draftVersion)],
          ['case', share.id],
          ['act', act],
        ]}
      />
      {button}
    </form>
  );
  return (
    <PageSection id="link" name={state.answer ? 'When you have used the answers' : 'Their link'}>
      {state.standing === 'teacher-goes-on' && (
        <>
          <p class="govuk-body">
            {share.name} can change the answers until you say that you have used them. After that they stand.
          </p>
          {form('used', <Button kind="secondary">I have put them into a provider’s form</Button>)}
        </>
      )}
      {state.usedAt !== undefined && (
        <>
          <p class="govuk-body">
            You said on {formatInstant(state.usedAt)} that you have used them. They stand as they are.
          </p>
          {form(
            'reopened',
            <button type="submit" class="app-link-button">
              Let {share.name} change them after all
            </button>,
          )}
        </>
      )}
      {live && (
        <>
          <p class="govuk-body">
            Their link works until {formatDay(share.expiresOn)}. What they answered stays with you.
          </p>
          {form(
            'end',
            <button type="submit" class="app-link-button">
              End the link now
            </button>,
          )}
        </>
      )}
    </PageSection>
  );
}
