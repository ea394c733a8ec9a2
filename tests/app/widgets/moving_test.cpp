// What moves, for how long, and that nothing does where it is not wanted.
#include "app/widgets/moving.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "app/design/theme_forced.h"
#include "app/paint/painter.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/toast.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::moving_test {

using standpoint::testing::UiDriver;

namespace {

bool asks_for_frames(const Commands& commands, double seconds) {
  for (const Intent& intent : commands.intents)
    if (const auto* moving = std::get_if<AnimateUntil>(&intent); moving != nullptr && moving->seconds > seconds) return true;
  return false;
}

}  // namespace

TEST_CASE("a value starts where it is, runs to a new target in its time, and then rests") {
  float target = 10, value = 0;
  UiDriver driver([&](const Frame& frame, Commands&) { value = moved(frame, 77, target, motion::state); });
  driver.frames(1);
  CHECK(value == 10);
  driver.take();
  driver.frames(1);
  CHECK_FALSE(asks_for_frames(driver.take(), driver.seconds));
  target = 20;
  driver.frames(1);
  CHECK(value == 10);
  driver.frames(3);  // 50 of 160 ms
  CHECK(value > 11);
  CHECK(value < 20);
  CHECK(asks_for_frames(driver.take(), driver.seconds));
  driver.frames(8);
  CHECK(value == 20);
  driver.take();
  driver.frames(1);
  CHECK_FALSE(asks_for_frames(driver.take(), driver.seconds));
}

TEST_CASE("a value that turns back goes on from where it is") {
  float target = 0, value = 0;
  UiDriver driver([&](const Frame& frame, Commands&) { value = moved(frame, 78, target, motion::state); });
  driver.frames(1);
  target = 1;
  driver.frames(3);
  const float before = value;
  target = 0;
  driver.frames(1);
  CHECK(value >= before);
  CHECK(value < 1);
  driver.frames(12);
  CHECK(value == 0);
}

TEST_CASE("with reduced motion a value is at its target at once") {
  float target = 0, value = 0;
  UiDriver driver([&](const Frame& frame, Commands&) { value = moved(frame, 79, target, motion::state); });
  driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
  driver.frames(1);
  target = 5;
  driver.frames(1);
  CHECK(value == 5);
  CHECK_FALSE(asks_for_frames(driver.take(), driver.seconds));
}

TEST_CASE("a button answers the pointer within 160 ms and then asks for no more frames") {
  UiDriver driver([](const Frame& frame, Commands&) { button(frame, "Reveal", box_at(100, 100, 200, 52)); });
  driver.frames(3);
  driver.take();
  driver.move_to({200, 120});
  CHECK(asks_for_frames(driver.take(), driver.seconds));
  driver.frames(11);
  driver.take();
  driver.frames(1);
  CHECK_FALSE(asks_for_frames(driver.take(), driver.seconds));
}

TEST_CASE("a panel comes up 8 px while it enters, and what can be tapped with it; with reduced motion it stays in its place") {
  bool shown = false, reduced = false;
  float seen = 0;
  UiDriver driver([&](const Frame& frame, Commands&) {
    if (!shown) return;
    const Entrance entrance(frame, "panel");
    seen = entrance.shown();
    button(entrance.frame(), "Close", box_at(100, 100, 200, 52));
  });
  driver.prepare = [&](Frame& frame) { frame.reduced_motion = reduced; };
  driver.frames(5);
  shown = true;
  driver.frames(1);
  CHECK(driver.box_of("Close").min.y == doctest::Approx(108));
  CHECK(seen == 0);
  driver.frames(14);
  CHECK(driver.box_of("Close").min.y == doctest::Approx(100));
  CHECK(seen == 1);
  shown = false;
  driver.frames(2);
  shown = reduced = true;
  driver.frames(2);
  CHECK(driver.box_of("Close").min.y == doctest::Approx(100));
  CHECK(seen < 1);
  driver.frames(7);
  CHECK(seen == 1);
}

