// The table behind page_keys.h: the same order as `keys` in app/web/page.js, then the letters A to Z.
#include "app/platform/page_keys.h"

#include <array>

#include <imgui.h>

namespace standpoint {
namespace {

constexpr std::array<ImGuiKey, 16> keys{ImGuiKey_None,     ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp,
                                        ImGuiKey_PageDown, ImGuiKey_Home,      ImGuiKey_End,        ImGuiKey_Enter,   ImGuiKey_Space,     ImGuiKey_Escape,
                                        ImGuiKey_Delete,   ImGuiKey_Backspace, ImGuiKey_Minus,      ImGuiKey_Equal};
constexpr int letters = 100;

}  // namespace

int key_of_page(int number) {
  if (number >= letters && number < letters + 26) return static_cast<int>(ImGuiKey_A) + number - letters;
  return number > 0 && number < static_cast<int>(keys.size()) ? static_cast<int>(keys[static_cast<std::size_t>(number)]) : 0;
}

}  // namespace standpoint
