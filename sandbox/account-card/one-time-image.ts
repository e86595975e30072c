import type { SandboxApp } from '../context.ts';
import { jsonBody } from '../routes/json-body.ts';
import type { ProgrammeStore, TokenKind } from './programme-store.ts';
import type { ProgrammeCard } from './programme-users.ts';
import { forUser, refused } from './require-user.ts';

const COLOUR = /^#[0-9a-f]{6}$/i;
const IMAGES = { details: '/v1/card/details/token', pin: '/v1/card/pin/token' } as const;

/**
 * `POST /v1/card/details/token`, `POST /v1/card/pin/token` and the image they lead to: the server draws it
 * once, within ten minutes, and never again.
 */
export function mountOneTimeImages(app: SandboxApp, store: ProgrammeStore, origin: () => string): void {
  for (const kind of ['details', 'pin'] as const) {
    forUser(app, store, 'POST', IMAGES[kind], async (c, user) => {
      const card = store.cardOf(user);
      if (!card) return refused({ status: 404, message: 'Card not found' });
      const status = store.statusOf(card);
      if (status === 'PENDING' || status === 'BLOCKED')
        return refused({ status: 403, message: `The card is ${status}` });
      const css = colours((await jsonBody(c))['customCss']);
      if (!css) return refused({ status: 422, message: 'customCss must hold colours like #1A2B3C' });
      const token = store.issueToken(kind, user, css);
      return c.json({ token, imageUrl: `${origin()}/${kind}-image?token=${token}` });
    });

    app.get(`/${kind}-image`, (c) => {
      c.header('Cache-Control', 'no-store');
      const found = store.token(c.req.query('token') ?? '', kind, true);
      const card = found && store.cardOf(found.user);
      if (!card) return c.text('This image has been shown already, or its time is over.', 410);
      return c.body(drawing(kind, card, found.css), 200, { 'Content-Type': 'image/svg+xml' });
    });
  }
}

function colours(value: unknown): Record<string, string> | null {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter((entry): entry is [string, string] =>
    COLOUR.test(String(entry[1])),
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : null;
}

const FONT = 'font-family="Helvetica, Arial, sans-serif"';

function drawing(kind: TokenKind, card: ProgrammeCard, css: Readonly<Record<string, string>>): string {
  const back = css['cardBackgroundColor'] ?? css['backgroundColor'] ?? '#000000';
  const ink = css['cardTextColor'] ?? css['textColor'] ?? '#FFFFFF';
  const text = (x: number, y: number, size: number, words: string, fill = ink): string =>
    `<text x="${x}" y="${y}" ${FONT} font-size="${size}" fill="${fill}">${words}</text>`;
  const box = (height: number, inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 428 ${height}" width="428" height="${height}">` +
    `<rect width="428" height="${height}" rx="14" fill="${back}"/>${inside}</svg>`;
  if (kind === 'pin') return box(120, text(28, 44, 14, 'PIN') + text(28, 92, 40, [...card.pin].join(' ')));
  const [year, month] = card.expiryDate.split('/');
  const number = card.number.replace(/(\d{4})(?=\d)/g, '$1 ');
  return box(
    270,
    `<rect x="20" y="92" width="388" height="52" rx="8" fill="${css['panBackgroundColor'] ?? '#EFEFEF'}"/>` +
      text(32, 127, 25, number, css['panTextColor'] ?? '#000000') +
      text(28, 182, 12, 'EXPIRES') +
      text(28, 204, 18, `${month}/${year?.slice(-2)}`) +
      text(140, 182, 12, 'CVV') +
      text(140, 204, 18, card.cvv) +
      text(28, 244, 16, card.holderName),
  );
}
