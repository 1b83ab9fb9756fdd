import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../test/support/processes.ts';
import { readConfig } from './config.ts';
import { secretOf } from './services/secret.ts';

const SECRET = 'x'.repeat(32);
const MAIL = {
  SMTP_URL: 'smtps://user:p%40ss@mail.example.org',
  MAIL_FROM: 'Next Steps <a@example.org>',
  NODE_ENV: 'test',
  BASE_URL: 'https://next-steps.example.org',
};

describe('settings of mail', () => {
  test('without any, mail is written to files and the web process does it', () => {
    expect(readConfig({})).toMatchObject({ smtp: undefined, jobs: true, secret: undefined });
    expect(readConfig({ JOBS: 'off' }).jobs).toBe(false);
  });

  test.for([
    [
      'smtps://user:p%40ss@mail.example.org',
      { host: 'mail.example.org', port: 465, tls: 'from-the-start', login: { user: 'user', password: 'p@ss' } },
    ],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, tls: 'starttls', login: undefined }],
    ['smtp://mail.example.org:25/', { host: 'mail.example.org', port: 25, tls: 'starttls', login: undefined }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'none', login: undefined }],
    ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, tls: 'none', login: undefined }],
    ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'none', login: undefined }],
    ['smtp://127.0.0.1.example.org', { host: '127.0.0.1.example.org', port: 587, tls: 'starttls', login: undefined }],
  ] as const)('%s names a mail server', ([SMTP_URL, smtp]) => {
    expect(readConfig({ ...MAIL, SMTP_URL }).smtp).toEqual(smtp);
  });

  test.for([
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://mail.example.org?ignoreTLS=true',
    'smtps://mail.example.org/?tls.rejectUnauthorized=false',
    'smtp://mail.example.org/path',
    'smtp://us%er@mail.example.org',
  ])('%s does not', (SMTP_URL) => {
    expect(() => readConfig({ ...MAIL, SMTP_URL })).toThrow(/SMTP_URL: a mail server is written smtp:\/\//);
  });

  test('whoever sends mail says whom it comes from and where its links lead', () => {
    expect(() => readConfig({ SMTP_URL: MAIL.SMTP_URL })).toThrow(/MAIL_FROM: say whom .*; BASE_URL: say where/);
    expect(() => readConfig({ ...MAIL, MAIL_FROM: 'a@b\r\nBcc: c@example.org' })).toThrow(
      /MAIL_FROM: a sender is written/,
    );
  });

  test('a setting that is refused is not repeated: it can hold a password', () => {
    const wrong = { ...MAIL, SMTP_URL: 'smtp://user:hunter2@mail.example.org?x', SECRET: 'hunter2' };
    expect(() => readConfig(wrong)).toThrow(/^(?!.*hunter2).*SECRET: a secret has at least 32 characters/);
  });
});

describe('a sign-in service', () => {
  const OIDC = {
    NODE_ENV: 'test',
    BASE_URL: 'https://next-steps.example',
    OIDC_ISSUER: 'https://sign-in.example/oidc',
    OIDC_CLIENT_ID: 'next-steps',
    OIDC_CLIENT_SECRET: 'hunter2',
  };

  test('is known by its issuer, and called by its host or by the name that is given', () => {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = OIDC;
    expect(readConfig(OIDC).oidc).toEqual({ issuer, clientId, clientSecret, name: 'sign-in.example' });
    expect(readConfig({ ...OIDC, OIDC_NAME: 'DfE Sign-in' }).oidc?.name).toBe('DfE Sign-in');
    expect(readConfig({}).oidc).toBeUndefined();
  });

  test.for(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('needs %s as well as the others', (name) => {
    expect(() => readConfig({ ...OIDC, [name]: '' })).toThrow(new RegExp(`${name}: a sign-in service needs`));
  });

  test('leads back to an address that has to be said', () => {
    expect(() => readConfig({ ...OIDC, BASE_URL: undefined })).toThrow(/BASE_URL: say where the service is/);
  });

  test('speaks https in production, and is no other kind of address', () => {
    const plain = { ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:4000' };
    expect(readConfig(plain).oidc?.issuer).toBe('http://127.0.0.1:4000');
    expect(() => readConfig({ ...plain, NODE_ENV: 'production', SECRET })).toThrow(/OIDC_ISSUER: in production/);
    expect(() => readConfig({ ...OIDC, OIDC_ISSUER: 'sign-in.example' })).toThrow(/OIDC_ISSUER: a sign-in service is/);
  });

  test('and its secret is not repeated', () => {
    expect(() => readConfig({ ...OIDC, OIDC_ISSUER: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  });
});

describe('the secret', () => {
  test('is demanded in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/SECRET: set it to 32 random characters or more/);
    expect(readConfig({ NODE_ENV: 'production', SECRET }).secret).toBe(SECRET);
  });

  test('is made elsewhere when it is first needed, and kept for its owner alone', () => {
    using data = temporaryDirectory();
    const config = readConfig({ DATA_DIR: join(data.path, 'var') });
    const made = secretOf(config);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(secretOf(config)).toBe(made);
    const path = join(data.path, 'var', 'secret');
    expect(readFileSync(path, 'utf8')).toBe(made);
    expect(statSync(path).mode & 0o077).toBe(0);
    mkdirSync(join(data.path, 'other'));
    expect(secretOf(readConfig({ DATA_DIR: join(data.path, 'other') }))).not.toBe(made);
    expect(secretOf({ ...config, secret: SECRET })).toBe(SECRET);
    expect(existsSync(path)).toBe(true);
  });
});

test('an address on the net and no word of production is refused: mails would be open to all', () => {
  expect(() => readConfig({ BASE_URL: 'https://next-steps.example' })).toThrow(/NODE_ENV: set it to production/);
  expect(readConfig({ BASE_URL: 'http://localhost:3000' }).production).toBe(false);
});
