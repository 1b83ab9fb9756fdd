import type { Alert } from '../db/alerts.ts';
import type { Queryable } from '../db/open-database.ts';
import { changesBetween, type ListChange } from '../domain/alerts/list-changes.ts';
import type { Listed } from '../domain/alerts/listed.ts';
import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import type { MailBody } from '../domain/mail/mail-body.ts';
import { formatCount } from '../ui/format.ts';
import { ALERT_URLS } from '../urls.ts';
import { followedAt } from './alert-address.ts';
import { alertName } from './alert-name.ts';
import { changeWords, VERDICT_IN_LINE } from './change-words.ts';
import { replayed, type Replayed } from './replay.ts';

/** What an alert has to say at this moment. */
export interface AlertNews {
  readonly alert: Alert;
  readonly name: string;
  readonly now: Replayed;
  /** Since it last said anything. */
  readonly changes: readonly ListChange[];
}

/** Asks the alert's page again, and holds the answer against the last one. */
export async function newsOf(alert: Alert, db: Queryable, on: DayCatalogue): Promise<AlertNews> {
  const now = await replayed(alert.address, db, on);
  const name = alertName(followedAt(alert.address));
  return { alert, name, now, changes: changesBetween(alert.said, now.items) };
}

/** More than these of one alert make a mail that nobody reads; the page has them all. */
const CHANGES_SHOWN = 15;
const ITEMS_SHOWN = 10;

export function digestSubject(changed: readonly Pick<AlertNews, 'changes'>[]): string {
  const told = new Set(changed.flatMap(({ changes }) => changes.map(keyOf)));
  return `${formatCount(told.size, 'change')} in what you follow`;
}

/** The same change in two lists is one change. */
function keyOf(change: ListChange): string {
  const what = 'intake' in change ? change.intake.id : 'figure' in change ? change.figure : '';
  return `${change.kind} ${change.of.id} ${what}`;
}

/** One mail about all that changed; `unchanged` is how many others are followed. */
export function digestBody(changed: readonly AlertNews[], unchanged: number): MailBody {
  const others = unchanged === 0 ? [] : [{ kind: 'paragraph', text: othersWords(unchanged) } as const];
  return [
    ...changed.flatMap(sectionOf),
    { kind: 'heading', text: 'Your alerts' },
    ...others,
    { kind: 'link', text: 'Pause or remove an alert', href: ALERT_URLS.alerts() },
  ];
}

function othersWords(unchanged: number): string {
  return `Nothing has changed in ${unchanged === 1 ? 'the other one' : `the other ${unchanged}`} you follow.`;
}

function sectionOf({ alert, name, changes, now }: AlertNews): MailBody {
  const shown = shownOf(now);
  return [
    { kind: 'heading', text: name },
    { kind: 'list', items: linesOf(changes) },
    { kind: 'paragraph', text: countWords(now, shown.length) },
    ...(shown.length > 0
      ? [{ kind: 'list', items: shown.map((one) => (now.counts === 'open' ? one.name : itemWords(one))) } as const]
      : []),
    { kind: 'link', text: 'See the list', href: linkTo(alert) },
  ];
}

/** The changes in a line each, the last line saying how many more there are. */
export function linesOf(changes: readonly ListChange[]): readonly string[] {
  const lines = changes.map(changeWords);
  const more = lines.length - CHANGES_SHOWN;
  return more <= 0 ? lines : [...lines.slice(0, CHANGES_SHOWN), `And ${formatCount(more, 'more change')}.`];
}

function shownOf({ items, counts }: Replayed): readonly Listed[] {
  return items.filter(({ verdict }) => counts === 'found' || verdict === 'open').slice(0, ITEMS_SHOWN);
}

/** What the page's own heading says, and how much of it follows. */
export function countWords({ count, counts }: Replayed, shown: number): string {
  const steps = formatCount(count, 'next step');
  const said = counts === 'found' ? `It finds ${steps} now` : `${steps} ${count === 1 ? 'is' : 'are'} open to you now`;
  if (shown === 0) return `${said}.`;
  return shown < count ? `${said}, the first ${shown} of them:` : `${said}:`;
}

function itemWords({ name, verdict }: Listed): string {
  return verdict === null ? name : `${name} (${VERDICT_IN_LINE[verdict]})`;
}

/** An address that holds somebody's answers stands in no mail: there it is the alert's own, which opens for them alone. */
function linkTo({ id, address }: Alert): string {
  return followedAt(address).told.personal ? ALERT_URLS.alert({ id }) : address;
}
