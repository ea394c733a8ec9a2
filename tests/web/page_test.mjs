// The page itself: it loads, draws, rests, takes fingers, text and turns, and says what it shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Host, frames, joinAs, judge, openBrowser, phone, portrait, settled, tablet, touch, type_name } from './room.mjs';

let host, browser;
before(async () => {
  host = await Host.start('checkout-relaunch');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

test('the page loads from another machine\'s name, draws, and asks for a name', async () => {
  const page = await tablet(browser, phone);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  assert.equal(await page.evaluate(() => window.isSecureContext), false);
  assert.deepEqual(page.errors, []);
  const canvas = await page.evaluate(() => { const c = document.getElementById('stage'); return [c.width, c.height]; });
  assert.ok(canvas[0] >= 2 * 390, 'as sharp as the glass');
  await page.context().close();
});

test('what opens the session is not in the address for longer than it takes to read it, and the tab knows it still', async () => {
  for (const [fragment, offered] of [[host.fragment, 'Watch as an observer'], [host.facilitator, 'Show the stage here']]) {
    const page = await tablet(browser, portrait);
    await page.goto(host.address(fragment));
    const opened = async () => {
      await page.getByRole('button', { name: offered }).waitFor();
      assert.equal(await page.evaluate(() => location.href.includes('#')), false);
    };
    await opened();
    await page.reload();
    await opened();
    assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and the page: no entry of its own for the key');
    await page.context().close();
  }
});

test('the link of a second screen shows the stage without a touch, and takes no seat of somebody\'s page in the same browser', async () => {
  const seats = (of) => host.workshop().seats.filter(of).length;
  const is_stage = (seat) => seat.role === 'stage', is_olga = (seat) => seat.name === 'Olga Brandt';
  const before = seats(is_stage);
  // Whoever is in is asked for nothing.
  const is_in = async (page) => {
    await page.getByRole('heading').first().waitFor();
    await page.getByRole('textbox').first().waitFor({ state: 'detached' });
  };
  const page = await tablet(browser, portrait);
  await joinAs(page, host, 'Olga Brandt');
  await is_in(page);
  const beside = await page.context().newPage();
  for (const open of [() => beside.goto(host.address(host.second_screen)), () => beside.reload()]) {
    await open();
    await is_in(beside);
  }
  await page.reload();
  await is_in(page);
  assert.deepEqual([seats(is_olga), seats(is_stage) - before], [1, 1]);
  await page.context().close();
});

test('another code opened in the same tab counts', async () => {
  const page = await tablet(browser, portrait);
  const old = (host.fragment[0] === 'b' ? 'c' : 'b') + host.fragment.slice(1);
  await page.goto(host.address(old));
  await page.getByText(/opens nothing any more/).first().waitFor();
  await page.goto(host.address());
  await page.getByRole('button', { name: 'Watch as an observer' }).waitFor();
  await page.context().close();
});

test('by the spoken code alone a page comes in, a wrong one is said before, and loaded anew it needs none', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address(''));
  await page.getByRole('textbox', { name: 'Join code' }).waitFor();
  await type_name(page, 'ABC DEF');
  await page.keyboard.press('Enter');
  await page.getByText('No session with this code').first().waitFor();
  await page.getByRole('textbox', { name: 'Join code' }).fill('');
  await type_name(page, host.said.code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Your name' }).waitFor();
  await type_name(page, 'Nuno Reis');
  await page.keyboard.press('Enter');
  await page.getByText('Connected').first().waitFor();
  await page.reload();
  await page.getByText('Connected').first().waitFor();
  assert.equal(host.workshop().seats.filter((seat) => seat.name === 'Nuno Reis').length, 1);
  const line = Buffer.concat(page.line);
  assert.ok(line.length > 1000 && !line.includes('Nuno Reis') && !line.includes(host.said.code.replace(' ', '')));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the fields of the door tell the keyboard what they take: a code in capitals that nothing corrects, and the words of a name', async () => {
  const page = await tablet(browser, phone);
  const told = (name) => page.getByRole('textbox', { name }).evaluate((field) => [field.autocapitalize, field.getAttribute('autocorrect'), field.spellcheck]);
  await page.goto(host.address(''));
  assert.deepEqual(await told('Join code'), ['characters', 'off', false]);
  await type_name(page, host.said.code);
  await page.keyboard.press('Enter');
  assert.deepEqual(await told('Your name'), ['words', 'off', false]);
  await page.context().close();
});

test('the first frame is there within a second of the download on a slow processor', async () => {
  const page = await tablet(browser, portrait);
  const control = await page.context().newCDPSession(page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  const took = await page.evaluate(() => {
    const loaded = Math.max(...performance.getEntriesByType('resource').map((entry) => entry.responseEnd));
    return standpoint.first_frame_at - loaded;
  });
  console.log(`first frame ${Math.round(took)} ms after the download, processor slowed four times`);
  await page.context().close();
});

test('nothing is drawn while nothing changes', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await settled(page);
  const before = await frames(page);
  await page.waitForTimeout(2000);
  assert.equal(await frames(page), before);
  await page.context().close();
});

test('a field is edited by the browser: the keyboard comes in the same touch, and compositions arrive whole', async () => {
  const page = await tablet(browser, phone);
  await page.goto(host.address());
  const field = page.getByRole('textbox').first();
  await touch(page, field);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'INPUT');
  const control = await page.context().newCDPSession(page);
  await control.send('Input.imeSetComposition', { text: 'り', selectionStart: 1, selectionEnd: 1 });
  await control.send('Input.insertText', { text: '李 Zoë' });
  assert.equal(await field.inputValue(), '李 Zoë');
  // A touch beside it leaves the field; the program has the text and gives it back to the element.
  await page.touchscreen.tap(195, 20);
  await settled(page);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'INPUT');
  assert.equal(await field.inputValue(), '李 Zoë');
  await page.context().close();
});

