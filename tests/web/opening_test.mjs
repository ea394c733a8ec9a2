// What opens comes to the hand by itself, from the board that was looked at; and dots that were not sent outlive the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, joinAs, judge, landscape, lead, openBrowser, phone, portrait, press_named, says, settled, step, tablet, touch } from './room.mjs';

const small = (shape) => ({ ...shape, deviceScaleFactor: 1 });
const vote = { event: 472, title: 'Where must we act first?' };

let browser, host, console_page, ada, viktor;
before(async () => {
  browser = await openBrowser();
  host = await Host.start('checkout-relaunch', vote.event);
  console_page = await lead(browser, host, small(landscape));
  [ada, viktor] = await Promise.all([portrait, phone].map((shape) => tablet(browser, small(shape))));
  await Promise.all([[ada, 'Ada Holm'], [viktor, 'Viktor Novak']].map(([page, who]) => joinAs(page, host, who)));
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const choice = (page, letter) => button(page, new RegExp(`^${letter}, `));
const given = (page) => page.getByRole('list', { name: 'Choices' }).getByRole('button', { pressed: true });
const drafts = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('standpoint-draft-')).length);

test('whoever looks at the board when a vote opens gets the ballot without a touch, and may go back', async () => {
  await step(console_page, 'Next: ', 'Open voting');
  for (const page of [ada, viktor]) {
    await press_named(page, 'See the board');
    await button(page, 'Back').waitFor();
  }
  await step(console_page, 'Open voting', 'Close voting');
  for (const page of [ada, viktor]) await button(page, 'Submit ballot').waitFor();
  await press_named(viktor, 'Back to the board');
  await button(viktor, 'Back to my ballot').waitFor();
  await judge(viktor, 'board during a vote');
  await touch(viktor, button(viktor, 'Back to my ballot'));
  await button(viktor, 'Submit ballot').waitFor();
});

test('dots that were not sent are there again after the page was closed and opened, and nothing stays once they are sent', async () => {
  await touch(ada, choice(ada, 'B'));
  await touch(ada, choice(ada, 'B'));
  await says(ada, /left$/);
  await settled(ada);
  assert.equal(await drafts(ada), 1);
  await ada.reload();
  await button(ada, 'Submit ballot').waitFor();
  await given(ada).first().waitFor();
  assert.equal(await given(ada).count(), 1);
  await touch(ada, choice(ada, 'D'));
  await press_named(ada, 'Submit ballot');
  await says(ada, 'Ballot sent');
  await settled(ada);
  assert.equal(await drafts(ada), 0);
});
