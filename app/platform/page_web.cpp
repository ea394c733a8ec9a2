// The page through the browser: app/web/page.js brings sizes, fingers, keys and what the mirror's elements hear, and calls for
// frames. See page.h.
#include "app/platform/page.h"

#include <emscripten.h>
#include <emscripten/html5_webgl.h>

#include <algorithm>
#include <cfloat>
#include <cstdlib>
#include <utility>
#include <vector>

#include "app/design/theme.h"
#include "app/design/theme_forced.h"
#include "app/paint/gui_context.h"
#include "app/paint/text/font_bytes.h"
#include "app/platform/fingers.h"
#include "app/platform/page_keys.h"
#include "app/platform/page_mirror.h"
#include "app/render/gl_shapes.h"
#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "imgui_internal.h"  // InputEventsQueue, ActivateItemByID, SetFocusID: nothing public does it

extern "C" {
void page_watch();           // begin to bring what happens, and draw
void page_request_frame();
void page_focus_element(std::uint32_t id);
void page_colors(std::uint32_t ink, std::uint32_t ground);
void page_load_letters();  // once; page_letters is called
}

namespace standpoint {
namespace {

constexpr int frames_after_input = 3;
constexpr int most_passes = 32;

struct PageSize {
  Vec size{390, 844};
  float density = 1;
  Box safe{{0, 0}, {390, 844}};
  float text_scale = 1;
  bool dark = false, reduced_motion = false;
  std::optional<Theme> forced;  // in place of the theme by dark
  const Theme& theme() const { return forced ? *forced : dark ? dark_theme : light_theme; }
};

}  // namespace

struct Page::State {
  DrawPage draw;
  std::unique_ptr<GuiContext> gui;
  std::unique_ptr<GlShapes> shapes;
  PageSize place;
  Fingers fingers;
  std::optional<Pinch> pinch;
  Semantics semantics;
  PageMirror mirror;
  int frames_due = frames_after_input;
  double last_seconds = 0;
  std::vector<std::uint32_t> pressed;  // elements, since the last frame, in order
  bool lost = false;  // the graphics context
  bool asked_for_letters = false;
  std::uint32_t focused = 0;  // the element that has the keyboard, as far as is known here

  Result<void> open_graphics();
  void touch() {
    frames_due = frames_after_input;
    page_request_frame();
  }
  void point();
  void press_next();
  void follow_focus();
  NextFrame take_input(double seconds);
  double frame(double seconds);
  static bool input_waits() { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }
};

namespace {

Page::State* the_page = nullptr;  // the browser calls functions, not objects
std::function<void()>* came_back_of_page = nullptr;

}  // namespace

Result<void> Page::State::open_graphics() {
  EmscriptenWebGLContextAttributes wishes;
  emscripten_webgl_init_context_attributes(&wishes);
  wishes.alpha = false;
  wishes.depth = false;
  wishes.antialias = false;
  wishes.majorVersion = 2;
  wishes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#stage", &wishes);
  if (context <= 0)
    return failed("This browser cannot draw the boards: it has no WebGL 2. The session goes on without you. Take a newer browser or another tablet.");
  emscripten_webgl_make_context_current(context);
  ImGui_ImplOpenGL3_Init("#version 300 es");
  // Without it large boards are drawn as triangles, and nothing else changes.
  if (auto made = GlShapes::make(GlKind::es_300)) shapes = std::move(*made);
  return {};
}

// What the fingers did since the last frame, for ImGui and for the boards.
void Page::State::point() {
  ImGuiIO& io = ImGui::GetIO();
  for (const PointerStep& step : fingers.steps()) {
    io.AddMouseSourceEvent(step.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    if (step.kind == PointerStep::Kind::leave) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else if (step.kind == PointerStep::Kind::move) io.AddMousePosEvent(step.at.x, step.at.y);
    else io.AddMouseButtonEvent(0, step.kind == PointerStep::Kind::press);
  }
  pinch = fingers.pinch();
  if (fingers.leaving()) frames_due = std::max(frames_due, 1);
}

// An element of the mirror was pressed. ImGui saw no key, so it is told that one did it: it would hold the item for ever.
void Page::State::press_next() {
  if (pressed.empty()) return;
  ImGui::GetCurrentContext()->NavInputSource = ImGuiInputSource_Keyboard;
  ImGui::ActivateItemByID(pressed.front());
  pressed.erase(pressed.begin());
}

// ImGui takes one change of a finger or a key a pass: all that waits is taken in one frame, so that a tap is seen at once.
NextFrame Page::State::take_input(double seconds) {
  NextFrame next;
  FurtherFingers& further = fingers.further();
  for (int pass = 0; pass < most_passes && (pass == 0 || input_waits() || !pressed.empty()); ++pass) {
    press_next();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    semantics.begin_frame();
    next = draw({gui->fonts(), seconds, shapes.get(), place.safe, place.text_scale, place.theme(), place.reduced_motion,
                 pinch ? &*pinch : nullptr, &semantics, &further});
    semantics.end_frame();
    ImGui::Render();
    if (pinch) pinch->by = {}, pinch->zoom = 1;  // what it did is done in the first pass
  }
  return next;
}

// Arrows move ImGui's focus from item to item; the page's goes with it.
void Page::State::follow_focus() {
  const ImGuiID now = ImGui::GetIO().NavVisible ? ImGui::GetCurrentContext()->NavId : 0;
  if (now != 0 && now != focused) page_focus_element(focused = now);
  if (semantics.wants_focus != 0) page_focus_element(semantics.wants_focus);
}

double Page::State::frame(double seconds) {
  if (lost) return NextFrame::never;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {place.size.x, place.size.y};
  io.DisplayFramebufferScale = {place.density, place.density};
  io.DeltaTime = static_cast<float>(std::clamp(seconds - last_seconds, 0.001, 1.0));
  last_seconds = seconds;
  point();
  const NextFrame next = take_input(seconds);
  whiten_new_textures();
  glViewport(0, 0, static_cast<GLsizei>(place.size.x * place.density), static_cast<GLsizei>(place.size.y * place.density));
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (shapes) shapes->frame_done();
  frames_due = std::max(0, frames_due - 1);
  const double within = frames_due > 0 || input_waits() || fingers.leaving() ? 0 : next.within_seconds;
  mirror.show(semantics, seconds, within > 0.1);
  follow_focus();
  if (gui->fonts().misses_letters() && !std::exchange(asked_for_letters, true)) page_load_letters();
  return std::min(within, std::max(0.0, mirror.due_at() - seconds));
}

Page::Page(std::unique_ptr<State> state) : state_(std::move(state)) {}

Page::~Page() {
  the_page = nullptr;
  came_back_of_page = nullptr;
}

Result<std::unique_ptr<Page>> Page::open(DrawPage draw) {
  auto state = std::make_unique<State>();
  auto gui = GuiContext::make();
  if (!gui) return failed(gui.error());
  state->gui = std::move(*gui);
  // The page moves the keyboard's focus from element to element; ImGui follows.
  ImGui::GetIO().ConfigNavCursorVisibleAuto = false;
  state->semantics.edits_text = true;
  state->draw = std::move(draw);
  if (const auto opened = state->open_graphics(); !opened) return failed(opened.error());
  std::unique_ptr<Page> page(new Page(std::move(state)));
  the_page = page->state_.get();
  came_back_of_page = &page->came_back;
  page_watch();
  return page;
}

void Page::wake() { state_->touch(); }

namespace {

void focus_item(ImGuiID id) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  // ImGui has a window of its own that is never shown; focus in it would not last a frame.
  const auto window = std::find_if(g.Windows.begin(), g.Windows.end(), [](const ImGuiWindow* w) { return w->Active && !w->IsFallbackWindow; });
  if (id == 0 || window == g.Windows.end()) {
    ImGui::SetNavCursorVisible(false);
    return;
  }
  ImGui::SetFocusID(id, *window);
  ImGui::SetNavCursorVisible(true);
}

std::uint32_t number_of(Color color) { return static_cast<std::uint32_t>(color.r) << 16 | static_cast<std::uint32_t>(color.g) << 8 | color.b; }

std::string taken(char* text) {  // allocated by the script
  std::string kept(text);
  std::free(text);
  return kept;
}

}  // namespace
}  // namespace standpoint

