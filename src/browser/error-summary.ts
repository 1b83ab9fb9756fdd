/** Moves the reader to what is wrong, or to what has just happened; a link in it moves on to the field and its label. */
export function startErrorSummary(summary: HTMLElement): void {
  const isAlert = summary.getAttribute('role') === 'alert' || summary.querySelector('[role="alert"]') !== null;
  if (isAlert && summary.dataset['disableAutoFocus'] !== 'true') focusOnce(summary);
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
    if (!(field instanceof HTMLElement)) return;
    event.preventDefault();
    (legendOf(field) ?? labelOf(field) ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

function focusOnce(element: HTMLElement): void {
  element.setAttribute('tabindex', '-1');
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}

function labelOf(field: HTMLElement): Element | null {
  return document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
}

/** The question, unless its first answer is so far below that both would not fit in the window. */
function legendOf(field: HTMLElement): Element | null {
  const legend = field.closest('fieldset')?.querySelector('legend') ?? null;
  if (!legend) return null;
  const distance = field.getBoundingClientRect().bottom - legend.getBoundingClientRect().top;
  return distance < window.innerHeight / 2 ? legend : null;
}
