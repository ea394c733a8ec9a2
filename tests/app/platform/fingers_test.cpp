// Fingers as one pointer and as a pinch, and what a board makes of both.
#include "app/platform/fingers.h"

#include <array>

#include <doctest/doctest.h>

#include "app/boards/canvas/screen.h"
#include "app/boards/cards/screen.h"
#include "app/boards/map/screen.h"
#include "app/widgets/canvas.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::fingers_test {

using namespace standpoint::testing;

namespace {

using Kind = FingerEvent::Kind;
using Step = PointerStep::Kind;

std::vector<Step> kinds(const std::vector<PointerStep>& steps) {
  std::vector<Step> all;
  for (const PointerStep& step : steps) all.push_back(step.kind);
  return all;
}

}  // namespace

TEST_CASE("a finger is there before it presses, and leaves no hover behind two frames after it was lifted") {
  Fingers fingers;
  fingers.take({Kind::down, 7, {10, 20}});
  fingers.take({Kind::up, 7, {11, 21}});
  const std::vector<PointerStep> steps = fingers.steps();
  CHECK(kinds(steps) == std::vector{Step::move, Step::press, Step::move, Step::release});
  CHECK(steps.front().at == Vec{10, 20});
  CHECK(steps.back().at == Vec{11, 21});
  CHECK(fingers.leaving());
  CHECK(fingers.steps().empty());
  CHECK(kinds(fingers.steps()) == std::vector{Step::leave});
  CHECK_FALSE(fingers.leaving());
}

TEST_CASE("a mouse hovers and never leaves by itself") {
  Fingers fingers;
  fingers.take({Kind::move, 1, {10, 20}, false});
  CHECK(kinds(fingers.steps()) == std::vector{Step::move});
  fingers.take({Kind::down, 1, {10, 20}, false});
  fingers.take({Kind::up, 1, {10, 20}, false});
  fingers.steps();
  CHECK_FALSE(fingers.leaving());
}

TEST_CASE("a touch that the browser takes away taps nothing") {
  Fingers fingers;
  fingers.take({Kind::down, 7, {10, 20}});
  fingers.steps();
  fingers.take({Kind::cancel, 7, {10, 20}});
  CHECK(kinds(fingers.steps()) == std::vector{Step::leave, Step::release});
}

TEST_CASE("two fingers tell how far their middle went and how much further they are apart, once") {
  Fingers fingers;
  fingers.take({Kind::down, 1, {100, 100}});
  CHECK_FALSE(fingers.pinch().has_value());
  fingers.take({Kind::down, 2, {200, 100}});
  CHECK(kinds(fingers.steps()) == std::vector{Step::move, Step::press, Step::leave, Step::release, Step::move});
  fingers.take({Kind::move, 1, {90, 110}});
  fingers.take({Kind::move, 2, {290, 110}});
  const std::optional<Pinch> pinch = fingers.pinch();
  REQUIRE(pinch.has_value());
  CHECK(pinch->middle == Vec{190, 110});
  CHECK(pinch->by == Vec{40, 10});
  CHECK(pinch->zoom == doctest::Approx(2.0).epsilon(0.001));
  CHECK(fingers.pinch()->zoom == 1.0F);
  fingers.take({Kind::up, 1, {90, 110}});
  fingers.take({Kind::move, 2, {400, 400}});  // the one that stays drags nothing
  fingers.take({Kind::up, 2, {400, 400}});
  CHECK_FALSE(fingers.pinch().has_value());
  for (const PointerStep& step : fingers.steps()) CHECK(step.kind != Step::press);
}

