// Begins and ends the one ImGui window that screens draw in. See frame_scope.h.
#include "app/widgets/frame_scope.h"

#include <algorithm>

#include "app/design/measures.h"
#include "app/widgets/semantics.h"
#include "app/widgets/tip.h"

namespace standpoint {
namespace {

Placement placement_of_display() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return {{}, std::min(size.x / design_width, size.y / design_height)};
}

ImDrawList& begin_window(const Theme& theme) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  const Color paper = theme.bg.paper;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(paper.r, paper.g, paper.b, 255));
  ImGui::PushStyleColor(ImGuiCol_NavCursor, IM_COL32(0, 0, 0, 0));  // the design has a focus ring of its own
  ImGui::Begin("Standpoint", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  return *ImGui::GetWindowDrawList();
}

}  // namespace

FrameScope::FrameScope(const Theme& theme, const Fonts& fonts, std::int64_t now_ms, double seconds, ShapeSink* shapes,
                       const Glass* glass)
    : painter_(begin_window(theme), fonts, glass != nullptr ? Placement{{}, glass->text} : placement_of_display(), ImGui::GetIO().DisplayFramebufferScale.x, shapes),
      frame_{painter_, theme, fonts} {
  frame_.scale = painter_.placement().scale;
  frame_.origin = painter_.placement().origin;
  frame_.now_ms = now_ms;
  frame_.seconds = seconds;
  frame_.shapes = shapes;
  frame_.moving_until = &moving_until_;
  frame_.wake_at = &wake_at_;
  frame_.tip = &tip_;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  frame_.size = Vec{size.x, size.y} * (1 / frame_.scale);
  frame_.area = glass != nullptr ? glass->area : Box{{stage::margin_x, stage::header}, frame_.size - Vec{stage::margin_x, stage::margin_y}};
  if (glass != nullptr || frame_.scale >= 1) return;
  desk_.emplace(*ImGui::GetWindowDrawList(), fonts, Placement{}, ImGui::GetIO().DisplayFramebufferScale.x, shapes);
  frame_.desk_painter = &*desk_;
}

void FrameScope::listen(Semantics* semantics) {
  frame_.semantics = semantics;
  painter_.listen(semantics);
  if (desk_) desk_->listen(semantics);
}

FrameScope::~FrameScope() {
  draw_tip(frame_.desk());
  ImGui::End();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
}

double next_frame(const Commands& commands, const Frame& frame) {
  double next = frame.moving_until != nullptr && *frame.moving_until > frame.seconds ? 0 : whenever;
  if (frame.wake_at != nullptr && *frame.wake_at < whenever) next = std::min(next, std::max(0.0, *frame.wake_at - frame.seconds));
  for (const Intent& intent : commands.intents) {
    if (const auto* moving = std::get_if<AnimateUntil>(&intent); moving != nullptr && moving->seconds > frame.seconds) next = 0;
    if (const auto* wake = std::get_if<WakeAt>(&intent)) next = std::min(next, std::max(0.0, wake->seconds - frame.seconds));
  }
  return next;
}

}  // namespace standpoint
