const LONGEST = 60;

/**
 * A plan's title as the name of a file, without its ending: Latin letters and digits with hyphens between, whatever was
 * written. `plan` where nothing is left of it.
 */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'plan' : name;
}
