// The browser's half of the way to the host: what app/net/line/web.cpp and main_web.cpp call. A library for emscripten's linker; it
// knows bytes and addresses only.
var host_library = {
  // --- lines: WebSockets by the address of their LineWeb --------------------------------------------------------------------------
  $lines: {},
  line_open__deps: ['$lines', 'malloc', 'free'],
  line_open: function (line, url) {
    var socket;
    try { socket = new WebSocket(UTF8ToString(url)); } catch (refused) { setTimeout(function () { if (lines[line] === null) _line_lost(line); }); }
    lines[line] = socket || null;
    if (!socket) return;
    socket.binaryType = 'arraybuffer';
    socket.onopen = function () { if (lines[line] == socket) _line_opened(line); };
    socket.onclose = function () { if (lines[line] == socket) _line_lost(line); };
    socket.onmessage = function (event) {
      if (lines[line] != socket) return;
      var count = event.data.byteLength || 0, place = _malloc(count);
      if (count) HEAPU8.set(new Uint8Array(event.data), place);
      _line_arrived(line, place, count);
      HEAPU8.fill(0, place, place + count);
      _free(place);
    };
  },
  line_send__deps: ['$lines'],
  line_send: function (line, bytes, count) { if (lines[line]) lines[line].send(HEAPU8.slice(bytes, bytes + count)); },
  line_close__deps: ['$lines'],
  line_close: function (line) {
    if (lines[line]) lines[line].close();
    delete lines[line];
  },

  page_random: function (place, count) { crypto.getRandomValues(HEAPU8.subarray(place, place + count)); },

  // The host and this page go on talking between frames. A page that nobody sees is called more seldom; what came meanwhile waits.
  $line_timer: {id: 0},
  line_step_in__deps: ['$line_timer'],
  line_step_in: function (milliseconds) {
    clearTimeout(line_timer.id);
    line_timer.id = setTimeout(_line_step, milliseconds);
  },

  // --- who this tablet is: 16 bytes, made once and kept by the browser -----------------------------------------------------------------
  page_token: function (place) {
    var bytes = new Uint8Array(16), kept = null, keeps = 1;
    var name = 'standpoint-token' + (/^#?s-/.test(standpointKey) ? '-stage' : '');  // a stage beside somebody's page takes no seat of theirs
    try { kept = localStorage.getItem(name); } catch (closed) { keeps = 0; }
    if (kept && /^[0-9a-f]{32}$/.test(kept)) {
      for (var i = 0; i < 16; ++i) bytes[i] = parseInt(kept.substr(2 * i, 2), 16);
    } else {
      crypto.getRandomValues(bytes);
      var text = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
      try { localStorage.setItem(name, text); } catch (full) { keeps = 0; }
    }
    HEAPU8.set(bytes, place);
    return keeps;
  },
  // --- what is made and not sent yet, while the page is closed: of one seat of one session, and of no other any more ------------------
  $shelf: {prefix: 'standpoint-draft-'},
  page_kept__deps: ['$shelf'],
  page_kept: function (key, place, room) {
    var mine = shelf.prefix + UTF8ToString(key), text = '';
    try {
      text = localStorage.getItem(mine) || '';
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf(shelf.prefix) == 0 && name != mine) localStorage.removeItem(name);
      });
    } catch (closed) {}
    stringToUTF8(text, place, room);
  },
  page_keep__deps: ['$shelf'],
  page_keep: function (key, text) {
    var name = shelf.prefix + UTF8ToString(key), words = UTF8ToString(text);
    try {
      if (words) localStorage.setItem(name, words);
      else localStorage.removeItem(name);
    } catch (closed) {}
  },
  // What stood in the address behind its #, of app/web/start.js. Into `place`, at most `room` bytes with the zero at the end.
  page_fragment: function (place, room) { stringToUTF8(standpointKey, place, room); },
  page_host: function (place, room) { stringToUTF8((location.protocol == 'https:' ? 'wss://' : 'ws://') + location.host, place, room); },
};
mergeInto(LibraryManager.library, host_library);
