import type { ListUse } from './funding-codes.ts';
import type { FundingInput } from './funding-input.ts';
import { INTAKE_NAMES, LIST_WORDS } from './funding-list-words.ts';
import type { NpqCode } from '../catalogue/npq.ts';
import { NPQ_WORDS } from '../words.ts';

/** What a reason is told with. */
export interface ReasonWords {
  /** "the NPQ in Senior Leadership" */
  readonly npq: string;
  /** "autumn 2026" */
  readonly intake: string;
  readonly list: ListUse | undefined;
}

export function wordsFor({ npq, rules }: FundingInput, list: ListUse | undefined): ReasonWords {
  return { npq: NPQ_WORDS[npq], intake: rules.name, list };
}

type Sentence = (words: ReasonWords) => string;

const by =
  (rest: (words: ReasonWords) => string): Sentence =>
  (words) =>
    `By the rules for ${words.intake}, ${rest(words)}.`;
const listOf = ({ list }: ReasonWords): string => (list ? LIST_WORDS[list.name] : 'DfE’s list');
const vintageOf = ({ list }: ReasonWords): string => (list ? INTAKE_NAMES[list.vintage] : 'the intake');

/** Each reason in one plain sentence. Never the promise of a place: eligible, places left and confirmed are three facts. */
const SENTENCES = {
  'not-offered': ({ npq, intake }) => `DfE’s ${intake} intake does not have ${npq}.`,
  'not-announced': ({ npq, intake }) => `Nobody has announced whom ${npq} would be funded for in ${intake}.`,
  'before-all-held': () => 'We hold nothing about the funding of NPQs before the first scholarship rules of July 2021.',
  'unfunded-intake': ({ npq, intake }) => `DfE funds nobody in the ${intake} intake, so ${npq} is self-funded in it.`,
  'not-in-england': () => 'DfE funds NPQs only for people who work in England.',
  'paid-already': ({ npq }) => `DfE has paid for ${npq} for you already, and it pays for each once.`,
  'funded-universal': by(({ npq }) => `${npq} is funded for everybody in your type of school or setting`),
  'funded-list': by(
    (words) =>
      `${words.npq} is funded in settings on ${listOf(words)}, and yours is on the one for ${vintageOf(words)}`,
  ),
  'funded-rise': by(
    (words) => `every NPQ is funded in schools on ${listOf(words)}, and yours is on the one for ${vintageOf(words)}`,
  ),
  'funded-early-years': by(
    ({ npq }) => `${npq} is funded for people in your kind of early years setting, without a disadvantage list`,
  ),
  'funded-early-years-school': by(
    ({ npq }) => `${npq} is funded for everybody in your type of school, without a disadvantage list`,
  ),
  'funded-childminder': by(
    (words) =>
      `${words.npq} is funded for childminders on ${listOf(words)}, and you are on the one for ${vintageOf(words)}`,
  ),
  'funded-new-head': by(
    ({ npq }) =>
      `${npq} is funded for heads in their first years or about to start, who hold the NPQ in Headship, are taking it or soon will`,
  ),
  'funded-new-head-headship': by(
    ({ npq }) => `${npq} is funded for heads in their first years, and for those about to start`,
  ),
  'funded-lead-mentor': by(
    ({ npq }) => `${npq} is funded for lead mentors of accredited teacher training providers, wherever they work`,
  ),
  'funded-elsewhere': by(
    ({ npq }) =>
      `${npq} is funded in virtual, hospital and secure settings, and for people who teach for a local authority`,
  ),
  'funded-top-pupil-premium': by(({ npq }) => `${npq} is funded in the schools highest for pupil premium`),
  'type-not-eligible': by(({ npq }) => `${npq} is not funded in your type of school or setting`),
  'workplace-not-covered': by(({ npq }) => `${npq} is not funded where you work`),
  'not-listed': by(
    (words) =>
      `${words.npq} is funded only in settings on ${listOf(words)}, and yours is not on the one for ${vintageOf(words)}`,
  ),
  'childminder-not-listed': by(
    (words) =>
      `${words.npq} is funded only for childminders on ${listOf(words)}, and you are not on the one for ${vintageOf(words)}`,
  ),
  'early-years-other-npq': by(({ npq }) => `${npq} is not funded in your kind of early years setting`),
  'provider-not-approved': by(
    ({ npq }) => `${npq} is funded for lead mentors only where the teacher training provider is on DfE’s approved list`,
  ),
  'not-lead-mentor-npq': () =>
    'For lead mentors of teacher training providers DfE funds only the NPQ in Leading Teacher Development.',
  'elsewhere-not-covered': by(
    ({ npq }) =>
      `${npq} is not funded in virtual, hospital or secure settings, nor for people who teach for a local authority`,
  ),
  'not-new-head': by(
    ({ npq }) => `${npq} is funded only for heads in their first years and those about to start; no list changes that`,
  ),
  'review-elsewhere': by(({ npq }) => `DfE looks at each application for ${npq} from your kind of setting and decides`),
  'review-returner': () =>
    'DfE looks at each application from people whom its return to teaching advisers refer, and decides.',
  'elsewhere-not-held': ({ intake }) =>
    `The rules we hold for ${intake} name schools and 16 to 19 settings only; whether your kind of setting counted is not held here.`,
  'lead-mentor-not-held': ({ intake }) =>
    `Whether lead mentors of teacher training providers were funded in ${intake} is not held here.`,
  'returner-not-held': ({ intake }) =>
    `How DfE treated people referred by its return to teaching advisers in ${intake} is not held here.`,
  'pre-school-not-held': ({ intake }) =>
    `In ${intake} pre-school classes of some independent schools were funded; which ones is not held here.`,
} as const satisfies Readonly<Record<string, Sentence>>;

