import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';

const ROOT = join(import.meta.dirname, '..');
const FONTS = join(ROOT, 'src/styles/fonts');
const BROWSER = join(ROOT, 'src/browser');
const OUT = join(ROOT, 'dist/assets');
const ENTRY = 'app.ts';

type Files = ReadonlyMap<string, Buffer>;

/** `app.css` and its content become `app-1a2b3c4d5e.css`, so that browsers may keep it for ever. */
function hashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return name.replace(/(\.[^.]+)$/, `-${hash}$1`);
}

function readFonts(): Files {
  const names = readdirSync(FONTS).filter((name) => name.endsWith('.woff2'));
  return new Map(names.map((name) => [name, readFileSync(join(FONTS, name))]));
}

/** The stylesheet, with the fonts' built names in place of their plain ones. */
function compileStyles(fonts: Files): Buffer {
  const { css } = compile(join(ROOT, 'src/styles/app.scss'), {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [join(ROOT, 'node_modules')],
  });
  let named = css;
  for (const [name, content] of fonts) named = named.replaceAll(name, hashedName(name, content));
  return Buffer.from(named);
}

const IMPORT = /^import .* from '\.\/([a-z-]+\.ts)';$/gm;

/** A module's own text after that of all it imports, each once. */
function inOrder(file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const source = readFileSync(join(BROWSER, file), 'utf8');
  const before = [...source.matchAll(IMPORT)].map(([, name = '']) => inOrder(name, seen));
  const own = source.replaceAll(IMPORT, '').replaceAll(/^export (?=function|const|class)/gm, '');
  return [...before, stripTypeScriptTypes(own)].join('\n');
}

/**
 * One module out of a handful of small ones. They share a scope, so two may not declare the same name: parsing it as
 * one strict block here makes that a failure of the build and not of the page.
 */
function joinScripts(): Buffer {
  const joined = inOrder(ENTRY, new Set())
    .replaceAll(/^[ \t]*\n/gm, '')
    .replaceAll(/[ \t]+$/gm, '');
  const unread = /^\s*(?:import|export)\b.*/m.exec(joined);
  if (unread) throw new Error(`Browser modules may only import one another's names on one line: ${unread[0]}`);
  new Function(`'use strict';{${joined}}`);
  return Buffer.from(joined);
}

function writeAll(files: Files): Readonly<Record<string, string>> {
  mkdirSync(OUT, { recursive: true });
  const manifest: Record<string, string> = {};
  for (const [name, content] of files) {
    manifest[name] = hashedName(name, content);
    writeFileSync(join(OUT, manifest[name]), content);
  }
  writeFileSync(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const wanted = new Set([...Object.values(manifest), 'manifest.json']);
  for (const name of readdirSync(OUT)) if (!wanted.has(name)) rmSync(join(OUT, name), { recursive: true });
  return manifest;
}

// Node marks the stripping of types as experimental; the version is pinned, so the notice tells a reader nothing.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.message}\n`);
});

const fonts = readFonts();
const css = compileStyles(fonts);
const js = joinScripts();
const icon = readFileSync(join(ROOT, 'src/styles/icon.svg'));
writeAll(new Map([...fonts, ['app.css', css], ['app.js', js], ['icon.svg', icon]]));
const sizes = [css, js].map((content) => `${(gzipSync(content).length / 1000).toFixed(1)} kB`);
process.stdout.write(`built dist/assets: app.css ${sizes[0]}, app.js ${sizes[1]} (gzip), ${fonts.size} font\n`);