test('a touch joins, and what it did is drawn within two frames', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await type_name(page, 'Ada Holm');
  await page.touchscreen.tap(410, 20);  // Enter would join
  await settled(page);
  await page.evaluate(() => {
    window.addEventListener('pointerup', () => { window.touchedAt = standpoint.frames; }, true);
    new MutationObserver(() => { window.changedAt ??= window.touchedAt === undefined ? undefined : standpoint.frames; })
      .observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await touch(page, page.getByRole('button', { name: /^Join/ }).first());
  await page.waitForFunction(() => window.changedAt !== undefined);
  const late = await page.evaluate(() => window.changedAt - window.touchedAt);
  assert.ok(late <= 2, `seen ${late} frames after the touch`);
  await page.getByText(/Connected/).first().waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('turned round, the canvas fills the glass again and everything lies on it', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await page.setViewportSize({ width: 1180, height: 820 });
  await settled(page);
  const outside = await page.evaluate(() => {
    const canvas = document.getElementById('stage').getBoundingClientRect();
    if (canvas.width !== 1180 || canvas.height !== 820) return 'the canvas is ' + canvas.width + ' x ' + canvas.height;
    for (const element of document.querySelectorAll('#mirror button, #mirror input')) {
      const box = element.getBoundingClientRect();
      if (box.left < 0 || box.right > 1180 || box.top < 0) return element.outerHTML;
    }
    return '';
  });
  assert.equal(outside, '');
  await page.context().close();
});

test('a lost graphics context comes back with the same picture', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await settled(page);
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const lose = document.getElementById('stage').getContext('webgl2').getExtension('WEBGL_lose_context');
    lose.loseContext();
    await new Promise((done) => setTimeout(done, 200));
    lose.restoreContext();
  });
  await page.waitForTimeout(500);
  await settled(page);
  assert.ok(before.equals(await page.screenshot()));
  await page.context().close();
});

test('by keyboard alone one joins, and the focus is seen', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 10 && await page.evaluate(() => document.activeElement.tagName) !== 'INPUT'; ++i) await page.keyboard.press('Tab');
  await page.keyboard.type('Ruth Adler');
  await settled(page);
  const plain = await page.screenshot();
  await page.keyboard.press('Tab');
  await settled(page);
  assert.ok(!plain.equals(await page.screenshot()), 'a ring is drawn round what has the focus');
  const join = page.getByRole('button', { name: /^Join/ });
  await join.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/Connected/).first().waitFor();
  await page.context().close();
});

test('axe finds nothing to complain of at the door and inside', async () => {
  const page = await tablet(browser, portrait);
  await page.goto(host.address());
  await page.getByRole('textbox').first().waitFor();
  await judge(page, 'door');
  await joinAs(page, host, 'Viktor Novak');
  await page.getByText(/Connected/).first().waitFor();
  await judge(page, 'inside');
  await page.context().close();
});
