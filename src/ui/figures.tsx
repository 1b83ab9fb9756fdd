import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface FiguresProps {
  readonly time: ComponentChildren;
  readonly cost: ComponentChildren;
  readonly school: ComponentChildren;
  readonly when: ComponentChildren;
  /** `beside` a result row; `across` the page under its heading. */
  readonly layout?: 'beside' | 'across';
}

/** The four figures people decide by. All four are always there and in this order, so that rows can be compared. */
export function Figures({ time, cost, school, when, layout = 'beside' }: FiguresProps): VNode {
  return (
    <dl class={classNames('app-figures', layout === 'across' && 'app-figures--across')}>
      <Figure name="Your time" value={time} />
      <Figure name="Cost to you" value={cost} />
      <Figure name="School" value={school} />
      <Figure name="When" value={when} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: ComponentChildren }): VNode {
  return (
    <div class="app-figures__item">
      <dt class="app-figures__name">{name}</dt>
      <dd class="app-figures__value">{value}</dd>
    </div>
  );
}
