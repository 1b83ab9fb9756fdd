import { INTAKE_NAMES, LIST_WORDS } from './funding-list-words.ts';
import type { ReasonWords } from './funding-reasons.ts';
import type { FundingQuestion } from './funding-steps.ts';
import { andList } from '../words.ts';

/** What to tell where an answer is missing; reads on after "Tell us ". */
const TELL: Readonly<Record<FundingQuestion, string>> = {
  offered: 'which NPQ you mean',
  money: 'which intake you mean',
  england: 'whether you work in England',
  paid: 'whether DfE has already paid for this one for you',
  'new-head': 'whether you are, or are about to be, in your first years as a head',
  workplace: 'where you work',
  rise: 'which school you work in',
  type: 'which school you work in, or whether it is state-funded',
  whom: 'which NPQ you mean',
  listed: 'which school or setting you work in',
  'top-pupil-premium': 'which school you work in',
  'early-years-npq': 'which NPQ you mean',
  nursery: 'what kind of early years setting you work in',
  childminder: 'your Ofsted number as a childminder',
  employment: 'what your post in that setting is',
  'lead-mentor-npq': 'which NPQ you mean',
  provider: 'whether your teacher training provider is on DfE’s approved list',
  referred: 'whether a DfE return to teaching adviser referred you',
};

/** Several questions end with the same answer: telling the school. The most particular of them is named. */
const BY_SCHOOL: ReadonlySet<FundingQuestion> = new Set(['rise', 'type', 'listed']);

/** The sentence for answers that only the teacher can give. */
export function tellSentence(missing: readonly FundingQuestion[], { npq, intake, list }: ReasonWords): string {
  const school = missing.findLast((question) => BY_SCHOOL.has(question));
  const named = missing.filter((question) => !BY_SCHOOL.has(question) || question === school);
  const tell = andList(named.map((question) => TELL[question]));
  if (list && school === 'listed')
    return `By the rules for ${intake}, ${npq} is funded only in settings on ${LIST_WORDS[list.name]}: tell us ${tell}.`;
  return `Whether ${npq} is funded for you in ${intake} is not known until you tell us ${tell}.`;
}

/** The sentence for an answer that nobody here can give. */
export function notHeldSentence(question: FundingQuestion, { npq, intake, list }: ReasonWords): string {
  if (question === 'top-pupil-premium') {
    return `By the rules for ${intake}, as they first stood, ${npq} was funded only in the schools highest for pupil premium, by a list that is not held here.`;
  }
  if (list?.held) {
    return `By the rules for ${intake}, ${npq} is funded only in settings on ${LIST_WORDS[list.name]}, and the number to look yours up by is not held here: check it on GOV.UK under eligible settings.`;
  }
  if (list)
    return `By the rules for ${intake}, whether ${npq} is funded for you hangs on ${LIST_WORDS[list.name]} for ${INTAKE_NAMES[list.wanted]}, which is not held here.`;
  return `By the rules for ${intake}, whether ${npq} is funded for you hangs on something that is not held here.`;
}
