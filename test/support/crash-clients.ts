import { Agent, request } from 'node:http';
import { aPress, formOf, STARTED_WITH, type Press } from './crash-presses.ts';

/** A plan whose start was acknowledged, and what was acknowledged since. */
export interface KeptLink {
  /** `/plans/KEY/1` */
  readonly path: string;
  /** The change that made version 2 of it, then version 3, and so on. */
  readonly acknowledged: Press[];
  /** Sent to a service that gave no whole answer: it may have been saved, or may not. */
  readonly unsure: Press[];
}

/** All that was ever sent to one service, crash after crash. */
export interface Ledger {
  readonly links: KeptLink[];
  /** Starts that were never acknowledged: each may have left a plan whose link nobody has. */
  unsureStarts: number;
}

/** Some clients that press the forms of one plan at the same time; each knows what was acknowledged to the others. */
export interface Desk {
  readonly clients: number;
  link: KeptLink | undefined;
}

export interface Pressing {
  readonly address: string;
  readonly ledger: Ledger;
  readonly onAcknowledged: () => void;
  readonly isOver: () => boolean;
}

/** Half of the desks go on with the plan they had before the last crash. */
const GOES_ON = 0.5;

/** Starts plans and changes them as fast as answers come, until one does not come. */
export async function pressAt(desk: Desk, pressing: Pressing): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  try {
    if (!desk.link || Math.random() > GOES_ON) desk.link = await startPlan(agent, pressing);
    const { link } = desk;
    if (link) await Promise.all(Array.from({ length: desk.clients }, () => pressOn(link, agent, desk, pressing)));
  } finally {
    agent.destroy();
  }
}

async function startPlan(agent: Agent, { address, ledger, onAcknowledged }: Pressing): Promise<KeptLink | undefined> {
  const answer = await sendForm(agent, `${address}/plans`, { step: STARTED_WITH.opportunity });
  if (!answer) {
    ledger.unsureStarts += 1;
    return undefined;
  }
  const path = /^\/plans\/[\w-]{32}\/\d+/.exec(answer.location)?.[0];
  if (answer.status !== 303 || path === undefined) throw new Error(`starting a plan was answered ${answer.status}`);
  const link: KeptLink = { path, acknowledged: [], unsure: [] };
  ledger.links.push(link);
  onAcknowledged();
  return link;
}

async function pressOn(link: KeptLink, agent: Agent, desk: Desk, pressing: Pressing): Promise<void> {
  while (!pressing.isOver()) {
    const made = link.acknowledged.length;
    const press = aPress({ made, steps: 1 + link.acknowledged.filter(({ kind }) => kind === 'add').length });
    const [below, fields] = formOf(press);
    const answer = await sendForm(agent, `${pressing.address}${link.path}${below}`, {
      version: String(made + 1),
      ...fields,
    });
    if (!answer) {
      link.unsure.push(press);
      return;
    }
    if (answer.status === 303) {
      if (link.acknowledged.length !== made)
        throw new Error(`two changes were acknowledged as version ${made + 2} of one plan`);
      link.acknowledged.push(press);
      pressing.onAcknowledged();
    } else if (!mayRefuse(answer.status, press, desk)) throw new Error(`${press.kind} was answered ${answer.status}`);
  }
}

/** A step that stands there already, a plan that is full, or somebody at the same desk who was quicker. */
function mayRefuse(status: number, { kind }: Press, { clients }: Desk): boolean {
  return (status === 422 && kind !== 'settings') || (status === 409 && clients > 1);
}

interface Answer {
  readonly status: number;
  readonly location: string;
}

/** `undefined` where the service could not answer, or answered that it had failed: nothing is acknowledged then. */
function sendForm(agent: Agent, url: string, fields: Readonly<Record<string, string>>): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const body = new URLSearchParams(fields).toString();
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
      'Sec-Fetch-Site': 'same-origin',
    };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      const { statusCode = 500 } = response;
      response.on('error', () => undefined).resume();
      resolve(statusCode >= 500 ? undefined : { status: statusCode, location: response.headers.location ?? '' });
    });
    sending.on('error', () => resolve(undefined));
    sending.end(body);
  });
}
