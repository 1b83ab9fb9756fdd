import type { Context } from 'hono';
import { agreeToAll, close, confirm, takeBack, type Move } from '../../domain/conversation/conversation-moves.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { KeptPlan } from '../../db/plans.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { BadRequest } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { parseAnswers, takeAnswers } from './answer-form.ts';
import { AnsweredPage } from './answered-page.tsx';
import { NotMePage, OpenPage } from './open-page.tsx';
import { reviewerMove } from './reviewer-move.ts';
import { sharedReviewRoutes } from './review-routes.tsx';
import { SharedPage } from './shared-page.tsx';
import { planSeen, talkVisit, type TalkVisit } from './talk-visit.ts';

/** A plan that was shared with a line manager, under their link. Opening it confirms nothing: scanners open links. */
export function sharedRoutes(app: App, services: Services): void {
  sharedReviewRoutes(app, services);

  app.get(PATHS.shared, async (context) => {
    const here = await talkVisit(context, services);
    if (!here.conversation.isConfirmed) return sendPage(context, here.visit, <OpenPage here={here} />);
    const after = here.visit.asked.query.get('answered');
    if (after !== null) return answered(context, services, here, Number(after));
    const isTakenBack = here.visit.asked.query.has('taken-back');
    return sendPage(context, here.visit, <SharedPage here={here} isTakenBack={isTakenBack} />);
  });

  app.post(PATHS.shared, async (context) => {
    const here = await talkVisit(context, services);
    const form = await readForm(context);
    const { today } = here.visit;
    const act = form.one('act');
    if (act === 'confirm') {
      await reviewerMove(services, here, (now) => confirm(now, today));
      return context.redirect(here.shareUrls.shared(), 303);
    }
    if (act === 'not-me') {
      await reviewerMove(services, here, (now) => close(now, 'reviewer', 'not-me', today));
      return sendPage(context, here.visit, <NotMePage here={here} />);
    }
    // Whatever else is sent, nobody is shown the plan who has not said who they are.
    if (!here.conversation.isConfirmed) return sendPage(context, here.visit, <OpenPage here={here} />, 409);
    switch (act) {
      case 'take-back': {
        const words = { by: 'reviewer', number: Number(form.one('words')) } as const;
        return answer(context, services, here, form, (now) => takeBack(now, words, today), here.shareUrls.takenBack());
      }
      case 'agree-all': {
        const seen = await planSeen(services, here, form);
        return answer(context, services, here, form, (now) => agreeToAll(now, seen, today));
      }
      default:
        return answerEach(context, services, here, form);
    }
  });
}

async function answerEach(context: Context, services: Services, here: TalkVisit, form: SentForm): Promise<Response> {
  const { conversation, visit } = here;
  const seen = await planSeen(services, here, form);
  const parsed = parseAnswers(form, seen, conversation);
  if (!parsed.ok) return sendPage(context, visit, <SharedPage here={here} sent={form} errors={parsed.errors} />, 422);
  return answer(context, services, here, form, (now) => takeAnswers(now, parsed.sent, seen, visit.today));
}

async function answer(
  context: Context,
  services: Services,
  here: TalkVisit,
  form: SentForm,
  move: (conversation: Conversation, whole: KeptPlan) => Move,
  next?: string,
): Promise<Response> {
  const before = here.conversation.events.at(-1)?.number ?? 0;
  const made = await reviewerMove(services, here, move);
  if ('refused' in made) {
    const errors = new Map([['', made.refused]]);
    return sendPage(context, here.visit, <SharedPage here={here} sent={form} errors={errors} />, 422);
  }
  return context.redirect(next ?? here.shareUrls.answered(before), 303);
}

function answered(context: Context, services: Services, here: TalkVisit, after: number): Response | Promise<Response> {
  if (!Number.isSafeInteger(after) || after < 0) throw new BadRequest('There is no such answer.');
  const fresh = here.conversation.events.filter(
    (event) =>
      event.number > after && (event.kind === 'answered' || (event.kind === 'said' && event.by === 'reviewer')),
  );
  return sendPage(context, here.visit, <AnsweredPage here={here} fresh={fresh} now={services.clock.now()} />);
}
