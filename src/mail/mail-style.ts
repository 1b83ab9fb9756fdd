import { createHash } from 'node:crypto';

/**
 * The one style sheet of our mails. Outlook on Windows reads classes and no media queries: what it must have stands
 * outside them. Nothing here needs a quotation mark, an ampersand or an angle bracket: pages escape those, style sheets
 * would not read them.
 */
export const MAIL_STYLE = [
  'body { margin: 0; padding: 0; background: #ffffff; color: #17212b; }',
  '.page { margin: 0 auto; font-family: Segoe UI, Helvetica Neue, Helvetica, Arial, sans-serif; font-size: 17px; line-height: 1.5; color: #17212b; text-align: left; }',
  '.cell { padding: 24px 16px; }',
  '.brand { margin: 0 0 24px; padding: 0 0 8px; border-bottom: 3px solid #0b3c49; font-weight: bold; color: #0b3c49; }',
  'h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }',
  'h2 { margin: 24px 0 8px; font-size: 19px; line-height: 1.3; }',
  'p { margin: 0 0 16px; }',
  'ul { margin: 0 0 16px; padding: 0 0 0 24px; }',
  'li { margin: 0 0 4px; }',
  'a { color: #1d5fa7; text-decoration: underline; }',
  '.rows { font-size: 17px; margin: 0 0 16px; }',
  '.rows th { padding: 2px 16px 2px 0; text-align: left; vertical-align: top; font-weight: bold; }',
  '.rows td { padding: 2px 0; vertical-align: top; }',
  '.open { font-size: 19px; font-weight: bold; margin: 0 0 4px; }',
  '.address { font-size: 14px; word-break: break-all; color: #4a5763; }',
  '.foot { margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid #d9d3c7; }',
  '.foot p { margin: 0 0 8px; font-size: 14px; color: #4a5763; }',
  '@media (max-width: 640px) { .page { width: 100%; } }',
  '@media (prefers-color-scheme: dark) {',
  '  body { background: #10191f; color: #f2efe8; }',
  '  .page, h1, h2 { color: #f2efe8; }',
  '  .brand { color: #9fd3e0; border-color: #9fd3e0; }',
  '  a { color: #8fc1f5; }',
  '  .address, .foot p { color: #b9c3cb; }',
  '  .foot { border-color: #4a5763; }',
  '}',
].join('\n');

/** By which a content security policy lets this style sheet through and no other. */
export const MAIL_STYLE_HASH = `'sha256-${createHash('sha256').update(MAIL_STYLE).digest('base64')}'`;
