import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { VNode } from 'preact';
import type { Services } from '../services/services.ts';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { PageFrame } from '../ui/layout.tsx';
import { formatList } from '../ui/format.ts';
import { render } from '../ui/render.ts';
import { ACCOUNT_URLS, urlsCarrying, type Urls } from '../urls.ts';
import { answersQuery } from '../domain/matching/told-query.ts';
import { readAsked, type Asked } from './asked.ts';
import { sendHtml } from './compression.ts';
import { VERSION } from './version.ts';

/** All that a page needs of its request: what was asked, the catalogue of that day, addresses that carry it on. */
export interface Visit {
  readonly asked: Asked;
  readonly today: Asked['day'];
  readonly on: DayCatalogue;
  readonly urls: Urls;
  readonly frame: PageFrame;
  /** What the page shows beside the catalogue, by its version: schools and lists change while the service runs. */
  readonly restsOn?: string | undefined;
}

/** Reads the request. Personal pages (`ignoreDay`) are always about today. */
export function visit(context: Context, services: Services, options: { readonly ignoreDay?: boolean } = {}): Visit {
  const today = services.clock.today();
  const read = readAsked(context, today);
  const asked = options.ignoreDay ? { ...read, day: today, on: undefined, beforeAll: false } : read;
  const urls = urlsCarrying({ on: asked.on, answers: answersQuery(asked) });
  const on = services.catalogue.on(asked.day);
  return {
    asked,
    today,
    on,
    urls,
    frame: frameOf(context, services, asked.on === undefined ? undefined : asked, on, urls),
  };
}

/** The same request, its page kept nowhere: what it shows is somebody's own. */
export function keptNowhere(here: Visit): Visit {
  return { ...here, asked: { ...here.asked, personal: true } };
}

/** The request for a page of somebody's own: about today, and kept nowhere. */
export function personalVisit(context: Context, services: Services): Visit {
  return keptNowhere(visit(context, services, { ignoreDay: true }));
}

/** The frame of a page about nothing that was asked: a problem page must not fail over what was wrong in the address. */
export function plainFrame(context: Context, services: Services): PageFrame {
  return frameOf(context, services, undefined, services.catalogue.on(services.clock.today()), urlsCarrying({}));
}

function frameOf(
  context: Context,
  { assets, config }: Services,
  otherDay: Asked | undefined,
  on: DayCatalogue,
  urls: Urls,
): PageFrame {
  const { hub } = on.catalogue;
  const { path } = context.req;
  const link = (text: string, href: string, section: string) => ({
    text,
    href,
    current: path === section || path.startsWith(`${section}/`),
  });
  return {
    home: urls.home(),
    hubLine: `${hub.name} · ${formatList(hub.districts.map((district) => district.name))}`,
    nav: [
      link('All next steps', urls.opportunities(), '/opportunities'),
      link('Funding', urls.funding(), '/funding'),
      link('Plan', urls.plans(), '/plans'),
      link('What has changed', urls.changes(), '/changes'),
      link('The briefing', urls.briefing(), '/briefing'),
      link('About the hub', urls.hub(), '/hub'),
    ],
    footerNav: [
      { text: 'Your account', href: ACCOUNT_URLS.account() },
      { text: 'Privacy', href: urls.privacy() },
      { text: 'Cookies', href: urls.cookies() },
      { text: 'Accessibility', href: urls.accessibility() },
      { text: 'Sources and credits', href: urls.credits() },
    ],
    version: VERSION,
    factsCheckedOn: on.checkedOn,
    day: otherDay?.on === undefined ? undefined : { on: otherDay.on, todayHref: todayHref(context, otherDay) },
    assets: assets.manifest,
    signInWith: config.oidc?.name,
  };
}

function todayHref(context: Context, asked: Asked): string {
  const query = new URLSearchParams(asked.query);
  query.delete('on');
  const search = query.toString();
  return search === '' ? context.req.path : `${context.req.path}?${search}`;
}

/** Sends a page. Public ones are the same for everyone and carry an ETag of catalogue and day; personal ones are kept nowhere. */
export function sendPage(
  context: Context,
  { asked, on, today, frame, restsOn = '' }: Visit,
  page: VNode,
  status: 200 | 403 | 404 | 409 | 410 | 413 | 422 | 503 = 200,
): Response | Promise<Response> {
  if (asked.personal || status !== 200) {
    context.header('Cache-Control', 'private, no-store');
    context.header('X-Robots-Tag', 'noindex');
    return sendHtml(context, documentOf(page), status);
  }
  const tag = `W/"${createHash('sha256')
    .update(
      `${VERSION} ${Object.values(frame.assets).join(' ')} ${on.catalogue.version} ${on.day} ${today} ${restsOn} ${context.req.url}`,
    )
    .digest('base64url')
    .slice(0, 16)}"`;
  context.header('ETag', tag);
  context.header('Cache-Control', 'public, max-age=0, must-revalidate');
  if (context.req.header('If-None-Match')?.split(/,\s*/).includes(tag)) return context.body(null, 304);
  return sendHtml(context, documentOf(page), 200);
}

/** The whole document of a page that is a `Layout`. */
export function documentOf(page: VNode): string {
  return `<!DOCTYPE html>${render(page)}`;
}
