// A blind placing from the console to the second round: one stakeholder after another by drag, by tap and by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, fingers, joinAs, judge, landscape, lead, list_shown, openBrowser, phone, portrait, press, press_named, rows, says, settled, stage, step, tab_to, tablet, touch } from './room.mjs';

const small = (shape) => ({ ...shape, deviceScaleFactor: 1 });
const placing = { event: 361, title: 'Power and interest' };

let browser, host, console_page, stage_page, ada, ruth, viktor;
before(async () => {
  browser = await openBrowser();
  host = await Host.start('checkout-relaunch', placing.event);
  [console_page, stage_page] = await Promise.all([lead(browser, host, small(landscape)), stage(browser, host, small(landscape))]);
  [ada, ruth, viktor] = await Promise.all([portrait, landscape, phone].map((shape) => tablet(browser, small(shape))));
  await Promise.all([[ada, 'Ada Holm'], [ruth, 'Ruth Adler'], [viktor, 'Viktor Novak']].map(([page, who]) => joinAs(page, host, who)));
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const plane = (page) => button(page, /^Place /);
const at = async (page, x, y) => {
  const box = await plane(page).boundingBox();
  return [box.x + box.width * x, box.y + box.height * (1 - y)];
};
const placed_at = (page, across, up) => button(page, new RegExp(`^Place .*, across ${across}.*up ${up}`)).waitFor();
const decided = (page, n) => page.locator(`[role=progressbar][aria-valuetext^="${n} of "]`).waitFor();
const everyone = () => [ada, ruth, viktor];
const round = () => host.workshop().activities.findLast((one) => one.title === placing.title);

// The rest is skipped; the last one leads to Send.
async function send(page, from) {
  const all = round().items.length;
  for (let n = from; n < all; ++n) {
    await press_named(page, 'Skip, don’t know');
    await decided(page, n + 1);
  }
  await press_named(page, 'Send');
  await says(page, 'Placement sent');
}

async function close_and_reveal() {
  await step(console_page, 'Close placing', 'Reveal');
  await step(console_page, 'Reveal', 'Reveal now');
  await press_named(console_page, 'Reveal now');
  for (const page of [...everyone(), stage_page]) await list_shown(page, 'Places');
}

test('a placing is opened from the console, and placed by drag, by tap and by arrow keys', async () => {
  await step(console_page, 'Next: ', 'Open placing');
  await step(console_page, 'Open placing', 'Close placing');
  for (const page of everyone()) await plane(page).waitFor();
  await fingers(ada, [[await at(ada, 0.5, 0.5)], [await at(ada, 0.55, 0.6)], [await at(ada, 0.8, 0.9)]]);
  await placed_at(ada, '[78]', '[89]');
  await ruth.touchscreen.tap(...await at(ruth, 0.4, 0.3));
  await placed_at(ruth, '[34]', '[23]');
  await tab_to(viktor, 'Place ');
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp']) await viktor.keyboard.press(key);
  await placed_at(viktor, '5.1', '5.2');
});

test('axe finds nothing on a placing', async () => {
  for (const page of [ruth, viktor]) await judge(page, 'placing');
});

test('"don\'t know" counts as done and is left out of the medians', async () => {
  for (const page of everyone()) await press_named(page, 'Next');
  await Promise.all(everyone().map((page) => send(page, 1)));
  await says(stage_page, '3 of 17 have placed');
  assert.equal(await stage_page.getByRole('list', { name: 'Places' }).count(), 0);
});

test('revealed, every screen says the median that the session file holds', async () => {
  await close_and_reveal();
  for (const page of [...everyone(), stage_page]) await settled(page);
  const told = (await rows(stage_page, 'Places')).filter((row) => /interest/.test(row));
  assert.equal(told.length, 1);
  for (const page of everyone()) assert.deepEqual((await rows(page, 'Places')).filter((row) => /interest/.test(row)), told);
  const middle = (axis) => round().inputs.map((input) => input.placements?.[0]?.at[axis]).filter((units) => units !== undefined).sort((a, b) => a - b)[1];
  const tenths = (units) => (Math.floor(units / 100) / 10).toFixed(1);
  assert.match(told[0], new RegExp(`interest ${tenths(middle('x'))}, power ${tenths(middle('y'))} of 10`));
});

test('a second round shows how the median moved', async () => {
  await step(console_page, 'Place again', 'Open placing');
  await step(console_page, 'Open placing', 'Close placing');
  for (const page of [ada, ruth]) {
    await plane(page).waitFor();
    await page.touchscreen.tap(...await at(page, 0.2, 0.1));
    await placed_at(page, '[12]', '[01]');
    await press_named(page, 'Next');
    await decided(page, 1);
  }
  await Promise.all([ada, ruth].map((page) => send(page, 1)));
  await close_and_reveal();
  for (const page of [...everyone(), stage_page]) {
    await settled(page);
    assert.match((await rows(page, 'Places')).join('\n'), /interest [12]\.\d, power [01]\.\d of 10, before interest 5\.\d/);
  }
  assert.match(host.read('check'), /is sound/);
});
