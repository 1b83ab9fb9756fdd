import { getSchool } from '../../db/schools.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import type { GivenAnswer } from '../../domain/case/sponsor-answer.ts';
import { packOf, type PackItem } from '../../domain/case/sponsor-pack.ts';
import type { Services } from '../../services/services.ts';
import { ROLE_WORDS } from '../../ui/case-words.ts';
import { formatDay } from '../../ui/format.ts';
import type { CaseVisit, SentLine } from './case-visit.ts';

/** The answers as providers ask for them; nothing where there is no answer yet, or it is no. */
export async function packFor(services: Services, here: CaseVisit, line: SentLine): Promise<readonly PackItem[]> {
  const { answer } = line.state;
  if (!answer || answer.answer === 'no') return [];
  const { setting } = here.plan.profile;
  const school = setting?.urn === undefined ? undefined : await getSchool(services.db, setting.urn);
  return packOf(line.sent.sheet.asks, {
    answer,
    day: formatDay(londonDay(answer.at)),
    role: ROLE_WORDS[answer.role].toLowerCase(),
    address: line.share.address,
    applicant: nameOf(here.owner ?? { name: '' }, 'within'),
    what: whatWords(line.sent.sheet.title),
    school: school?.name,
  });
}

/** `the NPQ in Senior Leadership`; what has no such name is quoted as the plan calls it. */
function whatWords(title: string): string {
  return /^NPQ\b/.test(title) ? `the ${title}` : `“${title}”`;
}

/** The same as a file of plain text. */
export function packText({ sent: { sheet } }: SentLine, answer: GivenAnswer, items: readonly PackItem[]): string {
  const whole = answer.answer === 'if' ? [`On this condition: ${answer.words}`] : [];
  const parts = items.map(({ title, text }) => `${title}\n${text}`);
  return [`${sheet.title}: the sponsor’s answers`, ...whole, ...parts].join('\n\n').concat('\n');
}
