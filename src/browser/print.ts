/** Shows a "Print this page" button, which could do nothing without this. */
export function startPrint(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
