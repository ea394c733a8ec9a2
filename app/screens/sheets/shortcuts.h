// Every shortcut on one sheet, opened with ?. The list is the one the program obeys.
#pragma once

#include <span>
#include <string_view>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"

namespace standpoint {

struct Shortcut {
  std::string_view keys;
  std::string_view what;
};
// Those that belong together, under the name of where they work.
struct ShortcutGroup {
  std::string_view where;
  std::span<const Shortcut> shortcuts;
};
std::span<const ShortcutGroup> shortcut_groups();

// Draws the sheet over everything, in as many columns as the window has room for; it scrolls where it is longer. false: it was closed.
bool draw_shortcuts(const Frame&, ScrollState&);

}  // namespace standpoint
