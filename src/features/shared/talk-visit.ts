import type { Context } from 'hono';
import { conversationFrom, findConversation } from '../../db/conversations.ts';
import { getVersion, type KeptPlan } from '../../db/plans.ts';
import type { Conversation } from '../../domain/people/conversation.ts';
import { nameOf } from '../../domain/people/name-of.ts';
import { sharedPlan, type SharedPlan } from '../../domain/people/step-answers.ts';
import type { SentForm } from '../../http/form.ts';
import { shareVisit, type ShareVisit } from '../../http/share-visit.ts';
import type { Services } from '../../services.ts';
import type { Voices } from '../../ui/talk-words.ts';

/** A line manager's visit to a plan they were asked to read. */
export interface TalkVisit extends ShareVisit {
  readonly conversation: Conversation;
  readonly voices: Voices;
}

export async function talkVisit(context: Context, services: Services): Promise<TalkVisit> {
  const here = await shareVisit(context, services, 'line-manager');
  const events = await findConversation(services.db, here.share.id);
  return {
    ...here,
    conversation: conversationFrom(here.share, here.kept, events),
    voices: { reader: 'reviewer', teacher: nameOf(here.owner), reviewer: here.share.name },
  };
}

/**
 * The plan a form was shown with, as far as it is shared. What was saved before the plan was shared was never shown, so
 * a form that names such a version is taken to speak of the plan as it is.
 */
export async function planSeen(
  { db }: Services,
  {
    version,
    conversation,
    whole,
  }: { readonly version: number; readonly conversation: Conversation; readonly whole: KeptPlan },
): Promise<SharedPlan> {
  const { shared, events } = conversation;
  const asked = events.find((event) => event.kind === 'asked');
  const isShown = Number.isSafeInteger(version) && asked?.kind === 'asked' && version >= asked.version;
  if (!isShown || version === whole.version) return shared;
  const seen = await getVersion(db, whole.id, version);
  return seen ? sharedPlan(seen.plan, shared.sections) : shared;
}

export function versionOf(form: SentForm): number {
  return Number(form.one('version') || Number.NaN);
}
