// Windows through GLFW, each with its own OpenGL 3.3 context and its own ImGui context, so that no window depends on another.
#include <glad/gl.h>
// glad stands before GLFW, which would bring the system's own OpenGL header otherwise.
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iostream>

#include "app/paint/gui_context.h"
#include "app/platform/displays.h"
#include "app/platform/window.h"
#include "app/render/gl_shapes.h"
#include "backends/imgui_impl_glfw.h"
#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "imgui_internal.h"  // InputEventsQueue: nothing public tells that input waits

namespace standpoint {

namespace {

// Where the display does not hold frames back. Shorter than a frame at 60 a second, or waiting would skip every other one.
constexpr double shortest_frame = 1.0 / 75.0;
// Layouts that depend on the frame before settle within this many frames after an input.
constexpr int frames_after_input = 3;
// Of one frame: a burst larger than this goes on in the next one, so that the window still moves.
constexpr int most_passes = 32;

using Dropped = std::function<void(const std::vector<std::string>&)>;

struct Window {
  WindowId id{};
  GLFWwindow* handle = nullptr;
  std::unique_ptr<GuiContext> gui;
  std::unique_ptr<GlShapes> shapes;
  DrawFrame draw;
  const Dropped* dropped = nullptr;
  Rectangle windowed;  // where it was before full screen
  int frames_due = frames_after_input;
  double due_at = NextFrame::never;
  bool closing = false;
  int frames_to_see = 0;  // until then presses are forgotten

  void open_gui() {
    glfwSetWindowUserPointer(handle, this);
    watch_input();
    // The back end calls our callbacks first, then its own.
    ImGui_ImplGlfw_InitForOpenGL(handle, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    auto made = GlShapes::make(GlKind::core_330);
    if (made) shapes = std::move(*made);
    else std::cerr << made.error().sentence << " Large maps are drawn more slowly; nothing else changes.\n";
  }

  ~Window() {
    if (gui) {
      glfwMakeContextCurrent(handle);
      gui->make_current();
      shapes.reset();
      if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
      if (ImGui::GetIO().BackendPlatformUserData != nullptr) ImGui_ImplGlfw_Shutdown();
    }
    gui.reset();
    if (handle != nullptr) glfwDestroyWindow(handle);
  }

  static void touch(GLFWwindow* handle) {
    if (auto* window = static_cast<Window*>(glfwGetWindowUserPointer(handle))) window->frames_due = frames_after_input;
  }

  void watch_input() {
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { touch(w); });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { touch(w); });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int) { touch(w); });
    glfwSetWindowIconifyCallback(handle, [](GLFWwindow* w, int) { touch(w); });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int) { touch(w); });
    glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double, double) { touch(w); });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int, int, int) { touch(w); });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double, double) { touch(w); });
    // Called before ImGui's own, which hears of the key afterwards.
    glfwSetKeyCallback(handle, [](GLFWwindow* w, int key, int, int action, int) {
      touch(w);
      auto* window = static_cast<Window*>(glfwGetWindowUserPointer(w));
      const bool modifier = key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
      if (window != nullptr && modifier && action == GLFW_RELEASE) window->end_chord();
    });
    glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned) { touch(w); });
    glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
      touch(w);
      const auto* window = static_cast<const Window*>(glfwGetWindowUserPointer(w));
      if (window != nullptr && *window->dropped) (*window->dropped)({paths, paths + count});
    });
  }

  // ImGui takes one change of a key or a button a pass. What waits behind it is taken at once, in passes that are not
  // shown: on a slow display fast typing would fall behind by a frame a letter otherwise.
  NextFrame take_input(double now) {
    NextFrame next;
    for (int pass = 0; pass < most_passes && (pass == 0 || input_waits()); ++pass) {
      ImGui_ImplOpenGL3_NewFrame();
      ImGui_ImplGlfw_NewFrame();
      ImGui::NewFrame();
      next = draw({gui->fonts(), now, shapes.get()});
      ImGui::Render();
    }
    return next;
  }

  // What was typed under Ctrl or Shift is taken before the key is let go: between two slow frames ImGui would see both
  // at once, and Ctrl Z would be a Z.
  void end_chord() {
    glfwMakeContextCurrent(handle);
    gui->make_current();
    if (input_waits()) take_input(glfwGetTime());
  }

  void draw_frame(double now) {
    glfwMakeContextCurrent(handle);
    gui->make_current();
    // One frame is drawn from it; what comes while that is on its way to the display is heard with the one after.
    if (frames_to_see > 0) {
      forget_presses();
      --frames_to_see;
    }
    const NextFrame next = take_input(now);
    whiten_new_textures();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(handle, &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (shapes) shapes->frame_done();
    glfwSwapBuffers(handle);
    frames_due = std::max(0, frames_due - 1);
    due_at = input_waits() ? now : now + next.within_seconds;
  }

  static bool input_waits() { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }

  bool due(double now) const { return frames_due > 0 || due_at <= now; }
  bool hidden() const { return glfwGetWindowAttrib(handle, GLFW_ICONIFIED) == GLFW_TRUE; }
};

