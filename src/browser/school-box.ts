import { SuggestionList } from './suggestion-list.ts';

const TYPING_PAUSE_MS = 120;
const LEAST_TYPED = 2;

/**
 * Suggests schools while one types: a combobox with a list (ARIA Authoring Practices, "editable combobox with list
 * autocomplete"). Enter with nothing chosen sends the form, as it does without this.
 */
export function startSchoolBox(form: HTMLElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!(form instanceof HTMLFormElement) || !input) return;
  const list = new SuggestionList(input, (urn) => location.assign(addressOf(form, urn)));
  let timer = 0;
  let asking = new AbortController();

  async function ask(typed: string): Promise<void> {
    asking.abort();
    asking = new AbortController();
    if (typed.length < LEAST_TYPED) return list.close();
    const address = `${form.dataset['suggest']}?${new URLSearchParams({ q: typed })}`;
    const answer = await fetch(address, { signal: asking.signal });
    if (answer.ok)
      list.show(
        (await answer.json()) as readonly { readonly urn: number; readonly name: string; readonly where: string }[],
      );
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    // A line that drops, or a letter typed meanwhile: the form still works.
    timer = window.setTimeout(() => {
      ask(input.value.trim()).catch(() => undefined);
    }, TYPING_PAUSE_MS);
  });
}

/** Where choosing a school leads, with all that the form carries. */
function addressOf(form: HTMLFormElement, urn: number): string {
  const carried = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name !== 'q' && typeof value === 'string') carried.append(name, value);
  }
  const address = (form.dataset['chosen'] ?? '').replace('URN', String(urn));
  return carried.size > 0 ? `${address}${address.includes('?') ? '&' : '?'}${carried}` : address;
}
