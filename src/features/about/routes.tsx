import type { VNode } from 'preact';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { CookiesPage } from './cookies-page.tsx';
import { CreditsPage } from './credits-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { sourcesByHost } from './sources-by-host.ts';

export function aboutRoutes(app: App, services: Services): void {
  const serve = (path: string, page: (here: Visit) => VNode) => {
    app.get(path, (context) => {
      const here = visit(context, services);
      return sendPage(context, here, page(here));
    });
  };
  serve(PATHS.privacy, (here) => <PrivacyPage visit={here} />);
  serve(PATHS.cookies, (here) => <CookiesPage visit={here} />);
  serve(PATHS.accessibility, (here) => <AccessibilityPage visit={here} />);
  serve(PATHS.credits, (here) => <CreditsPage visit={here} hosts={sourcesByHost(here.on.catalogue)} />);
}
