import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runStep } from './run-step.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser the journeys run in: CHROMIUM, else one on the path, else Playwright's own if it is there; else Debian's
 * package where it can be installed, else Playwright's download. `undefined` where none of that works.
 */
export async function findChromium(): Promise<string | undefined> {
  const found = await foundHere();
  if (found !== undefined) return found;
  console.log('No Chromium was found: installing it.');
  if (await installDebianPackage()) return foundHere();
  await runStep('playwright', ['install', 'chromium-headless-shell', 'chromium']);
  return foundHere();
}

async function foundHere(): Promise<string | undefined> {
  const given = process.env['CHROMIUM'];
  for (const path of [given ? [given] : [], onPath(), [chromium.executablePath()]].flat()) {
    // Some systems carry a stub that only tells how to install the browser, so it is asked and not just looked for.
    if (existsSync(path) && (await runStep(path, ['--version'], { quiet: true })).ok) return path;
  }
  return undefined;
}

function onPath(): readonly string[] {
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => directories.map((directory) => join(directory, name))).filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installDebianPackage(): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  const before = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && !(await runStep('sudo', ['-n', 'true'], { quiet: true })).ok) return false;
  if (!(await runStep('apt-get', ['--version'], { quiet: true })).ok) return false;
  const apt = (...words: readonly string[]) => {
    const [program = 'apt-get', ...rest] = [...before, 'apt-get', ...words];
    return runStep(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  await apt('update', '-qq');
  return (await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')).ok;
}
