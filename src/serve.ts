import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { describePlace } from './db/open-database.ts';
import { openServices, type Services } from './services/services.ts';
import { StartError } from './start-error.ts';

/** How long requests under way may take to end once a stop is asked for. */
const STOP_WITHIN_MS = 10_000;

/** Read config → open services → serve → wait for a signal → close. */
export async function serveUntilStopped(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const services = await openServices(config);
  try {
    services.assets.requireBuilt();
    const log = logOf(config);
    const app = createApp(services, log);
    const server = await listen(app.fetch, config);
    console.log(`Next Steps     ${addressOf(server, config)}`);
    console.log(`Data directory ${config.dataDir}`);
    if (config.databaseUrl !== undefined) console.log(`Database       ${describePlace(config.databaseUrl)}`);
    if (config.smtp || config.production) console.log(`Mail           ${mailPlace(services)}`);
    console.log(`Hub            ${services.catalogue.current().hub.name} (${config.hub})`);
    // Only now, and in a process of its own: the first page waits for no school. Its failure is logged where it happens.
    services.finder.whenReady().catch(() => undefined);
    if (config.jobs) services.jobs.start(log);
    await signal();
    await Promise.all([stop(server), services.jobs.close()]);
  } finally {
    await services.close();
  }
}

/** Sends mail and does what else is queued, beside web processes or instead of them, until it is told to stop. */
export async function workUntilStopped(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const services = await openServices(config);
  try {
    services.jobs.start(logOf(config));
    console.log(`Working; mail  ${mailPlace(services)}`);
    await signal();
  } finally {
    await services.close();
  }
}

function mailPlace({ config, mail }: Services): string {
  return config.smtp ? mail.transport.place : `${mail.transport.place} (sent to nobody: set SMTP_URL)`;
}

function logOf({ production }: Config): (entry: Readonly<Record<string, unknown>>) => void {
  return production ? (entry) => console.log(JSON.stringify(entry)) : logProblems;
}

function logProblems(entry: Readonly<Record<string, unknown>>): void {
  if (entry['level'] === 'error') console.error(JSON.stringify(entry));
}

function listen(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, config)));
  });
}

function portFault(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(`port ${port} is in use: stop what uses it, or set PORT to another`);
  if (error.code === 'EACCES')
    return new StartError(`port ${port} may not be used by this user: set PORT to one above 1023`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST ${host} is no address of this machine`);
  return error;
}

function addressOf(server: ServerType, config: Config): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  return config.port === 0 ? `http://${config.host}:${port}` : config.baseUrl;
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if (!('closeIdleConnections' in server)) return;
    server.closeIdleConnections();
    // Whoever always has another request under way on one connection would keep it open until it is cut off.
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  });
}
