/** The pages of a plan that somebody can ask to be led to when they have signed in. */
export const NEXT_PAGES = ['plan', 'folder', 'shares', 'openings', 'case', 'agenda', 'reflections'] as const;
export type NextPage = (typeof NEXT_PAGES)[number];

export function isNextPage(text: string): text is NextPage {
  return NEXT_PAGES.some((page) => page === text);
}

const LONGEST = 300;
/** Words between slashes. No host, no scheme, no dots, no parameters: it can lead to nothing but a page of ours. */
const OWN_PATH = /^(?:\/[a-z0-9-]+(?:\/[\w-]+)*)$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORTEST_KEY = 32;

/**
 * A path as a form may name it to go on to: one of ours, with no key in it. Undefined where it is anything else, such as
 * `//elsewhere.example` or `/\elsewhere.example`, which browsers take for another host.
 */
export function ownPath(text: string): string | undefined {
  if (text.length > LONGEST || !OWN_PATH.test(text)) return undefined;
  const mayBeKey = text.split('/').some((word) => word.length >= SHORTEST_KEY && !ID.test(word));
  return mayBeKey ? undefined : text;
}
