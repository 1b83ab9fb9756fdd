import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import { conversationFrom, findConversation } from '../../db/conversations.ts';
import type { Share } from '../../db/shares.ts';
import { close, revoke, say, showParts, takeBack, type Move } from '../../domain/conversation/conversation-moves.ts';
import type { ConversationEvent } from '../../domain/conversation/conversation-event.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import { stepsToAnswer } from '../../domain/conversation/step-answers.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { limitMailFrom, limitMailTo } from '../../http/mail-limits.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { BadRequest } from '../../http/problems.ts';
import { sharesOfPlan } from '../../http/shares/shares-of-plan.ts';
import { makeMove } from '../../http/shares/make-move.ts';
import { faultOfWords } from '../../http/shares/words-sent.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { CheckPage } from './check-page.tsx';
import { mailFateWords } from './mail-fate.ts';
import { askToSignIn } from './ask-to-sign-in.tsx';
import { sendAgain, sendNewLink, sendShare } from './send-share.ts';
import { parseSharing, sectionsIn } from './share-form.ts';
import { planReviewRoutes } from './review-routes.tsx';
import { DONE_WORDS, SharePage, type Done } from './share-page.tsx';
import { SharesPage } from './shares-page.tsx';
import { theShare } from './the-share.ts';

/** Whom a plan is shared with, and the conversation with each: for its owner, signed in. */
export function planShareRoutes(app: App, services: Services): void {
  planReviewRoutes(app, services);

  app.get(PATHS.planShares, async (context) => {
    const here = await planVisit(context, services);
    if (!here.owner) return askToSignIn(context, services, here);
    return showShares(context, services, here, here.owner, {});
  });

  app.post(PATHS.planShares, async (context) => {
    const here = await planVisit(context, services);
    const { owner } = here;
    if (!owner) return askToSignIn(context, services, here);
    return shareWith(context, services, here, owner, await readForm(context));
  });

  app.get(PATHS.planShare, async (context) => {
    const here = await planVisit(context, services);
    if (!here.owner) return askToSignIn(context, services, here);
    return showShare(context, services, here, await theShare(context, services, here), {});
  });

  app.post(PATHS.planShare, async (context) => {
    const here = await planVisit(context, services);
    const { owner } = here;
    if (!owner) return askToSignIn(context, services, here);
    return act(context, services, here, owner, await theShare(context, services, here), await readForm(context));
  });
}

