import type { App } from '../../http/app-type.ts';
import { parseForm, readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit } from '../../http/plan/plan-visit.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { settingsForm, withSettings } from './settings-form.ts';
import { SettingsPage } from './settings-page.tsx';

export function planSettingsRoutes(app: App, services: Services): void {
  app.get(PATHS.planSettings, async (context) => {
    const here = await planVisit(context, services);
    return sendPage(context, here.visit, <SettingsPage here={here} />);
  });

  app.post(PATHS.planSettings, async (context) => {
    const here = await planVisit(context, services);
    const form = await readForm(context);
    const parsed = parseForm(settingsForm, form);
    if (!parsed.ok)
      return sendPage(context, here.visit, <SettingsPage here={here} sent={form} errors={parsed.errors} />, 422);
    const fields = ({ title, profile }: typeof here.plan) => [
      { label: 'Title', yours: parsed.value.title, saved: title },
      { label: 'Hours a week', yours: String(parsed.value.hours ?? ''), saved: String(profile.hoursPerWeek ?? '') },
    ];
    const next = here.planUrls.after();
    return saveChange(context, services, here, form, (plan) => withSettings(plan, parsed.value), { next, fields });
  });
}
