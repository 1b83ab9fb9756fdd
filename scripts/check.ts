import { runStep } from './run-step.ts';

/*
 * `npm run check`: everything that can be said of the code without running the service, in under a minute.
 */

const STEPS: readonly (readonly [name: string, program: string, ...words: string[]])[] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  [
    'architecture',
    'vitest',
    'run',
    '--reporter=dot',
    'test/architecture.test.ts',
    'test/page-text.test.ts',
    'test/content-schemas.test.ts',
  ],
  ['content', 'node', '--import', 'tsx', 'src/cli.ts', 'check-content'],
];

const start = performance.now();
const failed: string[] = [];
for (const [name, program, ...words] of STEPS) {
  const { ok, seconds, output } = await runStep(program, words, { quiet: true });
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(13)} ${seconds.toFixed(1)} s`);
  if (ok) continue;
  failed.push(name);
  console.log(output.trimEnd());
}
console.log(
  `${failed.length === 0 ? 'all is well' : `wrong: ${failed.join(', ')}`}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
