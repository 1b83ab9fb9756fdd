import type { VNode } from 'preact';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import { ROUTE_WORDS } from '../../domain/words.ts';
import { answersQuery, HOURS } from '../../domain/matching/told-query.ts';
import type { Asked } from '../../http/asked.ts';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Select } from '../../ui/select.tsx';
import { PATHS } from '../../urls.ts';

/** What moves steps up and down and never opens or closes one: aims and hours. */
export function MattersForm({ asked }: { readonly asked: Asked }): VNode {
  const answered = answersQuery({ ...asked, aims: [], hoursPerWeek: undefined, personal: true });
  return (
    <Details summary="Put first what matters to you" open={false}>
      <form method="get" action={PATHS.results}>
        <HiddenFields fields={answered} />
        <Checkboxes
          name="aims"
          legend="What would you like to do?"
          legendSize="s"
          small
          values={asked.aims}
          items={ROUTE_IDS.map((id) => ({ value: id, text: ROUTE_WORDS[id] }))}
        />
        <Select
          name="hours"
          label="Hours you have in a week"
          value={asked.hoursPerWeek === undefined ? '' : String(asked.hoursPerWeek)}
          options={[
            { value: '', text: 'Not said' },
            ...HOURS.map((hours) => ({ value: hours, text: HOUR_WORDS[hours] })),
          ]}
        />
        <Button kind="secondary">Put these first</Button>
      </form>
    </Details>
  );
}

const HOUR_WORDS: Readonly<Record<(typeof HOURS)[number], string>> = {
  '0.5': 'Half an hour',
  '1': 'An hour',
  '2': '2 hours',
  '3': '3 hours',
  '5': '5 hours or more',
};
