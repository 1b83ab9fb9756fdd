import type { VNode } from 'preact';
import { profileFrom } from '../../domain/matching/answers.ts';
import { NPQ_CODES } from '../../domain/catalogue/npq.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Asked } from '../../http/asked.ts';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Radios } from '../../ui/radios.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PATHS } from '../../urls.ts';
import type { FundingVisit } from './funding-visit.ts';
import { capital, npqName } from './funding-table.tsx';

const NOT_SAID: SelectOption = { value: '', text: 'Not said' };
const YES_NO: readonly SelectOption[] = [NOT_SAID, { value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }];

const EMPLOYMENTS: readonly SelectOption[] = [
  NOT_SAID,
  { value: 'la-virtual-school', text: 'A virtual school of a local authority' },
  { value: 'hospital-school', text: 'A hospital school' },
  { value: 'young-offender-institution', text: 'A young offender institution' },
  { value: 'la-supply-teacher', text: 'A local authority, as a supply teacher' },
  { value: 'itt-lead-mentor', text: 'An accredited teacher training provider, as lead mentor' },
  { value: 'other', text: 'Another post' },
];

const NURSERIES: readonly SelectOption[] = [
  NOT_SAID,
  { value: 'la-nursery', text: 'A nursery school of the local authority' },
  { value: 'school-pre-school', text: 'A pre-school class or nursery that is part of a school' },
  { value: 'private-nursery', text: 'A private nursery' },
  { value: 'childminder', text: 'Childminding' },
  { value: 'other', text: 'Another early years setting' },
];

/** What the forms of these pages carry along: everything told, but what the form itself asks. */
function carried(asked: Asked, without: Partial<Asked>): readonly (readonly [string, string])[] {
  const day = asked.on === undefined ? [] : [['on', asked.on] as const];
  return [...day, ...answersQuery({ ...asked, ...without })];
}

/** The box for a school: the finder does the rest, and its pages lead back here. */
export function SchoolBox({ asked }: { readonly asked: Asked }): VNode {
  return (
    <form class="app-funding-form" method="get" action={PATHS.schools}>
      <HiddenFields fields={carried(asked, { school: undefined })} />
      <TextInput
        name="q"
        type="search"
        label="Your school"
        labelSize="s"
        hint="Its name, postcode, town or URN"
        autocomplete="off"
      />
      <Button kind="secondary">Find your school</Button>
    </form>
  );
}

/** Where somebody works, and what else matters for money. */
export function FundingForm({ visit: { asked }, pays }: FundingVisit): VNode {
  const answers = new Map([...asked.answers].filter(([id]) => id !== 'setting'));
  const setting = asked.answers.get('setting')?.[0];
  return (
    <form class="app-funding-form" method="get" action={PATHS.funding}>
      <HiddenFields fields={carried(asked, { answers, said: {} })} />
      {pays.school ? (
        <Radios
          name="setting"
          legend="Whose staff are you on there?"
          legendSize="s"
          value={setting === 'early-years' ? 'early-years' : ''}
          items={[
            { value: '', text: 'The school’s' },
            { value: 'early-years', text: 'Its nursery’s or pre-school class’s, as early years staff' },
          ]}
        />
      ) : (
        <Radios
          name="setting"
          legend="Where do you work?"
          legendSize="s"
          value={setting}
          small
          items={questionOf('setting').options.map(({ value, label }) => ({ value, text: label }))}
        />
      )}
      <WhatMatters asked={asked} />
      <Button>Show who pays</Button>
    </form>
  );
}

/** Each of these changes the answer for some people; whoever leaves it is asked again only where it matters. */
function WhatMatters({ asked: { said, answers } }: { readonly asked: Asked }): VNode {
  const held = profileFrom(answers).npqs ?? [];
  return (
    <>
      <Select
        name="early-years"
        label="In early years: what kind of setting?"
        labelSize="s"
        value={said.earlyYears ?? ''}
        options={NURSERIES}
      />
      <Select
        name="employment"
        label="In a virtual, hospital or secure setting, or for a local authority: who employs you?"
        labelSize="s"
        value={said.employment ?? ''}
        options={EMPLOYMENTS}
      />
      <Select
        name="itt-provider"
        label="For lead mentors: is your teacher training provider on DfE’s approved list?"
        labelSize="s"
        value={said.ittProvider ?? ''}
        options={YES_NO}
      />
      <Select
        name="new-head"
        label="Are you in your first years as a head, or about to be one?"
        labelSize="s"
        value={said.newHead ?? ''}
        options={YES_NO}
      />
      <Select
        name="referred"
        label="Between posts: did a DfE return to teaching adviser refer you?"
        labelSize="s"
        value={said.referred ?? ''}
        options={YES_NO}
      />
      <Checkboxes
        name="paid"
        legend="Which has DfE already paid for, for you?"
        legendSize="s"
        hint="DfE pays for each once."
        small
        values={said.paid?.length === 0 ? ['none'] : said.paid}
        items={[
          ...[...new Set([...held.map(({ code }) => code), ...NPQ_CODES])].map((code) => ({
            value: code,
            text: capital(npqName(code)),
          })),
          { value: 'none', text: 'None of these', exclusive: true },
        ]}
      />
    </>
  );
}
