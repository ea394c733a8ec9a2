// Sets ImGui's overlap flag for a scope. See layers.h; the flag's name is in ImGui's internal header only.
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

}  // namespace standpoint
