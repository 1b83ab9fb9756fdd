/** What the build made: a file's plain name to its name with its content's hash, all served from `/assets/`. */
export type AssetManifest = Readonly<Record<string, string>>;

/** The address of a built file. An unknown name means the build did not run or is old, which no page can mend. */
export function assetHref(manifest: AssetManifest, name: string): string {
  const file = manifest[name];
  if (file === undefined) throw new Error(`No asset named ${name} in the manifest: run the build.`);
  return `/assets/${file}`;
}
