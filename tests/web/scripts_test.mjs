// R470 in a browser: names in every script on the stage, a ballot and the console, compared with the pictures that were looked at
// (tests/golden/pictures). What the page's small fonts lack, the browser draws. STANDPOINT_RENEW_PICTURES=1 renews them.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Host, joinAs, landscape, lead, openBrowser, phone, says, settled, stage, tablet } from './room.mjs';

const golden = (name) => fileURLToPath(new URL('../golden/' + name, import.meta.url));
let host, browser;
before(async () => {
  host = await Host.of('every-script', (file) => cpSync(golden('every-script.standpoint'), file));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await host?.stop();
});

// The share of pixels that differ by more than a soft edge, as tests/render/compare.h has it.
async function difference(kept, now) {
  const page = await browser.newPage();
  const share = await page.evaluate(async (urls) => {
    const [a, b] = await Promise.all(urls.map(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const pad = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pad.drawImage(image, 0, 0);
      return pad.getImageData(0, 0, image.width, image.height);
    }));
    if (a.width !== b.width || a.height !== b.height) return 1;
    let differing = 0;
    for (let i = 0; i < a.data.length; i += 4)
      if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel] - b.data[i + channel]) > 28)) ++differing;
    return differing / (a.data.length / 4);
  }, [kept, now].map((png) => 'data:image/png;base64,' + png.toString('base64')));
  await page.close();
  return share;
}

async function looks(page, name) {
  await settled(page);
  const now = await page.screenshot(), file = golden(`pictures/${name}.png`);
  if (process.env.STANDPOINT_RENEW_PICTURES) writeFileSync(file, now);
  assert.ok(existsSync(file), `${name} was never looked at`);
  const share = await difference(readFileSync(file), now);
  if (share > 0.002 && process.env.STANDPOINT_LOOK_AT) writeFileSync(`${process.env.STANDPOINT_LOOK_AT}/${name}.png`, now);
  assert.ok(share <= 0.002, `${name}: ${(share * 100).toFixed(2)} % of the pixels differ`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

test('on a map of the stage every name is spelled as its script wants', async () => {
  const page = await stage(browser, host, { ...landscape, viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
  await looks(page, 'scripts-map-browser');
});

test('on a phone every choice of a ballot is', async () => {
  const page = await tablet(browser, { ...phone, deviceScaleFactor: 2 });
  await joinAs(page, host, 'Ana Quill');
  await says(page, '3 dots left');
  await looks(page, 'scripts-ballot-browser');
});

test('on the console everybody is who is here', async () => {
  const page = await lead(browser, host);
  await looks(page, 'scripts-console-browser');
});
