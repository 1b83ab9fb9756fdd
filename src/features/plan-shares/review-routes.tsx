import type { Context } from 'hono';
import type { VNode } from 'preact';
import { conversationFrom, findConversation } from '../../db/conversations.ts';
import type { Share } from '../../db/shares.ts';
import { isOver, type Conversation } from '../../domain/conversation/conversation.ts';
import { review, showReview } from '../../domain/conversation/conversation-moves.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { parseReview } from '../../http/shares/review-form.ts';
import { makeMove } from '../../http/shares/make-move.ts';
import type { Services } from '../../services/services.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TalkReview } from '../../ui/talk-review.tsx';
import { teacherVoices } from '../../ui/talk-words.ts';
import { PATHS } from '../../urls.ts';
import { askToSignIn } from './ask-to-sign-in.tsx';
import { theShare } from './the-share.ts';

/** The teacher's side of looking back on a plan with one reader. */
export function planReviewRoutes(app: App, services: Services): void {
  app.get(PATHS.planReview, async (context) => {
    const here = await planVisit(context, services);
    if (!here.owner) return askToSignIn(context, services, here);
    return show(context, services, here, await theShare(context, services, here), {});
  });

  app.post(PATHS.planReview, async (context) => {
    const here = await planVisit(context, services);
    if (!here.owner) return askToSignIn(context, services, here);
    const share = await theShare(context, services, here);
    const form = await readForm(context);
    const saved = `${here.planUrls.review(share)}?saved`;
    if (form.one('act') === 'show') {
      await makeMove(services, { share, move: showReview });
      return context.redirect(saved, 303);
    }
    const parsed = parseReview(form);
    if (!parsed.ok) return show(context, services, here, share, { sent: form, errors: parsed.errors });
    const { answers } = parsed;
    const made = await makeMove(services, { share, move: (now) => review(now, 'teacher', answers, here.visit.today) });
    if ('refused' in made)
      return show(context, services, here, share, { sent: form, errors: new Map([['', made.refused]]) });
    return context.redirect(saved, 303);
  });
}

interface Again {
  readonly sent?: SentForm;
  readonly errors?: FieldErrors;
}

async function show(
  context: Context,
  services: Services,
  here: PlanVisit,
  share: Share,
  again: Again,
): Promise<Response> {
  const conversation = conversationFrom(share, here.kept, await findConversation(services.db, share.id));
  const page = <ReviewPage here={here} share={share} conversation={conversation} {...again} />;
  return sendPage(context, here.visit, page, again.errors ? 422 : 200);
}

interface ReviewPageProps extends Again {
  readonly here: PlanVisit;
  readonly share: Share;
  readonly conversation: Conversation;
}

function ReviewPage({ here, share, conversation, sent, errors }: ReviewPageProps): VNode {
  const { visit, plan, planUrls } = here;
  return (
    <Layout
      title="Look back on your plan"
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.share(share)}>Back to the conversation</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {visit.asked.query.has('saved') && !errors && <NotificationBanner type="success">Saved.</NotificationBanner>}
      <PageHeading title={`Look back on your plan with ${share.name}`} caption={plan.title} />
      <TalkReview
        events={conversation.events}
        voices={teacherVoices(share.name)}
        action={planUrls.review(share)}
        isOpen={!isOver(conversation, visit.today)}
        sent={sent && ((name) => sent.one(name))}
        errors={errors}
      />
    </Layout>
  );
}
