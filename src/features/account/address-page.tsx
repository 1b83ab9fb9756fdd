import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';

export interface AddressPageProps {
  readonly frame: PageFrame;
  readonly move: { readonly from: string; readonly to: string; readonly action: string };
}

export function AddressPage({ frame, move }: AddressPageProps): VNode {
  const title = 'Confirm your new address';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead={`Your account moves from ${move.from} to ${move.to}.`} />
      <p class="govuk-body">
        From then on you sign in with the new address, and mails go there. Every other browser you are signed in with is
        signed out, and no other service signs you in until you join it again. The plans and those you share them with
        stay as they are.
      </p>
      <form method="post" action={move.action}>
        <Button>Move my account</Button>
      </form>
    </Layout>
  );
}
