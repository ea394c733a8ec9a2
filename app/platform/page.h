// The page of a tablet or phone: one canvas, fingers, an attached keyboard, and frames only when something changed. main_web
// opens it with a function that draws one frame. It must not know workshops, sessions or screens.
#pragma once

#include <functional>
#include <memory>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/platform/window.h"
#include "app/widgets/semantics.h"

namespace standpoint {

struct PageFrame {
  const Fonts& fonts;
  double seconds = 0;           // steady
  ShapeSink* shapes = nullptr;
  Box safe;                     // CSS pixels: without notches, rounded corners and what a soft keyboard covers
  float text_scale = 1;         // the browser's own text size, 1 when nobody changed it
  const Theme& theme;           // as the browser's settings wish
  bool reduced_motion = false;
  const Pinch* pinch = nullptr;   // of two fingers since the last frame
  Semantics* semantics = nullptr;
  FurtherFingers* further = nullptr;
};

// Called between ImGui::NewFrame and ImGui::Render.
using DrawPage = std::function<NextFrame(const PageFrame&)>;

class Page {
 public:
  // Takes the canvas over and draws its first frame soon. There is one page.
  static Result<std::unique_ptr<Page>> open(DrawPage draw);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  void wake();  // something arrived: frames soon
  std::function<void()> came_back = [] {};  // from sleep or from another tab

  struct State;

 private:
  explicit Page(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace standpoint
