// Writing cards on a phone: what the element that takes the keys and the program agree on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, joinAs, lead, openBrowser, phone, press, says, step, tablet, touch } from './room.mjs';

let host, browser, page;
const field = () => page.getByRole('textbox', { name: 'Words of the card' });
const kept = () => host.workshop().cards.map((card) => card.text);

before(async () => {
  host = await Host.made('dot-vote-retro');
  browser = await openBrowser();
  const console_page = await lead(browser, host);
  page = await tablet(browser, { ...phone, deviceScaleFactor: 1 });
  await joinAs(page, host, 'Ada Holm');
  await step(console_page, 'Open brainstorm', 'Next: ');
  await console_page.context().close();
  await field().waitFor();
  assert.deepEqual(await field().evaluate((one) => [one.autocapitalize, one.getAttribute('autocorrect'), one.spellcheck]), ['sentences', 'on', true]);
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

test('cards kept in a row on a slow phone are kept as they were written', async () => {
  const control = await page.context().newCDPSession(page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const cards = ['Stand-up', 'Pipeline', 'Reviews'];
  await page.evaluate(() => document.addEventListener('focusout', () => { window.left = true; }));
  await touch(page, field());
  for (const [n, words] of cards.entries()) {
    await page.waitForFunction((first) => (first || window.left) && document.activeElement.tagName === 'TEXTAREA', n === 0);
    await page.keyboard.type(words);
    await page.waitForFunction((whole) => document.activeElement.value === whole, words);
    const keep = button(page, 'Keep');
    await keep.and(page.locator(':enabled')).waitFor();
    await page.evaluate(() => { window.left = false; });
    await touch(page, keep);
  }
  await says(page, 'You wrote 3 cards here.');
  await control.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  assert.deepEqual(kept(), cards);
});

test('a screen reader that presses Keep has the words kept that still stood in the field', async () => {
  const before = kept();
  await field().focus();
  await page.keyboard.type('Lunch is too early');
  await press(button(page, 'Keep'));
  await page.waitForFunction(() => document.querySelector('textarea').value === '');
  assert.deepEqual(kept(), [...before, 'Lunch is too early']);
});
