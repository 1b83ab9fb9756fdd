import { parentPort } from 'node:worker_threads';
import { openCompiler, readTemplate, type Compiler } from './typst-compiler.ts';

/** One document to set; `id` comes back with it. */
export interface TypesettingJob {
  readonly id: number;
  readonly template: string;
  readonly data: unknown;
}

export type TypesettingAnswer =
  { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly error: string };

let compiler: Compiler | undefined;

parentPort?.on('message', ({ id, template, data }: TypesettingJob) => {
  // A worker's port has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer(id, template, data));
});

function answer(id: number, template: string, data: unknown): TypesettingAnswer {
  try {
    compiler ??= openCompiler();
    return { id, pdf: compiler.pdf(readTemplate(template), data) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
