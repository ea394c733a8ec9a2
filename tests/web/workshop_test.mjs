// A room of two tablets, a phone, a console and a stage, each a page of its own: a secret vote and a blind placing from the
// console to the reveal, and what a real room does to them: presses twice, sleeps, loses the line, kills the host.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, all_words, button, joinAs, judge, landscape, lead, list_shown, openBrowser, phone, portrait, press, press_named, rows, says, settled, stage, step, tab_to, tablet, touch } from './room.mjs';

// Fewer pixels than real glass has: five screens share the processor that draws them.
const [hand, upright, wide] = [phone, portrait, landscape].map((shape) => ({ ...shape, deviceScaleFactor: 1 }));

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => {
  await browser?.close();
  await host?.stop();
});

// ---- a secret vote ----

// The sample before its vote opens; who took part in it then is still expected.
const vote = { event: 472, title: 'Where must we act first?' };
const people_then = 14;
let host, console_page, stage_page, ada, ruth, viktor;

const given = (page) => page.getByRole('list', { name: 'Choices' }).getByRole('button', { pressed: true });
const choice = (page, letter) => button(page, new RegExp(`^${letter}, `));
const counted = (page, n, of) => says(page, `${n} of ${of} have voted`);

test('a vote is opened from the console by role and name, and every tablet and the stage have it', async () => {
  host = await Host.start('checkout-relaunch', vote.event);
  [console_page, stage_page] = await Promise.all([lead(browser, host, wide), stage(browser, host, wide)]);
  [ada, ruth, viktor] = await Promise.all([upright, wide, hand].map((shape) => tablet(browser, shape)));
  await Promise.all([[ada, 'Ada Holm'], [ruth, 'Ruth Adler'], [viktor, 'Viktor Novak']].map(([page, who]) => joinAs(page, host, who)));
  await step(console_page, 'Next: ', 'Open voting');
  await step(console_page, 'Open voting', 'Close voting');
  for (const page of [ada, ruth, viktor, stage_page]) await page.getByRole('heading', { name: vote.title }).waitFor();
  await counted(stage_page, 0, people_then + 3);
});

test('axe finds nothing on a ballot, on a tablet and on a phone', async () => {
  for (const page of [ada, viktor]) await judge(page, 'ballot');
});

test('the order of the choices is the tablet\'s own, and the choices are the same', async () => {
  const [a, b] = await Promise.all([rows(ada, 'Choices'), rows(ruth, 'Choices')]);
  assert.notDeepEqual(a, b);
  assert.deepEqual([...a].sort(), [...b].sort());
});

// What of the workshop, in words and numbers, anybody could read who records what this page and the host say to each other.
const readable = (page) => {
  const workshop = host.workshop(), activity = workshop.activities.find((one) => one.title === vote.title);
  const number = (item) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(item.id));
    return bytes;
  };
  const words = [workshop.title, ...workshop.cards.map((card) => card.text), ...workshop.seats.map((seat) => seat.name)].filter((text) => text.length >= 6);
  const all = Buffer.concat(page.line);
  assert.ok(all.length > 1000, 'the line was recorded');
  return [...words.map((text) => Buffer.from(text)), ...activity.items.map(number)].filter((bytes) => all.includes(bytes));
};

let stage_before;
test('a ballot given by touch counts once, however often it is pressed', async () => {
  await settled(stage_page);
  stage_before = await all_words(stage_page);
  await touch(ada, choice(ada, 'B'));
  await touch(ada, choice(ada, 'B'));
  await touch(ada, choice(ada, 'D'));
  await says(ada, 'All dots placed');
  const place = await button(ada, 'Submit ballot').boundingBox();
  // A nervous hand: the second tap does not wait for the first one's frame.
  const tap = () => ada.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
  await Promise.all([tap(), tap()]);
  await says(ada, 'Ballot sent');
  await counted(stage_page, 1, people_then + 3);
});

test('by keyboard alone a vote is cast, and Enter twice counts once', async () => {
  await tab_to(viktor, 'B, ');
  await viktor.keyboard.press('Enter');
  await viktor.keyboard.press('Space');
  await tab_to(viktor, 'D, ');
  await viktor.keyboard.press('Enter');
  await says(viktor, 'All dots placed');
  await tab_to(viktor, 'Submit ballot');
  await viktor.keyboard.press('Enter');
  await viktor.keyboard.press('Enter');
  await says(viktor, 'Ballot sent');
  await counted(stage_page, 2, people_then + 3);
});

