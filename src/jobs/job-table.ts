import type { ClockTime } from '../domain/calendar/london.ts';
import { SCHOOL_HOURS } from '../domain/calendar/school-time.ts';
import type { JobKind } from '../domain/job.ts';
import { askReflections } from './ask-reflections.ts';
import { forgetMail } from './forget-mail.ts';
import { forgetSignIn } from './forget-sign-in.ts';
import { removeClosed, warnUnused } from './keep-accounts.ts';
import { remindShares } from './remind-shares.ts';
import { removePlans } from './remove-plans.ts';
import type { JobHandler } from './result.ts';
import { sendMail } from './send-mail.ts';
import { weeklyDigest } from './weekly-digest.ts';
import { sweepFiles } from './sweep-files.ts';

/** What is done for each kind of job. */
export const HANDLERS: Readonly<Record<JobKind, JobHandler>> = {
  'send-mail': sendMail,
  'forget-mail': forgetMail,
  'forget-sign-in': forgetSignIn,
  'warn-unused': warnUnused,
  'remove-closed': removeClosed,
  'remove-plans': removePlans,
  'remind-shares': remindShares,
  'weekly-digest': weeklyDigest,
  'sweep-files': sweepFiles,
  'ask-reflections': askReflections,
};

/** Those that are not due before a time of the day by clocks in England; others are as soon as the day has begun. */
export const NOT_BEFORE: Readonly<Partial<Record<JobKind, ClockTime>>> = {
  'weekly-digest': SCHOOL_HOURS.from,
  'ask-reflections': SCHOOL_HOURS.from,
};