std::string reason() {
  const char* description = nullptr;
  glfwGetError(&description);
  return description != nullptr ? description : "the reason is unknown";
}

// Puts the contexts that were current back at the end of a scope.
class CurrentContexts {
 public:
  CurrentContexts() : window_(glfwGetCurrentContext()), gui_(ImGui::GetCurrentContext()) {}
  ~CurrentContexts() {
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(gui_);
  }
  CurrentContexts(const CurrentContexts&) = delete;
  CurrentContexts& operator=(const CurrentContexts&) = delete;

 private:
  GLFWwindow* window_;
  ImGuiContext* gui_;
};

// What glfwCreateWindow makes: OpenGL 3.3, shown only when its first frame can be drawn.
void describe_window() {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "standpoint");
}

}  // namespace

struct Desktop::State {
  std::vector<std::unique_ptr<Window>> windows;
  Dropped dropped;
  std::atomic<bool> woken = false;
  bool quitting = false;
  int next_id = 1;

  Window* find(WindowId id) const {
    for (const auto& window : windows)
      if (window->id == id) return window.get();
    return nullptr;
  }

  ~State() {
    windows.clear();
    glfwTerminate();
  }

  // Seconds until a window has to draw; 0 or less: now.
  double until_due(double now) const {
    double soonest = NextFrame::never;
    for (const auto& window : windows)
      if (!window->hidden()) soonest = std::min(soonest, window->frames_due > 0 ? 0.0 : window->due_at - now);
    return soonest;
  }

  void wait(double last_frame) {
    const double now = glfwGetTime();
    const double wait = std::max(until_due(now), last_frame + shortest_frame - now);
    if (wait <= 0.0) glfwPollEvents();
    else if (wait >= NextFrame::never / 2) glfwWaitEvents();
    else glfwWaitEventsTimeout(wait);
    if (woken.exchange(false))
      for (const auto& window : windows) window->frames_due = frames_after_input;
  }

  void drop_closed() {
    for (const auto& window : windows) window->closing = window->closing || glfwWindowShouldClose(window->handle) == GLFW_TRUE;
    if (!windows.empty() && windows.front()->closing) quitting = true;
    std::erase_if(windows, [](const auto& window) { return window->closing; });
  }
};

Desktop::Desktop(std::unique_ptr<State> state) : state_(std::move(state)) {}
Desktop::~Desktop() = default;

Result<std::unique_ptr<Desktop>> Desktop::start() {
  if (glfwInit() == GLFW_FALSE)
    return failed("There is no display to open a window on. Your sessions are untouched. Start it on a desktop, or draw with: standpoint picture.");
  return std::unique_ptr<Desktop>(new Desktop(std::make_unique<State>()));
}

int Desktop::display_count() const {
  int count = 0;
  glfwGetMonitors(&count);
  return count;
}

