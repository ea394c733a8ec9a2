// Lines that die without a word: what a tablet says, what the console says, and how soon all is well again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, Network, joinAs, lead, openBrowser, phone, tablet } from './room.mjs';

const small = { ...phone, deviceScaleFactor: 1 };
let host, network, browser, near, nadia;
before(async () => {
  host = await Host.start('checkout-relaunch', 480);
  network = await Network.before(host, '127.0.0.2');
  browser = await openBrowser('127.0.0.2');
  near = await openBrowser();
  nadia = await lead(near, host);
});
after(async () => {
  await browser?.close();
  await near?.close();
  network?.stop();
  await host?.stop();
});

const status = (page, word) => page.waitForFunction((what) => document.getElementById('mirror').textContent.includes(what) ||
  document.querySelector(`#mirror [aria-label="${what}"]`), word, { timeout: 60_000, polling: 100 });
const person = (name, word) => nadia.waitForFunction(([who, what]) => Array.from(document.querySelectorAll('#mirror button'))
  .some((one) => { const label = one.getAttribute('aria-label') ?? ''; return label.startsWith(who) && label.endsWith(what); }), [name, word], { timeout: 60_000, polling: 100 });
const seconds = (since) => (Date.now() - since) / 1000;

test('R152 a line that dies without a word is said within 14 s, the console says who is away within 15 s, and 5 s after the network is back all is well', async () => {
  const ada = await tablet(browser, small);
  await joinAs(ada, host, 'Ada Holm');
  await status(ada, 'Connected');
  await person('Ada Holm', 'here');
  network.silent = true;
  const died = Date.now();
  const said = status(ada, 'Reconnecting').then(() => seconds(died));
  const away = person('Ada Holm', 'not connected').then(() => seconds(died));
  const [said_after, away_after] = await Promise.all([said, away]);
  await ada.waitForTimeout(20_000);  // tries fail meanwhile
  network.silent = false;
  const back = Date.now();
  await status(ada, 'Connected');
  const back_after = seconds(back);
  await person('Ada Holm', 'here');
  console.log(`said after ${said_after} s, away after ${away_after} s, back ${back_after} s after the network`);
  assert.ok(said_after < 14 && away_after < 15 && back_after < 5);
  await ada.context().close();
});
