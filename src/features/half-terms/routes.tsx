import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { bankHolidaysWithin, halfTermsByArea } from './area-half-terms.ts';
import { HalfTermsPage } from './half-terms-page.tsx';

export function halfTermRoutes(app: App, services: Services): void {
  app.get(PATHS.halfTerms, (context) => {
    const here = visit(context, services);
    const areas = halfTermsByArea(here.on);
    const page = <HalfTermsPage visit={here} areas={areas} bankHolidays={bankHolidaysWithin(areas, here.on)} />;
    return sendPage(context, here, page);
  });
}
