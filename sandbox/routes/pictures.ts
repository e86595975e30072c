import type { SandboxApp, SandboxContext } from '../context.ts';

/**
 * `GET /pictures/:name.svg`: a picture for each product;
 * `/pictures/missing/…` answers 404, as a moved one does.
 */
export function mountPictures(app: SandboxApp, _context: SandboxContext): void {
  app.get('/pictures/:name', (c) => {
    const name = c.req.param('name').replace(/\.svg$/, '');
    const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
    const initials = name
      .split('-')
      .slice(0, 2)
      .map((word) => /[a-z0-9]/i.exec(word)?.[0]?.toUpperCase() ?? '')
      .join('');
    c.header('Cache-Control', 'max-age=600');
    return c.body(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400"><rect width="640" height="400" fill="hsl(${hue} 45% 40%)"/><circle cx="520" cy="90" r="190" fill="hsl(${hue} 50% 52%)"/><text x="48" y="350" font-family="sans-serif" font-size="120" font-weight="700" fill="#fff">${initials}</text></svg>`,
      200,
      { 'Content-Type': 'image/svg+xml' },
    );
  });
}
