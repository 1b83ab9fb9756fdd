import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { CreditAnswer, NpqCredit, Range } from '../../domain/funding/masters-credit.ts';
import type { NpqCode } from '../../domain/catalogue/npq.ts';
import type { Unit } from '../../domain/quantity.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import { formatDay, formatList, formatQuantity } from '../../ui/format.ts';

/** `the NPQ in Leading Literacy`, as a name that stands alone. */
export function npqName(npq: NpqCode): string {
  return NPQ_WORDS[npq].replace(/^the /, '');
}

/** A range of ours, as a sentence has it; what it counts is credits or pence. */
export function rangeWords(range: Range, unit: Extract<Unit, 'credits' | 'pence'>): string {
  return formatQuantity({ ...range, unit, basis: 'our-estimate' });
}

/** Until when one NPQ still counts, in a sentence without its stop. */
export function ageWords({ age, isToCome }: Pick<NpqCredit, 'age' | 'isToCome'>): string {
  switch (age.kind) {
    case 'not-held':
      return 'We hold no age limit: ask';
    case 'not-told':
      return 'There is an age limit: say when you finished';
    case 'counts':
      return `${isToCome ? 'Once you finish, apply' : 'Apply'} by ${formatDay(age.surelyUntil)} to be sure, by ${formatDay(age.atMostUntil)} at the latest`;
    case 'hangs-on-its-day':
      return `It may be too old already: ${formatDay(age.atMostUntil)} is the latest`;
    case 'too-old':
      return `Too old: ${formatDay(age.atMostUntil)} was the latest`;
    default:
      return age satisfies never;
  }
}

/** `the University of Chester`, `Edge Hill University`: as a sentence has it. */
export function universityName({ university }: CreditAnswer, on: DayCatalogue): string {
  const name = on.catalogue.providers.find(({ id }) => id === university.provider)?.name ?? university.provider;
  return name.startsWith('University of') ? `the ${name}` : name;
}

/** The day until which every NPQ that is still young enough surely counts; none where no age limit was judged. */
export function sendBy({ npqs }: CreditAnswer): IsoDate | undefined {
  return npqs.flatMap(({ age }) => (age.kind === 'counts' ? [age.surelyUntil] : [])).toSorted()[0];
}

/** What holds of an answer and is not a figure: why an NPQ is not counted, and what nobody says. */
export function caveats({ npqs, hangsOnAdding, best }: CreditAnswer, university: string): readonly string[] {
  const inState = (state: NpqCredit['state']) => npqs.filter((one) => one.state === state);
  const words = (some: readonly NpqCredit[]) => formatList(some.map(({ npq }) => NPQ_WORDS[npq]));
  const [unnamed, old, before] = [inState('not-named'), inState('too-old'), inState('before-reform')];
  return [
    ...(unnamed.length > 0 ? [`We found no figure from ${university} for ${words(unnamed)}. Ask.`] : []),
    ...(old.length > 0 ? [`By its age limit it no longer counts ${words(old)}.`] : []),
    ...(before.length > 0
      ? [
          `You finished ${words(before)} before today’s NPQ of that name began. The figures are about today’s NPQs: ask whether an older award counts.`,
        ]
      : []),
    ...(npqs.some(({ age }) => 'surelyUntil' in age)
      ? [
          'You told a month and an award has a day: until the earlier day it counts whatever the day on your certificate, after the later one it does not. Whether the university counts to the day you apply or to the day the course starts is not held here. Ask.',
        ]
      : []),
    ...(hangsOnAdding && best
      ? [
          `More than one of yours counts. We found nothing that says whether ${university} adds them up, so only ${NPQ_WORDS[best.npq]}, which brings most, is counted here. Ask.`,
        ]
      : []),
  ];
}
