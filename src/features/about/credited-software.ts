/** What the service runs on: every dependency of package.json, kept equal to it and to each part's own licence by a test. */
export const CREDITED_SOFTWARE: readonly {
  readonly name: string;
  readonly licence: string;
  readonly url: string;
  readonly use: string;
}[] = [
  {
    name: 'govuk-frontend',
    licence: 'MIT',
    url: 'https://frontend.design-system.service.gov.uk/',
    use: 'The GOV.UK Design System’s styles and patterns, in our own colours and font.',
  },
  { name: 'hono', licence: 'MIT', url: 'https://hono.dev', use: 'Takes requests to pages.' },
  { name: '@hono/node-server', licence: 'MIT', url: 'https://github.com/honojs/node-server', use: 'Serves them.' },
  { name: 'preact', licence: 'MIT', url: 'https://preactjs.com', use: 'Pages as functions of what they show.' },
  { name: 'kysely', licence: 'MIT', url: 'https://kysely.dev', use: 'Speaks to the database.' },
  {
    name: 'minisearch',
    licence: 'MIT',
    url: 'https://lucaong.github.io/minisearch/',
    use: 'Finds next steps, typing slips and all.',
  },
  {
    name: '@myriaddreamin/typst-ts-node-compiler',
    licence: 'Apache-2.0',
    url: 'https://github.com/Myriad-Dreamin/typst.ts',
    use: 'Sets the printed briefing and plans with Typst.',
  },
  { name: 'docx', licence: 'MIT', url: 'https://docx.js.org', use: 'Writes a plan as a Word document.' },
  { name: 'highs', licence: 'MIT', url: 'https://highs.dev', use: 'Finds the best plan and proves it.' },
  { name: 'pg', licence: 'MIT', url: 'https://node-postgres.com', use: 'Speaks to PostgreSQL where it is used.' },
  { name: 'nodemailer', licence: 'MIT-0', url: 'https://nodemailer.com', use: 'Sends mail.' },
  {
    name: 'openid-client',
    licence: 'MIT',
    url: 'https://github.com/panva/openid-client',
    use: 'Signs in with another service, where one is set.',
  },
  { name: 'zod', licence: 'MIT', url: 'https://zod.dev', use: 'Checks whatever comes from outside.' },
  { name: 'yaml', licence: 'ISC', url: 'https://eemeli.org/yaml/', use: 'Reads the content files.' },
  {
    name: 'csv-parse',
    licence: 'MIT',
    url: 'https://csv.js.org/parse',
    use: 'Reads lists of schools whatever their form.',
  },
  { name: 'udsv', licence: 'MIT', url: 'https://github.com/leeoniya/uDSV', use: 'Reads lists of schools.' },
  { name: 'sass', licence: 'MIT', url: 'https://github.com/sass/dart-sass', use: 'Builds the style sheet.' },
  { name: 'tsx', licence: 'MIT', url: 'https://tsx.hirok.io', use: 'Runs the pages’ source as it is.' },
];
