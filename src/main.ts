import { requireNode } from './node-version.ts';
import { StartError } from './start-error.ts';

/** Starts the service; whatever stops it from starting is one line and a non-zero exit. */
async function main(): Promise<void> {
  requireNode(process.versions.node);
  // What was compiled at the last start is not compiled again.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { serveUntilStopped } = await import('./serve.ts');
  await serveUntilStopped(process.env);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `Next Steps cannot start: ${error.message}` : error);
  process.exitCode = 1;
});
