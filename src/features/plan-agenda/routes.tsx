import type { Context } from 'hono';
import { findMeetings, type Meeting } from '../../db/share-meetings.ts';
import { agendaPdf } from '../../documents/agenda-pdf.ts';
import type { AgendaPaper } from '../../documents/agenda-sheet.ts';
import { invitationToKeep } from '../../documents/invitation-text.ts';
import { meetingAt } from '../../domain/conversation/meeting.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { limitMailFrom, limitMailTo } from '../../http/mail-limits.ts';
import { ownerOnly, type OwnerOnly } from '../../http/plan/owner-only.tsx';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { BadRequest, NotFound } from '../../http/problems.ts';
import { shareVisit, type ShareVisit } from '../../http/shares/share-visit.ts';
import type { Services } from '../../services/services.ts';
import { meetingWords } from '../../ui/meeting-words.ts';
import { PATHS } from '../../urls.ts';
import { AgendaPage } from './agenda-page.tsx';
import { agendaVisit, sharedPaper, type AgendaVisit, type TalkWith } from './agenda-visit.ts';
import { arrange, invitationOf } from './invitation.ts';
import { SayWhoFirstPage, SharedAgendaPage } from './shared-agenda-page.tsx';

/** Ten minutes about a plan: the agenda for both sides, on a page and on paper, and the time for it. */
export function planAgendaRoutes(app: App, services: Services): void {
  app.get(PATHS.planAgenda, async (context) => {
    const agenda = await agendaVisit(services, await planVisit(context, services));
    return sendPage(context, agenda.here.visit, <AgendaPage agenda={agenda} said={saidOf(context, agenda)} />);
  });

  app.post(PATHS.planAgenda, async (context) => {
    const agenda = await agendaVisit(services, await planVisit(context, services));
    if (!agenda.here.owner) return ownerOnly(context, services, agenda.here, invitedByOwner(agenda.here));
    const form = await readForm(context);
    const talk = agenda.talks.find(({ share }) => share.id === form.one('share'));
    if (!talk) throw new BadRequest('The plan is not shared with them. Share it first, then a time can be sent.', 422);
    return form.one('act') === 'cancel'
      ? cancel(context, services, agenda, talk)
      : invite(context, services, agenda, talk, form);
  });

  app.get(PATHS.planAgendaFile, async (context) => {
    const agenda = await agendaVisit(services, await planVisit(context, services));
    const name = context.req.param('name');
    if (name === 'agenda.pdf') return sendPdf(context, services, agenda.paper);
    const talk = agenda.talks.find(({ share }) => share.id === context.req.query('share'));
    const { owner } = agenda.here;
    if (name !== 'ten-minutes.ics' || !owner || !talk?.meeting) throw new NotFound(NO_SUCH_FILE);
    return sendCalendar(context, invitationToKeep(invitationOf({ share: talk.share, teacher: owner }, talk.meeting)));
  });

  sharedAgendaRoutes(app, services);
}

function invitedByOwner({ planUrls }: PlanVisit): OwnerOnly {
  return {
    title: 'Send an invitation',
    because: 'It goes out in your name, so that the answer reaches you.',
    page: 'agenda',
    back: { href: planUrls.agenda(), text: 'Back to the agenda' },
  };
}

function sharedAgendaRoutes(app: App, services: Services): void {
  app.get(PATHS.sharedAgenda, async (context) => {
    const here = await shareVisit(context, services, 'line-manager');
    if (here.share.confirmedAt === null) return sendPage(context, here.visit, <SayWhoFirstPage here={here} />);
    const meeting = await meetingOf(services, here);
    return sendPage(context, here.visit, <SharedAgendaPage here={here} paper={sharedPaper(here)} meeting={meeting} />);
  });

  app.get(PATHS.sharedAgendaFile, async (context) => {
    const here = await shareVisit(context, services, 'line-manager');
    if (here.share.confirmedAt === null) return sendPage(context, here.visit, <SayWhoFirstPage here={here} />);
    const name = context.req.param('name');
    if (name === 'agenda.pdf') return sendPdf(context, services, sharedPaper(here));
    const meeting = await meetingOf(services, here);
    if (name !== 'ten-minutes.ics' || !meeting) throw new NotFound(NO_SUCH_FILE);
    return sendCalendar(context, invitationToKeep(invitationOf({ share: here.share, teacher: here.owner }, meeting)));
  });
}

const NO_SUCH_FILE = { title: 'There is no such file', what: 'The page of the agenda lists all there are.' };

async function invite(
  context: Context,
  services: Services,
  agenda: AgendaVisit,
  talk: TalkWith,
  form: SentForm,
): Promise<Response> {
  const { here, paper } = agenda;
  const { today } = here.visit;
  const startsAt = meetingAt({ day: form.one('day'), time: form.one('time') }, { today, dates: paper.dates });
  if (startsAt === undefined) {
    const errors = new Map([
      ['day', form.one('day') === '' ? 'Choose a day' : 'Choose a day and a time from the lists'],
    ]);
    return sendPage(context, here.visit, <AgendaPage agenda={agenda} sent={form} errors={errors} />, 422);
  }
  await change(services, agenda, talk, startsAt);
  return context.redirect(`${here.planUrls.agenda()}?done=${talk.meeting ? 'moved' : 'sent'}`, 303);
}

async function cancel(context: Context, services: Services, agenda: AgendaVisit, talk: TalkWith): Promise<Response> {
  await change(services, agenda, talk, undefined);
  return context.redirect(`${agenda.here.planUrls.agenda()}?done=cancelled`, 303);
}

async function change(
  services: Services,
  { here, paper }: AgendaVisit,
  { share }: TalkWith,
  startsAt: string | undefined,
): Promise<void> {
  const { owner, folder, kept } = here;
  if (!owner) return;
  await limitMailFrom(services, 'invitation', owner.id);
  // That it is cancelled has to reach them, however often it was moved.
  if (startsAt !== undefined) await limitMailTo(services, share.address, { from: owner.id });
  const talk = { share, teacher: owner, plan: { folder, number: kept.number }, dates: paper.dates };
  await arrange(services, talk, startsAt);
}

/** What was just done, as long as it still stands so. */
function saidOf(context: Context, { talks }: AgendaVisit): string | undefined {
  const done = context.req.query('done');
  const next = talks.find(({ meeting }) => meeting !== undefined);
  if (done === 'cancelled') return next ? undefined : 'It is cancelled, and both of you are told.';
  if ((done !== 'sent' && done !== 'moved') || !next?.meeting) return undefined;
  const what = done === 'sent' ? 'The invitation is on its way' : 'It is moved';
  return `${what}: ${meetingWords(next.meeting.startsAt)}, with ${next.share.name}, who is told in school hours.`;
}

async function meetingOf({ db }: Services, { share }: ShareVisit): Promise<Meeting | undefined> {
  const meeting = (await findMeetings(db, [share])).get(share.id);
  return meeting?.cancelledAt === null ? meeting : undefined;
}

async function sendPdf(context: Context, { typesetter }: Services, paper: AgendaPaper): Promise<Response> {
  const pdf = await agendaPdf(typesetter, paper);
  return sendDownload(context, pdf, { type: 'application/pdf', name: 'agenda.pdf' });
}

function sendCalendar(context: Context, calendar: string): Response {
  return sendDownload(context, calendar, { type: 'text/calendar; charset=utf-8', name: 'ten-minutes.ics' });
}
