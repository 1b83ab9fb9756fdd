import type { Context } from 'hono';
import { clientNetwork } from '../../http/client-network.ts';
import { limitAttempts, type Limit } from '../../http/rate-limit.ts';
import type { Services } from '../../services/services.ts';

const FILES_AN_HOUR: Limit = { times: 60, minutes: 60 };

/** Counts one file that is brought in, before it is read: by its account, or by the network of whoever has none. */
export async function limitFiles(context: Context, services: Services, account: string | undefined): Promise<void> {
  const counted =
    account === undefined
      ? { kind: 'file-from-network', who: clientNetwork(context, services.config) }
      : { kind: 'file-of-account', who: account };
  await limitAttempts(services, {
    ...counted,
    limit: FILES_AN_HOUR,
    message: 'Many files were brought in within the last hour. Yours is not lost: wait a while, then bring it in.',
  });
}

/** A whole school is one network: all its staff on a training day stay below, and a disk is not filled by it. */
const PLANS_AN_HOUR: Limit = { times: 300, minutes: 60 };

/** Counts one plan that is started or copied. */
export async function limitPlans(context: Context, services: Services): Promise<void> {
  await limitAttempts(services, {
    kind: 'plan-from-network',
    who: clientNetwork(context, services.config),
    limit: PLANS_AN_HOUR,
    message: 'Many plans were started from your network within the last hour. Wait a while, then start yours.',
  });
}
