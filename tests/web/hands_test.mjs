// What hands do to a page: pinch, turning it round, large letters, an open keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, fingers, joinAs, judge, landscape, lead, list_shown, openBrowser, phone, portrait, press_named, rows, says, settled, step, tablet, touch, type_name } from './room.mjs';

const small = (shape) => ({ ...shape, deviceScaleFactor: 1 });
let browser, host, ada;
before(async () => {
  browser = await openBrowser();
  host = await Host.start('checkout-relaunch');
  ada = await tablet(browser, small(portrait));
  await joinAs(ada, host, 'Ada Holm');
  await press_named(ada, 'See the board');
  await list_shown(ada, 'People and ties');
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const person = async (name) => {
  await settled(ada);
  const box = await ada.getByRole('list', { name: 'People and ties' }).locator(`[aria-label^="${name}"]`).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};
const apart = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

test('two fingers zoom the board about their middle and drag nobody', async () => {
  const before = host.workshop().sequence;
  const [maya, leila] = [await person('Maya Lindqvist'), await person('Leila Haddad')];
  const [x, y] = maya;
  // The first finger lands on Maya herself.
  const at = (half) => [[x - half, y], [x + half, y]];
  await fingers(ada, [at(40), at(60), at(80)]);
  const [maya_now, leila_now] = [await person('Maya Lindqvist'), await person('Leila Haddad')];
  const zoomed = apart(maya_now, leila_now) / apart(maya, leila);
  assert.ok(zoomed > 1.6 && zoomed < 2.4, `twice as far apart, zoomed ${zoomed}`);
  assert.ok(apart(maya_now, maya) < 12, 'the middle of the fingers stays');
  assert.equal(host.workshop().sequence, before);
});

test('turned round, everybody is still in the list', async () => {
  const before = (await rows(ada, 'People and ties')).sort();
  await ada.setViewportSize({ width: 1180, height: 820 });
  await settled(ada);
  assert.deepEqual((await rows(ada, 'People and ties')).map((row) => row.split(',')[0]).sort(), before.map((row) => row.split(',')[0]));
  await judge(ada, 'map');
});

test('with the keyboard open and letters twice as large, a phone still joins', async () => {
  const viktor = await tablet(browser, small(phone));
  await viktor.goto(host.address());
  await viktor.getByRole('textbox').first().waitFor();
  await viktor.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    Object.defineProperty(visualViewport, 'height', { get: () => 844 - 336 });
    visualViewport.dispatchEvent(new Event('resize'));
  });
  await type_name(viktor, 'Viktor Novak');
  await settled(viktor);
  const join = await button(viktor, /^Join/).boundingBox();
  const tall = await viktor.evaluate(() => document.querySelector('#mirror button').getBoundingClientRect().height);
  assert.ok(tall >= 96, 'letters are twice as large');
  await viktor.evaluate(() => document.activeElement.blur());
  for (let n = 0; n < 12 && await viktor.evaluate(() => [...document.querySelectorAll('#mirror button')].find((one) => /^Join/.test(one.getAttribute('aria-label'))).getBoundingClientRect().bottom > 844 - 336); ++n)
    await fingers(viktor, [[[200, 420]], [[200, 330]], [[200, 240]]]);
  assert.ok(join.width > 300);
  await touch(viktor, button(viktor, /^Join/));
  await says(viktor, 'Connected');
});

test('axe finds nothing on the lobby of a stage, and on the console\'s menu', async () => {
  const console_page = await lead(browser, host, small(landscape));
  await press_named(console_page, 'More');
  await button(console_page, 'Show the join code').waitFor();
  await judge(console_page, 'menu');
  await step(console_page, 'Show the join code', 'Add activity');
  await judge(console_page, 'console');
});
