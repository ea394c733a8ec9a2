// Two tablets that describe one person at the same moment: each keeps what it changed, and of one text the slower one sees both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, joinAs, judge, landscape, list_shown, openBrowser, press, press_named, says, settled, tablet, touch } from './room.mjs';

const who = 'Ruth Kaplan';
let browser, host, ada, viktor;
const person = () => host.workshop().stakeholders.find((one) => one.name === who);
const part = (page, name) => page.getByRole('radio', { name, exact: true });  // of the panel
const field = (page, name) => page.getByRole('textbox', { name, exact: true });

// Until the file says so.
async function kept(of, value) {
  for (let n = 0; n < 100 && person()[of] !== value; ++n) await ada.waitForTimeout(100);
  assert.equal(person()[of], value);
}

// A long press on somebody opens their panel.
async function open_panel(page) {
  await press_named(page, 'See the board');
  await list_shown(page, 'People and ties');
  await settled(page);
  const box = await page.getByRole('list', { name: 'People and ties' }).locator(`[aria-label^="${who}"]`).boundingBox();
  const control = await page.context().newCDPSession(page);
  await control.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] });
  await page.waitForTimeout(1200);
  await control.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await field(page, 'Role').waitFor();
}

// Writes and does not leave the field.
async function write(page, name, words) {
  await touch(page, field(page, name));
  await page.waitForFunction((label) => document.activeElement.getAttribute('aria-label') === label, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.waitForFunction((whole) => document.activeElement.value === whole, words);
}

before(async () => {
  browser = await openBrowser();
  host = await Host.start('checkout-relaunch');
  [ada, viktor] = await Promise.all([1, 2].map(() => tablet(browser, { ...landscape, deviceScaleFactor: 1 })));
  await Promise.all([[ada, 'Ada Holm'], [viktor, 'Viktor Novak']].map(([page, name]) => joinAs(page, host, name)));
  await Promise.all([ada, viktor].map(open_panel));
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

test('two who change two fields of one person at the same moment both keep theirs', async () => {
  const before = person();
  await Promise.all([write(ada, 'Role', 'Head of Stores'), write(viktor, 'Organisation', 'Northwind')]);
  await Promise.all([ada, viktor].map((page) => page.keyboard.press('Enter')));
  await kept('role', 'Head of Stores');
  await kept('organisation', 'Northwind');
  assert.deepEqual({ ...person(), role: before.role, organisation: before.organisation }, before);
  await Promise.all([ada, viktor].map(async (page) => {
    await page.waitForFunction(() => Array.from(document.querySelectorAll('input, textarea, [role=textbox]')).some((one) => one.value === 'Northwind'));
    await page.waitForFunction(() => Array.from(document.querySelectorAll('input, textarea, [role=textbox]')).some((one) => one.value === 'Head of Stores'));
  }));
});

test('of one text that two write the slower one sees both, and theirs stays until they choose', async () => {
  for (const page of [ada, viktor]) {
    await press(part(page, 'Needs'));
    await field(page, 'Needs').waitFor();
  }
  await write(ada, 'Needs', 'A say in the roster');
  await write(viktor, 'Needs', 'Tills that never stop');
  await touch(viktor, part(viktor, 'Ties'));
  await kept('needs', 'Tills that never stop');
  await touch(ada, part(ada, 'Ties'));
  await says(ada, 'Somebody else wrote this meanwhile');
  await says(ada, 'Tills that never stop');
  assert.equal(person().needs, 'Tills that never stop');
  await judge(ada, 'two texts');
  await press_named(ada, 'Keep mine');
  await kept('needs', 'A say in the roster');
});