TEST_CASE("R123 two fingers move and zoom a board, and what the first had pressed is as it was") {
  CanvasState state;
  CanvasInput last;
  bool tapped = false, cancelled = false;
  UiDriver driver([&](const Frame& frame, Commands&) {
    last = canvas_input(frame, "Board", {{0, 0}, {1920, 1080}}, state);
    tapped = tapped || last.tap.has_value();
    cancelled = cancelled || last.drag == DragPhase::cancel;
  });
  driver.frames(2);
  driver.hold({500, 500});
  REQUIRE(state.down);
  SUBCASE("a press") {}
  SUBCASE("a drag that had begun") {
    ImGui::GetIO().AddMousePosEvent(600, 600);
    driver.frames(2);
    REQUIRE(state.dragging);
  }
  const bool dragged = state.dragging;
  Pinch pinch{{700, 500}, {30, -20}, 1.5F};
  driver.prepare = [&](Frame& frame) { frame.pinch = &pinch; };
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  ImGui::GetIO().AddMousePosEvent(700, 500);
  driver.frames(4);
  CHECK(last.zoom == doctest::Approx(1.5));
  CHECK(last.pan == Vec{30, -20});
  CHECK(last.pointer == Vec{700, 500});
  driver.prepare = [](Frame&) {};
  driver.frames(2);
  CHECK_FALSE(tapped);
  CHECK(cancelled == dragged);
}

namespace {

// Fingers on a screen under test, as the page brings them.
struct Glassful {
  Fingers fingers;
  UiDriver& driver;
  explicit Glassful(UiDriver& d) : driver(d) {
    driver.prepare = [this](Frame& frame) { frame.further = &fingers.further(); };
  }
  void take(const FingerEvent& event) {
    fingers.take(event);
    ImGuiIO& io = ImGui::GetIO();
    for (const PointerStep& step : fingers.steps()) {
      io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
      if (step.kind == Step::leave) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      else if (step.kind == Step::move) io.AddMousePosEvent(step.at.x, step.at.y);
      else io.AddMouseButtonEvent(0, step.kind == Step::press);
    }
    driver.frames(3);
  }
  void slide(int id, Vec from, Vec by) {
    for (int i = 1; i <= 4; ++i) take({Kind::move, id, from + by * (static_cast<float>(i) / 4)});
  }
};

}  // namespace

TEST_CASE("R131 where a board lets items be taken, a further finger takes the one it lands on, and beside it nobody pinches") {
  Fingers fingers;
  fingers.take({Kind::down, 1, {100, 100}});
  fingers.further().items = {{{400, 400}, {450, 450}}};
  fingers.steps();
  fingers.take({Kind::down, 2, {420, 430}});
  fingers.take({Kind::down, 3, {700, 700}});  // a hand that rests on the paper
  fingers.take({Kind::move, 2, {500, 500}});
  CHECK(fingers.steps().empty());  // the first one's drag goes on
  CHECK_FALSE(fingers.pinch().has_value());
  const FurtherFingers& further = fingers.further();
  REQUIRE(further.fingers.size() == 1);
  CHECK(further.fingers[0].id == 2);
  CHECK(further.fingers[0].from == Vec{420, 430});
  CHECK(further.fingers[0].at == Vec{500, 500});
  CHECK(further.items.empty());
  SUBCASE("lifted, it is told once") { fingers.take({Kind::up, 2, {510, 500}}); }
  SUBCASE("taken away by the browser, it is told so") { fingers.take({Kind::cancel, 2, {0, 0}}); }
  const FurtherFingers& after = fingers.further();
  REQUIRE(after.fingers.size() == 1);
  CHECK(after.fingers[0].lifted);
  CHECK(after.fingers[0].at.y == 500);
  CHECK(fingers.further().fingers.empty());
}

TEST_CASE("R131 when the first finger has let go, the next one points while others still hold items") {
  Fingers fingers;
  fingers.take({Kind::down, 1, {100, 100}});
  fingers.further().items = {{{400, 400}, {450, 450}}};
  fingers.take({Kind::down, 2, {420, 430}});
  fingers.take({Kind::up, 1, {100, 100}});
  fingers.steps();
  fingers.take({Kind::down, 4, {200, 200}});
  CHECK(kinds(fingers.steps()) == std::vector{Step::move, Step::press});
  CHECK(fingers.further().fingers.size() == 1);
}

namespace {

// A board with Ada and Ben on it (or beside it), drawn by its own screen.
struct TwoItems {
  SampleRoom room;
  MapUi map;
  CardsUi cards;
  CanvasUi canvas;
  PassUi pass;
  std::function<void(const Frame&, Commands&)> draw;

