import { expect } from 'vitest';
import { attribute, pageOf, type Page } from './html.ts';
import type { Fields, TestApp } from './test-app.ts';

/** Somebody with a private link: opens the pages of their plan and presses what is there. */
export interface PlanVisitor {
  /** `/plans/KEY/1` */
  readonly path: string;
  readonly folder: string;
  get(below?: string): Promise<Page>;
  /** Sends a form of the plan with the version that stands, and gives the answer. */
  send(below: string, fields: Record<string, string | readonly string[]>): Promise<Response>;
  /** The same, and fails where it is not saved. Gives the page it leads to. */
  save(below: string, fields: Record<string, string | readonly string[]>): Promise<Page>;
  version(): Promise<string>;
}

/** Starts a plan as a teacher does: with what was told in the address, and a step if one is named. */
export async function aVisitor(service: TestApp, told = '', step = ''): Promise<PlanVisitor> {
  const started = await service.post(`/plans${told === '' ? '' : `?${told}`}`, { step });
  expect(started.status).toBe(303);
  return visitorAt(service, started.headers.get('Location') ?? '');
}

/** Goes by the address a redirect leads to. */
export function visitorAt(service: TestApp, location: string): PlanVisitor {
  const path = /^\/plans\/[\w-]{32}\/\d+/.exec(location)?.[0] ?? '';
  const get = async (below = '') => {
    const response = await service.get(`${path}${below}`);
    expect(response.status).toBe(200);
    return pageOf(response);
  };
  const version = async () => {
    const page = await pageOf(await service.get(`${path}/settings`));
    const field = page.elements('input').find((input) => attribute(input, 'name') === 'version');
    return (field && attribute(field, 'value')) ?? '';
  };
  const send = async (below: string, fields: Record<string, string | readonly string[]>) =>
    service.post(`${path}${below}`, { version: await version(), ...fields } as Fields);
  return {
    path,
    folder: path.replace(/\/\d+$/, ''),
    get,
    version,
    send,
    save: async (below, fields) => {
      const response = await send(below, fields);
      expect(response.status).toBe(303);
      return pageOf(await service.get((response.headers.get('Location') ?? '').replace(/#.*/, '')));
    },
  };
}
