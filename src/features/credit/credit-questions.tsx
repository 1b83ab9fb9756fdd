import type { VNode } from 'preact';
import { questionOf } from '../../domain/matching/questions.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Asked } from '../../http/asked.ts';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PATHS } from '../../urls.ts';
import { MONTH_HINT, type CreditForm } from './credit-form.ts';
import { npqName } from './credit-words.ts';

export interface CreditQuestionsProps {
  readonly asked: Asked;
  readonly form: CreditForm;
}

/** First which NPQs; once they are told, when each was finished, and the boxes to change them. */
export function CreditQuestions({ asked, form }: CreditQuestionsProps): VNode {
  const isTold = form.fields.length > 0;
  const boxes = <Boxes form={form} />;
  return (
    <form class="app-funding-form" method="get" action={PATHS.credit}>
      <HiddenFields fields={carried(asked)} />
      {form.fields.map(({ npq, name, shown, error }) => (
        <TextInput
          key={npq}
          name={name}
          label={`When did you finish the ${npqName(npq)}?`}
          labelSize="s"
          hint={MONTH_HINT}
          value={shown}
          error={error}
          autocomplete="off"
          width={20}
        />
      ))}
      {isTold ? <Details summary="Change which NPQs you have">{boxes}</Details> : boxes}
      <Button kind={isTold ? 'secondary' : 'primary'}>{isTold ? 'Work it out' : 'Show what they count for'}</Button>
    </form>
  );
}

function Boxes({ form }: Pick<CreditQuestionsProps, 'form'>): VNode {
  return (
    <Checkboxes
      name="npqs"
      legend="Which NPQs have you finished, or are you about to finish?"
      legendSize="s"
      small
      values={form.fields.map(({ npq }) => npq)}
      items={questionOf('npqs').options.map(({ value, label }) => ({ value, text: label }))}
    />
  );
}

/** All that the address tells, but what the form itself asks. */
function carried(asked: Asked): readonly (readonly [string, string])[] {
  const answers = new Map([...asked.answers].filter(([id]) => id !== 'npqs'));
  const university = asked.query.get('university');
  return [
    ...(asked.on === undefined ? [] : [['on', asked.on] as const]),
    ...(university === null ? [] : [['university', university] as const]),
    ...answersQuery({ ...asked, answers }),
  ];
}
