import { calendarLines, escaped, inCalendarForm } from './calendar-text.ts';

/** Somebody in a calendar. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** One meeting of two people, at an instant: no time zone of a reader's machine can move it. */
export interface Invitation {
  /** Never used for anything else, and the same however often the time moves. */
  readonly uid: string;
  /** Grows with every change, so that a calendar knows which of two is newer. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly changedAt: string;
  readonly summary: string;
  readonly description: string;
  readonly organizer: CalendarPerson;
  readonly isCancelled: boolean;
}

/**
 * Asks somebody to come, or tells them that it is cancelled (RFC 5546: REQUEST, CANCEL). `sentBy` is the address the
 * mail comes from, where that is not the organiser's own: replies go to the organiser.
 */
export function invitationFor(attendee: CalendarPerson, sentBy: string, invitation: Invitation): string {
  const { organizer, isCancelled } = invitation;
  return calendarLines([
    ...head(isCancelled ? 'CANCEL' : 'REQUEST'),
    ...eventLines(invitation, [
      `ORGANIZER;CN=${quoted(organizer.name)};SENT-BY=${quoted(mailto(sentBy))}:${mailto(organizer.address)}`,
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=${quoted(organizer.name)}:${mailto(organizer.address)}`,
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${quoted(attendee.name)}:${mailto(attendee.address)}`,
    ]),
  ]);
}

/** The same to put into a calendar of one's own: a calendar asks nobody to answer their own invitation. */
export function invitationToKeep(invitation: Invitation): string {
  const { organizer, isCancelled } = invitation;
  return calendarLines([
    ...head(isCancelled ? 'CANCEL' : 'PUBLISH'),
    ...eventLines(invitation, [`ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer.address)}`]),
  ]);
}

function head(method: 'REQUEST' | 'CANCEL' | 'PUBLISH'): readonly string[] {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Next Steps//Ten minutes//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
  ];
}

function eventLines(invitation: Invitation, people: readonly string[]): readonly string[] {
  const changed = inCalendarForm(invitation.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(invitation.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${invitation.sequence}`,
    `DTSTART:${inCalendarForm(invitation.startsAt)}`,
    `DTEND:${inCalendarForm(invitation.endsAt)}`,
    `SUMMARY:${escaped(invitation.summary)}`,
    `DESCRIPTION:${escaped(invitation.description)}`,
    ...people,
    `STATUS:${invitation.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
}

/** RFC 6068: what an address may hold, and an address of a page has another use for, stands for itself alone. */
function mailto(address: string): string {
  return `mailto:${address.replaceAll(/[%?#&/^`{|}]/g, encodeURIComponent)}`;
}

/** RFC 5545, 3.2: a parameter's value between quotes; what would end it, or the line, has no way to stand in it. */
function quoted(text: string): string {
  return `"${text.replaceAll(UNQUOTABLE, ' ').trim()}"`;
}

// oxlint-disable-next-line no-control-regex -- these are the very characters RFC 5545 keeps out of a quoted value
const UNQUOTABLE = /["\u0000-\u001f\u007f-\u009f]+/g;
