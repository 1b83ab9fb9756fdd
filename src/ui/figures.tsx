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
      {figure('Your time', time)}
      {figure('Cost to you', cost)}
      {figure('School', school)}
      {figure('When', when)}
    </dl>
  );
}

/** A plain call and no component: a page of forty rows has four hundred of them. */
function figure(name: string, value: ComponentChildren): VNode {
  return (
    <div class="app-figures__item">
      <dt class="app-figures__name">{name}</dt>
      <dd class="app-figures__value">{value}</dd>
    </div>
  );
}
