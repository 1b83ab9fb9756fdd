import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { Urls } from '../urls.ts';

/** What a component that shows facts needs: the day's catalogue, and addresses that carry the day on. */
export interface Shown {
  readonly on: DayCatalogue;
  readonly urls: Urls;
}
