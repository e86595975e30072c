import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';

/**
 * Every route that costs money is a GET: a fetch ahead of a click could pay, or ask for an unwanted price.
 */
const PAID = ['/get-card', '/order-intl-card', '/get-push-to-card', '/order-gift-card', '/auth'];
const PAGES = [
  'Overview',
  'Cards',
  'Order card',
  'Gift cards',
  'Push to card',
  'Balance',
  'Merchants',
  'Activity',
  'Payments',
  'Settings',
];

test('S22, S23: no page asks a paid route by itself, has its address in a link or picture, or listens to messages', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function addEventListener(
      this: EventTarget | undefined,
      ...[type, ...rest]: Parameters<typeof add>
    ) {
      if ((this ?? window) === window && type === 'message') heard.push(new Error('listens').stack ?? '');
      add.call(this ?? window, type, ...rest);
    };
  });
  const asked = () => PAID.flatMap((path) => network.to(path, 'GET')).map(({ url }) => url);
  const addresses = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[href], [src], [action], [srcset]')].flatMap((element) =>
        ['href', 'src', 'action', 'srcset'].flatMap((name) => element.getAttribute(name) ?? []),
      ),
    );
  await signIn('busy');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const name of PAGES) {
    const link = navigation.getByRole('link', { name, exact: true });
    await link.hover();
    await link.click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await network.idle(page);
    const costly = (await addresses()).filter(
      (address) => address.startsWith(sandbox.url) || PAID.includes(new URL(address, page.url()).pathname),
    );
    expect(
      // The sandbox has its pictures and its explorer at the API's own origin.
      costly.filter(
        (address) => !['pictures', 'explorer'].some((part) => address.startsWith(`${sandbox.url}/${part}/`)),
      ),
      name,
    ).toEqual([]);
  }
  expect(asked()).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  expect(await page.evaluate(() => window.onmessage)).toBeNull();

  // The price is asked once, when the person wants the review.
  await (await OrderPage.open(page)).review('50');
  await network.idle(page);
  expect(asked()).toHaveLength(1);
});

test('a page has its heading while its code is on its way', async ({ page, signIn }) => {
  await signIn('busy');
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/merchants-page-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Merchants' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('status').filter({ hasText: 'Loading the page' })).toBeAttached();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Merchants');
  arrive();
  await expect(main.getByRole('searchbox')).toBeVisible();
  await expect(main.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('on a phone: four links and More, which opens the other six', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn('busy');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const links = navigation.getByRole('link');
  const more = navigation.getByRole('button', { name: 'More' });
  await expect(links).toHaveText(PAGES.slice(0, 4));
  await more.click();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(links).toHaveText(PAGES);
  await links.last().click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(links).toHaveCount(4);
});
