import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { IsoDate } from '../domain/date.ts';
import { Layout, type LayoutProps, type PageFrame } from './layout.tsx';

const FRAME: PageFrame = {
  home: '/',
  hubLine: 'Generate Teaching Hub · Halton, Warrington and Wigan',
  nav: [
    { text: 'All next steps', href: '/opportunities', current: true },
    { text: 'What has changed', href: '/changes' },
  ],
  footerNav: [{ text: 'Privacy', href: '/privacy' }],
  version: '1.2.3',
  factsCheckedOn: '2026-11-23' as IsoDate,
  assets: {
    'icon.svg': 'icon-1.svg',
    'app.css': 'app-1.css',
    'app.js': 'app-2.js',
    'atkinson-hyperlegible-next-latin-wght-normal.woff2': 'font-3.woff2',
  },
};

function aPage(props: Partial<LayoutProps> = {}): string {
  const page: VNode = (
    <Layout title="All next steps" page={FRAME} {...props}>
      <h1>All next steps</h1>
    </Layout>
  );
  return renderToString(page);
}

test('the title is the heading and the service, and says so first where there are errors', () => {
  expect(aPage()).toContain('<title>All next steps – Next Steps</title>');
  expect(aPage({ hasErrors: true })).toContain('<title>Error: All next steps – Next Steps</title>');
});

test('the skip link leads to the main landmark', () => {
  const html = aPage();
  expect(html).toContain('href="#main"');
  expect(html).toContain('<main id="main"');
});

test('nothing on the page needs a content security policy with unsafe-inline', () => {
  const html = aPage({ noindex: true, description: 'A page.' });
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)/);
});

test('only a page that asks for it is kept from search engines', () => {
  expect(aPage()).not.toContain('noindex');
  expect(aPage({ noindex: true })).toContain('<meta name="robots" content="noindex"');
});

test('a page about another day says which, with a way back to today', () => {
  const html = aPage({ page: { ...FRAME, day: { on: '2023-09-01' as IsoDate, todayHref: '/opportunities' } } });
  expect(html).toContain('Showing 1 September 2023');
  expect(html).toContain('href="/opportunities">Go to today');
  expect(aPage()).not.toContain('Showing');
});

test('the page one is on is marked in the navigation', () => {
  expect(aPage()).toMatch(/href="\/opportunities" aria-current="page"/);
});

test('a page cannot be made without the build having run', () => {
  expect(() => aPage({ page: { ...FRAME, assets: {} } })).toThrow(/run the build/);
});
