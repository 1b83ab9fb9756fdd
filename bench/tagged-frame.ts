import { assetHref } from '../src/ui/asset-manifest.ts';
import { formatDay } from '../src/ui/format.ts';
import type { PageFrame } from '../src/ui/layout.tsx';
import { markup, type Part } from './tagged.ts';

const FONT = 'atkinson-hyperlegible-next-latin-wght-normal.woff2';

/** What stands round a page, as our own layout renders it. */
export function taggedFrame(page: PageFrame, title: string, description: string | undefined, body: Part) {
  return markup`<html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"/><title>${title} – Next Steps</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/><meta name="theme-color" content="#0b3c49"/><meta name="color-scheme" content="light"/>${description !== undefined && markup`<meta name="description" content="${description}"/>`}<link rel="icon" href="${assetHref(page.assets, 'icon.svg')}" type="image/svg+xml"/><link rel="preload" href="${assetHref(page.assets, FONT)}" as="font" type="font/woff2" crossorigin="anonymous"/><link rel="stylesheet" href="${assetHref(page.assets, 'app.css')}"/><script type="module" src="${assetHref(page.assets, 'app.js')}"></script></head><body class="govuk-template__body"><a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>${header(page)}<main id="main" tabindex="-1" class="app-main"><div class="govuk-width-container app-main__body">${body}</div></main>${footer(page)}</body></html>`;
}

function header({ home, hubLine, nav }: PageFrame) {
  return markup`<header class="app-header"><div class="govuk-width-container app-header__inner"><div class="app-header__names"><a class="app-header__service" href="${home}">Next Steps</a><span class="app-header__hub">${hubLine}</span></div><nav class="app-header__nav" aria-label="Main"><ul class="app-header__list">${nav.map(
    ({ text, href, current = false }) =>
      markup`<li class="app-header__item"><a class="app-header__link" href="${href}"${current && markup` aria-current="page"`}>${text}</a></li>`,
  )}</ul></nav></div></header>`;
}

function footer({ footerNav, factsCheckedOn, version }: PageFrame) {
  return markup`<footer class="app-footer"><div class="govuk-width-container app-footer__inner"><nav aria-label="About this service"><ul class="app-footer__list">${footerNav.map(
    ({ text, href }) =>
      markup`<li class="app-footer__item"><a class="app-footer__link" href="${href}">${text}</a></li>`,
  )}</ul></nav><p class="app-footer__note">Facts checked ${formatDay(factsCheckedOn)}. Version ${version}.</p></div></footer>`;
}
