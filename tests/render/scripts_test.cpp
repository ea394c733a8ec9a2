// R470: names in eleven scripts and more on a map, a canvas, a ballot and the console, compared with the pictures that were looked at.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include <doctest/doctest.h>

#include "app/render/offscreen.h"
#include "app/screens/console/console.h"
#include "app/screens/hand/participant.h"
#include "app/screens/stage/stage.h"
#include "app/widgets/frame_scope.h"
#include "core/file/file_system.h"
#include "core/file/session_store.h"
#include "tests/app/driving/scripts.h"
#include "tests/core/samples/sample_workshop.h"
#include "tests/render/compare.h"

namespace standpoint::scripts_test {

using namespace standpoint::testing;

namespace {

struct EveryScript : SampleRoom {
  BoardId map, canvas;
  ActivityId placing, vote;
  std::vector<Item> people;

  EveryScript() {
    map = add_board(BoardKind::map, "Кто влияет · من يؤثر");
    canvas = add_board(BoardKind::canvas, "Power and interest");
    constexpr Ring rings[] = {Ring::team, Ring::internal, Ring::external};
    std::vector<StakeholderId> ids;
    for (const std::string& name : names_in_every_script()) ids.push_back(add_stakeholder(nadia, name, rings[ids.size() % 3]));
    for (std::size_t n = 1; n < ids.size(); ++n) add_tie(nadia, ids[n - 1], ids[n]);
    for (const StakeholderId id : ids) people.emplace_back(id);
    for (const std::string& name : names_in_every_script()) join(name, Role::participant);
    placing = add_placing(canvas, people);
    vote = add_vote(people);
    open(placing);
    close(placing);
    std::vector<RevealedInput> sheets;
    for (int who = 0; who < 3; ++who) {
      PlacementSheet sheet;
      for (std::size_t n = 0; n < ids.size(); ++n)
        sheet.placements.push_back({people[n], {static_cast<std::int32_t>(900 + (n % 5) * 1900 + static_cast<std::size_t>(who) * 90), static_cast<std::int32_t>(1500 + (n / 5) * 3000)}});
      std::sort(sheet.placements.begin(), sheet.placements.end(), [](const CanvasPlace& a, const CanvasPlace& b) { return a.item < b.item; });
      sheets.push_back({{}, sheet});
    }
    reveal(placing, std::move(sheets));
    open(vote);
    act(nadia, ShowOnStage{{map, {}}});
  }
};

const std::filesystem::path session_file = std::string(STANDPOINT_SOURCE_DIR) + "/tests/golden/every-script.standpoint";

void renew(const EveryScript& room) {
  std::filesystem::remove(session_file);
  const auto files = posix_file_system();
  auto made = create_session(*files, session_file.string(), {{7}, sample_start_ms}, {});
  REQUIRE(made);
  REQUIRE(made->store->append(room.events));
}

using DrawIt = std::function<void(Frame&, Commands&)>;

Picture drawn(Offscreen& offscreen, const Theme& theme, const Glass* glass, const DrawIt& draw) {
  double seconds = 100;
  return expected(offscreen.frame(theme.bg.paper, [&] {
    seconds += 1;
    FrameScope scope(theme, offscreen.fonts(), sample_start_ms, seconds, offscreen.shapes(), glass);
    Frame own = scope.frame();
    Commands none;
    draw(own, none);
  }, 6));
}

void check_stage(const EveryScript& room, StageView stage, const std::string& name) {
  const auto offscreen = expected(Offscreen::open(1280, 720));
  Workshop shown = room.workshop;
  shown.stage = stage;
  for (const Theme* theme : {&light_theme, &dark_theme}) {
    StageUi ui;
    StageState state;
    check_against_kept(drawn(*offscreen, *theme, nullptr, [&](Frame& frame, Commands& commands) {
      frame.role = Role::stage;
      frame.chrome = false;
      frame.read_only = true;
      draw_stage(frame, shown, state, ui, commands);
    }), name + (theme->dark ? "-dark" : ""));
  }
}

void check_glass(float width, float height, const std::string& name, const DrawIt& draw) {
  const auto offscreen = expected(Offscreen::open(static_cast<int>(width), static_cast<int>(height)));
  const Glass glass{1, {{0, 0}, {width, height}}};
  check_against_kept(drawn(*offscreen, light_theme, &glass, draw), name);
}

}  // namespace

TEST_CASE("R470 names in every script on map, canvas, ballot and console look as they did when they were looked at") {
  const EveryScript room;
  if (std::getenv("STANDPOINT_RENEW_PICTURES") != nullptr) renew(room);
  check_stage(room, {room.map, {}}, "scripts-map");
  check_stage(room, {room.canvas, room.placing}, "scripts-canvas");
  ParticipantUi hand;
  ParticipantState state;
  hand.on = room.vote;
  check_glass(390, 844, "scripts-ballot", [&](Frame& frame, Commands& commands) {
    frame.role = Role::participant;
    frame.me = room.tomas;
    draw_participant(frame, room.workshop, state, hand, commands);
  });
  ConsoleUi console;
  ConsoleState led;
  for (const Seat& seat : room.workshop.seats)
    if (seat.role == Role::participant) led.here.push_back(seat.id);
  led.sealed.sealed = {room.tomas};
  led.sealed.of = static_cast<std::uint32_t>(led.here.size());
  led.stage.sealed = led.sealed;
  check_glass(1180, 820, "scripts-console", [&](Frame& frame, Commands& commands) {
    frame.me = room.nadia;
    draw_console(frame, room.workshop, led, console, commands);
  });
}

// tests/web/scripts_test.mjs hosts it.
TEST_CASE("the session with names in every script that browsers are shown is the one that is drawn here") {
  const auto files = posix_file_system();
  const auto kept = open_session(*files, session_file.string(), OpenFor::reading);
  REQUIRE(kept);
  CHECK(without_bookkeeping(kept->workshop) == without_bookkeeping(EveryScript().workshop));
}

}  // namespace standpoint::scripts_test
