const PAUSE_MS = 1500;
const LOOKS_AT_MOST = 20;

/** Fetches the page again until nothing of it is still being worked out; without this, a link does the same. */
export function startLookAgain(notice: HTMLElement): void {
  let looks = 0;

  async function look(): Promise<void> {
    looks += 1;
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [now, then] = [document.querySelector('main'), page.querySelector('main')];
    // Somebody who is filling in the form above would lose what they chose.
    if (!now || !then || now.querySelector('form')?.contains(document.activeElement)) return later();
    now.replaceChildren(...then.childNodes);
    if (now.querySelector('[data-module="app-look-again"]')) later();
  }

  function later(): void {
    if (looks < LOOKS_AT_MOST) window.setTimeout(() => void look().catch(() => undefined), PAUSE_MS);
  }

  notice.setAttribute('role', 'status');
  later();
}
