import type { VNode } from 'preact';
import type { GivenAnswer } from '../../domain/case/sponsor-answer.ts';
import type { PackItem } from '../../domain/case/sponsor-pack.ts';
import { Details } from '../../ui/details.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { AnswersPageProps } from './answers-page.tsx';

/** What is known of what providers ask sponsors. */
const ASKED_BY = ['npq-sponsor', 'npq-school-agreement', 'npq-sponsor-form', 'npq-sponsor-deadline'] as const;

/** Each answer as text to put into a provider's form: copied at a press, or by hand. */
export function PackSection({
  here,
  line,
  pack,
  answer,
}: AnswersPageProps & { readonly answer: GivenAnswer }): VNode | null {
  const { planUrls, visit, told } = here;
  if (answer.answer === 'no') return null;
  return (
    <PageSection
      id="pack"
      name="Ready for a provider’s form"
      lead="Every provider asks your sponsor much the same. Copy what its form asks for; name, role and day stand in each."
    >
      {answer.answer === 'if' && <p class="govuk-body">All of it is on this condition: {answer.words}</p>}
      {pack.map((item) => (
        <Item key={item.id} item={item} here={here} />
      ))}
      <Details summary="What each provider asks of a sponsor, and how soon">
        <FactList topics={ASKED_BY} on={visit.on} urls={told} />
      </Details>
      <p class="govuk-body">
        <a class="govuk-link" href={planUrls.caseAnswersText(line.share)} download>
          All of them as a text file
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={planUrls.casePdf(line.share)} download>
          The case with its answer as a page to print (PDF)
        </a>
      </p>
    </PageSection>
  );
}

function Item({ item, here }: Pick<AnswersPageProps, 'here'> & { readonly item: PackItem }): VNode {
  const { id, title, topic, text } = item;
  const { visit, told } = here;
  return (
    <div class="app-case__item">
      <Textarea
        name={`copy-${id}`}
        label={title}
        labelSize="s"
        value={text}
        rows={Math.max(2, Math.ceil(text.length / 70) + (text.match(/\n/g)?.length ?? 0))}
        spellcheck={false}
        class="app-case__text"
      />
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          data-module="app-copy"
          data-copies={`copy-${id}`}
          hidden
        >
          Copy<span class="govuk-visually-hidden">: {title}</span>
        </button>
        {topic !== undefined && visit.on.facts.has(topic) && (
          <a class="govuk-link" href={told.fact({ topic })}>
            Who asks this
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        )}
      </div>
    </div>
  );
}