  explicit TwoItems(BoardKind kind) {
    if (kind == BoardKind::cards) {
      const BoardId board = room.add_board(kind, "Ideas");
      for (int i = 0; i < 2; ++i) {
        const CardId id = room.add_card(room.nadia, board, i == 0 ? "Ada" : "Ben");
        room.act(room.nadia, MoveCards{{{id, static_cast<std::uint16_t>(0), {i == 0 ? 1500 : 3500, 3000}}}});
      }
      draw = [this, board](const Frame& frame, Commands& commands) { draw_cards(frame, room.workshop, board, cards, commands); };
      return;
    }
    const StakeholderId ada = room.add_stakeholder(room.nadia, "Ada"), ben = room.add_stakeholder(room.nadia, "Ben");
    if (kind == BoardKind::map) {
      room.act(room.nadia, MoveStakeholders{{{ada, true, {3000, 5000}, ring_at({3000, 5000})}, {ben, true, {6500, 5000}, ring_at({6500, 5000})}}});
      draw = [this](const Frame& frame, Commands& commands) { draw_map(frame, room.workshop, map, commands); };
      return;
    }
    const BoardId board = room.add_board(kind, "Power and interest");
    room.act(room.nadia, PlaceOnCanvas{board, {{Item(ada), {3000, 7000}}}});  // Ben waits in the tray
    draw = [this, board](const Frame& frame, Commands& commands) { draw_canvas(frame, room.workshop, board, {}, {}, canvas, pass, commands); };
  }
  // What was asked for since the last time; the rules allow it.
  std::size_t asked(UiDriver& driver) {
    const Commands taken = driver.take();
    for (const Commands::Requested& requested : taken.actions) CHECK_FALSE(check(room.workshop, room.nadia, requested.action).has_value());
    return taken.actions.size();
  }
};

}  // namespace

TEST_CASE("R131 on the map, the cards and the canvas each finger drags what it lands on, and each drag is one action") {
  enum class End { second_first, first_first, taken_away };
  for (const BoardKind kind : {BoardKind::map, BoardKind::cards, BoardKind::canvas})
    for (const End end : {End::second_first, End::first_first, End::taken_away}) {
      CAPTURE(static_cast<int>(kind));
      CAPTURE(static_cast<int>(end));
      TwoItems items(kind);
      UiDriver driver([&](const Frame& frame, Commands& commands) { items.draw(frame, commands); });
      driver.frames(3);
      Glassful glass(driver);
      const Vec ada = driver.box_of("Ada").center(), ben = driver.box_of("Ben").center();
      glass.take({Kind::down, 1, ada});
      glass.slide(1, ada, {40, 60});
      glass.take({Kind::down, 2, ben});
      glass.slide(2, ben, {-500, 80});
      CHECK(items.asked(driver) == 0);
      if (end == End::second_first) {
        glass.take({Kind::up, 2, ben + Vec{-500, 80}});
        CHECK(items.asked(driver) == 1);
      } else if (end == End::taken_away) {
        glass.take({Kind::cancel, 2, {}});
        CHECK(items.asked(driver) == 0);
      }
      glass.take({Kind::up, 1, ada + Vec{40, 60}});
      CHECK(items.asked(driver) == 1);
      if (end == End::first_first) {
        glass.slide(2, ben + Vec{-500, 80}, {30, 0});
        glass.take({Kind::up, 2, ben + Vec{-470, 80}});
        CHECK(items.asked(driver) == 1);
      }
      driver.frames(10);
      CHECK(items.asked(driver) == 0);
    }
}

TEST_CASE("R131 before the first finger drags something, a second one pinches, also when it lands on an item") {
  TwoItems items(BoardKind::map);
  UiDriver driver([&](const Frame& frame, Commands& commands) { items.draw(frame, commands); });
  driver.frames(3);
  Glassful glass(driver);
  const Vec ada = driver.box_of("Ada").center(), ben = driver.box_of("Ben").center();
  glass.take({Kind::down, 1, ada});
  glass.take({Kind::down, 2, ben});
  CHECK(glass.fingers.pinch().has_value());
  CHECK(items.map.hands.empty());
}

}  // namespace standpoint::fingers_test