test('a changed ballot replaces the one before', async () => {
  await step(viktor, 'Change my ballot', 'Take a dot back from D');
  await given(viktor).first().waitFor();
  await press_named(viktor, 'Take a dot back from D');
  await press(choice(viktor, 'A'));
  await step(viktor, 'Submit ballot', 'Change my ballot');
  await counted(stage_page, 2, people_then + 3);
});

test('nothing that a screen and the host have said to each other can be read on the way', () => {
  for (const page of [ada, viktor, ruth, stage_page, console_page]) assert.deepEqual(readable(page), []);
});

test('while a host is dead a ballot is kept, and counts once when it lives again on the same port', async () => {
  const { port } = host;
  await host.kill();
  await says(ruth, 'Reconnecting');
  await press(choice(ruth, 'B'));
  await press(choice(ruth, 'C'));
  await press(choice(ruth, 'A'));
  await says(ruth, 'All dots placed');
  await press_named(ruth, 'Submit ballot');
  await host.open(port);
  for (const page of [ruth, ada, stage_page, console_page]) await says(page, page === stage_page || page === console_page ? /have voted/ : 'Connected');
  await says(ruth, 'Ballot sent');
  await counted(stage_page, 3, people_then + 3);
  await counted(console_page, 3, people_then + 3);
});

test('a page loaded anew is the same seat: no name is asked, and its ballot is there', async () => {
  const seats = host.workshop().seats.length;
  await ada.reload();
  await says(ada, 'Ballot sent');
  assert.equal(host.workshop().seats.length, seats);
});

let zoe;
test('who comes late gets a ballot', async () => {
  zoe = await tablet(browser, upright);
  await joinAs(zoe, host, 'Zoë Marchetti');
  await press(choice(zoe, 'B'));
  await press_named(zoe, 'Submit ballot');
  await says(zoe, 'Ballot sent');
  await counted(stage_page, 4, people_then + 4);
});

test('the stage says how many have voted, and nothing more', async () => {
  await settled(stage_page);
  const still = (words) => words.split('\n').filter((line) => !/have voted|\d\d:\d\d/.test(line)).join('\n');
  assert.equal(still(await all_words(stage_page)), still(stage_before));
});

test('a tablet that slept over the close wakes up to it', async () => {
  await ruth.control?.detach();
  const control = await ruth.context().newCDPSession(ruth);
  await control.send('Page.setWebLifecycleState', { state: 'frozen' });
  await step(console_page, 'Close voting', 'Reveal');
  await says(ada, 'Voting is closed');
  await control.send('Page.setWebLifecycleState', { state: 'active' });
  await says(ruth, 'Voting is closed');
});

test('revealed, every screen and the session file say the same totals', async () => {
  await step(console_page, 'Reveal', 'Reveal now');
  await says(console_page, 'Reveal before everyone has voted?');
  await press_named(console_page, 'Reveal now');
  for (const page of [ada, ruth, viktor, zoe, stage_page]) await list_shown(page, 'Results');
  for (const page of [ada, ruth, viktor, zoe, stage_page]) await settled(page);
  const first = await rows(ada, 'Results');
  for (const page of [ruth, viktor, zoe, stage_page]) assert.deepEqual(await rows(page, 'Results'), first);
  const workshop = host.workshop();
  const activity = workshop.activities.find((one) => one.title === vote.title);
  assert.equal(activity.phase, 'revealed');
  const dots = new Map(activity.items.map((item) => [item.id, 0]));
  for (const input of activity.inputs) for (const dot of input.dots ?? []) dots.set(dot.item.id, dots.get(dot.item.id) + dot.count);
  assert.deepEqual(readable(ruth), []);
  const text = (id) => workshop.cards.find((card) => card.id === id).text;
  const told = first.map((row) => row.match(/^\d+, (.*), (\d+) dots?/)).map(([, words, n]) => [words, Number(n)]);
  assert.deepEqual(new Map(told), new Map([...dots].map(([id, n]) => [text(id), n])));
  assert.match(host.read('check'), /is sound/);
});

test('axe finds nothing on results, console and stage', async () => {
  for (const [page, where] of [[ada, 'results'], [console_page, 'console'], [stage_page, 'stage']]) await judge(page, where);
});
