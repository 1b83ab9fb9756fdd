import type { App } from '../../http/app-type.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';

/** Built files under names that hold their content's hash, so that they may be kept for ever. */
export function assetRoutes(app: App, { assets }: Services): void {
  app.get(PATHS.assets, (context) => {
    const file = assets.file(context.req.param('name'));
    if (!file) throw new NotFound();
    const accepted = context.req.header('Accept-Encoding') ?? '';
    context.header('Content-Type', file.type);
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    context.header('Vary', 'Accept-Encoding');
    if (file.brotli && /\bbr\b/.test(accepted)) {
      context.header('Content-Encoding', 'br');
      return context.body(file.brotli);
    }
    if (file.gzip && /\bgzip\b/.test(accepted)) {
      context.header('Content-Encoding', 'gzip');
      return context.body(file.gzip);
    }
    return context.body(file.body);
  });
}
