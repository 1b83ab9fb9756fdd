import type { VNode } from 'preact';

/** What a form carries along unseen: the answers that already stand in the address. */
export function HiddenFields({
  fields,
}: {
  readonly fields: readonly (readonly [name: string, value: string])[];
}): VNode {
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
