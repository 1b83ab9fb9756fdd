import type { Context } from 'hono';
import type { VNode } from 'preact';
import { isOver } from '../../domain/conversation/conversation.ts';
import { review } from '../../domain/conversation/conversation-moves.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type FieldErrors, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { parseReview } from '../../http/shares/review-form.ts';
import type { Services } from '../../services/services.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TalkReview } from '../../ui/talk-review.tsx';
import { possessive } from '../../ui/talk-words.ts';
import { PATHS } from '../../urls.ts';
import { OpenPage } from './open-page.tsx';
import { reviewerMove } from './reviewer-move.ts';
import { talkVisit, type TalkVisit } from './talk-visit.ts';

/** The reviewer's side of looking back on a plan. */
export function sharedReviewRoutes(app: App, services: Services): void {
  app.get(PATHS.sharedReview, async (context) => {
    const here = await talkVisit(context, services);
    if (!here.conversation.isConfirmed) return sendPage(context, here.visit, <OpenPage here={here} />);
    return sendPage(context, here.visit, <ReviewPage here={here} isSaved={here.visit.asked.query.has('saved')} />);
  });

  app.post(PATHS.sharedReview, async (context) => {
    const here = await talkVisit(context, services);
    if (!here.conversation.isConfirmed) return sendPage(context, here.visit, <OpenPage here={here} />, 409);
    const form = await readForm(context);
    const parsed = parseReview(form);
    if (!parsed.ok) return again(context, here, form, parsed.errors);
    const { answers } = parsed;
    const made = await reviewerMove(services, here, (now) => review(now, 'reviewer', answers, here.visit.today));
    if ('refused' in made) return again(context, here, form, new Map([['', made.refused]]));
    return context.redirect(`${here.shareUrls.review()}?saved`, 303);
  });
}

function again(context: Context, here: TalkVisit, form: SentForm, errors: FieldErrors): Response | Promise<Response> {
  return sendPage(context, here.visit, <ReviewPage here={here} sent={form} errors={errors} />, 422);
}

interface ReviewPageProps {
  readonly here: TalkVisit;
  readonly isSaved?: boolean;
  readonly sent?: SentForm;
  readonly errors?: FieldErrors;
}

function ReviewPage({ here, isSaved = false, sent, errors }: ReviewPageProps): VNode {
  const { visit, voices, plan, shareUrls, conversation } = here;
  return (
    <Layout
      title="Look back on a plan"
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={shareUrls.shared()}>Back to the plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {isSaved && <NotificationBanner type="success">Saved.</NotificationBanner>}
      <PageHeading title={`Look back on ${possessive(voices.teacher)} plan`} caption={plan.title} />
      <TalkReview
        events={conversation.events}
        voices={voices}
        action={shareUrls.review()}
        isOpen={!isOver(conversation, visit.today)}
        sent={sent && ((name) => sent.one(name))}
        errors={errors}
      />
    </Layout>
  );
}
