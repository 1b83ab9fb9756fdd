import type { Context } from 'hono';
import { conversationFrom, findConversation } from '../../db/conversations.ts';
import { getVersion } from '../../db/plans.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { sharedPlan, type SharedPlan } from '../../domain/conversation/step-answers.ts';
import type { SentForm } from '../../http/form.ts';
import { shareVisit, type ShareVisit } from '../../http/shares/share-visit.ts';
import type { Services } from '../../services/services.ts';
import type { Voices } from '../../ui/talk-words.ts';

/** A line manager's visit to a plan they were asked to read. */
export interface TalkVisit extends ShareVisit {
  readonly conversation: Conversation;
  readonly voices: Voices;
  /** The version this page shows, as its form carries it. */
  readonly versionShown: string;
}

/** Throws as `shareVisit` does. A reader who has not said yet who they are gets here too: look at `isConfirmed`. */
export async function talkVisit(context: Context, services: Services): Promise<TalkVisit> {
  const here = await shareVisit(context, services, 'line-manager');
  const events = await findConversation(services.db, here.share.id);
  return {
    ...here,
    conversation: conversationFrom(here.share, here.kept, events),
    versionShown: services.mail.keys.versionShown(here.share.id, here.kept.version),
    voices: {
      to: 'reviewer',
      teacher: nameOf(here.owner),
      teacherWithin: nameOf(here.owner, 'within'),
      reviewer: here.share.name,
    },
  };
}

/**
 * The plan a form was shown with, as far as it is shared. A form that names no version its reader was shown is taken to
 * speak of the plan as it is: steps that came and went in between are not theirs to see.
 */
export async function planSeen(
  { db, mail }: Services,
  { share, kept, conversation: { shared } }: TalkVisit,
  form: SentForm,
): Promise<SharedPlan> {
  const version = mail.keys.readVersionShown(share.id, form.one('version'));
  if (version === undefined || version === kept.version) return shared;
  const seen = await getVersion(db, kept.id, version);
  return seen ? sharedPlan(seen.plan, shared.sections) : shared;
}
