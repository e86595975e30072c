import { act, render, type RenderResult } from '@testing-library/react';
import * as fc from 'fast-check';
import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MANNERS, takeAway, textsIn, translateAsOne, untranslated } from '#testing/page-translator.ts';
import { withstandForeignChanges } from './foreign-dom.ts';

withstandForeignChanges();

type Item = { id: number; count: number; odd: boolean };
type View = { lead: boolean; cards: number; nested: boolean; tail: string; items: readonly Item[] };

/**
 * Texts beside texts and elements, elements that come and go, a list that is reordered, an element that
 * replaces a text.
 */
function Page({ lead, cards, nested, tail, items }: View) {
  return (
    <section>
      <p>
        {lead && `Before ${cards}, `}
        You have {cards} cards, <b>{cards} left</b> and{' '}
        <span>{nested ? <i>one {cards}</i> : `all ${cards}`}</span>
        {tail}
      </p>
      <ul>
        {items.map(({ id, count, odd }) => (
          <li key={id}>
            Card {id}: {count}
            {odd && <em>odd</em>} end
          </li>
        ))}
      </ul>
      {items.map(({ id, count }) => (
        <Fragment key={id}>
          {count} of {id},{' '}
        </Fragment>
      ))}
      {cards > 3 ? 'many' : null}
      <p>Always.{tail && ` At times: ${tail}`}</p>
    </section>
  );
}

const FIRST: View = {
  lead: false,
  cards: 2,
  nested: false,
  tail: '.',
  items: [1, 2, 3].map((id) => ({ id, count: id, odd: id !== 2 })),
};
const LATER: readonly View[] = [
  { ...FIRST, cards: 3, items: FIRST.items.map((item) => ({ ...item, count: item.count + 10 })) },
  { ...FIRST, lead: true, nested: true, tail: '', items: FIRST.items.toReversed() },
  { lead: true, cards: 4, nested: true, tail: '!', items: FIRST.items.slice(1) },
  { lead: false, cards: 0, nested: false, tail: '', items: [] },
  FIRST,
];

/** What React alone would show. */
function plainText(view: View): string {
  const page = document.createElement('div');
  page.innerHTML = renderToStaticMarkup(<Page {...view} />);
  return page.textContent;
}

async function expectShown({ rerender, container }: RenderResult, view: View): Promise<void> {
  rerender(<Page {...view} />);
  // What was taken away by the page's own methods is known at the end of the task.
  await act(() => Promise.resolve());
  expect(untranslated(container.textContent)).toBe(plainText(view));
}

const change = (manner: string, text: Text) => text.parentNode && MANNERS[manner]?.(text, text.parentNode);

for (const manner of Object.keys(MANNERS))
  test(`F4: where a translator ${manner}, the page stands and no text is left half old`, async () => {
    const page = render(<Page {...FIRST} />);
    let shown = FIRST;
    for (const view of LATER) {
      for (const text of textsIn(page.container)) change(manner, text);
      await Promise.resolve();
      expect(untranslated(page.container.textContent)).toBe(plainText(shown));
      await expectShown(page, view);
      shown = view;
    }
  });

test('F4: where a sentence is translated as one, a changed amount is nowhere left as it was', async () => {
  const page = render(<Page {...FIRST} />);
  for (const view of LATER) {
    for (const sentence of page.container.querySelectorAll('p, li')) translateAsOne(sentence);
    await expectShown(page, view);
  }
});

test('F4: where texts and elements are taken away, the page stands', async () => {
  const page = render(<Page {...FIRST} />);
  for (const view of [...LATER, ...LATER]) {
    textsIn(page.container)
      .filter((_, at) => at % 2 === 0)
      .forEach(takeAway);
    page.rerender(<Page {...view} />);
    page.container.querySelector('li')?.remove();
    await Promise.resolve();
  }
  page.rerender(<Page {...FIRST} cards={5} items={[{ id: 9, count: 9, odd: true }]} />);
  expect(page.container.textContent).toContain('Card 9: 9odd end');
  page.unmount();
  expect(document.body.textContent).toBe('');
});

test('F4: what an extension wrapped or put beside stays where it is while nothing of ours is gone', () => {
  const view = { ...FIRST, lead: true };
  const page = render(<Page {...view} />);
  const list = page.container.querySelector('ul');
  const wrapper = document.createElement('div');
  const icon = document.createElement('img');
  list?.replaceWith(wrapper);
  if (list) wrapper.append(list);
  page.container.querySelector('section')?.prepend(icon);
  page.rerender(<Page {...view} items={[]} />);
  expect(wrapper.parentElement?.tagName).toBe('SECTION');
  expect(wrapper.contains(list)).toBe(true);
  expect(icon.isConnected).toBe(true);
  page.unmount();
  expect(document.body.textContent).toBe('');
});

test('F4: any mixture of translators and changes', async () => {
  const item = fc.record({ id: fc.nat(5), count: fc.nat(9), odd: fc.boolean() });
  const view = fc.record({
    lead: fc.boolean(),
    cards: fc.nat(5),
    nested: fc.boolean(),
    tail: fc.constantFrom('', '.', '!'),
    items: fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 6 }),
  });
  const step = fc.record({
    view,
    touched: fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...Object.keys(MANNERS))), { maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const page = render(<Page {...FIRST} />);
      let shown = FIRST;
      for (const { view: next, touched } of steps) {
        const texts = textsIn(page.container);
        for (const [at, manner] of touched) {
          const text = texts[at];
          if (text) change(manner, text);
        }
        await Promise.resolve();
        expect(untranslated(page.container.textContent)).toBe(plainText(shown));
        await expectShown(page, next);
        shown = next;
      }
      page.unmount();
    }),
    { numRuns: 40 },
  );
});