Result<WindowId> Desktop::open_window(const WindowOptions& options, DrawFrame draw) {
  describe_window();
  GLFWmonitor* display = display_at(options.display);
  if (display == nullptr) display = glfwGetPrimaryMonitor();
  const Rectangle area = display != nullptr ? work_area(display) : Rectangle{0, 0, options.width, options.height};
  const int width = std::min(options.width, area.width);
  const int height = std::min(options.height, area.height);
  auto window = std::make_unique<Window>();
  window->handle = glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
  if (window->handle == nullptr)
    return failed(fmt::format("The window could not be opened: {}. Your sessions are untouched. Standpoint needs OpenGL 3.3.", reason()));
  glfwSetWindowSizeLimits(window->handle, 900, 640, GLFW_DONT_CARE, GLFW_DONT_CARE);
  place_in(area, window->handle);
  window->windowed = place_of(window->handle);
  if (options.fullscreen) enter_fullscreen(window->handle, display);
  const CurrentContexts before;  // another window may be in the middle of its frame
  glfwMakeContextCurrent(window->handle);
  gladLoadGL(glfwGetProcAddress);
  // Only the first window waits for its display, or two windows would wait for both in turn.
  glfwSwapInterval(state_->windows.empty() ? 1 : 0);
  auto gui = GuiContext::make();
  if (!gui) return failed(gui.error());
  window->gui = std::move(*gui);
  window->id = WindowId{state_->next_id++};
  window->draw = std::move(draw);
  window->dropped = &state_->dropped;
  window->open_gui();
  glfwShowWindow(window->handle);
  state_->windows.push_back(std::move(window));
  return state_->windows.back()->id;
}

void Desktop::close_window(WindowId window) {
  if (Window* found = state_->find(window)) found->closing = true;
}

bool Desktop::is_open(WindowId window) const {
  const Window* found = state_->find(window);
  return found != nullptr && !found->closing;
}

void Desktop::set_title(WindowId window, const std::string& title) {
  if (const Window* found = state_->find(window)) glfwSetWindowTitle(found->handle, title.c_str());
}

bool Desktop::is_fullscreen(WindowId window) const {
  const Window* found = state_->find(window);
  return found != nullptr && glfwGetWindowMonitor(found->handle) != nullptr;
}

void Desktop::set_fullscreen(WindowId window, bool fullscreen) {
  Window* found = state_->find(window);
  if (found == nullptr || is_fullscreen(window) == fullscreen) return;
  if (fullscreen) {
    found->windowed = place_of(found->handle);
    enter_fullscreen(found->handle, display_of(found->windowed));
  } else {
    const Rectangle& back = found->windowed;
    glfwSetWindowMonitor(found->handle, nullptr, back.x, back.y, back.width, back.height, GLFW_DONT_CARE);
  }
  found->frames_due = frames_after_input;
}

void Desktop::forget_input(WindowId window) {
  Window* found = state_->find(window);
  if (found == nullptr) return;
  found->frames_to_see = 2;
  found->frames_due = std::max(found->frames_due, frames_after_input);
}

void Desktop::on_drop(std::function<void(const std::vector<std::string>&)> dropped) { state_->dropped = std::move(dropped); }

void Desktop::run() {
  double last_frame = 0.0;
  state_->quitting = false;
  while (!state_->quitting && !state_->windows.empty()) {
    state_->wait(last_frame);
    const double now = glfwGetTime();
    if (now < last_frame + shortest_frame) continue;  // an event came early: it is drawn with the next frame
    // By index: drawing may open another window.
    for (std::size_t i = 0; i < state_->windows.size(); ++i) {
      Window& window = *state_->windows[i];
      if (window.closing || window.hidden() || !window.due(now)) continue;
      window.draw_frame(now);
      last_frame = now;
    }
    state_->drop_closed();
  }
}

void Desktop::wake() {
  state_->woken = true;
  glfwPostEmptyEvent();
}

}  // namespace standpoint
