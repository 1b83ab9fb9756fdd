import type { Provider } from '../../domain/catalogue/catalogue.ts';

/** The kinds in the order a teacher is likely to want them. */
export const PROVIDER_KINDS: readonly (readonly [kind: Provider['kind'], many: string, one: string])[] = [
  ['hub', 'Teaching school hubs', 'Teaching school hub'],
  ['npq-lead-provider', 'Lead providers of NPQs', 'Lead provider of NPQs'],
  ['university', 'Universities', 'University'],
  ['professional-body', 'Professional bodies', 'Professional body'],
  ['network', 'Networks', 'Network'],
  ['charity', 'Charities', 'Charity'],
  ['government', 'Government', 'Government'],
  ['other', 'Others', 'Provider'],
];
