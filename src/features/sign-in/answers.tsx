import type { Context } from 'hono';
import type { VNode } from 'preact';
import { personalVisit, sendPage, type Visit } from '../../http/page.ts';
import { keepSession } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import type { Entered } from './enter.ts';
import { LookInMailPage } from './look-in-mail-page.tsx';
import { KeptElsewherePage } from './sign-in-page.tsx';

/** What is said once a link is on its way. */
export function lookInMail(
  { config }: Services,
  { frame }: Visit,
  address: string | undefined,
  elsewhere?: string,
): VNode {
  return (
    <LookInMailPage
      frame={frame}
      address={address}
      from={config.mailFrom.address}
      elsewhere={elsewhere}
      isWrittenToFiles={!config.production && config.smtp === undefined}
    />
  );
}

/** Hands the session over, once what began it is committed, and leads on. */
export function letIn(
  context: Context,
  services: Services,
  { token, next, isKeptElsewhere }: Entered,
  address: string,
): Response | Promise<Response> {
  keepSession(context, services, token);
  if (!isKeptElsewhere) return context.redirect(next, 303);
  const here = personalVisit(context, services);
  return sendPage(context, here, <KeptElsewherePage frame={here.frame} address={address} />, 409);
}
