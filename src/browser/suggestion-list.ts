interface Suggested {
  readonly urn: number;
  readonly name: string;
  readonly where: string;
}

/** The list under a box: the focus stays in the box, and the arrows move through the list. */
export class SuggestionList {
  readonly #input: HTMLInputElement;
  readonly #go: (urn: number) => void;
  readonly #list = document.createElement('ul');
  readonly #said = document.createElement('div');
  #suggested: readonly Suggested[] = [];
  #chosen = -1;

  constructor(input: HTMLInputElement, go: (urn: number) => void) {
    this.#input = input;
    this.#go = go;
    Object.assign(this.#list, {
      id: `${input.id}-suggestions`,
      className: 'app-school-box__suggestions',
      role: 'listbox',
      ariaLabel: 'Schools',
    });
    Object.assign(this.#said, { className: 'govuk-visually-hidden', role: 'status' });
    Object.assign(input, { role: 'combobox', ariaAutoComplete: 'list' });
    input.setAttribute('aria-controls', this.#list.id);
    input.after(this.#list, this.#said);
    this.close();
    input.addEventListener('blur', () => this.close());
    input.addEventListener('keydown', (event) => {
      if (!this.#list.hidden && this.#takes(event.key)) event.preventDefault();
    });
  }

  close(): void {
    this.#list.hidden = true;
    this.#chosen = -1;
    this.#input.ariaExpanded = 'false';
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** Not once somebody has gone into the list or left the box: it would change under them. */
  show(suggested: readonly Suggested[]): void {
    if (this.#chosen >= 0 || document.activeElement !== this.#input) return;
    const count = suggested.length;
    this.#suggested = suggested;
    this.#list.replaceChildren(...suggested.map((one, at) => this.#optionOf(one, at)));
    this.#list.hidden = count === 0;
    this.#input.ariaExpanded = String(count > 0);
    this.#said.textContent =
      count === 0
        ? 'No school found so far.'
        : `${count} ${count === 1 ? 'school' : 'schools'}. Use the up and down arrows.`;
  }

  #optionOf({ urn, name, where }: Suggested, at: number): HTMLElement {
    const option = document.createElement('li');
    Object.assign(option, {
      id: `${this.#list.id}-${at}`,
      className: 'app-school-box__suggestion',
      textContent: name,
      role: 'option',
      ariaSelected: 'false',
    });
    option.append(
      Object.assign(document.createElement('span'), { className: 'app-school-box__where', textContent: where }),
    );
    // Before the box loses the focus, which would close the list under the pointer.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.#go(urn));
    return option;
  }

  #takes(key: string): boolean {
    const chosen = this.#suggested[this.#chosen];
    if (key === 'ArrowDown') this.#choose(this.#chosen + 1);
    else if (key === 'ArrowUp') this.#choose(this.#chosen < 0 ? -1 : this.#chosen - 1);
    else if (key === 'Escape') this.close();
    else if (key === 'Enter' && chosen) this.#go(chosen.urn);
    else return false;
    return true;
  }

  #choose(next: number): void {
    const options = [...this.#list.children];
    this.#chosen = (next + options.length) % options.length;
    for (const [at, option] of options.entries()) option.ariaSelected = String(at === this.#chosen);
    const chosen = options[this.#chosen];
    this.#input.setAttribute('aria-activedescendant', chosen?.id ?? '');
    chosen?.scrollIntoView({ block: 'nearest' });
  }
}
