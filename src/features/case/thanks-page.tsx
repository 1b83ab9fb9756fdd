import type { VNode } from 'preact';
import type { SentCase } from '../../db/case-schema.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import type { Answer, GivenAnswer } from '../../domain/case/sponsor-answer.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import { CaseAnswerView } from '../../ui/case-answer-view.tsx';
import { formatDay } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { urlsOfCase } from '../../urls.ts';

export interface ThanksPageProps {
  readonly here: ShareVisit;
  readonly sent: SentCase;
  readonly answer: GivenAnswer;
}

/** What happens next, in order, and who acts: so that nobody has to ask. */
export function ThanksPage({ here, sent, answer }: ThanksPageProps): VNode {
  const { visit, owner, key, share } = here;
  const urls = urlsOfCase({ key });
  return (
    <Layout title="Thank you, your answer is with them" page={visit.frame} noindex>
      <PageHeading
        title="Thank you, your answer is with them"
        caption={sent.sheet.title}
        lead="You are done. What happens next:"
      />
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {NEXT[answer.answer](nameOf(owner)).map(({ who, what }) => (
          <li key={what}>
            <strong>{who}</strong> {what}
          </li>
        ))}
      </ol>
      <p class="govuk-body">
        Until {nameOf(owner, 'within')} has used it you can{' '}
        <a class="govuk-link" href={urls.case('your-answer')}>
          change your answer
        </a>{' '}
        with the same link, until {formatDay(share.expiresOn)}. For your file:{' '}
        <a class="govuk-link" href={urls.pdf()} download>
          the case with your answer (PDF)
        </a>
        .
      </p>
      <PageSection id="given" name="What you answered">
        <CaseAnswerView asks={sent.sheet.asks} answer={answer} />
      </PageSection>
    </Layout>
  );
}

interface NextStep {
  readonly who: string;
  readonly what: string;
}

const NEXT: Readonly<Record<Answer, (teacher: string) => readonly NextStep[]>> = {
  yes: (teacher) => [
    { who: teacher, what: 'gets a mail that you have answered.' },
    { who: teacher, what: 'applies, and puts your answers into the provider’s form.' },
    { who: 'The provider', what: 'may write to you to confirm them: they are on the page you can keep.' },
    { who: 'The provider', what: 'says whether there is a place, and whether it is funded.' },
  ],
  if: (teacher) => [
    { who: teacher, what: 'gets a mail that you have answered, and reads your condition.' },
    { who: teacher, what: 'comes back to you about it, or changes the case and sends it again.' },
    { who: 'You', what: 'can change your answer to a plain yes once it is settled.' },
  ],
  no: (teacher) => [
    { who: teacher, what: 'gets a mail that you have answered, and reads your reason.' },
    { who: teacher, what: 'can talk with you, or change the case and send it again.' },
    { who: 'Nobody else', what: 'is told.' },
  ],
};
