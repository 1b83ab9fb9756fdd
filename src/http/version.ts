import packageJson from '../../package.json' with { type: 'json' };

/** The release, as the footer shows it. */
export const VERSION: string = packageJson.version;