interface Sent {
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

async function showShares(
  context: Context,
  services: Services,
  here: PlanVisit,
  owner: Account,
  { sent, errors }: Sent,
): Promise<Response> {
  const shares = await sharesOfPlan(services, here);
  const replaced = sent?.one('standsInFor') ?? here.visit.asked.query.get('for');
  return sendPage(
    context,
    here.visit,
    <SharesPage
      here={here}
      shares={shares}
      yourName={owner.name}
      replaced={shares.find(({ share: { id, revokedAt } }) => id === replaced && revokedAt === null)?.share}
      sent={sent}
      errors={errors}
    />,
    errors ? 422 : 200,
  );
}

async function shareWith(
  context: Context,
  services: Services,
  here: PlanVisit,
  owner: Account,
  form: SentForm,
): Promise<Response> {
  if (form.one('act') === 'edit') return showShares(context, services, here, owner, { sent: form });
  const parsed = parseSharing(form, owner.address);
  const errors = parsed.ok ? nothingToAgree(here) : parsed.errors;
  if (!parsed.ok || errors) return showShares(context, services, here, owner, { sent: form, errors });
  // What was checked is what is sent: after a change in another tab it is shown again.
  const isChecked = form.one('act') === 'share' && form.one('version') === String(here.kept.version);
  if (!isChecked) return sendPage(context, here.visit, <CheckPage here={here} sharing={parsed.value} />);
  await limitMails(services, owner, parsed.value.address);
  const sent = await sendShare(services, here, owner, parsed.value);
  if ('refused' in sent)
    return showShares(context, services, here, owner, { sent: form, errors: new Map([['', sent.refused]]) });
  const done: Done = sent.isNew ? 'shared' : 'already';
  return context.redirect(here.planUrls.share({ id: sent.share }, [['done', done]]), 303);
}

async function limitMails(services: Services, owner: Account, address: string): Promise<void> {
  await limitMailFrom(services, 'share', owner.id);
  await limitMailTo(services, address, { from: owner.id });
}

function nothingToAgree({ plan }: PlanVisit): FieldErrors | undefined {
  if (stepsToAnswer({ plan }).length > 0) return undefined;
  return new Map([['', 'There is no step in the timetable to be agreed yet: add one first']]);
}

async function showShare(
  context: Context,
  services: Services,
  here: PlanVisit,
  share: Share,
  { sent, errors }: Sent,
): Promise<Response> {
  const events = await findConversation(services.db, share.id);
  const { query } = here.visit.asked;
  const done = query.get('done') ?? '';
  return sendPage(
    context,
    here.visit,
    <SharePage
      here={here}
      share={share}
      conversation={conversationFrom(share, here.kept, events)}
      done={Object.hasOwn(DONE_WORDS, done) && !errors ? (done as Done) : undefined}
      found={done === 'said' ? findNames(lastSaid(events)) : []}
      mail={await mailFateWords(services, share, events)}
      sent={sent}
      errors={errors}
    />,
    errors ? 422 : 200,
  );
}

function lastSaid(events: readonly ConversationEvent[]): string {
  const last = events.findLast((event) => event.kind === 'said' && event.by === 'teacher');
  return last?.kind === 'said' ? last.text : '';
}

async function act(
  context: Context,
  services: Services,
  here: PlanVisit,
  owner: Account,
  share: Share,
  form: SentForm,
): Promise<Response> {
  const step = form.one('step');
  const text = form.one('text');
  const field = step === '' ? 'text' : `text-${step}`;
  const fault = form.one('act') === 'say' ? faultOfWords(text) : undefined;
  if (fault !== undefined)
    return showShare(context, services, here, share, { sent: form, errors: new Map([[field, fault]]) });
  const [made, done] = await press(services, here, owner, share, form);
  if ('refused' in made)
    return showShare(context, services, here, share, {
      sent: form,
      errors: new Map([[form.one('act') === 'say' ? field : '', made.refused]]),
    });
  const place = done === 'said' ? step || 'whole' : '';
  return context.redirect(here.planUrls.share(share, [['done', done]], place), 303);
}

/** Does what a button says, and gives what came of it. */
async function press(
  services: Services,
  here: PlanVisit,
  owner: Account,
  share: Share,
  form: SentForm,
): Promise<readonly [Move, Done]> {
  const { today } = here.visit;
  switch (form.one('act')) {
    case 'say': {
      const comment = { by: 'teacher', step: form.one('step') || null, text: form.one('text') } as const;
      return [await makeMove(services, { share, move: (now) => say(now, comment, today) }), 'said'];
    }
    case 'take-back': {
      const words = { by: 'teacher', number: Number(form.one('words')) } as const;
      return [await makeMove(services, { share, move: (now) => takeBack(now, words, today) }), 'taken-back'];
    }
    case 'ask-again':
      await limitMails(services, owner, share.address);
      return [await sendAgain(services, here, owner, share), 'asked'];
    case 'renew':
      await limitMails(services, owner, share.address);
      return [await sendNewLink(services, here, owner, share), 'renewed'];
    case 'parts': {
      const sections = sectionsIn(form);
      return [await makeMove(services, { share, move: (now) => showParts(now, sections, today) }), 'parts'];
    }
    case 'close':
      return [await makeMove(services, { share, move: (now) => close(now, 'teacher', 'settled', today) }), 'closed'];
    case 'revoke':
      return [await makeMove(services, { share, move: revoke }), 'ended'];
    default:
      throw new BadRequest('That is nothing that can be done with a shared plan.', 422);
  }
}
