import type { VNode } from 'preact';
import { PATHS } from '../urls.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { TextInput } from './text-input.tsx';

export interface SchoolBoxProps {
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** What the address carries along. */
  readonly carried: readonly (readonly [string, string])[];
  readonly label?: string;
  readonly labelSize?: 's' | 'm' | 'l';
  /** Where choosing a suggestion leads; `URN` stands for the school's. */
  readonly chosen?: string;
  readonly button?: string;
}

/** The one box for every way of naming a school. A form without scripts; with them it suggests while one types. */
export function SchoolBox({
  value,
  error,
  carried,
  label = 'Your school',
  labelSize = 'm',
  chosen = '/schools/URN',
  button = 'Find',
}: SchoolBoxProps): VNode {
  return (
    <form
      class="app-school-box"
      method="get"
      action={PATHS.schools}
      noValidate
      data-module="app-school-box"
      data-suggest={PATHS.schoolSuggestions}
      data-chosen={chosen}
    >
      <HiddenFields fields={carried} />
      <TextInput
        name="q"
        type="search"
        label={label}
        labelSize={labelSize}
        hint="Its name, postcode, town or URN. A mistake in spelling does not matter."
        value={value}
        error={error}
        autocomplete="off"
        spellcheck={false}
      />
      <Button>{button}</Button>
    </form>
  );
}
