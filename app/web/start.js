// The first script, in words that every browser reads: looks whether this one can draw the session, says so at once when it cannot,
// and else brings the program and its fonts. What it puts on window is all that the other scripts know of it.
var standpointScript = document.currentScript;
// What opens the session leaves the address bar, its history and whatever is photographed of them at once. This tab keeps it, for when
// the page is loaded again; where it may keep nothing, the address has to.
var standpointKey = (function () {
  var key = location.hash, kept = null;
  try {
    if (key) sessionStorage.setItem('standpoint-key', key);
    kept = sessionStorage.getItem('standpoint-key');
  } catch (closed) {}
  if (key && key === kept) history.replaceState(null, '', location.pathname);
  return key || kept || '';
})();
window.addEventListener('hashchange', function () { location.reload(); });  // another code was opened in this tab
var standpointSays = {
  'no-webgl': ['This browser cannot draw the session', 'It has no WebGL 2, or it is switched off.',
    ['Bring the browser up to date, or open the address in another one: Chrome, Edge, Firefox 51 or Safari 15 and newer can.',
     'On a computer, switch hardware acceleration on in the browser’s settings.',
     'On an iPhone or iPad in Lockdown Mode, switch it off for this page.']],
  'no-wasm': ['This browser is too old for the session', 'It has no WebAssembly, or it is switched off.',
    ['Bring the browser up to date, or open the address in another one: Chrome, Edge, Firefox 53 or Safari 15 and newer can.',
     'On an iPhone or iPad in Lockdown Mode, switch it off for this page.']],
  'lost-graphics': ['The drawing stopped', 'The browser took the graphics away and did not give them back. What you sent is safe, and what you did not send is still here.',
    ['Close other tabs and programs and wait a moment: the page goes on by itself when it can.',
     'Else load the page again. You keep your place in the session.']],
  'other': ['The page could not start', 'What you sent before is safe.',
    ['Load the page again, near the network’s access point.', 'If that does not help, try another browser or another device.']]
};

function standpointDevice() {
  var agent = navigator.userAgent || '';
  if (/iPhone|iPod/.test(agent)) return 'iphone';
  if (/iPad/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1)) return 'ipad';
  if (/Android/.test(agent)) return 'android';
  if (/CrOS/.test(agent)) return 'chromebook';
  if (/Windows/.test(agent)) return 'windows';
  if (/Macintosh/.test(agent)) return 'mac';
  return /Linux|X11/.test(agent) ? 'linux' : 'other';
}

// The facilitator is told, without a word of anybody's: which kind of device it is and why.
function standpointTell(why) {
  var key = /^#(?:f-)?([a-z2-7]{5})[a-z2-7]{21}$/i.exec(standpointKey), request;
  if (!key || !window.XMLHttpRequest) return;
  request = new XMLHttpRequest();
  request.onload = function () { if (request.status == 204) document.getElementById('told').hidden = false; };
  request.open('POST', '/cannot-start/' + standpointDevice() + '/' + why);
  request.setRequestHeader('Standpoint-Hint', key[1].toLowerCase());  // in the clear; the rest of the key stays here
  request.send();
}

// One page in plain words, in place of everything.
function standpointStop(why, reason) {
  var says = standpointSays[why] || standpointSays.other, page = document.getElementById('stopped'), helps = document.getElementById('helps'), i, row;
  if (!page.hidden) return;
  document.getElementById('stopped-title').textContent = says[0];
  document.getElementById('stopped-why').textContent = reason || says[1];
  helps.textContent = '';
  for (i = 0; i < says[2].length; ++i) {
    row = document.createElement('li');
    row.textContent = says[2][i];
    helps.appendChild(row);
  }
  document.getElementById('loading').hidden = true;
  document.getElementById('stage').hidden = true;
  document.getElementById('mirror').hidden = true;
  page.hidden = false;
  document.getElementById('stopped-title').focus();
  standpointTell(why);
}
// The graphics came back.
function standpointGoOn() {
  document.getElementById('stopped').hidden = true;
  document.getElementById('stage').hidden = false;
  document.getElementById('mirror').hidden = false;
}

function standpointMissing() {
  var canvas = document.createElement('canvas'), graphics = null;
  if (!window.WebAssembly || !window.fetch || !window.Promise || !window.WebSocket || !window.PointerEvent) return 'no-wasm';
  try { graphics = canvas.getContext('webgl2'); } catch (refused) { graphics = null; }
  if (!graphics) return 'no-webgl';
  graphics = graphics.getExtension('WEBGL_lose_context');  // a phone has few of them
  if (graphics) graphics.loseContext();
  return '';
}

function standpointFetch(address) {
  return fetch(address).then(function (answer) {
    if (!answer.ok) throw new Error('not there');
    return answer.arrayBuffer();
  });
}

var standpointFonts, standpointModule, standpointWhyNot = standpointMissing();
document.getElementById('again').onclick = function () { location.reload(); };
if (standpointWhyNot) {
  standpointStop(standpointWhyNot);
} else {
  standpointFonts = standpointFetch(standpointScript.getAttribute('data-fonts'));
  standpointModule = {
    locateFile: function () { return standpointScript.getAttribute('data-program'); },
    onAbort: function () { standpointStop('other'); }
  };
  (function () {
    var program = document.createElement('script');
    program.src = standpointScript.getAttribute('data-script');
    program.onerror = function () { standpointStop('other'); };
    // Before it runs: a script that this browser cannot read.
    window.onerror = function (message) { if (!window.standpoint) standpointStop(/Syntax/.test(message) ? 'no-wasm' : 'other'); };
    document.head.appendChild(program);
  })();
}
