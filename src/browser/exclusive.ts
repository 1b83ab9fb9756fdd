/** Choosing "None of these" takes back the other choices, and choosing one of them takes back "None of these". */
export function startExclusive(group: HTMLElement): void {
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  if (!boxes.some(isExclusive)) return;
  group.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.checked) return;
    for (const box of boxes) {
      if (box !== target && box.name === target.name && (isExclusive(target) || isExclusive(box))) box.checked = false;
    }
  });
}

function isExclusive(box: HTMLInputElement): boolean {
  return box.dataset['behaviour'] === 'exclusive';
}
