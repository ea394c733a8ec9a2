// What the page asks the browser about characters (app/web/characters.js), without a browser: node has the same tables.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('../../app/web/characters.js', import.meta.url), 'utf8');
// Emscripten's linker gives the functions of a library a scope in which `characters` is its first object.
const characters = (window) =>
  new Function('window', 'mergeInto', 'LibraryManager', source + '; var characters = characters_library.$characters; return characters;')(window, () => {}, {});

test('marks stand where Unicode\'s combining classes say', () => {
  const listed = JSON.parse(execFileSync('python3', ['-c', `
import json, unicodedata
codes = [c for a, b in ((0x41, 0x7a), (0xc0, 0x17f), (0x300, 0x36f), (0x483, 0x487), (0x591, 0x5c7), (0x64b, 0x65f), (0x1ab0, 0x1aff), (0x1dc0, 0x1dff), (0x20d0, 0x20f0)) for c in range(a, b + 1)]
codes = [c for c in codes if unicodedata.name(chr(c), '') and not (unicodedata.combining(chr(c)) and unicodedata.decomposition(chr(c)))]
print(json.dumps([[c, unicodedata.combining(chr(c))] for c in codes]))`]));
  assert.ok(listed.length > 400);
  const wanted = (kind) => ({ 0: 0, 1: 1, 220: 2, 230: 3 })[kind] ?? 4;
  const { mark } = characters({ Intl });
  for (const [code, kind] of listed) assert.equal(mark(code), wanted(kind), code.toString(16));
});

test('a character is never parted from its marks, with a segmenter and without one', () => {
  for (const window of [{ Intl }, {}]) {
    const { pieces } = characters(window);
    assert.deepEqual(pieces('Zoe\u0308 n'), ['Z', 'o', 'e\u0308', ' ', 'n']);
    assert.deepEqual(pieces('a\u{1F469}\u200D\u{1F4BB}b'), ['a', '\u{1F469}\u200D\u{1F4BB}', 'b']);
    assert.deepEqual(pieces(''), []);
  }
});

test('names are compared without case, accents, Unicode form, width and spaces, as on the host', () => {
  const { folded } = characters({ Intl });
  for (const [one, other] of [['Jos\u00e9 Ibarra', 'jose ibarra'], ['Jose\u0301', 'JOS\u00c9'], ['\uff32\uff55\uff54\uff48', 'Ruth'], ['Stra\u00dfe', 'STRASSE'],
    ['\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03cc\u03c2'], ['Nguy\u1ec5n Th\u1ecb Lan', 'nguyen thi lan'], ['Ana\u00a0Ma', 'Ana\u3000Ma']])
    assert.equal(folded(one), folded(other));
  for (const [one, other] of [['Ruth K.', 'Ruth K'], ['\u0930\u093e\u092e', '\u0930\u092e\u093e'], ['\u30ac', '\u30ab'], ['\u0410\u043d\u0430', 'Ana']])
    assert.notEqual(folded(one), folded(other));
  assert.equal(folded(' \u00a0\u200b'), '');
});
