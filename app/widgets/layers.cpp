// Sets ImGui's overlap flag for a scope. See workshop/layers.h; the flag's name is in ImGui's internal header only.
#include "app/widgets/layers.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace standpoint {

LowerItems::LowerItems() { ImGui::PushItemFlag(static_cast<ImGuiItemFlags>(ImGuiItemFlags_AllowOverlap), true); }
LowerItems::~LowerItems() { ImGui::PopItemFlag(); }

CoveredItems::CoveredItems(bool covered) {
  if (covered) lower_.emplace();
  ImGui::BeginDisabled(covered);
}
CoveredItems::~CoveredItems() { ImGui::EndDisabled(); }

// In ImGui's storage of the window, for the frame: how many, and the sides of each.
namespace {

constexpr unsigned frame_slot = 0x7A12'0001, count_slot = 0x7A12'0002, sides_slot = 0x7A12'0010;
constexpr int most_panels = 6;

unsigned side_of(int panel, unsigned side) { return sides_slot + 4 * static_cast<unsigned>(panel) + side; }

int noted(ImGuiStorage& kept) { return kept.GetInt(frame_slot) == ImGui::GetFrameCount() ? kept.GetInt(count_slot) : 0; }

}  // namespace

void note_panel(Box on_glass) {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const int n = noted(kept);
  if (n == most_panels) return;
  const float sides[] = {on_glass.min.x, on_glass.min.y, on_glass.max.x, on_glass.max.y};
  for (unsigned side = 0; side < 4; ++side) kept.SetFloat(side_of(n, side), sides[side]);
  kept.SetInt(frame_slot, ImGui::GetFrameCount());
  kept.SetInt(count_slot, n + 1);
}

std::vector<Box> noted_panels() {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  std::vector<Box> panels;
  for (int n = 0; n < noted(kept); ++n)
    panels.push_back({{kept.GetFloat(side_of(n, 0)), kept.GetFloat(side_of(n, 1))}, {kept.GetFloat(side_of(n, 2)), kept.GetFloat(side_of(n, 3))}});
  return panels;
}

}  // namespace standpoint
