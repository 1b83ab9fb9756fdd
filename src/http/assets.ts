import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { StartError } from '../start-error.ts';
import type { AssetManifest } from '../ui/asset-manifest.ts';

const BUILT = fileURLToPath(new URL('../../dist/assets', import.meta.url));

export interface AssetFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Packed once, when first asked for; absent for what is packed already. */
  readonly brotli?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** Throws StartError where the build has made none: the service would start, and fail on every page. */
  requireBuilt(): void;
  readonly manifest: AssetManifest;
  /** A built file by its hashed name; `undefined` for a name the build did not make. */
  file(name: string): AssetFile | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

/** Opens what the build made. Files are read when first asked for, so that the command line pays nothing for them. */
export function openAssets(built = BUILT): Assets {
  let manifest: AssetManifest | undefined;
  const files = new Map<string, AssetFile>();
  const readManifest = () => (manifest ??= parseManifest(built));
  return {
    requireBuilt: () => void readManifest(),
    get manifest() {
      return readManifest();
    },
    file(name) {
      if (!Object.values(readManifest()).includes(name)) return undefined;
      const file = files.get(name) ?? readAsset(join(built, name));
      files.set(name, file);
      return file;
    },
  };
}

function parseManifest(built: string): AssetManifest {
  try {
    return JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as AssetManifest;
  } catch {
    throw new StartError('the styles are not built: run "npm run build"');
  }
}

function readAsset(path: string): AssetFile {
  const body = Uint8Array.from(readFileSync(path));
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  if (type.startsWith('font/')) return { type, body };
  return { type, body, brotli: Uint8Array.from(brotliCompressSync(body)), gzip: Uint8Array.from(gzipSync(body)) };
}
