// Keys that an item keeps for itself while it has the keyboard's focus, so that arrows move the thing and not the focus,
// and keys that a screen keeps from ImGui's own paging. Called by screens; it must not know what is moved.
#pragma once

#include <optional>

namespace standpoint {

// The arrow pressed this frame for the item just reserved, as steps to the right and upwards: 1, or 10 with Shift.
// nullopt: the item has no focus or no arrow was pressed. Held keys repeat.
struct ArrowStep {
  int right = 0;
  int up = 0;
};
// `with_ctrl`: only with Ctrl held; plain arrows go on moving the focus.
std::optional<ArrowStep> arrow_step_of_item(bool with_ctrl = false);

// The item just reserved has the focus, and this key was pressed (once, without repeat).
bool key_of_item(int imgui_key);

// A key that the screen has for itself: it never moves the focus. Call it every frame; true when it was pressed (and
// again while it is held, if `repeats`).
bool key_of_screen(int imgui_key, bool repeats = false);

}  // namespace standpoint
