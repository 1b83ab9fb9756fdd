/**
 * The questions of the decision and their answers, as they are said. One line to a question, so that the path taken
 * can be drawn from it; the order in which they are asked stands in `funding-tree.ts`.
 */
const WORDS = {
  offered: { ask: 'Was it offered in this intake?', answers: { yes: 'Yes', no: 'No' } },
  money: {
    ask: 'Does DfE fund this intake?',
    answers: { yes: 'Yes', no: 'No', 'not-announced': 'Not announced', 'not-held': 'Not held here' },
  },
  england: { ask: 'Do you work in England?', answers: { yes: 'Yes', no: 'No' } },
  paid: { ask: 'Has DfE paid for it for you before?', answers: { no: 'Not as far as you told us', yes: 'Yes' } },
  'new-head': { ask: 'Are you in your first years as a head, or about to be?', answers: { yes: 'Yes', no: 'No' } },
  workplace: {
    ask: 'Where do you work?',
    answers: {
      school: 'In a school, an academy trust or a 16 to 19 setting',
      'early-years': 'In early years or childcare',
      another: 'In another setting that DfE names',
      other: 'Somewhere else',
      unlisted: 'Somewhere that DfE does not name',
    },
  },
  rise: { ask: 'Is your school on the RISE list?', answers: { no: 'No', yes: 'Yes' } },
  type: { ask: 'Is your school or setting of a type whose staff DfE funds?', answers: { yes: 'Yes', no: 'No' } },
  whom: {
    ask: 'Whom is it funded for in this intake?',
    answers: {
      universal: 'Everybody in those types of school and setting',
      list: 'Only settings on DfE’s disadvantage lists',
      'early-years': 'Everybody in those types, for early years',
      'early-years-list': 'Only settings on DfE’s lists, for early years',
      'top-pupil-premium': 'Only the schools highest for pupil premium',
    },
  },
  listed: { ask: 'Is your school or setting on the list?', answers: { no: 'No', yes: 'Yes' } },
  'top-pupil-premium': {
    ask: 'Was your school among those highest for pupil premium?',
    answers: { no: 'No', yes: 'Yes' },
  },
  'early-years-npq': { ask: 'Is it the NPQ in Early Years Leadership?', answers: { yes: 'Yes', no: 'No' } },
  nursery: {
    ask: 'What kind of early years setting is it?',
    answers: {
      setting: 'A nursery or another early years setting',
      'nursery-school': 'A nursery school of the local authority',
      'pre-school': 'A pre-school class or nursery that is part of a school',
      childminder: 'Childminding',
    },
  },
  childminder: { ask: 'Are you on Ofsted’s list of childminders?', answers: { no: 'No', yes: 'Yes' } },
  employment: {
    ask: 'What is your post there?',
    answers: {
      elsewhere: 'In a virtual, hospital or secure setting, or teaching for a local authority',
      'lead-mentor': 'Lead mentor for an accredited teacher training provider',
      neither: 'Another post',
    },
  },
  'lead-mentor-npq': { ask: 'Is it the NPQ in Leading Teacher Development?', answers: { yes: 'Yes', no: 'No' } },
  provider: { ask: 'Is your teacher training provider on DfE’s approved list?', answers: { yes: 'Yes', no: 'No' } },
  referred: { ask: 'Did a DfE return to teaching adviser refer you?', answers: { no: 'No', yes: 'Yes' } },
} as const satisfies Readonly<
  Record<string, { readonly ask: string; readonly answers: Readonly<Record<string, string>> }>
>;

export type FundingQuestion = keyof typeof WORDS;
export type AnswerTo<Q extends FundingQuestion> = keyof (typeof WORDS)[Q]['answers'] & string;

/** One step of the path taken. `answer` is `unknown` where it was not told or could not be looked up. */
export interface FundingStep {
  readonly question: FundingQuestion;
  readonly ask: string;
  readonly answer: string;
  readonly said: string;
}

export function stepFor<Q extends FundingQuestion>(question: Q, answer: AnswerTo<Q>): FundingStep {
  const { ask, answers } = WORDS[question];
  return { question, ask, answer, said: (answers as Readonly<Record<string, string>>)[answer] ?? answer };
}

export function unknownStep(question: FundingQuestion, owner: 'teacher' | 'world'): FundingStep {
  const [told, held] = UNKNOWN.get(question) ?? unknownSteps(question);
  return owner === 'teacher' ? told : held;
}

/** Each made once, as the steps with answers are: paths are told apart by their steps. */
const UNKNOWN: ReadonlyMap<FundingQuestion, readonly [told: FundingStep, held: FundingStep]> = new Map(
  (Object.keys(WORDS) as FundingQuestion[]).map((question) => [question, unknownSteps(question)]),
);

function unknownSteps(question: FundingQuestion): readonly [told: FundingStep, held: FundingStep] {
  const { ask } = WORDS[question];
  return [
    { question, ask, answer: 'unknown', said: 'Not told' },
    { question, ask, answer: 'unknown', said: 'Not held here' },
  ];
}
