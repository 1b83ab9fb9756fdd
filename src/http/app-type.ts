import type { Hono } from 'hono';
import type { RequestVariables } from './request-log.ts';

/** The one application every feature mounts its pages on. */
export type App = Hono<{ Variables: RequestVariables }>;
