import type { IsoDate } from '../date.ts';

/** The day of which the shipped register says which schools are open (content/data/README.md). */
export const REGISTER_AS_AT = '2026-01-30' as IsoDate;
/** The day of DfE's list of teaching school hubs and how to reach them. */
export const HUBS_AS_AT = '2025-09-30' as IsoDate;
