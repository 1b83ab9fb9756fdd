import type { FundingList, ListUse, ListVintage } from './funding-codes.ts';

/** How a list is said inside a sentence. */
export const LIST_WORDS: Readonly<Record<FundingList, string>> = {
  'pp50-school': 'DfE’s disadvantage list of schools',
  'pp50-further-education': 'DfE’s disadvantage list of 16 to 19 settings',
  rise: 'the RISE list',
  childminder: 'Ofsted’s list of childminders',
  'disadvantaged-early-years': 'DfE’s list of disadvantaged early years settings',
  'la-nursery': 'DfE’s list of nursery schools',
};

export const INTAKE_NAMES: Readonly<Record<ListVintage, string>> = {
  '2024-autumn': 'autumn 2024',
  '2025-spring': 'spring 2025',
  '2025-autumn': 'autumn 2025',
  '2026-autumn': 'autumn 2026',
};

/** Said where an answer rests on an older list than its intake's: which one, and how to check. */
export function checkSentence({ name, vintage, wanted, held }: ListUse): string | undefined {
  if (!held || vintage === wanted) return undefined;
  return `This rests on ${LIST_WORDS[name]} for ${INTAKE_NAMES[vintage]}. The one for ${INTAKE_NAMES[wanted]} is not held here, so check it on GOV.UK under eligible settings, or ask your hub or provider.`;
}
