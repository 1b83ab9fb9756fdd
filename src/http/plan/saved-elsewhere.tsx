import type { Context } from 'hono';
import { PlanConflictPage, type ConflictField } from '../../ui/plan-conflict-page.tsx';
import type { SentForm } from '../form.ts';
import { sendPage } from '../page.ts';
import type { PlanVisit } from './plan-visit.ts';

/** What somebody saved second, beside what was saved first. */
export interface SavedElsewhere {
  /** What was saved there, in a sentence, its version and when. */
  readonly saved: { readonly said: string; readonly version: number; readonly savedAt: string };
  /** What was sent and not saved, in a sentence. */
  readonly yours: string;
  /** Each field as it was sent and as it stands. Only what differs is shown. */
  readonly fields: readonly ConflictField[];
  readonly form: SentForm;
  readonly back: string;
}

/** Shows both to who saved second; one press saves theirs on top. Nothing has been written. */
export function sendSavedElsewhere(
  context: Context,
  { visit, plan }: PlanVisit,
  { saved, yours, fields, form, back }: SavedElsewhere,
): Response | Promise<Response> {
  const entries = form.entries().filter(([name]) => name !== 'version');
  return sendPage(
    context,
    visit,
    <PlanConflictPage
      frame={visit.frame}
      title={plan.title}
      savedAt={saved.savedAt}
      since={[saved]}
      yours={yours}
      cannot={undefined}
      fields={fields.filter((field) => field.yours !== field.saved)}
      action={context.req.path}
      entries={[['version', String(saved.version)], ...entries]}
      back={back}
    />,
    409,
  );
}