// --- called by app/web/page.js -------------------------------------------------------------------------------------------
extern "C" {
using namespace standpoint;

EMSCRIPTEN_KEEPALIVE double page_frame(double milliseconds) { return the_page->frame(milliseconds / 1000); }

EMSCRIPTEN_KEEPALIVE void page_resized(float width, float height, float density, float left, float top, float right, float bottom, float text_scale,
                                       int dark, int reduced_motion) {
  PageSize& place = the_page->place;
  place = {{width, height}, density, {{left, top}, {right, bottom}}, text_scale, dark != 0, reduced_motion != 0, std::move(place.forced)};
  page_colors(number_of(place.theme().ink.primary), number_of(place.theme().bg.surface));
  the_page->touch();
}

// Before page_resized. The colours as 0xRRGGBB; not forced: the theme is ours.
EMSCRIPTEN_KEEPALIVE void page_forced_colors(int forced, std::uint32_t ground, std::uint32_t ink, std::uint32_t highlight, std::uint32_t on_highlight,
                                             std::uint32_t disabled) {
  the_page->place.forced.reset();
  if (forced != 0) the_page->place.forced = forced_theme({rgb(ground), rgb(ink), rgb(highlight), rgb(on_highlight), rgb(disabled)});
}

EMSCRIPTEN_KEEPALIVE void page_pointer(int kind, int id, float x, float y, int is_touch) {
  the_page->fingers.take({static_cast<FingerEvent::Kind>(kind), id, {x, y}, is_touch != 0});
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_wheel(float across, float up) {
  ImGui::GetIO().AddMouseWheelEvent(across, up);
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_key(int key, int down, int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4) != 0);
  if (const int known = key_of_page(key); known != 0) io.AddKeyEvent(static_cast<ImGuiKey>(known), down != 0);
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_activate(std::uint32_t id) {
  the_page->pressed.push_back(id);
  the_page->touch();
}

// The element that has the keyboard; 0: none, or it was touched.
EMSCRIPTEN_KEEPALIVE void page_focused(std::uint32_t id) {
  the_page->focused = id;
  focus_item(id);
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_editing(std::uint32_t id) {
  the_page->semantics.editing = id;
  the_page->touch();
}

// how: 0 typed, 1 committed, 2 cancelled, 3 committed by Enter.
EMSCRIPTEN_KEEPALIVE void page_edit(std::uint32_t id, int how, char* text) {
  the_page->semantics.edit(id, {taken(text), how == 1, how == 2, how == 3});
  the_page->touch();
}

// The rest of the letters, which stay where they are.
EMSCRIPTEN_KEEPALIVE void page_letters(const unsigned char* bytes, std::size_t count) {
  use_font_package({bytes, count});
  the_page->gui->open_letters_again();
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_came_back() {
  (*came_back_of_page)();
  the_page->touch();
}

EMSCRIPTEN_KEEPALIVE void page_graphics(int there) {
  the_page->lost = there == 0;
  if (the_page->lost) return;
  // Everything on the card went with the context; ImGui keeps the letters and sends them again.
  the_page->shapes.reset();
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  if (auto made = GlShapes::make(GlKind::es_300)) the_page->shapes = std::move(*made);
  the_page->touch();
}
}
