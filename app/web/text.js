// Lines that the page's small fonts cannot spell, measured and drawn by the browser in the fonts of the device, for
// app/paint/text/text_engine_web.cpp. A library for emscripten's linker.
var text_library = {
  $text: {
    pad: null, image: null, segmenter: null,

    // A line runs the way its first letter does (UAX 9, P2 and P3).
    set: function (face, em, line) {
      text.pad = text.pad || document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      text.pad.font = [400, 500, 600, 700, 600, 500][face] + ' ' + em + 'px Inter, system-ui, sans-serif';
      text.pad.textAlign = 'left';
      text.pad.direction = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(line) ? 'rtl' : 'ltr';
      return text.pad.measureText(line);
    },
  },

  text_width__deps: ['$text'],
  text_width: function (face, utf8) { return text.set(face, 100, UTF8ToString(utf8)).width / 100; },

  text_draw__deps: ['$text'],
  text_draw: function (face, utf8, em, black, box) {
    var line = UTF8ToString(utf8), ink = text.set(face, em, line);
    if (!(ink.width > 0)) return 0;
    // Firefox tells the ink of a line's first font only, so there is always room for its whole width, and for letters that stack.
    var left = Math.floor(Math.min(-ink.actualBoundingBoxLeft, 0)) - 1, top = Math.floor(-Math.max(ink.actualBoundingBoxAscent, em * 1.1)) - 1;
    var wide = Math.ceil(Math.max(ink.actualBoundingBoxRight, ink.width)) + 1 - left, high = Math.ceil(Math.max(ink.actualBoundingBoxDescent, em * 0.45)) + 1 - top;
    text.pad.canvas.width = wide;  // clears it, and forgets the font
    text.pad.canvas.height = high;
    text.set(face, em, line);
    text.pad.fillStyle = black ? '#000' : '#fff';
    text.pad.fillText(line, -left, -top);
    text.image = text.pad.getImageData(0, 0, wide, high);
    HEAP32.set([left, top, wide, high], box >> 2);
    return 1;
  },

  text_read__deps: ['$text'],
  text_read: function (pixels) { HEAPU8.set(text.image.data, pixels); },

  // Without a segmenter lines end anywhere between characters, as they did.
  text_word_ends__deps: ['$text'],
  text_word_ends: function (utf8, ends) {
    if (!window.Intl || !Intl.Segmenter) return 0;
    text.segmenter = text.segmenter || new Intl.Segmenter('th', { granularity: 'word' });
    var end = 0;
    return Array.from(text.segmenter.segment(UTF8ToString(utf8)), function (word, place) {
      end += lengthBytesUTF8(word.segment);
      HEAPU32[(ends >> 2) + place] = end;
    }).length;
  },
};
mergeInto(LibraryManager.library, text_library);
