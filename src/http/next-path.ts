import type { NextPage } from '../domain/account/next-page.ts';
import { urlsOfPlan, type PlanUrls } from '../urls.ts';

const NEXT: Readonly<Record<NextPage, (urls: PlanUrls) => string>> = {
  plan: (urls) => urls.plan(),
  folder: (urls) => urls.folder(),
  shares: (urls) => urls.shares(),
  case: (urls) => urls.casePreview(),
  openings: (urls) => urls.openings(),
  agenda: (urls) => urls.agenda(),
  reflections: (urls) => urls.reflections(),
};

/** A page of a plan under its folder's id: that opens it to its owner alone, and gives nothing away. */
export function nextPath({
  folder,
  number,
  page,
}: {
  readonly folder: string;
  readonly number: number | undefined;
  readonly page: NextPage;
}): string {
  const urls = urlsOfPlan({ key: folder, number: number ?? 1 });
  return number === undefined ? urls.folder() : NEXT[page](urls);
}
