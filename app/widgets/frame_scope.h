// One frame's ground: a bare ImGui window over the whole display, a painter that scales the design to it, and
// the Frame that screens get. Used by the window, by pictures and by the headless tests, so that all three draw the same.
#pragma once

#include <algorithm>

#include <imgui.h>

#include <optional>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/widgets/semantics.h"

namespace standpoint {

inline constexpr double whenever = 1e9;

// A tablet's or phone's own glass instead of the 1920 x 1080 design.
struct Glass {
  float text = 1;  // how much larger than usual text is wanted, and everything with it
  Box area;        // free of notches, in pixels of that size
};

class FrameScope {
 public:
  // Between ImGui::NewFrame and ImGui::Render. Paints the paper. `shapes`: the window's graphics card, if it draws for us.
  FrameScope(const Theme& theme, const Fonts& fonts, std::int64_t now_ms, double seconds, ShapeSink* shapes = nullptr,
             const Glass* glass = nullptr);
  ~FrameScope();
  FrameScope(const FrameScope&) = delete;
  FrameScope& operator=(const FrameScope&) = delete;

  Frame& frame() { return frame_; }
  // What is drawn and reserved from now on is told to it as well.
  void listen(Semantics* semantics);
  // Until when (Frame::seconds) a widget drawn in this frame still moves; 0: nothing does.
  double moving_until() const { return moving_until_; }
  // When a widget wants one more frame; `whenever`: none does.
  double wake_at() const { return wake_at_; }

 private:
  ScreenPainter painter_;
  std::optional<ScreenPainter> desk_;  // where the picture is smaller than designed
  double moving_until_ = 0;
  double wake_at_ = whenever;
  Tip tip_;
  Frame frame_;
};

// Seconds until the next frame is due, by what was asked for while drawing this one.
double next_frame(const Commands&, const Frame&);

// Draws into a box of the outer frame as if the box were the whole 1920 x 1080 window. Nothing in it can be tapped. `told`: who
// is told what it shows; a small picture says nothing.
template <class Draw>
void draw_scaled(const Frame& outer, Box box, Draw draw, Semantics* told = nullptr) {
  const float scale = box.width() / design_width * outer.scale;
  ScreenPainter painter(*ImGui::GetWindowDrawList(), outer.fonts, {outer.screen_from_design(box.min), scale},
                        ImGui::GetIO().DisplayFramebufferScale.x, outer.shapes);
  painter.listen(told);
  Frame inner = outer.drawn_by(painter);
  inner.scale = scale;
  inner.origin = outer.screen_from_design(box.min);
  inner.size = {design_width, design_height};
  inner.desk_painter = nullptr;
  inner.semantics = told;
  inner.tip = nullptr;
  inner.pinch = nullptr;
  inner.further = nullptr;
  inner.read_only = true;
  inner.reduced_motion = true;
  inner.area = Frame::stage_area;
  inner.chrome = false;
  inner.role = Role::stage;
  ImGui::BeginDisabled();
  draw(inner);
  ImGui::EndDisabled();
}

// Draws a screen of another design size over the whole window, as large as it fits but never smaller than `least` times as designed;
// what the window has more or less of is its area's.
template <class Draw>
void draw_fitted(const Frame& outer, Vec size, Draw draw, float least = 1) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float scale = std::max(least, std::min(window.x / size.x, window.y / size.y));
  ScreenPainter painter(*ImGui::GetWindowDrawList(), outer.fonts, {{0, 0}, scale}, ImGui::GetIO().DisplayFramebufferScale.x, outer.shapes);
  Frame inner = outer.drawn_by(painter);
  inner.scale = scale;
  inner.origin = {0, 0};
  inner.desk_painter = nullptr;
  inner.size = Vec{window.x, window.y} * (1 / scale);
  inner.area = {{0, 0}, inner.size};
  draw(inner);
}

}  // namespace standpoint
