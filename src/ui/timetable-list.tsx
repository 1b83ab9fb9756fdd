import type { VNode } from 'preact';
import { listByHalfTerm, type ListGroup, type ListItem } from '../domain/plan/timetable-list.ts';
import { hoursBasisOf, todayInWords } from '../domain/plan/timetable-words.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { StepName, type StepHref } from './timetable-step-name.tsx';

export interface TimetableListProps {
  readonly timetable: Timetable;
  readonly href?: StepHref;
}

/** The timetable by half term, for where there is no room for columns. */
export function TimetableList({ timetable, href }: TimetableListProps): VNode {
  return (
    <>
      <p>{todayInWords(timetable)}</p>
      {listByHalfTerm(timetable).map((group) => (
        <Group key={group.heading} group={group} href={href} />
      ))}
      <p>{hoursBasisOf(timetable).join(' ')}</p>
    </>
  );
}

function Group({ group, href }: { readonly group: ListGroup; readonly href: StepHref }): VNode {
  return (
    <>
      <h3 class="app-timetable__heading">{group.heading}</h3>
      {group.dates !== undefined && <p class="app-timetable__when">{group.dates}</p>}
      {group.hours !== undefined && (
        <p class={`app-timetable__when${group.isOver ? ' app-timetable__when--over' : ''}`}>{group.hours}</p>
      )}
      <ul class="app-timetable__items">
        {group.items.map((item) => (
          <Item key={`${item.row.id} ${item.what}`} item={item} href={href} />
        ))}
        {group.goesOn.length > 0 && (
          <li class="app-timetable__item app-timetable__item--on">
            <strong>Goes on:</strong>{' '}
            {group.goesOn.map((row, index) => (
              <span key={row.id}>
                {index > 0 && ', '}
                <StepName row={row} href={href} />
              </span>
            ))}
          </li>
        )}
      </ul>
    </>
  );
}

function Item({ item: { row, what, notes }, href }: { readonly item: ListItem; readonly href: StepHref }): VNode {
  return (
    <li class={`app-timetable__item app-route--${row.route}`}>
      <strong>{what}:</strong> <StepName row={row} href={href} />{' '}
      {notes.length > 0 && <span class="app-timetable__notes">{`${notes.join('. ')}.`}</span>}
    </li>
  );
}
