/** Shows what belongs to a radio or checkbox only while it is chosen. Without this everything is shown. */
export function startConditionals(group: HTMLElement): void {
  const inputs = [...group.querySelectorAll<HTMLInputElement>('input[data-aria-controls]')];
  if (inputs.length === 0) return;
  for (const input of inputs) {
    input.setAttribute('aria-controls', input.dataset['ariaControls'] ?? '');
    input.removeAttribute('data-aria-controls');
  }
  const showAll = (): void => {
    for (const input of inputs) show(input);
  };
  group.addEventListener('change', showAll);
  // Going back restores the choices after this has run.
  window.addEventListener('pageshow', showAll);
  showAll();
}

function show(input: HTMLInputElement): void {
  const target = document.getElementById(input.getAttribute('aria-controls') ?? '');
  if (!target) return;
  // ARIA knows no radio that is expanded; what belongs to one stands right after it.
  if (input.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked));
  for (const kind of ['radios', 'checkboxes']) {
    if (!target.classList.contains(`govuk-${kind}__conditional`)) continue;
    target.classList.toggle(`govuk-${kind}__conditional--hidden`, !input.checked);
  }
}