export type ReasonId = keyof typeof SENTENCES;

export function reasonSentence(reason: ReasonId, words: ReasonWords): string {
  return SENTENCES[reason](words);
}

const ANOTHER_TYPE = 'It would change if you worked in a publicly funded school or 16 to 19 setting.';
const ANOTHER_LIST = 'It would change at a school or setting on the list. DfE sets its lists anew for each intake.';
const DFE_DECIDES = 'DfE decides when you register.';

/** What would make it another answer; nothing where nothing would. */
const CHANGES: Readonly<Partial<Record<ReasonId, string>>> = {
  'not-announced': 'It changes when DfE announces the rules.',
  'unfunded-intake': 'It would change if you waited for an intake that DfE funds.',
  'not-in-england': 'It would change if you worked in England.',
  'type-not-eligible': ANOTHER_TYPE,
  'workplace-not-covered': ANOTHER_TYPE,
  'elsewhere-not-covered': ANOTHER_TYPE,
  'not-listed': ANOTHER_LIST,
  'childminder-not-listed': 'It would change if you were on Ofsted’s list of childminders.',
  'early-years-other-npq':
    'In early years settings the NPQ in Early Years Leadership has its own rule; if you are on the staff of the school itself, choose the school and its rule counts.',
  'provider-not-approved': 'It would change with a teacher training provider on DfE’s approved list.',
  'not-lead-mentor-npq':
    'It would change for the NPQ in Leading Teacher Development, or if you applied from a school that is eligible.',
  'not-new-head': 'It would change once you are, or are about to be, a head in your first years.',
  'review-elsewhere': DFE_DECIDES,
  'review-returner': DFE_DECIDES,
};

export function changeSentence(reason: ReasonId, { npq, rules }: FundingInput): string | undefined {
  if (
    reason === 'type-not-eligible' &&
    npq === 'npq-early-years-leadership' &&
    rules.preSchoolClasses === 'every-school'
  ) {
    return 'It would change if you worked in a pre-school class of the school: for those the school’s type is not asked.';
  }
  const change = CHANGES[reason];
  const isOpenToLeadMentors = reason === 'not-listed' || reason === 'elsewhere-not-covered';
  if (isOpenToLeadMentors && npq === 'npq-leading-teaching-development' && rules.leadMentors === 'funded') {
    return `${change} It would change too if you became lead mentor for an accredited teacher training provider.`;
  }
  return change;
}

/** What the course asks for beside the money, said wherever the money is there. */
export function alsoAsked(npq: NpqCode): string | undefined {
  return npq === 'npq-leading-primary-mathematics'
    ? 'The course itself asks for about a year of Teaching for Mastery, or another way of showing that you know it.'
    : undefined;
}
