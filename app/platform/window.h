// Windows of the program: opening them, input, full screen, a second display, and a loop that draws only when something changed.
// main opens them and gives each a function that draws one frame. It must not know workshops, sessions or screens.
// Types of the window library stay in window_desktop.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/paint/shapes.h"
#include "app/paint/text/fonts.h"
#include "core/workshop/result.h"

namespace standpoint {

// What a window asks for after a frame. Input, size changes and Desktop::wake always bring new frames by themselves.
struct NextFrame {
  double within_seconds = never;  // 0: at once (an animation runs)
  static constexpr double never = 1e9;
};

struct WindowFrame {
  const Fonts& fonts;
  double seconds = 0;  // steady, since the program started
  ShapeSink* shapes = nullptr;  // of this window, for its painter
};

// Called between ImGui::NewFrame and ImGui::Render with the window's own ImGui context current.
using DrawFrame = std::function<NextFrame(const WindowFrame&)>;

struct WindowOptions {
  std::string title;
  int width = 1600;  // at 100 % scale; never larger than the display's work area
  int height = 900;
  int display = 0;   // 0 the main one, 1 the second
  bool fullscreen = false;
};

enum class WindowId : int {};

class Desktop {
 public:
  // Fails with one sentence if there is no display. One Desktop at a time, used from the main thread only.
  static Result<std::unique_ptr<Desktop>> start();
  ~Desktop();
  Desktop(const Desktop&) = delete;
  Desktop& operator=(const Desktop&) = delete;

  int display_count() const;

  Result<WindowId> open_window(const WindowOptions& options, DrawFrame draw);
  // May be called while frames are drawn; the window goes after the current frame. Unknown windows are ignored.
  void close_window(WindowId window);
  bool is_open(WindowId window) const;
  void set_title(WindowId window, const std::string& title);
  void set_fullscreen(WindowId window, bool fullscreen);  // on the display where most of the window is
  bool is_fullscreen(WindowId window) const;
  // What is pressed, typed or scrolled before the next frame is seen was meant for the last one and does nothing.
  void forget_input(WindowId window);

  // Files dropped on any window, as paths.
  void on_drop(std::function<void(const std::vector<std::string>&)> dropped);

  // Draws until the first window that was opened is closed.
  void run();

  // Every window draws again soon. The only function that other threads may call.
  void wake();

 private:
  struct State;
  explicit Desktop(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace standpoint
