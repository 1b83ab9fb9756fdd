import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { MAY_IMPORT } from './support/layers.ts';
import {
  isTest,
  nodesOf,
  parseSource,
  ROOT,
  sourceFiles,
  type SourceFile,
  type Syntax,
} from './support/source-files.ts';

/*
 * The rules of the house, held by a machine. main, cli → app → features → { ui, http, mail, documents, search, db,
 * content } → domain, and jobs beside the features; features never import each other; the domain is pure; SQL stands
 * only in db.
 */

/** Files over 300 lines, each with the sentence that excuses it. */
const LONG_FILES: Readonly<Record<string, string>> = {};

const LINES_AT_MOST = 300;
const all = sourceFiles('src', 'test', 'scripts');
const product = all.filter((file) => file.path.startsWith('src/') && !isTest(file));

function layerOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/\.tsx?$/, '');
}

function featureOf(path: string): string | undefined {
  const [src, layer, name] = path.split('/');
  return src === 'src' && layer === 'features' ? name : undefined;
}

/** Where in `files` the pattern stands, as `path:line: text`. */
function found(files: readonly SourceFile[], pattern: RegExp, except: readonly string[] = []): readonly string[] {
  return files
    .filter((file) => !except.includes(file.path))
    .flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [])),
    );
}

test('every file lies in a layer this test knows', () => {
  expect(product.map((file) => file.path).filter((path) => !Object.hasOwn(MAY_IMPORT, layerOf(path)))).toEqual([]);
});

/** Imports that lead up or sideways. */
function breaches(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const from = layerOf(path);
    const allowed = MAY_IMPORT[from] ?? [];
    return imports
      .filter(({ to, ours }) => ours && to.startsWith('src/'))
      .filter(({ to, typeOnly }) => {
        const layer = layerOf(to);
        return !(
          layer === from ||
          layer === 'domain' ||
          allowed.includes(layer) ||
          (typeOnly && allowed.includes(`${layer} (types)`))
        );
      })
      .map(({ to }) => `${path} imports ${to}`);
  });
}

test('each layer imports only what lies below it', () => {
  expect(breaches(product)).toEqual([]);
});

test('the test of layers sees what it should', () => {
  const importing = (path: string, to: string, typeOnly = false): SourceFile => ({
    path,
    text: '',
    lines: 1,
    imports: [{ to, ours: true, typeOnly }],
  });
  expect(breaches([importing('src/domain/a.ts', 'src/db/b.ts')])).toHaveLength(1);
  expect(breaches([importing('src/ui/a.tsx', 'src/http/b.ts')])).toHaveLength(1);
  expect(breaches([importing('src/features/a/routes.tsx', 'src/services/services.ts')])).toHaveLength(1);
  expect(breaches([importing('src/features/a/routes.tsx', 'src/services/services.ts', true)])).toEqual([]);
  expect(breaches([importing('src/db/a.ts', 'src/domain/b.ts')])).toEqual([]);
});

test('features never import each other: what two share moves down', () => {
  const wrong = product.flatMap(({ path, imports }) => {
    const own = featureOf(path);
    return own === undefined
      ? []
      : imports.flatMap(({ to }) =>
          featureOf(to) !== undefined && featureOf(to) !== own ? [`${path} imports ${to}`] : [],
        );
  });
  expect(wrong).toEqual([]);
});

test('the domain imports nothing outside itself', () => {
  const domain = product.filter((file) => layerOf(file.path) === 'domain');
  expect(
    domain.flatMap(({ path, imports }) =>
      imports.filter(({ to }) => !to.startsWith('src/domain/')).map(({ to }) => `${path}: ${to}`),
    ),
  ).toEqual([]);
});

test('the domain knows no clock, no chance and no outside world', () => {
  const domain = product.filter((file) => layerOf(file.path) === 'domain');
  expect(
    found(
      domain,
      /\bnew Date\b|\bDate\.|Math\.random|\bconsole\.|\bprocess\.|\bfetch\(|setTimeout|Temporal\.Now|\bperformance\.|\bcrypto\.|\basync\b/,
    ),
  ).toEqual([]);
});

test('what now is comes from the clock alone', () => {
  expect(found(product, /\bnew Date\b|\bDate\.now|Temporal\.Now/, ['src/clock.ts'])).toEqual([]);
});

test('the environment is handed to the config by whoever starts the process, and read there', () => {
  expect(found(product, /process\.env\b/, ['src/main.ts', 'src/cli.ts', 'src/commands/commands.ts'])).toEqual([]);
  expect(found(product, /process\.env\s*[.[]/)).toEqual([]);
});

test('SQL stands only in db', () => {
  const others = product.filter((file) => layerOf(file.path) !== 'db');
  const drivers = others.flatMap(({ path, imports }) =>
    imports.filter(({ to }) => /^(kysely|node:sqlite|pg)\b/.test(to)).map(({ to }) => `${path} imports ${to}`),
  );
  expect(drivers).toEqual([]);
  expect(
    found(
      others,
      /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|['"`](select .+ from|insert into|update \w+ set|delete from|pragma) /i,
    ),
  ).toEqual([]);
});

test('names say what a thing is, and no drawer holds what nobody could name', () => {
  const bad = all
    .map((file) => file.path)
    .filter((path) => !/^[a-z0-9-]+(\.(test|journey|d))?\.tsx?$/.test(basename(path)));
  expect(bad).toEqual([]);
  const drawer = /^(utils?|helpers?|common|misc|manager|base|types|index|constants)\.tsx?$/;
  expect(all.map((file) => file.path).filter((path) => drawer.test(basename(path)))).toEqual([]);
});

test('files stay short enough to read at one sitting', () => {
  const long = all.filter((file) => file.lines > LINES_AT_MOST && !Object.hasOwn(LONG_FILES, file.path));
  expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);
  expect(
    Object.keys(LONG_FILES).filter((path) => (all.find((file) => file.path === path)?.lines ?? 0) <= LINES_AT_MOST),
  ).toEqual([]);
});

test('no default exports, no enums, no barrels, no notes to self', () => {
  expect(found(product, /^export default\b|^(export )?(const )?enum\b|^export \* from/)).toEqual([]);
  expect(
    found(all, new RegExp(`\\b(${['TO', 'FIX'].map((word, index) => word + ['DO', 'ME'][index]).join('|')})\\b`)),
  ).toEqual([]);
});

test('no test replaces a module: services are passed in instead', () => {
  const mocks = new RegExp(`\\bvi\\.(${['mock', 'doMock', 'hoisted'].join('|')})\\(`);
  expect(found(all, mocks)).toEqual([]);
});

const HTML_HOLES = new Set(['dangerouslySetInnerHTML', 'style', 'innerHTML']);

test('pages escape by default and carry no inline style, script or handler', () => {
  const views = product.filter((file) => file.path.endsWith('.tsx'));
  const wrong = views.flatMap((file) =>
    [...nodesOf(parseSource(file))]
      .filter((node) => node.type === 'JSXAttribute')
      .map((node) => String((node['name'] as Syntax)['name']))
      .filter((name) => HTML_HOLES.has(name) || /^on[A-Z]/.test(name))
      .map((name) => `${file.path}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('views are plain functions of data: none waits for anything', () => {
  const pages = product.filter((file) => file.path.endsWith('-page.tsx') || layerOf(file.path) === 'ui');
  expect(found(pages, /\basync\b|\bawait\b/)).toEqual([]);
});

test('the lock names every package exactly and no host to fetch it from', () => {
  const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Record<string, Record<string, string>>;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  expect(readFileSync(`${ROOT}/package-lock.json`, 'utf8')).not.toContain('"resolved"');
});
