import type { ComponentChildren, VNode } from 'preact';
import { domainOf, type Belonging } from '../../domain/case/school-email.ts';
import type { CaseSheet } from '../../domain/case/case-sheet.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { belongingWords, READER_WORDS } from '../../ui/case-words.ts';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { CaseVisit } from './case-visit.ts';
import type { Sending } from './send-form.ts';

interface Framed {
  readonly here: CaseVisit;
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

function Framed({ here, title, hasErrors = false, children }: Framed): VNode {
  const { visit, planUrls } = here;
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      hasErrors={hasErrors}
      before={<BackLink href={planUrls.casePreview()}>Back to the case</BackLink>}
    >
      {children}
    </Layout>
  );
}

export interface SendPageProps {
  readonly here: CaseVisit;
  readonly sheet: CaseSheet;
  readonly ownName: string;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** Whom it goes to. */
export function SendPage({ here, sheet, ownName, sent, errors }: SendPageProps): VNode {
  const reader = READER_WORDS[sheet.reader];
  const title = `Send the case to ${reader.your}`;
  const field = (name: string, held = '') => ({
    name,
    value: sent?.one(name) ?? held,
    error: errors?.get(name),
    labelSize: 's' as const,
  });
  return (
    <Framed here={here} title={title} hasErrors={errors !== undefined}>
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <PageHeading
        title={title}
        caption={sheet.title}
        lead="They get a private link to this one page, and answer there. They need no account and see nothing else of your plan."
      />
      <form method="post" action={here.planUrls.caseSend()} noValidate>
        <HiddenFields fields={[['version', String(here.draftVersion)]]} />
        <TextInput {...field('name')} label={`The name of ${reader.one}`} autocomplete="off" />
        <TextInput
          {...field('address')}
          label="Their email address"
          hint="Best their own at the school: providers ask for it, and it can show that they belong to the school."
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <TextInput {...field('own-name', ownName)} label="Your name, as they know you" autocomplete="name" />
        <Button name="act" value="check">
          Continue
        </Button>
      </form>
    </Framed>
  );
}

export interface ConfirmPageProps {
  readonly here: CaseVisit;
  readonly sheet: CaseSheet;
  readonly sending: Sending;
  readonly belonging: Belonging;
  readonly hearBy: IsoDate;
}

/** Who it goes to once more, before it does: a case sent to the wrong person cannot be called back. */
export function ConfirmPage({ here, sheet, sending, belonging, hearBy }: ConfirmPageProps): VNode {
  const { to, ownName } = sending;
  const title = 'Is this the right person?';
  const again = () => (
    <a class="govuk-link" href={here.planUrls.caseSend()}>
      Change who it goes to
    </a>
  );
  return (
    <Framed here={here} title={title}>
      <PageHeading title={title} caption={sheet.title} />
      <SummaryList
        rows={[
          { key: 'To', value: `${to.name}, ${to.address}` },
          { key: 'From', value: ownName },
          { key: 'Belongs to the school', value: belongingWords(belonging, domainOf(to.address)) },
          { key: 'They see', value: 'The case as you have just seen it, and nothing else of your plan.' },
          {
            key: 'You hear by',
            value: `${formatDay(hearBy)}. If they do not answer, we remind them twice, on school days, and then tell you.`,
          },
        ]}
      />
      <form method="post" action={here.planUrls.caseSend()}>
        <HiddenFields
          fields={[
            ['version', String(here.draftVersion)],
            ['name', to.name],
            ['address', to.address],
            ['own-name', ownName],
          ]}
        />
        <div class="govuk-button-group">
          <Button name="act" value="send" preventDoubleClick>
            Send it
          </Button>
          {again()}
        </div>
      </form>
    </Framed>
  );
}
