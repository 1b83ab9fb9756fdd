import { Fragment, type ComponentChildren, type VNode } from 'preact';
import type { MailBody, MailPart } from '../domain/mail/mail-body.ts';
import { render } from '../ui/render.ts';
import { MAIL_STYLE } from './mail-style.ts';
import { BECAUSE, FROM, STOP, type MailFooter } from './mail-text.ts';

/** A mail as it is written for programs that show HTML: one column, no pictures, nothing fetched, every address shown. */
export function mailHtml(title: string, body: MailBody, footer: MailFooter): string {
  return `<!DOCTYPE html>${render(<MailLayout title={title} body={body} footer={footer} />)}`;
}

interface LayoutProps {
  readonly title: string;
  readonly body: MailBody;
  readonly footer: MailFooter;
}

/** A table and not a plain box: Outlook on Windows keeps a line to a readable length in no other way. */
function MailLayout({ title, body, footer }: LayoutProps): VNode {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{MAIL_STYLE}</style>
      </head>
      <body>
        <table role="presentation" class="page" width="600" cellPadding="0" cellSpacing="0">
          <tbody>
            <tr>
              <td class="cell">
                <p class="brand">Next Steps</p>
                <h1>{title}</h1>
                {body.map((part, index) => (
                  <Part key={index} part={part} />
                ))}
                <Footer {...footer} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Part({ part }: { readonly part: MailPart }): VNode {
  switch (part.kind) {
    case 'paragraph':
      return <p>{inLines(part.text)}</p>;
    case 'heading':
      return <h2>{part.text}</h2>;
    case 'list':
      return (
        <ul>
          {part.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'rows':
      return <Rows rows={part.rows} />;
    case 'link':
      return (
        <>
          <p class="open">
            <a href={part.href}>{part.text}</a>
          </p>
          <p class="address">{part.href}</p>
        </>
      );
    default:
      return part satisfies never;
  }
}

function inLines(text: string): ComponentChildren {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function Rows({ rows }: { readonly rows: readonly (readonly [label: string, value: string])[] }): VNode {
  return (
    <table class="rows" cellPadding="0" cellSpacing="0">
      <tbody>
        {rows.map(([label, value], index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Footer({ because, unsubscribe, hub }: MailFooter): VNode {
  return (
    <div class="foot">
      <p>
        {BECAUSE} {because}
      </p>
      {unsubscribe !== undefined && (
        <p>
          <a href={unsubscribe}>{STOP}</a>
        </p>
      )}
      <p>
        {FROM} {hub.name}, <a href={`mailto:${hub.email}`}>{hub.email}</a>
      </p>
    </div>
  );
}
