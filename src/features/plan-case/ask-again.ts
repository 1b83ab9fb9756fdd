import type { Account } from '../../db/accounts.ts';
import { addToCase, lockCase } from '../../db/cases.ts';
import { getShare, saveDays } from '../../db/shares.ts';
import { caseState, mayFollow } from '../../domain/case/sponsor-answer.ts';
import { isLive, SHARE_DAYS } from '../../domain/conversation/share.ts';
import { addDays } from '../../domain/date.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { caseLink } from '../../mail/share-link.ts';
import type { Services } from '../../services/services.ts';
import { caseMail, caseMailKey } from './case-mail.ts';
import type { CaseVisit, SentLine } from './case-visit.ts';
import { answerBy, limitSending } from './send-case.ts';

/**
 * Asks a sponsor once more for what was closed since nobody answered: the same words under the same link, and their time
 * anew. Pressed twice it is asked once; where it is not closed, or has ended, nothing is.
 */
export async function askAgain(services: Services, here: CaseVisit, owner: Account, line: SentLine): Promise<void> {
  const { db, clock, mail } = services;
  const { today } = here.visit;
  if (!mayFollow(line.state, 'asked-again') || !isLive(line.share, today)) return;
  await limitSending(services, owner, { to: line.share });
  await db.transaction().execute(async (transaction) => {
    const state = caseState(await lockCase(transaction, line.share.id));
    const share = await getShare(transaction, here.kept.id, line.share.id);
    if (!share || !isLive(share, today) || !mayFollow(state, 'asked-again')) return;
    const number = await addToCase(transaction, share.id, {
      after: state.last,
      said: { kind: 'asked-again' },
      now: clock.now(),
    });
    const later = addDays(today, SHARE_DAYS);
    const days = { answerBy: answerBy(here), expiresOn: share.expiresOn > later ? share.expiresOn : later };
    await saveDays(transaction, share.id, days);
    await mail.queue(
      transaction,
      caseMail({
        key: caseMailKey(share.id, { number }),
        to: mailboxOf(share),
        from: nameOf(owner),
        answerBy: days.answerBy,
        link: await caseLink(transaction, mail.keys, share.id),
        isAgain: true,
      }),
    );
  });
}
