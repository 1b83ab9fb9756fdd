import type { Context } from 'hono';
import { getShare, type Share } from '../../db/shares.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { isId } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';

/** The share an address names, with a line manager; NotFound where this plan has none such. */
export async function theShare(context: Context, services: Services, here: PlanVisit): Promise<Share> {
  const id = context.req.param('share') ?? '';
  const found = isId(id) ? await getShare(services.db, here.kept.id, id) : undefined;
  if (found?.kind !== 'line-manager') throw new NotFound();
  return found;
}
