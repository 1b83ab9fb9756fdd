import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';
import { Fieldset } from './fieldset.tsx';
import { controlIds, Explained, groupClass } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label, type TextSize } from './label.tsx';

/** One answer of a group of radios or checkboxes, or the "or" before the last one. */
export type Choice = ChoiceItem | { readonly divider: string };

export interface ChoiceItem {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown only while the answer is chosen. */
  readonly conditional?: ComponentChildren;
  /** For checkboxes: choosing it takes the others back, as "None of these" does. */
  readonly exclusive?: boolean | undefined;
}

/** What radios and checkboxes share. Give a legend unless the group already stands in a fieldset. */
export interface ChoiceGroupProps {
  readonly name: string;
  /** The first answer's id, and the start of the others'. The name where absent. */
  readonly idPrefix?: string | undefined;
  readonly items: readonly (Choice | false | null | undefined)[];
  readonly legend?: ComponentChildren;
  readonly legendSize?: TextSize | undefined;
  readonly legendIsPageHeading?: boolean | undefined;
  readonly legendClass?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly describedBy?: string | undefined;
  readonly groupClass?: string | undefined;
  readonly class?: string | undefined;
}

interface Kind {
  readonly block: 'govuk-radios' | 'govuk-checkboxes';
  readonly type: 'radio' | 'checkbox';
  readonly isChecked: (value: string) => boolean;
  /** With no fieldset to carry it, a checkbox carries the group's description itself. */
  readonly describesItems: boolean;
}

export function ChoiceGroup({ group, kind }: { readonly group: ChoiceGroupProps; readonly kind: Kind }): VNode {
  const ids = controlIds({ ...group, id: group.idPrefix });
  const itemDescribedBy = kind.describesItems && group.legend == null ? ids.describedBy : undefined;
  const inner = (
    <>
      <Explained hint={group.hint} hintId={ids.hintId} error={group.error} errorId={ids.errorId} />
      <div class={classNames(kind.block, group.class)} data-module={kind.block}>
        {group.items.map(
          (item, index) =>
            item && (
              <Item
                key={index}
                item={item}
                id={index === 0 ? ids.id : `${ids.id}-${index + 1}`}
                name={group.name}
                kind={kind}
                describedBy={itemDescribedBy}
              />
            ),
        )}
      </div>
    </>
  );
  return (
    <div class={groupClass(ids.errorId !== undefined, group.groupClass)}>
      {group.legend == null ? (
        inner
      ) : (
        <Fieldset
          legend={group.legend}
          legendSize={group.legendSize}
          legendIsPageHeading={group.legendIsPageHeading}
          legendClass={group.legendClass}
          describedBy={ids.describedBy}
        >
          {inner}
        </Fieldset>
      )}
    </div>
  );
}

interface ItemProps {
  readonly item: Choice;
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly describedBy: string | undefined;
}

function Item({ item, id: ownId, name, kind, describedBy }: ItemProps): VNode {
  if ('divider' in item) return <div class={`${kind.block}__divider`}>{item.divider}</div>;
  const id = item.id ?? ownId;
  const hintId = item.hint == null ? undefined : `${id}-item-hint`;
  const conditionalId = item.conditional == null ? undefined : `conditional-${id}`;
  const isChecked = kind.isChecked(item.value);
  return (
    <>
      <div class={`${kind.block}__item`}>
        <input
          class={`${kind.block}__input`}
          id={id}
          name={name}
          type={kind.type}
          value={item.value}
          checked={isChecked}
          disabled={item.disabled}
          data-aria-controls={conditionalId}
          data-behaviour={item.exclusive ? 'exclusive' : undefined}
          aria-describedby={[describedBy, hintId].filter(Boolean).join(' ') || undefined}
        />
        <Label for={id} class={`${kind.block}__label`}>
          {item.text}
        </Label>
        {hintId !== undefined && (
          <Hint id={hintId} class={`${kind.block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {conditionalId !== undefined && (
        <div
          class={classNames(`${kind.block}__conditional`, !isChecked && `${kind.block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
