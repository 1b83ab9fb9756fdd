/** A hand that trembles over a link still means to follow it. */
const LEAST_PIXELS = 5;
const MOVING = 'app-timetable__picture--moving';
const TARGET = 'app-timetable__column--target';

interface Drag {
  readonly link: SVGAElement;
  readonly columns: readonly SVGRectElement[];
  readonly from: number;
  readonly startX: number;
  /** Where it would be dropped; `undefined` until it has been moved at all. */
  to: number | undefined;
}

/**
 * Lets a mouse drag a bar of the timetable to another half term: on letting go, the page's own form for moving a step
 * is filled and sent. Escape puts the bar back. Touch and pen scroll and follow links as ever.
 */
export function startTimetableDrag(picture: HTMLElement): void {
  const form = document.getElementById(picture.dataset['form'] ?? '');
  if (!(form instanceof HTMLFormElement)) return;
  let drag: Drag | undefined;
  let wasDragged = false;
  picture.classList.add('app-timetable__picture--movable');

  const putBack = (): void => {
    drag = undefined;
    putBarsBack(picture);
  };
  picture.addEventListener('pointerdown', (event) => {
    wasDragged = false;
    drag = seizedBy(event);
  });
  document.addEventListener('pointermove', ({ clientX, buttons }) => {
    if (!drag || (drag.to === undefined && Math.abs(clientX - drag.startX) < LEAST_PIXELS)) return;
    if (buttons === 0) return putBack();
    wasDragged = true;
    picture.classList.add(MOVING);
    showAt(drag, columnAt(drag, clientX));
  });
  document.addEventListener('pointerup', () => {
    if (!drag) return;
    if (drag.to === undefined || drag.to === drag.from) return putBack();
    // The bar stays where it was dropped until the page with the answer comes.
    sendMove(form, drag.link.dataset['step'], drag.columns[drag.to]?.dataset['halfTerm']);
    drag = undefined;
  });
  document.addEventListener('pointercancel', putBack);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && drag) putBack();
  });
  // The browser itself would drag the link's address.
  picture.addEventListener('dragstart', (event) => {
    if (drag) event.preventDefault();
  });
  // Letting go over the link would follow it; a click by keyboard has no detail.
  picture.addEventListener('click', (event) => {
    if (wasDragged && event.detail > 0) event.preventDefault();
  });
  // Coming back to the page by the browser's history finds the bars where they were.
  window.addEventListener('pageshow', putBack);
}

function seizedBy({ target, pointerType, button, clientX }: PointerEvent): Drag | undefined {
  const link = target instanceof Element ? target.closest<SVGAElement>('a[data-column]') : null;
  if (pointerType !== 'mouse' || button !== 0 || !link) return undefined;
  const columns = [...(link.ownerSVGElement?.querySelectorAll<SVGRectElement>('[data-half-term]') ?? [])];
  return { link, columns, from: Number(link.dataset['column']), startX: clientX, to: undefined };
}

function putBarsBack(picture: HTMLElement): void {
  picture.classList.remove(MOVING);
  for (const column of picture.querySelectorAll(`.${TARGET}`)) column.classList.remove(TARGET);
  for (const link of picture.querySelectorAll('a[transform]')) link.removeAttribute('transform');
}

/** The column where the bar would start if it were let go at `x`, within the timetable. */
function columnAt({ columns, from, startX }: Drag, x: number): number {
  const width = columns[0]?.getBoundingClientRect().width ?? 1;
  return Math.max(0, Math.min(columns.length - 1, from + Math.round((x - startX) / width)));
}

/** Puts the bar at a column and marks that. It jumps from column to column: nothing glides. */
function showAt(drag: Drag, to: number): void {
  drag.to = to;
  for (const [index, column] of drag.columns.entries()) column.classList.toggle(TARGET, index === to);
  const width = Number(drag.columns[0]?.getAttribute('width') ?? 0);
  drag.link.setAttribute('transform', `translate(${(to - drag.from) * width} 0)`);
}

function sendMove(form: HTMLFormElement, step = '', to = ''): void {
  for (const [name, value] of Object.entries({ step, to })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form.requestSubmit();
}