TEST_CASE("R298 a toast lies over no panel, and stands where it belongs when there is none") {
  std::optional<Box> panel;
  Toast toast;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    if (panel) cover(frame, "panel", *panel);
    draw_toast(frame, toast, commands);
  });
  const auto undo = [&] {
    toast = {"Removed somebody whose name is rather long from the map", Icon::trash, true, driver.seconds};
    driver.seconds += 1;
    driver.frames(2);
    const auto items = driver.items();
    const auto item = std::find_if(items.begin(), items.end(), [](const UiDriver::Item& i) { return i.label == "Undo##toast"; });
    REQUIRE(item != items.end());
    return item->box;
  };
  const Box usual = undo();
  for (const Box covered : {box_at(800, 500, 320, 480), Box{{24, 24}, {1000, 1000}}, Box{{900, 60}, {1890, 1000}}, Box{{100, 860}, {1800, 1000}}}) {
    panel = covered;
    const Box moved = undo();
    CHECK_FALSE(moved.overlaps(covered));
    CHECK(moved.min.y > 0);
    CHECK(moved.max.x < 1920);
  }
  panel = box_at(900, 20, 300, 200);  // out of its way
  CHECK(undo().min.x == usual.min.x);
}

namespace {

// A painter that draws nothing and remembers every colour it is asked for.
struct ColorSpy final : Painter {
  explicit ColorSpy(const Painter& measure) : behind(measure) {}
  void fill(const Path&, Color color) override { note(color); }
  void stroke(const Path&, const Stroke& stroke) override { note(stroke.color); }
  void taper(const Path&, float, float, Color color) override { note(color); }
  void shadow(Box, float, const Shadow& shadow) override { note(shadow.color); }
  void glow(Vec, float, Color color, std::span<const GlowStop>) override { note(color); }
  void text(Vec, std::string_view, const TextLook& look) override { note(look.color); }
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular) const override { return behind.text_width(utf8, style, tabular); }
  void icon(Vec, Icon, Face, float, Color color) override { note(color); }
  void push_clip(Box) override {}
  void pop_clip() override {}
  void note(Color color) {
    if (color.a == 0) return;
    color.a = 255;  // how much of it lies there makes it no other colour
    colors.push_back(color);
  }

  const Painter& behind;
  std::vector<Color> colors;
};

}  // namespace

TEST_CASE("R217 what is told at the foot of a screen is drawn in the system's colours where it forces them") {
  for (const ForcedColors& forced : {ForcedColors{rgb(0x000000), rgb(0xFFFFFF), rgb(0x1AEBFF), rgb(0x000000), rgb(0x3FF23F)},
                                     ForcedColors{rgb(0xFFFFFF), rgb(0x000000), rgb(0x37006E), rgb(0xFFFFFF), rgb(0x600000)}}) {
    const Theme theme = forced_theme(forced);
    CHECK(is_forced(theme));
    for (const Icon icon : {Icon::check_circle, Icon::hand_waving, Icon::info}) {
      std::vector<Color> colors;
      UiDriver driver([&](const Frame& frame, Commands&) {
        ColorSpy spy(frame.painter);
        draw_toast_panel(frame.drawn_by(spy), box_at(100, 100, 600, 60), {"The room waits for you", icon, true, 0}, 0.5F);
        colors = spy.colors;
      });
      driver.theme = &theme;
      driver.frames(2);
      REQUIRE_FALSE(colors.empty());
      for (const Color color : colors)
        CHECK_MESSAGE((color == forced.ground || color == forced.ink || color == forced.highlight), static_cast<int>(color.r), " ", static_cast<int>(color.g), " ", static_cast<int>(color.b));
    }
  }
  CHECK_FALSE(is_forced(light_theme));
  CHECK_FALSE(is_forced(dark_theme));
}

TEST_CASE("the line of an undo toast shrinks all the time, and by whole seconds where motion is not wanted") {
  Toast toast{"Card removed", Icon::trash, true, 0};
  bool reduced = false;
  UiDriver driver([&](const Frame& frame, Commands& commands) { draw_toast(frame, toast, commands); });
  driver.prepare = [&](Frame& frame) { frame.reduced_motion = reduced; };
  driver.frames(60);
  driver.take();
  driver.frames(1);
  CHECK(asks_for_frames(driver.take(), driver.seconds));
  reduced = true;
  driver.frames(1);
  driver.take();
  driver.frames(1);
  const Commands commands = driver.take();
  CHECK_FALSE(asks_for_frames(commands, driver.seconds));
  bool wakes = false;
  for (const Intent& intent : commands.intents)
    if (const auto* wake = std::get_if<WakeAt>(&intent)) wakes = wake->seconds > driver.seconds && wake->seconds <= driver.seconds + 1.001;
  CHECK(wakes);
  driver.seconds = 10.1;
  driver.frames(1);
  CHECK(toast.empty());
}

}  // namespace standpoint::moving_test
