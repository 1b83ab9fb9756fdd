import type { VNode } from 'preact';
import type { CreditAnswer } from '../../domain/funding/masters-credit.ts';
import { formatDay } from '../../ui/format.ts';
import { PageSection } from '../../ui/page-section.tsx';
import type { Urls } from '../../urls.ts';
import type { CreditForm } from './credit-form.ts';
import { sendBy, universityName } from './credit-words.ts';
import { packText, type Pack } from './pack.ts';

export interface PackSectionProps {
  readonly pack: Pack;
  readonly answers: readonly CreditAnswer[];
  readonly form: CreditForm;
  readonly urls: Urls;
}

/** The email to one university, to be copied or kept; the others are a link away. */
export function PackSection({ pack, answers, form, urls }: PackSectionProps): VNode {
  const to = ({ university }: CreditAnswer) => [...form.query, ['university', university.provider] as const];
  const day = sendBy(pack.answer);
  return (
    <PageSection
      id="pack"
      name="Take it to the university"
      lead={`An email to ${pack.university}, to copy and make your own. It holds no name.${day === undefined ? '' : ` Send it by ${formatDay(day)}, to be sure that what you have is young enough.`}`}
    >
      <pre class="govuk-body app-credit-pack">{packText(pack)}</pre>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.creditPack(to(pack.answer))} download>
          Download it as plain text
        </a>
      </p>
      <p class="govuk-body">The same for another university:</p>
      <ul class="govuk-list">
        {answers
          .filter((answer) => answer !== pack.answer)
          .map((answer) => (
            <li key={answer.university.provider}>
              <a class="govuk-link" href={`${urls.credit(to(answer))}#pack`}>
                {universityName(answer, pack.on).replace(/^the /, '')}
              </a>
            </li>
          ))}
      </ul>
    </PageSection>
  );
}
