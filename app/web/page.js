// The browser's half of the page: what app/platform/page_web.cpp and page_mirror.cpp call, and the events
// that it brings them; the way to the host is in host.js. A library for emscripten's linker; it draws nothing and knows no workshop.
// Plain http on a LAN is not a secure context: no clipboard, no wake lock, no service worker, no coalesced events.
var page_library = {
  $page: {
    asked: false, timer: 0, without_graphics: 0, canvas: null, frames: 0, first_frame_at: 0,

    request: function () {
      if (page.asked) return;
      page.asked = true;
      requestAnimationFrame(function (now) {
        page.asked = false;
        clearTimeout(page.timer);
        page.frames += 1;
        var within = _page_frame(now);
        page.first_frame_at = page.first_frame_at || performance.now();
        if (within < 0.017) page.request();
        else if (within < 1e6) page.timer = setTimeout(page.request, within * 1000);
      });
    },

    // --- size: CSS pixels, the glass's density, what is safe to use ------------------------------------------------------
    resize: function () {
      var width = window.innerWidth, height = window.innerHeight;
      var view = window.visualViewport, style = getComputedStyle(document.documentElement);
      var inset = function (side) { return parseFloat(style.getPropertyValue('--safe-' + side)) || 0; };
      // As sharp as the glass, but no more than four million pixels a frame.
      var density = Math.max(1, Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(4e6 / (width * height))));
      var canvas = page.canvas;
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
      canvas.style.width = width + 'px';
      canvas.style.height = height + 'px';
      var top = Math.max(inset('top'), view ? view.offsetTop : 0);
      // A soft keyboard makes the visible part smaller and leaves the window as it is.
      var bottom = Math.min(height - inset('bottom'), view ? view.offsetTop + view.height : height);
      var forced = matchMedia('(forced-colors: active)').matches;
      _page_forced_colors.apply(null, [forced ? 1 : 0].concat(['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'GrayText'].map(page.system_color)));
      var dark = matchMedia('(prefers-color-scheme: dark)').matches, still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      _page_resized(width, height, density, inset('left'), top, width - inset('right'), Math.max(bottom, top + 100),
                    Math.max(1, Math.min(2, parseFloat(style.fontSize) / 16)), dark ? 1 : 0, still ? 1 : 0);
    },

    // One of the system's colours as a number, 0xRRGGBB.
    system_color: function (name) {
      page.canvas.style.color = name;
      var parts = getComputedStyle(page.canvas).color.match(/\d+/g) || [0, 0, 0];
      return (parts[0] << 16 | parts[1] << 8 | parts[2]) >>> 0;
    },

    // Browsers take the graphics of pages that nobody looks at, and give them back; who looks at the page does not wait long.
    wait_for_graphics: function () {
      clearTimeout(page.without_graphics);
      page.without_graphics = setTimeout(function () {
        if (document.hidden) page.wait_for_graphics();
        else standpointStop('lost-graphics');
      }, 5000);
    },

    // --- fingers -----------------------------------------------------------------------------------------------------------
    watch_fingers: function () {
      var canvas = page.canvas;
      var bring = function (kind) {
        return function (event) {
          if (kind == 0) {
            if (event.pointerType == 'mouse' && event.button != 0) return;
            canvas.setPointerCapture(event.pointerId);
            page.leave_field();
            page.used = null;
            _page_focused(0);
          }
          _page_pointer(kind, event.pointerId, event.clientX, event.clientY, event.pointerType == 'mouse' ? 0 : 1);
          // A browser opens the keyboard only inside the gesture, so what was tapped is found here and now.
          if (kind == 2) page.enter_field_at(event.clientX, event.clientY);
        };
      };
      canvas.addEventListener('pointerdown', bring(0));
      canvas.addEventListener('pointermove', bring(1));
      canvas.addEventListener('pointerup', bring(2));
      canvas.addEventListener('pointercancel', bring(3));
      canvas.addEventListener('wheel', function (event) {
        _page_wheel(-event.deltaX / 100, -event.deltaY / 100);
        event.preventDefault();
      }, {passive: false});
      // The mouse events that follow a touch would take the focus from the field again; Safari would zoom.
      ['mousedown', 'contextmenu', 'gesturestart', 'dblclick'].forEach(function (name) {
        canvas.addEventListener(name, function (event) { event.preventDefault(); });
      });
    },

    // --- keys ----------------------------------------------------------------------------------------------------------------
    // The same order as in page_keys.cpp. Tab is the browser's: it goes from element to element of the mirror.
    keys: ['', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Enter', ' ', 'Escape', 'Delete',
           'Backspace', '-', '='],
    key: function (event, down) {
      var target = event.target, number = page.keys.indexOf(event.key);
      if (page.is_field(target)) return;
      if (/^[a-z]$/i.test(event.key)) number = 100 + event.key.toUpperCase().charCodeAt(0) - 65;
      if (number <= 0) return;
      // Enter and Space on an element press it: the browser sends the click itself.
      if (target.id && page.elements.has(+target.id.slice(1)) && target.tabIndex >= 0 && (event.key == 'Enter' || event.key == ' ')) return;
      if (event.ctrlKey || event.metaKey) { if (number < 100 || !/[zy]/i.test(event.key)) return; }
      _page_key(number, down ? 1 : 0, (event.ctrlKey || event.metaKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0));
      if (number < 100) event.preventDefault();
    },

    // --- the mirror: one element for each thing that is shown, exactly over it -----------------------------------------------
    elements: null, parts: null, wanted: null, fields: [], used: null, titled: '',
    roles: ['button', 'link', 'checkbox', 'radio', 'text', 'heading', 'field', 'progress', 'image', 'status'],

    is_field: function (element) { return element && (element.tagName == 'INPUT' || element.tagName == 'TEXTAREA'); },

    tag_of: function (role, states) {
      if (role == 'field') return states & 64 ? 'textarea' : 'input';
      if (role == 'heading') return 'h' + Math.max(1, Math.min(6, states >> 8 & 255));
      if (role == 'text') return 'p';
      if (role == 'image' || role == 'progress' || role == 'status') return 'div';
      return 'button';
    },

    make: function (id, role, states) {
      var element = document.createElement(page.tag_of(role, states));
      element.id = 'i' + id;
      element.dataset.role = role;
      if (role == 'status') element.setAttribute('role', 'status');
      if (role == 'image') element.setAttribute('role', 'img');
      if (role == 'progress') element.setAttribute('role', 'progressbar');
      if (role == 'link' || role == 'checkbox' || role == 'radio') element.setAttribute('role', role);
      if (element.tagName == 'BUTTON') {
        element.type = 'button';
        element.addEventListener('click', function () {
          page.leave_field();  // a screen reader presses without moving the focus
          page.used = element;
          _page_activate(id);
        });
        element.addEventListener('focus', function () {
          page.used = element;
          _page_focused(id);
        });
      }
      if (role == 'field') page.watch_field(element, id, states >> 16);
      return element;
    },

    state: function (element, name, states, yes, no) {
      if (states & (yes | no)) element.setAttribute(name, states & yes ? 'true' : 'false');
      else element.removeAttribute(name);
    },

    put: function (id, role, states, x, y, width, height, name, value) {
      var element = page.elements.get(id);
      if (!element || element.dataset.role != role || element.tagName.toLowerCase() != page.tag_of(role, states)) {
        element = page.make(id, role, states);
        page.elements.set(id, element);
      }
      var style = element.style;
      style.left = x + 'px';
      style.top = y + 'px';
      style.width = width + 'px';
      style.height = height + 'px';
      if (role == 'text' || role == 'heading' || role == 'status') {
        var words = value ? name + ', ' + value : name;
        if (element.textContent != words) element.textContent = words;
      } else if (role == 'field') {
        element.setAttribute('aria-label', name);
        if (document.activeElement != element && element.value != value) element.value = value;
      } else {
        element.setAttribute('aria-label', value && role != 'progress' ? name + ', ' + value : name);
        if (role == 'progress') element.setAttribute('aria-valuetext', value);
      }
      if ('disabled' in element) element.disabled = (states & 1) != 0;
      if (role == 'heading') element.tabIndex = -1;
      else if (element.tagName == 'BUTTON') element.tabIndex = states & 128 ? -1 : 0;
      page.state(element, role == 'radio' || role == 'checkbox' ? 'aria-checked' : 'data-checked', states, 2, 4);
      if (role == 'button') page.state(element, 'aria-pressed', states, 8, 16);
    },

    // What reads as one: a group, or a list, in which everything has a row of its own.
    part: function (id, within, list, name) {
      var element = page.parts.get(id);
      if (!element) {
        element = document.createElement(list ? 'ul' : 'div');
        element.setAttribute('role', list ? 'list' : 'group');  // Safari takes a list without bullets for none
        page.parts.set(id, element);
      }
      element.setAttribute('aria-label', name);
      page.place(element, within);
      page.wanted.set(id, new Set());
    },

    place: function (element, part) {
      var list = part && page.parts.get(part).tagName == 'UL';
      if (list && !element.row) {
        element.row = document.createElement('li');
        element.row.appendChild(element);
      } else if (!list) {
        element.row = null;
      }
      page.wanted.get(part).add(element.row || element);
    },

    end: function () {
      var mirror = page.mirror, before = page.used && Array.from(mirror.querySelectorAll('button, input, textarea'));
      page.wanted.forEach(function (children, part) {
        var inside = part ? page.parts.get(part) : mirror;
        Array.from(children).forEach(function (child, place) {
          // What has the keyboard stays where it is, or it would lose it: the others go behind it.
          if (child.parentNode == inside && child.contains(document.activeElement))
            while (inside.children[place] != child) inside.appendChild(inside.children[place]);
          else if (inside.children[place] != child) inside.insertBefore(child, inside.children[place] || null);
        });
        while (inside.children.length > children.size) inside.lastChild.remove();
      });
      [page.elements, page.parts].forEach(function (kept) {
        kept.forEach(function (element, id) { if (!element.isConnected) kept.delete(id); });
      });
      page.fields = Array.from(mirror.querySelectorAll('input, textarea'));
      if (page.used && !page.used.isConnected) page.follow_page(before);
    },

    title: function () {
      var heading = page.mirror.querySelector('h1');
      return heading ? heading.textContent : '';
    },
    // What was pressed or had the keyboard is gone: a new page is read from its heading, on the same one it goes on beside it.
    follow_page: function (before) {
      var place = before.indexOf(page.used), next = page.mirror.querySelector('h1');
      page.used = null;
      if (page.title() == page.titled) {
        before = before.slice(0, place).reverse().concat(before.slice(place + 1));
        next = before.find(function (element) { return element.isConnected && !element.disabled; }) || next;
      }
      if (next) next.focus({preventScroll: true});
    },

    // --- text: the element has the keyboard and owns the text while it is focused -----------------------------------------------
    watch_field: function (field, id, typed) {
      var tell = function (how) { _page_edit(id, how, page.copied(field.value)); };
      var before = '', left = false;
      field.dir = 'auto';
      field.autocomplete = 'off';
      field.setAttribute('autocapitalize', ['sentences', 'words', 'characters'][typed]);  // sentences, a name, a code
      field.setAttribute('autocorrect', typed ? 'off' : 'on');
      field.spellcheck = !typed;
      field.setAttribute('enterkeyhint', field.tagName == 'INPUT' ? 'done' : 'enter');
      field.addEventListener('focus', function () {
        before = field.value;
        left = false;
        _page_editing(id);
      });
      field.addEventListener('input', function () { tell(0); });
      field.addEventListener('keydown', function (event) {
        event.stopPropagation();
        if (event.isComposing) return;
        if (event.key == 'Escape') {
          left = true;
          field.value = before;
          tell(2);
          field.blur();
        } else if (event.key == 'Enter' && field.tagName == 'INPUT') {
          left = true;
          page.used = field;
          tell(3);
          field.blur();
        }
      });
      field.addEventListener('blur', function () {
        _page_editing(0);
        if (!left && field.value != before) tell(1);
      });
    },

    copied: function (text) {
      var bytes = lengthBytesUTF8(text) + 1, place = _malloc(bytes);
      stringToUTF8(text, place, bytes);
      return place;
    },

    enter_field_at: function (x, y) {
      page.fields.forEach(function (field) {
        var box = field.getBoundingClientRect();
        if (!field.disabled && x >= box.left && x < box.right && y >= box.top && y < box.bottom) field.focus({preventScroll: true});
      });
    },

    leave_field: function () { if (page.is_field(document.activeElement)) document.activeElement.blur(); },
  },

  page_watch__deps: ['$page', 'malloc'],
  page_watch: function () {
    page.elements = new Map();  // the linker writes plain objects only
    page.parts = new Map();
    page.canvas = document.getElementById('stage');
    page.mirror = document.getElementById('mirror');
    document.getElementById('loading').hidden = true;
    window.standpoint = page;  // for tests, which count frames
    page.watch_fingers();
    ['resize', 'orientationchange'].forEach(function (name) { window.addEventListener(name, page.resize); });
    if (window.visualViewport) ['resize', 'scroll'].forEach(function (name) { visualViewport.addEventListener(name, page.resize); });
    ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)'].forEach(function (query) {
      matchMedia(query).addEventListener('change', page.resize);
    });
    window.addEventListener('keydown', function (event) { page.key(event, true); });
    window.addEventListener('keyup', function (event) { page.key(event, false); });
    window.addEventListener('pageshow', function (event) { if (event.persisted) _page_came_back(); });
    document.addEventListener('visibilitychange', function () { if (!document.hidden) _page_came_back(); });
    window.addEventListener('online', function () { _page_came_back(); });
    page.canvas.addEventListener('webglcontextlost', function (event) {
      event.preventDefault();
      _page_graphics(0);
      page.wait_for_graphics();
    });
    page.canvas.addEventListener('webglcontextrestored', function () {
      clearTimeout(page.without_graphics);
      _page_graphics(1);
      standpointGoOn();
    });
    page.resize();
  },
  page_request_frame__deps: ['$page'],
  page_request_frame: function () { page.request(); },

  page_mirror_begin__deps: ['$page'],
  page_mirror_begin: function () {
    page.wanted = new Map([[0, new Set()]]);
    page.titled = page.title();
  },
  page_mirror_part: function (id, within, list, name) { page.part(id >>> 0, within >>> 0, list, UTF8ToString(name)); },
  page_mirror_keep: function (id, part) { page.place(page.elements.get(id >>> 0), part >>> 0); },
  page_mirror_put__deps: ['$page'],
  page_mirror_put: function (id, part, role, states, x, y, width, height, name, value) {
    id >>>= 0;
    page.put(id, page.roles[role], states, x, y, width, height, UTF8ToString(name), UTF8ToString(value));
    page.place(page.elements.get(id), part >>> 0);
  },
  page_mirror_end: function () { page.end(); },

  page_focus_element__deps: ['$page'],
  page_focus_element: function (id) {
    var element = page.elements.get(id >>> 0);
    if (element && document.activeElement != element) element.focus({preventScroll: true});
  },

  // The colours that a field has while it is edited.
  page_colors: function (ink, ground) {
    var css = function (color) { return '#' + (color >>> 0).toString(16).padStart(6, '0'); };
    document.documentElement.style.setProperty('--ink', css(ink));
    document.documentElement.style.setProperty('--ground', css(ground));
  },

  // --- the start ------------------------------------------------------------------------------------------------------------------
  // The fonts were asked for when the script began to run.
  page_load_fonts__deps: ['malloc', '$page'],
  page_load_fonts: function () {
    standpointFonts.then(function (bytes) {
      var place = _malloc(bytes.byteLength);
      HEAPU8.set(new Uint8Array(bytes), place);
      _page_fonts(place, bytes.byteLength);
    }).catch(function () { standpointStop('other', 'A part of the page did not arrive. What you sent before is safe.'); });
  },
  // Letters that few names have. Until they are there, and when the host is away, white squares stand for them.
  page_load_letters__deps: ['malloc', '$page'],
  page_load_letters: function () {
    standpointFetch(standpointScript.dataset.letters).then(function (bytes) {
      var place = _malloc(bytes.byteLength);
      HEAPU8.set(new Uint8Array(bytes), place);
      _page_letters(place, bytes.byteLength);
    }).catch(function () { setTimeout(_page_load_letters, 5000); });
  },
  page_failed: function (sentence) { standpointStop('no-webgl', UTF8ToString(sentence)); },
};
mergeInto(LibraryManager.library, page_library);
