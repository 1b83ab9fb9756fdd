import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import { gapsIn } from '../../domain/case/case.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { writeCase, type WrittenCase } from '../../http/plan/plan-case.ts';
import { belongingOf } from '../../http/shares/school-belonging.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { caseVisit, type CaseVisit } from './case-visit.ts';
import { answerBy, limitSending, sendCase } from './send-case.ts';
import { readSending, type Sending } from './send-form.ts';
import { ConfirmPage, SendPage } from './send-page.tsx';
import { caseOwnerOnly } from './owner-only.tsx';

const BECAUSE = 'The case is saved. To send it, the service has to know whom the answer is for.';

export function sendRoutes(app: App, services: Services): void {
  app.get(PATHS.planCaseSend, async (context) => {
    const here = await caseVisit(context, services);
    if (!here.owner) return caseOwnerOnly(context, services, here, BECAUSE);
    const written = await writeCase(services, here.plan, here.draft, here.visit);
    if (!isReady(here, written)) return context.redirect(here.planUrls.casePreview(), 303);
    return sendPage(context, here.visit, <SendPage here={here} sheet={written.sheet} ownName={here.owner.name} />);
  });

  app.post(PATHS.planCaseSend, async (context) => {
    const here = await caseVisit(context, services);
    const { owner } = here;
    if (!owner) return caseOwnerOnly(context, services, here, BECAUSE);
    const form = await readForm(context);
    const written = await writeCase(services, here.plan, here.draft, here.visit);
    // A case that was saved elsewhere since is looked at once more before it is sent.
    if (!isReady(here, written) || form.one('version') !== String(here.draftVersion))
      return context.redirect(here.planUrls.casePreview(), 303);
    const parsed = readSending(form, owner.address);
    if (!parsed.ok) {
      const page = (
        <SendPage here={here} sheet={written.sheet} ownName={owner.name} sent={form} errors={parsed.errors} />
      );
      return sendPage(context, here.visit, page, 422);
    }
    if (form.one('act') !== 'send') return confirm(context, services, here, written, parsed.value);
    return send(context, services, { here, owner, written, sending: parsed.value });
  });
}

function isReady({ draftVersion }: CaseVisit, { made }: WrittenCase): boolean {
  return draftVersion > 0 && gapsIn(made).length === 0;
}

async function confirm(
  context: Context,
  services: Services,
  here: CaseVisit,
  { sheet }: WrittenCase,
  sending: Sending,
): Promise<Response> {
  const { hub } = here.visit.on.catalogue;
  const belonging = await belongingOf(services, here.plan.profile, hub, sending.to.address);
  const page = (
    <ConfirmPage here={here} sheet={sheet} sending={sending} belonging={belonging} hearBy={answerBy(here)} />
  );
  return sendPage(context, here.visit, page);
}

interface ToSend {
  readonly here: CaseVisit;
  readonly owner: Account;
  readonly written: WrittenCase;
  readonly sending: Sending;
}

async function send(
  context: Context,
  services: Services,
  { here, owner, written, sending }: ToSend,
): Promise<Response> {
  await limitSending(services, owner, sending);
  const sent = { draft: here.draft, sheet: written.sheet, planVersion: here.kept.version };
  const share = await sendCase(services, here, owner, { sending, sent });
  return context.redirect(here.planUrls.caseAnswers({ id: share }), 303);
}
