import { profileFrom } from '../../domain/matching/answers.ts';
import { assess } from '../../domain/matching/assess.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ProviderPage } from './provider-page.tsx';
import { ProvidersPage } from './providers-page.tsx';

export function providerRoutes(app: App, services: Services): void {
  app.get(PATHS.providers, (context) => {
    const here = visit(context, services);
    return sendPage(context, here, <ProvidersPage visit={here} providers={here.on.catalogue.providers} />);
  });

  app.get(PATHS.provider, (context) => {
    const here = visit(context, services);
    const { on, asked } = here;
    const provider = on.catalogue.providers.find((one) => one.id === context.req.param('id'));
    if (!provider) throw new NotFound();
    const profile = profileFrom(asked.answers);
    const steps = on.opportunities
      .filter((opportunity) => opportunity.providers.includes(provider.id))
      .map((opportunity) => ({
        opportunity,
        verdict: asked.personal ? assess(opportunity, profile, on.day).verdict : undefined,
      }));
    return sendPage(context, here, <ProviderPage visit={here} provider={provider} steps={steps} />);
  });
}
