// Whoever leads from a tablet alone, with no window anywhere: what was decided is written, read and changed on the console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, button, lead, openBrowser, portrait, says, stage, step, touch } from './room.mjs';

let host, browser;
before(async () => {
  host = await Host.made('dot-vote-retro');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const kept = () => host.workshop().decisions.map((decision) => [decision.text, decision.owner]);
async function write(page, name, words) {
  const one = field(page, name);
  await touch(page, one);
  await one.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(words);
  await page.waitForFunction((whole) => document.activeElement.value === whole, words);
}
async function until(what, wanted) {
  for (let n = 0; n < 100 && JSON.stringify(what()) !== JSON.stringify(wanted); ++n) await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(what(), wanted);
}

test('R366 decisions are recorded with fingers on a console in a browser, and stand on the stage', async () => {
  const [page, room] = await Promise.all([lead(browser, host, { ...portrait, deviceScaleFactor: 1 }), stage(browser, host)]);
  const [first, ...further] = ['Open brainstorm', 'Next: Read out', 'Next: What do', 'Next: Actions'];
  for (const [n, name] of [first, ...further].entries()) await step(page, name, [...further, 'Record a decision'][n]);
  await touch(page, button(page, 'Record a decision'));
  await write(page, 'Decision', 'Stand-ups begin at nine');
  await write(page, 'Owner of the decision', 'Ada Holm');
  await touch(page, page.getByRole('button', { name: 'Record', exact: true }));
  await until(kept, [['Stand-ups begin at nine', 'Ada Holm']]);
  await says(room, 'Stand-ups begin at nine');
  await write(page, 'Decision', 'Reviews are short');
  await page.keyboard.press('Enter');  // as the key of a tablet's keyboard does
  await until(kept, [['Stand-ups begin at nine', 'Ada Holm'], ['Reviews are short', '']]);
  await touch(page, button(page, '2, Reviews are short'));
  await field(page, 'Decision').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(', and on the day');
  await touch(page, button(page, 'Save'));
  await until(kept, [['Stand-ups begin at nine', 'Ada Holm'], ['Reviews are short, and on the day', '']]);
  await says(room, 'Reviews are short, and on the day');
  await touch(page, button(page, '1, Stand-ups'));
  await touch(page, button(page, 'Take back the decision'));
  await until(kept, [['Reviews are short, and on the day', '']]);
  assert.deepEqual(page.errors, []);
  await Promise.all([page.context().close(), room.context().close()]);
});
