// Scrolls by the pointer's own path, so that an item under the finger gives it up once it drags. See scroll.h.
#include "app/widgets/scroll.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/design/measures.h"
#include "app/paint/painter.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr float wheel_step = 60, fade_per_second = 0.05F, slowest = 12, fastest = 4000, fresh_share = 0.4F, focus_room = 12;

}  // namespace

ScrollArea::ScrollArea(const Frame& frame, Box view, ScrollState& state) : frame_(frame), view_(view), state_(state) {
  follow_finger();
  glide();
  state_.offset = std::clamp(state_.offset, 0.0F, furthest());
  const Vec low = frame_.screen_from_design(view_.min), high = frame_.screen_from_design(view_.max);
  ImGui::PushClipRect({low.x, low.y}, {high.x, high.y}, true);
  if (frame_.semantics != nullptr) frame_.semantics->begin_passage(ImGui::GetID(&state_), {low, high});
  frame_.painter.push_clip(view_);  // inside the other: ImGui takes its clip for items back from the list when it pops
}

ScrollArea::~ScrollArea() {
  frame_.painter.pop_clip();
  if (frame_.semantics != nullptr) frame_.semantics->end_part();
  ImGui::PopClipRect();
  state_.kept = next_kept_;
}

float ScrollArea::furthest() const { return std::max(0.0F, state_.contents - view_.height()); }

float ScrollArea::shown(float y, float line) const {
  constexpr float leading = 0.15F, unseen = 1.0F / 255;  // what is not drawn at all is not heard either
  const float inside = std::min(y - view_.min.y, view_.max.y - y - line);
  return std::clamp(1 + inside / (line * leading), unseen, 1.0F);
}

float ScrollArea::top() const { return view_.min.y - state_.offset; }

void ScrollArea::follow_finger() {
  const ImGuiIO& io = ImGui::GetIO();
  const Vec pointer = frame_.design_from_screen({io.MousePos.x, io.MousePos.y});
  const bool free = (ImGui::GetItemFlags() & ImGuiItemFlags_Disabled) == 0;
  if (free && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && view_.contains(pointer) && !(state_.kept && state_.kept->contains(pointer))) {
    state_.down = true;
    state_.dragging = std::abs(state_.speed) > slowest;  // a finger that stops it taps nothing
    state_.speed = 0;
    state_.pressed_at = pointer;
  }
  if (state_.down && furthest() > 0 && std::abs(pointer.y - state_.pressed_at.y) >= touch::drag_slop) state_.dragging = true;
  if (state_.down && state_.dragging) {
    ImGui::ClearActiveID();
    const float by = io.MouseDelta.y / frame_.scale;
    state_.offset -= by;
    if (io.DeltaTime > 0) state_.speed += ((-by / io.DeltaTime) - state_.speed) * fresh_share;
  }
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    state_.down = state_.dragging = false;
    if (free && view_.contains(pointer) && io.MouseWheel != 0) state_.offset -= io.MouseWheel * wheel_step;
  }
}

void ScrollArea::glide() {
  if (state_.down || std::abs(state_.speed) < slowest || frame_.reduced_motion) {
    if (!state_.down) state_.speed = 0;
    return;
  }
  const float passed = std::min(ImGui::GetIO().DeltaTime, 0.05F);
  state_.speed = std::clamp(state_.speed, -fastest, fastest);
  state_.offset += state_.speed * passed;
  state_.speed *= std::pow(fade_per_second, passed);
  if (state_.offset <= 0 || state_.offset >= furthest()) state_.speed = 0;
  frame_.keep_moving(frame_.seconds + 0.1);
}

void ScrollArea::ends_at(float y) {
  const float height = y - top();
  if (std::abs(height - state_.contents) > 0.5F) frame_.keep_moving(frame_.seconds + 0.05);
  state_.contents = height;
}

void ScrollArea::follow_focus(Box item) {
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) show(item);
}

void ScrollArea::show(Box item) {
  if (state_.down) return;
  const float above = view_.min.y + focus_room - item.min.y, below = item.max.y + focus_room - view_.max.y;
  const float by = above > 0 ? -above : below > 0 ? std::min(below, -above) : 0;
  const float to = std::clamp(state_.offset + by, 0.0F, furthest());
  if (std::abs(to - state_.offset) < 0.5F) return;  // it is shown as well as it can be; asking on would never let the page rest
  state_.offset = to;
  frame_.keep_moving(frame_.seconds + 0.05);
}

}  // namespace standpoint
