// The first lines of the script: asks for the fonts while the program is still on its way, and says so when something fails.
// app/web/make_site puts it before what the linker wrote.
var standpointScript = document.currentScript;
var standpointFailed = function (reason) {
  var line = document.getElementById('loading');
  line.hidden = false;
  line.textContent = 'The page could not start: ' + (reason.message || reason) + ' Your session is safe on its machine. Load this page again.';
};
var standpointFetch = function (address) {
  return fetch(address).then(function (answer) {
    if (!answer.ok) throw new Error('the fonts did not arrive.');
    return answer.arrayBuffer();
  });
};
var standpointFonts = standpointFetch(standpointScript.dataset.fonts);
var Module = {
  locateFile: function () { return standpointScript.dataset.program; },
  onAbort: function (reason) { standpointFailed(reason); },
};
