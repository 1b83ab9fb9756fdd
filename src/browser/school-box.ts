interface SuggestedSchool {
  readonly urn: number;
  readonly name: string;
  readonly where: string;
}

const TYPING_PAUSE_MS = 120;
const LEAST_TYPED = 2;

/**
 * Suggests schools while one types: a combobox with a list (ARIA Authoring Practices, "editable combobox with list
 * autocomplete"). Enter with nothing chosen sends the form, as it does without this.
 */
export function startSchoolBox(form: HTMLElement): void {
  const found = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!(form instanceof HTMLFormElement) || !found) return;
  const input = found;
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-suggestions`, className: 'app-school-box__suggestions', hidden: true });
  const said = Object.assign(document.createElement('div'), { className: 'govuk-visually-hidden' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Schools');
  said.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) input.setAttribute(name, value);
  input.after(list, said);

  let schools: readonly SuggestedSchool[] = [];
  let chosen = -1;
  let timer = 0;
  let asking = new AbortController();

  function close(): void {
    [list.hidden, chosen] = [true, -1];
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(next: number): void {
    chosen = schools.length === 0 ? -1 : (next + schools.length) % schools.length;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === chosen));
    input.setAttribute('aria-activedescendant', list.children[chosen]?.id ?? '');
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  function go(at: number): void {
    const school = schools[at];
    if (!school || !(form instanceof HTMLFormElement)) return;
    const carried = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== 'q' && typeof value === 'string') carried.append(name, value);
    const address = (form.dataset['chosen'] ?? '').replace('URN', String(school.urn));
    const joiner = address.includes('?') ? '&' : '?';
    location.assign(carried.size > 0 ? `${address}${joiner}${carried}` : address);
  }

  function show(suggested: readonly SuggestedSchool[]): void {
    schools = suggested;
    const options = suggested.map(({ name, where }, at) => {
      const option = Object.assign(document.createElement('li'), { id: `${list.id}-${at}`, className: 'app-school-box__suggestion', textContent: name });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.append(Object.assign(document.createElement('span'), { className: 'app-school-box__where', textContent: where }));
      // Before the box loses the focus, which would close the list under the pointer.
      option.addEventListener('mousedown', (event) => event.preventDefault());
      option.addEventListener('click', () => go(at));
      return option;
    });
    close();
    list.replaceChildren(...options);
    list.hidden = suggested.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent = suggested.length === 0 ? 'No school found so far.' : `${suggested.length} ${suggested.length === 1 ? 'school' : 'schools'}. Use the up and down arrows.`;
  }

  async function ask(): Promise<void> {
    asking.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (typed.length < LEAST_TYPED) return close();
    const answer = await fetch(`${form.dataset['suggest']}?${new URLSearchParams({ q: typed })}`, { signal: asking.signal });
    if (answer.ok && chosen < 0 && document.activeElement === input) show((await answer.json()) as readonly SuggestedSchool[]);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    // A line that drops, or a letter typed meanwhile: the form still works.
    timer = window.setTimeout(() => ask().catch(() => undefined), TYPING_PAUSE_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) go(chosen);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
}
