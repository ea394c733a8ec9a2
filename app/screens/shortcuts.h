// Every shortcut on one sheet, opened with ?. The list is the one the program obeys.
#pragma once

#include <span>
#include <string_view>

#include "app/frame.h"

namespace standpoint {

struct Shortcut {
  std::string_view keys;
  std::string_view what;
};
std::span<const Shortcut> shortcuts();

// Draws the sheet over everything; false: it was closed.
bool draw_shortcuts(const Frame&);

}  // namespace standpoint
