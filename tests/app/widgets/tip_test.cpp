// What the pointer reads where it rests.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/widgets/controls.h"
#include "app/widgets/tip.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"

namespace standpoint::tip_test {

using namespace standpoint::testing;

namespace {

struct TipFixture {
  bool enabled = true, later = false;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    ButtonLook look{ButtonKind::quiet, {}, enabled};
    look.why = "Nothing was done yet.";
    icon_button(frame, "Undo", box_at(100, 100, 52, 52), Icon::arrow_u_up_left, look);
    icon_button(frame, "Redo", box_at(160, 100, 52, 52), Icon::arrow_u_up_right, {ButtonKind::quiet});
    look.why = "Choose what is voted on first.";
    button(frame, "Open voting", box_at(300, 100, 200, 52), look);
    if (later) icon_button(frame, "Later", box_at(580, 580, 52, 52), Icon::x, {ButtonKind::quiet});
  }};

  // How long until a frame is due, as the window would wait.
  double due() {
    double next = 1e9;
    for (const Intent& intent : driver.take().intents) {
      if (const auto* wake = std::get_if<WakeAt>(&intent)) next = std::min(next, wake->seconds - driver.seconds);
      if (const auto* moving = std::get_if<AnimateUntil>(&intent); moving != nullptr && moving->seconds > driver.seconds) next = 0;
    }
    return next;
  }
  // Until everything that answers the pointer has come to rest.
  void settle() {
    for (int i = 0; i < 12; ++i) driver.frames(1);
    driver.take();
  }
};

}  // namespace

TEST_CASE_FIXTURE(TipFixture, "R191 a screen at rest draws one frame 400 ms after the pointer came to rest, with the name of what it rests on") {
  driver.frames(2);
  driver.move_to({126, 126});
  settle();  // 200 ms later
  CHECK(driver.tip.empty());
  driver.frames(1);
  const double next = due();
  CHECK(next > 0);
  CHECK(next < 0.4);
  driver.seconds += next;
  driver.frames(1);
  CHECK(driver.tip == "Undo");
  driver.take();
  driver.frames(1);
  CHECK(due() > 1e6);  // and then it rests
  CHECK(driver.tip == "Undo");
}

TEST_CASE_FIXTURE(TipFixture, "R191 a pointer that moves on reads nothing until it rests, and a press says what it does") {
  driver.frames(2);
  driver.move_to({126, 126});
  driver.seconds += 0.3;
  driver.move_to({130, 126});
  driver.seconds += 0.3;
  driver.frames(1);
  CHECK(driver.tip.empty());
  driver.seconds += 0.2;
  driver.frames(1);
  CHECK(driver.tip == "Undo");
  driver.move_to({186, 126});
  driver.frames(1);
  CHECK(driver.tip.empty());  // the next one waits as well
  driver.seconds += 0.5;
  driver.frames(1);
  CHECK(driver.tip == "Redo");
  driver.click_at({186, 126});
  driver.seconds += 1;
  driver.frames(2);
  CHECK(driver.tip.empty());
  driver.move_to({600, 600});
  driver.move_to({186, 126});
  driver.seconds += 0.5;
  driver.frames(1);
  CHECK(driver.tip == "Redo");
}

TEST_CASE_FIXTURE(TipFixture, "R191 what a press brings under the pointer says nothing until the pointer moves") {
  driver.frames(2);
  driver.click_at({600, 600});
  later = true;
  driver.seconds += 1;
  driver.frames(2);
  CHECK(driver.tip.empty());
  driver.move_to({606, 600});
  driver.frames(1);
  driver.seconds += 0.5;
  driver.frames(1);
  CHECK(driver.tip == "Later");
}

TEST_CASE_FIXTURE(TipFixture, "R191 what cannot be pressed says why: a sign after its name, words alone") {
  enabled = false;
  driver.frames(2);
  driver.move_to({126, 126});
  driver.seconds += 0.5;
  driver.frames(1);
  CHECK(driver.tip == "Undo. Nothing was done yet.");
  driver.move_to({400, 126});
  driver.seconds += 0.5;
  driver.frames(1);
  CHECK(driver.tip == "Choose what is voted on first.");
}

TEST_CASE("R191 a tip lies inside the window, whatever it is over and however long") {
  Box over;
  std::vector<TextSpy::Said> said;
  Vec window;
  UiDriver driver([&](const Frame& frame, Commands&) {
    const Frame desk = frame.desk();
    Tip tip{"What cannot be pressed says why, in a sentence that may be longer than a corner has room for. And one more.", over};
    TextSpy spy(desk.painter);
    Frame seen = desk.drawn_by(spy);
    seen.tip = &tip;
    draw_tip(seen);
    said = spy.said;
    window = desk.size;
  }, 900, 700);
  for (const Vec at : {Vec{0, 0}, Vec{848, 0}, Vec{0, 648}, Vec{848, 648}, Vec{420, 300}}) {
    over = box_at(at.x, at.y, 52, 52);
    driver.frames(1);
    REQUIRE(said.size() >= 2);
    for (const TextSpy::Said& line : said) {
      CHECK(line.at.y > 0);
      CHECK(line.at.y < window.y);
      CHECK(line.at.x > 60);
      CHECK(line.at.x < window.x - 60);
      CHECK((line.at.y < over.min.y || line.at.y > over.max.y));
    }
  }
}

}  // namespace standpoint::tip_test
