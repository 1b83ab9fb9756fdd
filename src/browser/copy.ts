/** Shows a button that copies the field it names; without this, or without a clipboard, one copies by hand. */
export function startCopy(button: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>(`#${button.dataset['copies'] ?? ''}`);
  if (!field || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(field.value).then(
      () => (button.textContent = 'Copied'),
      () => field.select(),
    );
  });
}
