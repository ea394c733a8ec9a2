// Letters that few names have: loaded when one is missing, and only then.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, openBrowser, phone, settled, tablet, type_name } from './room.mjs';

let host, browser;
before(async () => {
  host = await Host.start('checkout-relaunch');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

// The door with a name typed into its field and left, so that the page itself draws it. `held`: what letters wait for.
async function doorWith(name, held) {
  const page = await tablet(browser, phone);
  page.asked = 0;
  await page.route('**/letters-*.bin', async (route) => {
    page.asked += 1;
    await held;
    await route.continue();
  });
  await page.goto(host.address());
  await type_name(page, name);
  await page.touchscreen.tap(195, 20);
  await settled(page);
  return page;
}

test('a name with letters of Western Europe loads nothing more', async () => {
  const page = await doorWith('Zoë Müller', Promise.resolve());
  assert.equal(page.asked, 0);
  await page.context().close();
});

test('a name with other letters loads them once, and they stand where squares stood', async () => {
  let come;
  const page = await doorWith('Łukasz Žák', new Promise((done) => (come = done)));
  await page.waitForRequest('**/letters-*.bin', { timeout: 1000 }).catch(() => {});
  assert.equal(page.asked, 1);
  const squares = await page.screenshot();
  const arrived = page.waitForResponse('**/letters-*.bin');
  come();
  await (await arrived).finished();
  await settled(page);
  const letters = await page.screenshot({ path: process.env.STANDPOINT_LOOK_AT && process.env.STANDPOINT_LOOK_AT + '/letters.png' });
  assert.ok(!squares.equals(letters), 'drawn anew when they came');
  assert.equal(page.asked, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
