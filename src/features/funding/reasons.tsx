import type { VNode } from 'preact';
import type { Fact } from '../../domain/catalogue/fact.ts';
import { factBehind } from '../../domain/funding/funding-facts.ts';
import type { FundingAnswer } from '../../domain/funding/funding.ts';
import type { ListUse } from '../../domain/funding/funding-codes.ts';
import { checkSentence, INTAKE_NAMES, LIST_WORDS } from '../../domain/funding/funding-list-words.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import { formatDay } from '../../ui/format.ts';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { sourceWords } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { pathHref } from '../../ui/who-pays.tsx';
import { capital, npqName } from './funding-table.tsx';

/** NPQ by NPQ: the answer, why, what would change it, and where that stands. */
export function Reasons({ answers, on, urls }: Shown & { readonly answers: readonly FundingAnswer[] }): VNode {
  return (
    <ul class="app-reasons">
      {answers.map((answer) => (
        <li key={answer.npq} class="app-reasons__item">
          <FundingMark answer={answer} />
          <div class="app-reasons__text">
            <h3 class="govuk-heading-s">{capital(npqName(answer.npq))}</h3>
            <p>{answer.because}</p>
            {answer.whatWouldChange !== undefined && <p>{answer.whatWouldChange}</p>}
            {answer.alsoAsks !== undefined && <p>{answer.alsoAsks}</p>}
            <p>
              <FactSource fact={factBehind(on.catalogue.facts, answer.fact)} urls={urls} />{' '}
              <a class="govuk-link" href={pathHref(answer, urls)}>
                How this was decided<span class="govuk-visually-hidden">, for {NPQ_WORDS[answer.npq]}</span>
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The source of an answer and its day; the fact's own page has the rest of its history. */
export function FactSource({
  fact,
  urls,
}: {
  readonly fact: Fact | undefined;
  readonly urls: Shown['urls'];
}): VNode | null {
  if (!fact) return null;
  return (
    <>
      Source:{' '}
      <a class="govuk-link" href={urls.fact(fact)}>
        {sourceWords(fact)}
      </a>
      , checked {formatDay(fact.checkedOn)}.
    </>
  );
}

/** Which lists these answers rest on, each once, and how to check the older ones. */
export function ListsUsed({
  answers,
  on,
}: Pick<Shown, 'on'> & { readonly answers: readonly FundingAnswer[] }): VNode | null {
  const used = new Map<string, ListUse>();
  for (const { list } of answers) if (list) used.set(`${list.name} ${list.wanted}`, list);
  if (used.size === 0) return null;
  const [page] = on.facts.get('npq-funding-lists-date') ?? [];
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {[...used].map(([key, list]) => (
          <li key={key}>
            {capital(LIST_WORDS[list.name])}.{' '}
            {checkSentence(list) ??
              `It is the one for ${INTAKE_NAMES[list.wanted]} itself${list.held ? '' : ', which is not held here'}.`}
          </li>
        ))}
      </ul>
      {page && (
        <p class="govuk-body">
          The lists stand on{' '}
          <a class="govuk-link" href={page.source.url}>
            {page.source.title}
          </a>
          .
        </p>
      )}
    </>
  );
}
