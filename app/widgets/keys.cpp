// Keys kept by an item or a screen. See keys.h. Needs ImGui's internal key ownership: its public form works for the mouse only.
#include "app/widgets/keys.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace standpoint {

std::optional<ArrowStep> arrow_step_of_item(bool with_ctrl) {
  if (!ImGui::IsItemFocused() || (with_ctrl && !ImGui::GetIO().KeyCtrl)) return std::nullopt;
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow})
    ImGui::SetKeyOwner(key, ImGui::GetItemID());
  const int step = ImGui::GetIO().KeyShift ? 10 : 1;
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) return ArrowStep{-step, 0};
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) return ArrowStep{step, 0};
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) return ArrowStep{0, step};
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) return ArrowStep{0, -step};
  return std::nullopt;
}

bool key_of_item(int imgui_key) { return ImGui::IsItemFocused() && ImGui::IsKeyPressed(static_cast<ImGuiKey>(imgui_key), false); }

bool key_of_screen(int imgui_key, bool repeats) {
  const auto key = static_cast<ImGuiKey>(imgui_key);
  // Owned from the frame before it is pressed on: ImGui moves the focus only by keys that nobody owns.
  ImGui::SetKeyOwner(key, ImGui::GetID("keys of the screen"));
  return ImGui::IsKeyPressed(key, repeats);
}

}  // namespace standpoint
