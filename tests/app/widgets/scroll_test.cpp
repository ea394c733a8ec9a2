// The scrolled part of a screen: a drag moves it and taps nothing, a tap taps and moves nothing, and it glides to rest.
#include <doctest/doctest.h>

#include "app/widgets/controls.h"
#include "app/widgets/scroll.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::scroll_test {

using namespace standpoint::testing;

namespace {

// Twenty rows of 60 px in a view of 400.
struct Rows {
  ScrollState state;
  int tapped = -1;
  bool moving = false;  // a further frame was asked for
  std::optional<Box> kept;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    ScrollArea area(frame, {{0, 100}, {390, 500}}, state);
    if (kept) area.leave_drags(*kept);
    float y = area.top();
    for (int i = 0; i < 20; ++i, y += 60) {
      if (tap_area(frame, ("Row " + std::to_string(i)).c_str(), box_at(0, y, 390, 60))) tapped = i;
      area.follow_focus(box_at(0, y, 390, 60));
    }
    area.ends_at(y);
    REQUIRE(frame.moving_until != nullptr);
    moving = *frame.moving_until > frame.seconds;
  }, 390, 844};
  Rows() {
    driver.glass = Glass{1, {{0, 0}, {390, 844}}};
    driver.frames(3);
  }
};

}  // namespace

TEST_CASE("a finger that drags scrolls and taps nothing; one that taps scrolls nothing") {
  Rows rows;
  rows.driver.click_at({100, 130});
  CHECK(rows.tapped == 0);
  CHECK(rows.state.offset == 0);
  rows.tapped = -1;
  rows.driver.drag({100, 400}, {100, 200});
  CHECK(rows.tapped == -1);
  CHECK(rows.state.offset > 150);
}

TEST_CASE("it glides after a flick, comes to rest, and never leaves its contents") {
  Rows rows;
  rows.driver.drag({100, 400}, {100, 300}, 3);
  const float let_go = rows.state.offset;
  rows.driver.frames(10);
  CHECK(rows.state.offset > let_go);
  rows.driver.frames(240);
  CHECK(rows.state.speed == 0);
  for (int i = 0; i < 12; ++i) rows.driver.drag({100, 450}, {100, 150}, 3);
  rows.driver.frames(240);
  CHECK(rows.state.offset <= 20 * 60 - 400);
  for (int i = 0; i < 12; ++i) rows.driver.drag({100, 150}, {100, 450}, 3);
  rows.driver.frames(240);
  CHECK(rows.state.offset == 0);
}

TEST_CASE("a drag that belongs to what is scrolled does not scroll") {
  Rows rows;
  rows.kept = Box{{0, 100}, {390, 500}};
  rows.driver.frames(2);
  rows.driver.drag({100, 400}, {100, 200});
  CHECK(rows.state.offset == 0);
}

TEST_CASE("nothing below the view can be tapped, and the keyboard brings its item into view") {
  Rows rows;
  rows.driver.click_at({100, 560});
  CHECK(rows.tapped == -1);
  for (int i = 0; i < 12; ++i) rows.driver.key(ImGuiKey_Tab);
  rows.driver.frames(5);
  REQUIRE(!rows.driver.focused().empty());
  const Box box = rows.driver.box_of(rows.driver.focused());
  CHECK(box.min.y >= 100);
  CHECK(box.max.y <= 500);
}

TEST_CASE("the view comes to rest on an item at the very end, which cannot be brought in with all its room") {
  Rows rows;
  rows.driver.key(ImGuiKey_Tab);
  for (int i = 0; i < 30 && rows.driver.focused() != "Row 19"; ++i) rows.driver.key(ImGuiKey_Tab);
  REQUIRE(rows.driver.focused() == "Row 19");
  rows.driver.frames(240);
  CHECK(rows.state.offset == doctest::Approx(20 * 60 - 400));
  CHECK_FALSE(rows.moving);
}

}  // namespace standpoint::scroll_test
