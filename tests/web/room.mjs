// A host, a browser and tablets, for the tests beside this file. Everything it starts it stops.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const { STANDPOINT_PROGRAM: program, STANDPOINT_SITE: site, STANDPOINT_SAMPLES: samples, STANDPOINT_PLAYWRIGHT: playwright } = process.env;
const require = createRequire(join(playwright, 'node_modules', 'x'));
const { chromium } = require('playwright-core');
export const axe = require.resolve('axe-core/axe.min.js');

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };
export const portrait = { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

// No tablet in a room sees a loopback name: a page there would be a secure context and could do more.
const name = 'tablet.test';

export class Host {
  static async start(sample) {
    const host = new Host();
    host.folder = mkdtempSync(join(tmpdir(), 'standpoint-web-'));
    host.file = join(host.folder, sample + '.standpoint');
    cpSync(join(samples, sample + '.standpoint'), host.file);
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
    this.port = this.said.port;
    return this;
  }

  address(fragment = this.fragment) { return `http://${name}:${this.port}/#${fragment}`; }

  async kill(signal = 'SIGKILL') {
    this.process.kill(signal);
    await this.ended;
  }

  async stop() {
    await this.kill('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function openBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--host-resolver-rules=MAP ${name} 127.0.0.1`] });
}

// A tablet that was never here before; its errors fail the test that looks at them.
export async function tablet(browser, shape) {
  const context = await browser.newContext(shape);
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(error.message));
  page.on('console', (line) => { if (line.type() === 'error') page.errors.push(line.text()); });
  return page;
}

// Touches the glass where the element lies: what is drawn there must be it.
export async function touch(page, element) {
  const box = await element.boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

export async function joinAs(page, host, who) {
  await page.goto(host.address());
  await touch(page, page.getByRole('textbox').first());
  await page.keyboard.type(who);
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: /^Join/ });
  if (await button.count()) await touch(page, button.first());
}

export const frames = (page) => page.evaluate(() => standpoint.frames);
export const settled = async (page) => {
  for (let before = -1, now = await frames(page); before !== now; before = now, now = await frames(page)) await page.waitForTimeout(300);
};
