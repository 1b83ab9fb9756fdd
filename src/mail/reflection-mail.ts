import type { Stretch } from '../domain/calendar/school-time.ts';
import type { Mailbox } from '../domain/mail/mail-address.ts';
import { TAKES, type ReflectionPrompt } from '../domain/looking-back/reflection.ts';
import { urlsOfPlan } from '../urls.ts';
import type { MailDraft } from './write-mail.ts';

/** A prompt that waits in a plan, for the owner who asked to be told. */
export interface WaitingPrompt {
  readonly plan: string;
  readonly folder: string;
  readonly number: number;
  readonly prompt: ReflectionPrompt;
  readonly within: readonly Stretch[];
}

/** Says that it is time, and nothing of what stands in the plan. The same prompt of a plan is mailed once. */
export function reflectionMail({ plan, folder, number, prompt, within }: WaitingPrompt, to: Mailbox): MailDraft {
  const urls = urlsOfPlan({ key: folder, number });
  return {
    kind: 'reflection',
    key: `${plan}/${prompt.key}`,
    to,
    subject: 'Time to look back on your plan',
    body: [
      {
        kind: 'paragraph',
        text: `“${prompt.name}”: what did you try, what changed, how do you know, what next? It takes ${TAKES}, and a sentence is enough.`,
      },
      { kind: 'link', text: 'Look back now', href: urls.reflection(prompt) },
      {
        kind: 'paragraph',
        text: 'If you are not signed in, the page asks you to. If it does not help, skip it there with one press: it is not asked again.',
      },
    ],
    within,
  };
}
