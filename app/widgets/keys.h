// Keys that an item keeps for itself while it has the keyboard's focus, so that arrows move the thing and not the focus.
// Called by screens right after they reserved the item. It must not know what is moved.
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

}  // namespace standpoint
