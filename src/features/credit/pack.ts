import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { CreditAnswer, NpqCredit } from '../../domain/funding/masters-credit.ts';
import { LOAN_RULE, topicsAt } from '../../domain/funding/masters-credit-universities.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import { formatDay, formatList, formatMonth } from '../../ui/format.ts';
import { factText } from '../../ui/prose.tsx';

export interface Pack {
  readonly answer: CreditAnswer;
  /** The university's name. */
  readonly university: string;
  readonly on: DayCatalogue;
}

/**
 * An email to a university's admissions: what is held, what its pages say, what to ask and what to send with it. Plain
 * text without anybody's name; what only the teacher knows stands in square brackets. Apostrophes are straight, as mail
 * programs of every age take them.
 */
export function packText(pack: Pack): string {
  const { university, on } = pack;
  return [
    'Subject: Credit for an NPQ towards a master’s degree in education',
    '',
    `To the admissions team, ${university.replace(/^the /, '')}`,
    '',
    'I would like to study for a master’s degree in education with you. I hold:',
    ...heldLines(pack),
    '',
    'What I found about credit for it',
    ...foundLines(pack),
    '',
    'Before I accept a place, please tell me in writing:',
    ...questionsOf(pack).map((question, index) => `${index + 1}. ${question}`),
    '',
    'I send with this, or can send:',
    '- a copy of each certificate, which shows the day of the award',
    '- who awarded it, and the provider and delivery partner I studied with',
    '- an outline of the modules, with their hours of study and how each was assessed',
    '- what I have of the level it was assessed at',
    '',
    '[your name, and how to reach you]',
    '',
    `Put together with Next Steps on the facts of ${formatDay(on.day)}. Each is stated as its source stood when it was checked. None of it is a promise of the university’s.`,
    '',
  ]
    .join('\n')
    .replaceAll('’', "'");
}

function heldLines({ answer }: Pack): readonly string[] {
  if (answer.npqs.length === 0) return ['- [your NPQ], finished in [month and year], with [provider]'];
  return answer.npqs.map(({ npq, finished, isToCome }) => {
    const when = finished === undefined ? '[month and year]' : formatMonth(finished);
    return `- ${NPQ_WORDS[npq]}, ${isToCome ? 'to be finished' : 'finished'} in ${when}, with [provider]`;
  });
}

/** What the facts say, then each page they stand on, once. */
function foundLines({ answer, university, on }: Pack): readonly string[] {
  const { university: terms, npqs } = answer;
  const facts = topicsAt(
    terms,
    npqs.map(({ npq }) => npq),
  ).flatMap((topic) => on.facts.get(topic) ?? []);
  const unnamed = npqs.filter(({ npq }) => terms.credit[npq] === undefined);
  const pages = new Map(facts.map(({ source, checkedOn }) => [source.url, checkedOn]));
  return [
    ...facts.map(({ statement }) => `- ${statement}`),
    ...(unnamed.length > 0
      ? [`- I found no figure from ${university} for ${formatList(unnamed.map(({ npq }) => NPQ_WORDS[npq]))}.`]
      : []),
    'Read on these pages:',
    ...[...pages].map(([url, checkedOn]) => `${url} (checked ${formatDay(checkedOn)})`),
  ];
}

function questionsOf({ answer, on }: Pack): readonly string[] {
  const [loan] = on.facts.get(LOAN_RULE) ?? [];
  return [
    answer.best
      ? 'Does my own award count, on which degree, and for how many credits?'
      : 'Does it count towards one of your degrees, on which, and for how many credits?',
    ...(answer.npqs.length > 1 ? ['I hold more than one NPQ. May their credits be added together?'] : []),
    ...ageQuestions(answer.npqs),
    'What would be left to study and to pay, and is there a charge for looking at my claim?',
    ...(loan ? [`A master’s loan needs ${factText(loan)}. With the credit taken off, could I still have one?`] : []),
    'How long does your answer hold, and what do I send by when?',
  ];
}

/** The day to write before is the point of asking now: it stands in the question. */
function ageQuestions(npqs: readonly NpqCredit[]): readonly string[] {
  const dated = npqs.flatMap(({ npq, age }) =>
    'surelyUntil' in age
      ? [
          `By that month ${NPQ_WORDS[npq]} counts until ${formatDay(age.surelyUntil)}, or until ${formatDay(age.atMostUntil)} at the latest, by the day of the award.`,
        ]
      : [],
  );
  return [
    dated.length > 0
      ? `You have a limit on how old an award may be. ${dated.join(' ')} Is that so, and is it counted to the day I apply or to the day the course starts?`
      : 'How old may an award be, and is that counted to the day I apply or to the day the course starts? Until which day does mine count?',
  ];
}
