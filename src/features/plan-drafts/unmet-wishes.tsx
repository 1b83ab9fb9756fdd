import type { VNode } from 'preact';
import type { DraftWish } from '../../domain/plan/draft-options.ts';
import { weeklyHours } from '../../domain/plan/plan-hours.ts';
import { ROUTE_WORDS } from '../../domain/words.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatCount, formatList } from '../../ui/format.ts';
import type { ReadyDraft } from './drafts-table.tsx';

export interface UnmetWishesProps {
  readonly here: PlanVisit;
  readonly wish: DraftWish;
  readonly ready: readonly ReadyDraft[];
}

/** What was wanted and is in none of the drafts: said before them, with what would change it. */
export function UnmetWishes({ here, wish, ready }: UnmetWishesProps): VNode | null {
  const { plan, visit, planUrls } = here;
  if (ready.length === 0) return null;
  const drafted = ready.flatMap(({ steps }) => steps.map(({ ranked }) => ranked.opportunity));
  const missing = wish.must.filter((id) => !drafted.some((one) => one.id === id));
  const routes = (plan.profile.aims ?? []).filter(
    (route) => !drafted.some((one) => one.route === route || one.alsoOn.includes(route)),
  );
  if (missing.length + routes.length === 0) return null;
  const { hours } = weeklyHours(plan.profile);
  const limits = `${formatCount(hours, 'hour')} a week and the length of your timetable`;
  return (
    <div class="app-drafts__unmet">
      {missing.length > 0 && (
        <p class="govuk-body">
          <strong>
            {formatList(missing.map((id) => `“${visit.on.byId.get(id)?.name ?? id}”`))} could not be in, though you
            asked for it.
          </strong>{' '}
          With {limits} it does not fit.
        </p>
      )}
      {routes.length > 0 && (
        <p class="govuk-body">
          <strong>Nothing on {formatList(routes.map((route) => ROUTE_WORDS[route]))} fits.</strong> You said that you
          want it, but with {limits} there is no room for any of it.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={planUrls.settings()}>
          Change your hours or the timetable
        </a>
      </p>
    </div>
  );
}
