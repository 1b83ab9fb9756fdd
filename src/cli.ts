import { requireNode } from './node-version.ts';
import { StartError } from './start-error.ts';

/** The command line: checks what it runs on, then hands over. */
async function main(): Promise<void> {
  requireNode(process.versions.node);
  // Whoever reads the answer may stop early, as `head` does: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const { run } = await import('./commands/commands.ts');
  await run(process.argv.slice(2));
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 3;
});
