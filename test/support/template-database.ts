import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { fillTemplate } from './fill-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database that already holds the shipped content; test files copy it instead of reading every file again. */
    readonly templateDatabase: string;
  }
}

/** Runs once before all test files: reads the content into a database of which each test app gets a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'next-steps-test-'));
  const database = join(directory, 'template.db');
  await fillTemplate(database);
  project.provide('templateDatabase', database);
  return () => rmSync(directory, { recursive: true, force: true });
}
