import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { render } from './render.ts';

/** What a browser makes of it, so that two ways of writing the same document are one. */
const read = (html: string) => serialize(parseFragment(html));

function Greeting({ name, children }: { readonly name: string; readonly children?: ComponentChildren }): VNode {
  return (
    <p class="greeting" title={name}>
      Hello {name}
      {children}
    </p>
  );
}

const Words = (): ComponentChildren => ['one', ' & ', 2];

const TREES: readonly (readonly [what: string, tree: VNode])[] = [
  ['components, children and fragments', <Greeting name="A">{[<b key="b">x</b>, <>y{false}</>, null, 0]}</Greeting>],
  [
    'a component that gives words',
    <p>
      <Words />
    </p>,
  ],
  [
    'attributes that are absent, false, true and empty',
    <input
      type="checkbox"
      checked
      disabled={false}
      name={undefined}
      value=""
      aria-hidden={false}
      data-on={true}
      draggable={false}
    />,
  ],
  ['names written with capitals', <td colSpan={2} rowSpan={3} tabIndex={-1} />],
  [
    'a form and what is chosen in it',
    <form noValidate>
      <select name="s">
        <option value="a" selected>
          a
        </option>
      </select>
      <br />
    </form>,
  ],
  [
    'a drawing',
    <svg viewBox="0 0 2 2" text-anchor="middle" focusable="false">
      <path d="M0 0h1" />
    </svg>,
  ],
];

test.each(TREES.map(([what, tree]) => ({ what, tree })))(
  '$what are written as Preact’s own renderer writes them',
  ({ tree }) => {
    expect(read(render(tree))).toBe(read(renderToString(tree)));
  },
);

test('any text, in an element or an attribute, is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), (text, title) => {
      const tree = <span title={title}>{text}</span>;
      expect(read(render(tree))).toBe(read(renderToString(tree)));
    }),
  );
});

test.each([
  ['a date', new Date(0)],
  ['an object', { words: 'x' }],
  ['a function', () => 'x'],
])('%s as a child is refused and not left out', (_, child) => {
  expect(() => render(<p>{child as unknown as string}</p>)).toThrow('a page cannot show this');
});

test('an object as an attribute is refused', () => {
  expect(() => render(<p title={{ toString: () => 'x' } as unknown as string} />)).toThrow(
    'an attribute cannot be this: title',
  );
});
