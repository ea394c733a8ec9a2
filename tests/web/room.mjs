// A host, a browser and tablets, for the tests beside this file. Everything it starts it stops.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const { STANDPOINT_PROGRAM: program, STANDPOINT_SITE: site, STANDPOINT_SAMPLES: samples, STANDPOINT_PLAYWRIGHT: playwright } = process.env;
const require = createRequire(join(playwright, 'node_modules', 'x'));
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };
export const portrait = { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
export const landscape = { viewport: { width: 1180, height: 820 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

// No tablet in a room sees a loopback name: a page there would be a secure context and could do more.
const name = 'tablet.test';

// The session as it was after this event: what was appended later is cut off (core/file/log_format.h).
function cut(file, event) {
  const bytes = readFileSync(file);
  const header = 64, record = 20, commit = 2;
  for (let at = header; at < bytes.length;) {
    const end = at + record + bytes.readUInt32LE(at);
    if (bytes[at + 8] === commit && bytes.readBigUInt64LE(at + 12) >= event) return truncateSync(file, end);
    at = end;
  }
}

export class Host {
  // A copy of the sample, as far as this event.
  static start(sample, event = Infinity) {
    return Host.of(sample, (file) => {
      cpSync(join(samples, sample + '.standpoint'), file);
      cut(file, event);
    });
  }

  // A session in which nothing has happened yet.
  static made(template) { return Host.of('new', (file) => execFileSync(program, ['new', '--template', template, '--out', file])); }

  static async of(title, put) {
    const host = new Host();
    host.folder = mkdtempSync(join(tmpdir(), 'standpoint-web-'));
    host.file = join(host.folder, title + '.standpoint');
    put(host.file);
    await host.open(0);
    return host;
  }

  // Prints one line of JSON when it is ready.
  async open(port) {
    this.process = spawn(program, ['host', this.file, '--port', String(port), '--bind', '127.0.0.1', '--name', name, '--site', site, '--json'],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_DATA_HOME: this.folder } });
    this.ended = new Promise((done) => this.process.once('exit', done));
    const line = await new Promise((done, fail) => {
      createInterface({ input: this.process.stdout }).once('line', done);
      this.process.once('exit', (code) => fail(new Error('the host ended with ' + code)));
    });
    this.said = JSON.parse(line);
    const text = JSON.stringify(this.said);
    this.fragment = text.match(/#([a-z2-7]{26})/)[1];
    this.facilitator = text.match(/#(f-[a-z2-7]{26})/)[1];
    this.second_screen = text.match(/#(s-[a-z2-7]{26})/)[1];
    this.port = this.said.port;
    return this;
  }

  address(fragment = this.fragment) { return `http://${name}:${this.port}/#${fragment}`; }

  // What the program itself reads in the session's file.
  read(...command) { return execFileSync(program, [command[0], this.file, ...command.slice(1)], { encoding: 'utf8', maxBuffer: 1 << 26 }); }
  workshop() { return JSON.parse(this.read('show', '--json')); }

  async kill(signal = 'SIGKILL') {
    this.process.kill(signal);
    await this.ended;
  }

  async stop() {
    await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// Between tablets and the host, at an address of its own: what a network does that dies without a word, and comes back. While it
// is silent nothing passes, also not of what connects meanwhile; lines that were there then are dead for ever.
export class Network {
  static async before(host, address) {
    const network = new Network();
    network.silent = false;
    network.server = createServer((near) => {
      const far = connect(host.port, '127.0.0.1');
      const pass = (from, to) => from.on('data', (bytes) => { if (!network.silent && !near.dead) to.write(bytes); else near.dead = true; });
      pass(near, far);
      pass(far, near);
      for (const one of [near, far]) one.on('error', () => {});
      near.on('close', () => { if (!near.dead) far.destroy(); });
      far.on('close', () => { if (!near.dead && !network.silent) near.destroy(); });
      network.all.push(near, far);
    });
    network.all = [];
    await new Promise((done) => network.server.listen(host.port, address, done));
    return network;
  }
  stop() {
    for (const one of this.all) one.destroy();
    this.server.close();
  }
}

// `address`: where the host's name leads to.
export async function openBrowser(address = '127.0.0.1') {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--host-resolver-rules=MAP ${name} ${address}`] });
}

// A tablet that was never here before; its errors fail the test that looks at them. `line`: what went both ways between it and the host.
export async function tablet(browser, shape) {
  const context = await browser.newContext(shape);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.errors = [];
  page.line = [];
  page.on('websocket', (line) => ['framereceived', 'framesent'].forEach((way) => line.on(way, (frame) => page.line.push(Buffer.from(frame.payload)))));
  page.on('pageerror', (error) => page.errors.push(error.message));
  page.on('console', (line) => { if (line.type() === 'error') page.errors.push(line.text()); });
  return page;
}

// Touches the glass where the element lies: what is drawn there must be it.
export async function touch(page, element) {
  let box = await element.boundingBox();
  for (let before = null; JSON.stringify(before) !== JSON.stringify(box);) {  // what still scrolls would pass under the finger
    before = box;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    box = await element.boundingBox();
  }
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

// As a screen reader presses it, which waits for what cannot be pressed yet.
export const press = (element) => element.evaluate(async (one) => {
  for (let n = 0; n < 600 && one.disabled; ++n) await new Promise(requestAnimationFrame);
  if (one.disabled) throw new Error(one.getAttribute('aria-label') + ' cannot be pressed');
  one.click();
});
export const button = (page, name) => page.getByRole('button', { name }).first();
export const press_named = (page, name) => press(button(page, name));
// One step of the console, until the next one is offered: right after a step its button takes nothing (R120).
export const step = (page, name, next) => page.waitForFunction(([now, then]) => {
  const named = (words) => Array.from(document.querySelectorAll('#mirror button')).find((one) => !one.disabled && one.getAttribute('aria-label').startsWith(words));
  if (named(then)) return true;
  named(now)?.click();
  return false;
}, [name, next], { polling: 700 });
export const says = (page, words) => page.getByText(words).first().waitFor();
export const rows = (page, list) => page.getByRole('list', { name: list }).getByRole('listitem')
  .evaluateAll((all) => all.map((row) => Array.from(row.children, (one) => one.getAttribute('aria-label') ?? one.textContent).join()));
// Its rows have places on the glass; the list itself has none.
export const list_shown = (page, list) => page.getByRole('list', { name: list }).locator('[data-role]').first().waitFor();
export const all_words = (page) => page.evaluate(() => document.getElementById('mirror').innerText);

// Fingers on the glass, one after another place: each step is a list of places, one per finger.
export async function fingers(page, steps) {
  page.control ??= await page.context().newCDPSession(page);
  const send = (type, places) => page.control.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
  await send('touchStart', steps[0]);
  for (const places of steps.slice(1)) await send('touchMove', places);
  await send('touchEnd', []);
}

// The next element that Tab leads to whose name begins so.
export async function tab_to(page, name) {
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((words) => (document.activeElement.getAttribute('aria-label') ?? '').startsWith(words), name)) return;
  }
  throw new Error('Tab does not lead to ' + name);
}

export async function lead(browser, host, shape = landscape) {
  const page = await tablet(browser, shape);
  await page.goto(host.address(host.facilitator));
  await enter(page, 'Nadia Rahimi');
  await button(page, 'More').waitFor();
  return page;
}

export async function stage(browser, host, shape = landscape) {
  const page = await tablet(browser, shape);
  await page.goto(host.address(host.second_screen));
  await page.getByRole('heading').first().waitFor();
  return page;
}

// As fingers type, who look whether the letters came.
export async function type_name(page, who) {
  const field = page.getByRole('textbox').first();
  await touch(page, field);
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(who);
  await page.waitForFunction((words) => document.activeElement.value === words, who);
}

async function enter(page, who) {
  await type_name(page, who);
  await page.keyboard.press('Enter');
}

export async function joinAs(page, host, who) {
  await page.goto(host.address());
  await enter(page, who);
}

export const frames = (page) => page.evaluate(() => standpoint.frames);
export const settled = async (page) => {
  let tries = 0;
  for (let before = -1, now = await frames(page); before !== now; before = now, now = await frames(page)) {
    assert.ok(++tries < 60, 'the page never comes to rest');
    await page.waitForTimeout(300);
  }
};

// axe-core finds nothing to complain of. The page's policy takes no script of ours, so the debugger brings it.
export async function judge(page, where) {
  await settled(page);
  if (!await page.evaluate(() => window.axe !== undefined)) {
    const control = await page.context().newCDPSession(page);
    await control.send('Runtime.evaluate', { expression: readFileSync(axe, 'utf8') });
  }
  const found = await page.evaluate(async () => (await window.axe.run()).violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' ')));
  assert.deepEqual(found, [], where);
}
