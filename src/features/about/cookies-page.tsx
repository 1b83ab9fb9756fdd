import type { VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { AboutPage } from './about-page.tsx';

export function CookiesPage({ visit }: { readonly visit: Visit }): VNode {
  return (
    <AboutPage
      visit={visit}
      title="Cookies"
      lead="This service sets no cookies, so there is nothing to accept or refuse."
    >
      <p>
        A cookie is a note that a site leaves in your browser. We leave none, and keep nothing in your browser in any
        other way. Your browser may keep our style sheet and font for a while, so that the next page comes faster; they
        say nothing about you.
      </p>
      <p>
        Should a part of the service ever need a cookie to work, such as one that keeps you signed in, it will be named
        here with what it is for and how long it lasts, before it is used. None will be used to follow you.
      </p>
      <p>
        What happens to your answers is under <a href={visit.urls.privacy()}>privacy</a>.
      </p>
    </AboutPage>
  );
}
