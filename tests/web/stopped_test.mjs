// Browsers that cannot draw the page, that keep nothing, and whose system wishes other colours: each is told at once what is so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, joinAs, judge, landscape, lead, openBrowser, phone, press, says, settled, step, tablet, touch, type_name } from './room.mjs';

const small = (shape) => ({ ...shape, deviceScaleFactor: 1 });
const hand = small(phone);
let browser, host, console_page;
before(async () => {
  browser = await openBrowser();
  host = await Host.start('checkout-relaunch', 361);
  console_page = await lead(browser, host, small(landscape));
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const heading = (page, words) => page.getByRole('heading', { name: words, level: 1 }).waitFor();
const no_webgl = () => {
  const usual = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : usual.call(this, kind, ...rest); };
};

test('R213 without WebGL 2 the page says so at once, what helps, and that the screen can be passed; the console hears of it', async () => {
  const page = await tablet(browser, hand);
  await page.addInitScript(no_webgl);
  await page.goto(host.address());
  await heading(page, 'This browser cannot draw the session');
  for (const words of ['It has no WebGL 2', 'What helps', 'Pass the screen', 'The facilitator’s console shows']) await says(page, words);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'stopped-title');
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some((one) => one.name.includes('fonts'))), false, 'nothing more is loaded');
  await says(console_page, /^Could not start: .*no WebGL 2/);
  await page.context().close();
});

test('R213 without WebAssembly, and without scripts, there is one page in plain words', async () => {
  const old = await tablet(browser, hand);
  await old.addInitScript(() => { delete window.WebAssembly; });
  await old.goto(host.address());
  await heading(old, 'This browser is too old for the session');
  await says(old, 'Pass the screen');
  await old.context().close();
  const without = await tablet(browser, { ...hand, javaScriptEnabled: false });
  await without.goto(host.address());
  await heading(without, 'This page needs JavaScript');
  await without.getByRole('heading', { name: 'Pass the screen', level: 2 }).waitFor();  // getByText passes over noscript
  await without.context().close();
});

test('R213 graphics that do not come back are told within seconds, and the page goes on when they do', async () => {
  const page = await tablet(browser, hand);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await settled(page);
  await page.evaluate(() => {
    window.lost = document.getElementById('stage').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });
  await heading(page, 'The drawing stopped');
  await says(page, 'Load the page again');
  await page.evaluate(() => window.lost.restoreContext());
  await page.getByRole('textbox').first().waitFor();
  assert.equal(await page.locator('#stopped').isHidden(), true);
  await page.context().close();
});

test('R214 a browser that keeps nothing says before anybody joins that a reload makes a new seat', async () => {
  const page = await tablet(browser, hand);
  await page.addInitScript(() => { Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } }); });
  await page.goto(host.address());
  await says(page, 'This browser keeps nothing for this page');
  await page.context().close();
});

test('R218 Enter joins, and the focus goes to the heading of the page that follows', async () => {
  const page = await tablet(browser, hand);
  await page.goto(host.address());
  await type_name(page, 'Ruth Adler');
  await page.keyboard.press('Enter');
  await says(page, 'Connected');
  await page.waitForFunction(() => document.activeElement.tagName === 'H1');
  await page.context().close();
});

test('R215 on a low glass with an open keyboard the field is seen', async () => {
  const page = await tablet(browser, { ...hand, viewport: { width: 750, height: 311 } });
  await page.goto(host.address());
  await touch(page, page.getByRole('textbox').first());
  await page.setViewportSize({ width: 750, height: 150 });
  await settled(page);
  const box = await page.getByRole('textbox').first().boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 150, `the field is at ${box.y}`);
  await page.context().close();
});

test('R217 forced colours are followed', async () => {
  const page = await tablet(browser, hand);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await settled(page);
  const before = await page.screenshot();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await settled(page);
  assert.ok(!before.equals(await page.screenshot()));
  await judge(page, 'door in forced colours');
  await page.context().close();
});

test('R216 a place of the plane is pressed as a screen reader presses it', async () => {
  const page = await tablet(browser, hand);
  await joinAs(page, host, 'Viktor Novak');
  await says(page, 'Connected');
  await step(console_page, 'Next: ', 'Open placing');
  await step(console_page, 'Open placing', 'Close placing');
  await press(button(page, /^interest 9\.0, power 9\.0 of 10/));
  await button(page, /^Place .*across 9\.0, up 9\.0/).waitFor();
  assert.equal(await button(page, /^interest 9\.0/).getAttribute('tabindex'), '-1');
  await page.context().close();
});
