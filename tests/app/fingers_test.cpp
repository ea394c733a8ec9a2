// Fingers as one pointer and as a pinch, and what a board makes of both.
#include "app/platform/fingers.h"

#include <doctest/doctest.h>

#include "app/widgets/canvas.h"
#include "tests/app/ui_driver.h"

using namespace standpoint;
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
