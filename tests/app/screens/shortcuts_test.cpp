// The sheet of shortcuts at every size of a window.
#include "app/screens/sheets/shortcuts.h"

#include <doctest/doctest.h>

#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::shortcuts_test {

using namespace standpoint::testing;

TEST_CASE("R227 the sheet of shortcuts is grouped, wraps, and nothing leaves it at any size; what does not fit is scrolled to") {
  for (const Vec size : {Vec{1024, 768}, Vec{800, 600}, Vec{1366, 768}, Vec{1920, 1080}, Vec{3840, 2160}, Vec{1080, 1920}}) {
    ScrollState scroll;
    ScreenWatch watch;
    UiDriver driver([&](const Frame& frame, Commands&) { CHECK(draw_shortcuts(watch.watching(frame), scroll)); }, size.x, size.y);
    driver.frames(1);
    driver.seconds += 1;
    driver.frames(2);
    std::string seen;
    const auto look = [&] {
      for (const ScreenWatch::Word& word : watch.words()) {
        REQUIRE(word.panel != nullptr);
        CHECK_MESSAGE(word.whole.min.x >= word.panel->min.x, word.text);
        CHECK_MESSAGE(word.whole.max.x <= word.panel->max.x, word.text);
        seen += word.text + " ";
      }
    };
    look();
    for (int i = 0; i < 40; ++i) {
      driver.key(ImGuiKey_DownArrow);
      if (i % 5 == 4) look();
    }
    for (const ShortcutGroup& group : shortcut_groups()) {
      CHECK_MESSAGE(seen.find(group.where) != std::string::npos, group.where);
      for (const Shortcut& shortcut : group.shortcuts) CHECK_MESSAGE(seen.find(shortcut.keys) != std::string::npos, shortcut.keys);
    }
  }
}

}  // namespace standpoint::shortcuts_test
