// What the browser knows about characters, for app/paint/text/characters_web.cpp. A library for emscripten's linker; tests/web/characters_test.mjs
// holds it against Unicode's own list.
var characters_library = {
  $characters: {
    marks: null, segmenter: null,

    // Without a segmenter: a character and the marks, variants and joined characters behind it.
    pieces: function (text) {
      if (!characters.segmenter && window.Intl && Intl.Segmenter) characters.segmenter = new Intl.Segmenter();
      if (!characters.segmenter) return text.match(/.(?:[\p{M}\ufe00-\ufe0f]|\u200d.?)*/gsu) || [];
      return Array.from(characters.segmenter.segment(text), function (piece) { return piece.segment; });
    },

    // Browsers do not tell a mark's combining class, but they sort marks by it: two change places when the first has the larger one.
    mark: function (code) {
      var mark = String.fromCodePoint(code);
      var swap = function (first, second) { return (first + second).normalize('NFD') == second + first && first != second; };
      var beside = function (known) { return !swap(mark, known) && !swap(known, mark); };
      if (!swap(mark, '\u0334') && !swap('\u0345', mark)) return 0;
      return beside('\u0334') ? 1 : beside('\u0323') ? 2 : beside('\u0301') ? 3 : 4;
    },

    // Upper case is the folded one here: ß is SS, and the sigma at a word's end is the other one.
    folded: function (text) {
      return text.normalize('NFKD').replace(/[\s\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\p{DI}]/gu, '').toUpperCase();
    },

    give: function (text) {
      var bytes = lengthBytesUTF8(text) + 1, place = _malloc(bytes);
      stringToUTF8(text, place, bytes);
      return place;
    },
  },
  $characters__deps: ['malloc'],

  characters_composed__deps: ['$characters'],
  characters_composed: function (utf8) { return characters.give(UTF8ToString(utf8).normalize('NFC')); },
  characters_folded__deps: ['$characters'],
  characters_folded: function (utf8) { return characters.give(characters.folded(UTF8ToString(utf8))); },
  characters_ends__deps: ['$characters'],
  characters_ends: function (utf8, ends) {
    var end = 0;
    return characters.pieces(UTF8ToString(utf8)).map(function (piece, place) {
      end += lengthBytesUTF8(piece);
      HEAPU32[(ends >> 2) + place] = end;
    }).length;
  },
  characters_letter: function (code) { return /\p{L}/u.test(String.fromCodePoint(code)) ? 1 : 0; },
  characters_mark__deps: ['$characters'],
  characters_mark: function (code) {
    characters.marks = characters.marks || new Map();
    if (!characters.marks.has(code)) characters.marks.set(code, characters.mark(code));
    return characters.marks.get(code);
  },
};
mergeInto(LibraryManager.library, characters_library);
