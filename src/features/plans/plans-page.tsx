import type { VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';

export interface PlansPageProps {
  readonly visit: Visit;
  /** Why a file could not be brought in. */
  readonly problem: string | undefined;
}

export function PlansPage({ visit: { frame, urls, asked }, problem }: PlansPageProps): VNode {
  const title = 'Make a plan';
  return (
    <Layout title={title} page={frame} noindex hasErrors={problem !== undefined}>
      {problem !== undefined && <ErrorSummary errors={[{ text: problem, href: '#file' }]} />}
      <PageHeading
        title={title}
        lead="Put the steps you want into half terms, see whether they fit your hours, and take it to your line manager."
      />
      <form method="post" action={urls.plans()}>
        <Button>Start a plan</Button>
      </form>
      <div class="app-prose">
        <p>
          No account and no name. You get a private link to your plan: whoever has the link can open it, so keep it to
          yourself. It is saved at every step.
          {asked.answers.size === 0 && (
            <>
              {' '}
              It knows more about you if you first <a href={urls.check()}>answer a few questions</a>.
            </>
          )}
        </p>
        <h2>You have a plan already</h2>
        <p>
          If it is in your account, <a href={ACCOUNT_URLS.signIn()}>sign in</a>. If not, open it by its private link. We
          keep no copy of the link, so a lost one cannot be found again: look in your bookmarks, your history, or the
          mail you sent yourself.
        </p>
        <h2>You took a plan, or all that is yours, away as a file</h2>
        <p>The file of an account comes in once you are signed in. A plan’s file comes in without.</p>
      </div>
      <form method="post" action={PATHS.planImport} encType="multipart/form-data">
        <FileInput
          name="file"
          label="The file"
          hint="Its name ends in .json"
          error={problem}
          accept=".json,application/json"
        />
        <Button kind="secondary">Bring it in</Button>
      </form>
    </Layout>
  );
}
