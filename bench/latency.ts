import { get, type Agent } from 'node:http';

/** As asked for, `identity` or packed as current browsers take it. */
export type Packing = 'identity' | 'br';

/** Milliseconds from sending to the last byte. Refuses an answer that is not whole, not 200 or not packed as asked. */
export function timeToLastByte(url: string, packing: Packing, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent, headers: { 'Accept-Encoding': packing } }, (response) => {
      const { statusCode, headers } = response;
      response.on('error', reject);
      response.on('end', () => {
        const took = performance.now() - start;
        if (statusCode !== 200 || (headers['content-encoding'] ?? 'identity') !== packing)
          reject(new Error(`${url} answered ${statusCode}, packed as ${headers['content-encoding']}`));
        else resolve(took);
      });
      response.resume();
    }).on('error', reject);
  });
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function latencyOf(taken: readonly number[]): Latency {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function latencyWords({ p50, p95, p99 }: Latency): string {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}
