import { createHash } from 'node:crypto';
import { briefingKey, keepBriefingPdfs } from '../../documents/briefing-pdf.ts';
import { TypesetterBusy } from '../../documents/typst.ts';
import { buildBriefing } from '../../domain/catalogue/briefing.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import { VERSION } from '../../http/version.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { BriefingPage } from './briefing-page.tsx';

export function briefingRoutes(app: App, services: Services): void {
  const pdfs = keepBriefingPdfs(services.typesetter);

  app.get(PATHS.briefing, async (context) => {
    const here = visit(context, services);
    const briefing = buildBriefing(here.on, here.today);
    // The page says how large the PDF is; while too many are being made it does without.
    const pdf = await pdfs.of(briefing, here.on.catalogue.version).catch(noneWhenBusy);
    const pdfKilobytes = pdf && Math.ceil(pdf.byteLength / 1000);
    const page = <BriefingPage visit={here} briefing={briefing} pdfKilobytes={pdfKilobytes} />;
    return sendPage(context, { ...here, restsOn: pdf ? undefined : 'busy' }, page);
  });

  app.get(PATHS.briefingPdf, async (context) => {
    const { on, today } = visit(context, services);
    const briefing = buildBriefing(on, today);
    const key = briefingKey(briefing, on.catalogue.version);
    const tag = `"${createHash('sha256').update(`${VERSION} ${key}`).digest('base64url').slice(0, 16)}"`;
    const keep = () => {
      context.header('ETag', tag);
      context.header('Cache-Control', 'public, max-age=0, must-revalidate');
    };
    if (
      context.req
        .header('If-None-Match')
        ?.split(/,\s*/)
        .some((known) => known.replace(/^W\//, '') === tag)
    ) {
      keep();
      return context.body(null, 304);
    }
    // Only once it is there: what says that it cannot be made now must not be kept in its place.
    const pdf = await pdfs.of(briefing, on.catalogue.version);
    keep();
    context.header('Content-Type', 'application/pdf');
    context.header('Content-Disposition', `inline; filename="next-steps-${briefing.day}.pdf"`);
    return context.body(pdf);
  });
}

function noneWhenBusy(error: unknown): undefined {
  if (!(error instanceof TypesetterBusy)) throw error;
}
