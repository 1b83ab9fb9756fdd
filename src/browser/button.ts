const DOUBLE_CLICK_MS = 1000;

/** Lets a form be sent once where its button asks for that, and a link that looks like a button answer the space bar. */
export function startButton(button: HTMLElement): void {
  if (button.getAttribute('role') === 'button') {
    button.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      button.click();
    });
  }
  if (button.dataset['preventDoubleClick'] !== 'true') return;
  let last = -DOUBLE_CLICK_MS;
  button.addEventListener('click', (event) => {
    if (event.timeStamp - last < DOUBLE_CLICK_MS) event.preventDefault();
    else last = event.timeStamp;
  });
}
