// Names that begin alike, told apart where there is little room. Used by lists of people and cards. It must not know what they name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/paint/painter.h"

namespace standpoint {

// The text in at most so many lines (two or more) so wide; of a longer one the beginning, and on the last line the end.
std::vector<std::string> both_ends(const Painter& painter, std::string_view utf8, const TextStyle& style, float room, int most = 2);
// Drawn in the middle of a row at `left_middle`; one line where the row is too low for two.
void draw_both_ends(Painter& painter, Vec left_middle, std::string_view utf8, const TextLook& look, float room, float height);

}  // namespace standpoint
