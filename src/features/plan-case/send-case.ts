import { saveAccountName, type Account } from '../../db/accounts.ts';
import { addSentCase, findSentCases } from '../../db/cases.ts';
import type { Queryable } from '../../db/open-database.ts';
import { addShare, lockSharing, revokeShare } from '../../db/shares.ts';
import { addDays } from '../../domain/date.ts';
import { hearBy, schoolDatesOf } from '../../domain/calendar/school-time.ts';
import { changesSince } from '../../domain/case/case-sheet.ts';
import { isLive, SHARE_DAYS } from '../../domain/conversation/share.ts';
import { limitMailFrom, limitMailTo } from '../../http/mail-limits.ts';
import { keyHash, newId } from '../../http/private-link.ts';
import type { SentCase } from '../../db/case-schema.ts';
import type { Services } from '../../services/services.ts';
import { asksInWords } from '../../ui/case-words.ts';
import { urlsOfCase } from '../../urls.ts';
import { caseMail, caseMailKey } from './case-mail.ts';
import type { CaseVisit } from './case-visit.ts';
import type { Sending } from './send-form.ts';

/** What keeps one person from mailing many, and many from mailing one. */
export async function limitSending(
  services: Services,
  owner: Account,
  { to }: { readonly to: { readonly address: string } },
): Promise<void> {
  await limitMailFrom(services, 'case', owner.id);
  await limitMailTo(services, to.address, { from: owner.id });
}

/** By when an answer is said to come, by the dates the applicant's school keeps. */
export function answerBy({ plan, visit }: Pick<CaseVisit, 'plan' | 'visit'>) {
  return hearBy(visit.today, schoolDatesOf(plan.profile, visit.on.catalogue));
}

/**
 * Sends a case: keeps its words, makes the link and queues the mail, all or nothing. The same case to the same person
 * is sent once, however often it is pressed; another for the same steps ends the link of the one before. Gives the
 * share's id.
 */
export async function sendCase(
  services: Services,
  here: CaseVisit,
  owner: Account,
  { sending, sent }: { readonly sending: Sending; readonly sent: SentCase },
): Promise<string> {
  const { db, clock } = services;
  const now = clock.now();
  return db.transaction().execute(async (transaction) => {
    await lockSharing(transaction, owner.id);
    const before = (await findSentCases(transaction, here.kept.id)).filter(
      ({ share }) => share.address === sending.to.address && isLive(share, here.visit.today),
    );
    const same = before.find((one) => changesSince(one.sent.sheet, sent.sheet, asksInWords).length === 0);
    if (same) return same.share.id;
    for (const one of before.filter((earlier) => isForSameSteps(earlier.sent, sent)))
      await revokeShare(transaction, one.share.id, now);
    await saveAccountName(transaction, owner.id, sending.ownName);
    return addAndMail(services, transaction, here, owner, { sending, sent, now });
  });
}

function isForSameSteps(one: SentCase, other: SentCase): boolean {
  return one.draft.steps.toSorted().join(' ') === other.draft.steps.toSorted().join(' ');
}

async function addAndMail(
  { mail }: Services,
  transaction: Queryable,
  here: CaseVisit,
  owner: Account,
  { sending, sent, now }: { readonly sending: Sending; readonly sent: SentCase; readonly now: string },
): Promise<string> {
  const { today } = here.visit;
  // Known before, so that its key can be made from it.
  const share = newId();
  const key = mail.keys.shareKey(share, 0);
  const due = answerBy(here);
  await addShare(transaction, {
    id: share,
    plan: here.kept.id,
    keyHash: keyHash(key),
    kind: 'sponsor',
    account: owner.id,
    name: sending.to.name,
    address: sending.to.address,
    sections: [],
    createdAt: now,
    expiresOn: addDays(today, SHARE_DAYS),
    answerBy: due,
    standsInFor: null,
  });
  await addSentCase(transaction, share, sent);
  await mail.queue(
    transaction,
    caseMail({
      key: caseMailKey(share, undefined),
      to: sending.to,
      from: sending.ownName,
      answerBy: due,
      link: urlsOfCase({ key }).case(),
      isAgain: false,
    }),
  );
  return share;
}
