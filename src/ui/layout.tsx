import type { ComponentChildren, VNode } from 'preact';
import type { IsoDate } from '../domain/date.ts';
import { assetHref, type AssetManifest } from './asset-manifest.ts';
import { DayBanner } from './day-banner.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader, type NavLink } from './site-header.tsx';
import { SkipLink } from './skip-link.tsx';

const SERVICE = 'Next Steps';
const FONT = 'atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** What is the same on every page of one request, so that a page passes it on and thinks no more of it. */
export interface PageFrame {
  readonly home: string;
  /** The hub and its districts: "Generate Teaching Hub · Halton, Warrington and Wigan". */
  readonly hubLine: string;
  readonly nav: readonly NavLink[];
  readonly footerNav: readonly NavLink[];
  readonly version: string;
  /** The day the catalogue's facts were last checked. */
  readonly factsCheckedOn: IsoDate;
  /** Set where a day other than today was asked for. */
  readonly day?: { readonly on: IsoDate; readonly todayHref: string } | undefined;
  readonly assets: AssetManifest;
  /** The sign-in service that can be used beside a link by mail, by the name people know it by. */
  readonly signInWith?: string | undefined;
}

export interface LayoutProps {
  /** The page's h1, as plain text. */
  readonly title: string;
  readonly page: PageFrame;
  /** The page shows a form again with errors. */
  readonly hasErrors?: boolean;
  readonly noindex?: boolean;
  readonly canonical?: string | undefined;
  readonly description?: string | undefined;
  /** A back link or breadcrumbs: above the main landmark, so that the skip link passes it. */
  readonly before?: ComponentChildren;
  /** A panel across the whole width, at the top of the main landmark. */
  readonly hero?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Layout(props: LayoutProps): VNode {
  const { page, before, hero, children } = props;
  return (
    <html lang="en-GB" class="govuk-template">
      <Head {...props} />
      <body class="govuk-template__body">
        <SkipLink href="#main">Skip to main content</SkipLink>
        <SiteHeader service={SERVICE} home={page.home} hubLine={page.hubLine} nav={page.nav} />
        {page.day && <DayBanner {...page.day} />}
        {before != null && <div class="govuk-width-container">{before}</div>}
        <main id="main" tabIndex={-1} class="app-main">
          {hero}
          {children != null && <div class="govuk-width-container app-main__body">{children}</div>}
        </main>
        <SiteFooter nav={page.footerNav} version={page.version} factsCheckedOn={page.factsCheckedOn} />
      </body>
    </html>
  );
}

function Head({ title, page, hasErrors = false, noindex = false, canonical, description }: LayoutProps): VNode {
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{`${hasErrors ? 'Error: ' : ''}${title} – ${SERVICE}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b3c49" />
      <meta name="color-scheme" content="light" />
      {description !== undefined && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      <link rel="icon" href={assetHref(page.assets, 'icon.svg')} type="image/svg+xml" />
      <link rel="preload" href={assetHref(page.assets, FONT)} as="font" type="font/woff2" crossOrigin="anonymous" />
      <link rel="stylesheet" href={assetHref(page.assets, 'app.css')} />
      <script type="module" src={assetHref(page.assets, 'app.js')} />
    </head>
  );
}
