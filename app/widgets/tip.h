// What an item says while the pointer rests on it: its name where it shows only a sign, or why it cannot be pressed. Called
// by widgets and screens after the item; drawn once, over everything, where the frame ends.
#pragma once

#include <string_view>

#include "app/design/frame.h"

namespace standpoint {

// Of the item just reserved, which is drawn in `box`; also when it is disabled. A finger rests on nothing.
void tip(const Frame&, Box, std::string_view words);
// Above the item, or below it where there is no room; never over the window's edge.
void draw_tip(const Frame&);

}  // namespace standpoint
