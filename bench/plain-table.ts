import type { Page } from '@playwright/test';
import type { StoredCard } from '#sandbox/store/stored-card.ts';

const PAGE = `<!doctype html>
<input type="search" aria-label="Search">
<select aria-label="Type"><option value="">All</option><option>us</option><option>intl</option></select>
<table><tbody></tbody></table>`;

/**
 * A page with a search field, a filter and a table of every card, all rows in the page: the cost of the same
 * data without any optimization.
 */
export async function openPlainTable(page: Page, cards: readonly StoredCard[]): Promise<void> {
  const rows = cards.map((card) => ({
    cells: [
      `•••• ${card.number.slice(-4)}`,
      card.owner.slice(0, 10),
      card.type,
      card.type === 'intl' ? card.label : '',
      new Date(card.orderedAt).toDateString(),
      card.type === 'intl' ? card.state : card.availableCents > 0 ? 'ready' : 'depleted',
      ((card.usdAmountCents - card.availableCents) / 100).toFixed(2),
      (card.availableCents / 100).toFixed(2),
      (card.usdAmountCents / 100).toFixed(2),
    ],
    text: [card.cardId, card.type, ...card.transactions.map((one) => one.description)]
      .join(' ')
      .toLowerCase(),
  }));
  await page.goto(`data:text/html,${encodeURIComponent(PAGE)}`);
  await page.evaluate((data) => {
    const search = document.querySelector('input');
    const type = document.querySelector('select');
    const body = document.querySelector('tbody');
    const draw = () => {
      const words = (search?.value ?? '').toLowerCase();
      const found = data.filter(
        ({ cells, text }) => text.includes(words) && (!type?.value || cells[2] === type.value),
      );
      body?.replaceChildren(
        ...found.map(({ cells }) => {
          const row = document.createElement('tr');
          row.append(
            ...cells.map((cell, at) => {
              const element = document.createElement('td');
              const inner = document.createElement(at === 0 ? 'a' : 'span');
              inner.textContent = cell;
              element.append(inner);
              return element;
            }),
          );
          return row;
        }),
      );
    };
    search?.addEventListener('input', draw);
    type?.addEventListener('input', draw);
    draw();
  }, rows);
}
