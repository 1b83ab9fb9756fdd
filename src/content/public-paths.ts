import type { Catalogue } from '../domain/catalogue/catalogue.ts';

const PAGES: ReadonlySet<string> = new Set([
  '/',
  '/check',
  '/results',
  '/routes',
  '/opportunities',
  '/compare',
  '/changes',
  '/briefing',
  '/facts',
  '/npqs',
  '/providers',
  '/networks',
  '/implementation',
  '/half-terms',
  '/hub',
  '/privacy',
  '/cookies',
  '/accessibility',
  '/credits',
]);

/** Whether a link written in content leads to a page there is. */
export function isPublicPath(catalogue: Catalogue, path: string): boolean {
  const [bare = '/'] = path.split(/[?#]/);
  if (PAGES.has(bare)) return true;
  const [, section, id, more] = bare.split('/');
  if (id === undefined || more !== undefined) return false;
  switch (section) {
    case 'routes':
      return catalogue.routes.some((route) => route.id === id);
    case 'opportunities':
      return catalogue.opportunities.some((opportunity) => opportunity.id === id);
    case 'providers':
      return catalogue.providers.some((provider) => provider.id === id);
    case 'facts':
      return catalogue.facts.some((fact) => fact.topic === id);
    default:
      return false;
  }
}
