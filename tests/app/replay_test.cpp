// Replay by what it shows and where a hand or a key takes it.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/screens/replay.h"
#include "tests/app/ui_driver.h"

using namespace standpoint;
using standpoint::testing::UiDriver;

namespace {

constexpr std::int64_t start = 1'795'093'200'000;

// Ten minutes: a session, two people, an activity from minute 2 to 6, a bookmark at minute 4.
Replay ten_minutes() {
  Replay replay;
  std::uint64_t n = 0;
  const auto at = [&](int seconds, SeatId by, Action action) {
    replay.add(Event{++n, start + seconds * 1000, by, static_cast<std::uint32_t>(n), std::move(action)});
  };
  at(0, {}, StartSession{"Checkout relaunch", ""});
  at(0, {}, JoinSeat{SeatId{1}, "Nadia Roth", Role::facilitator, {}});
  at(30, {}, JoinSeat{SeatId{2}, "Ben Ode", Role::participant, {}});
  Activity activity;
  activity.id = mint<ActivityId>(SeatId{1}, 1);
  activity.kind = ActivityKind::discuss;
  activity.title = "Welcome";
  at(60, SeatId{1}, AddActivity{activity});
  at(120, SeatId{1}, OpenActivity{activity.id});
  at(240, SeatId{1}, SetBookmark{mint<BookmarkId>(SeatId{1}, 2), "Ground rules"});
  Stakeholder ruth;
  ruth.id = mint<StakeholderId>(SeatId{2}, 1);
  ruth.name = "Ruth Kaplan";
  at(300, SeatId{2}, AddStakeholder{ruth});
  at(360, SeatId{1}, CloseActivity{activity.id});
  at(600, SeatId{1}, RecordDecision{{mint<DecisionId>(SeatId{1}, 3), "Pilot first", "Ben"}});
  return replay;
}

struct ReplayFixture {
  Replay replay = ten_minutes();
  ReplayUi ui;
  Workshop drawn;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    draw_replay(frame, replay, "", ui, [this](const Frame& moment, const Workshop& workshop, BoardId) {
      CHECK(moment.read_only);
      drawn = workshop;
    }, commands);
  }};
};

}  // namespace

TEST_CASE_FIXTURE(ReplayFixture, "stepping draws the workshop right after that event and nothing later") {
  driver.frames(2);
  CHECK(drawn == Workshop{});
  for (int i = 0; i < 6; ++i) driver.click("One event on");
  CHECK(drawn == replay.at(6));
  CHECK(drawn.stakeholders.empty());
  driver.click("One event on");
  CHECK(drawn.stakeholders.size() == 1);
  driver.click("One event back");
  CHECK(drawn == replay.at(6));
}

TEST_CASE_FIXTURE(ReplayFixture, "a bookmark on the timeline jumps to its event") {
  driver.frames(2);
  driver.click("Ground rules");
  driver.frames(1);
  CHECK(ui.at == 6);
}

TEST_CASE_FIXTURE(ReplayFixture, "an activity on the timeline jumps to its opening") {
  driver.frames(2);
  driver.click("Welcome");
  driver.frames(1);
  CHECK(ui.at == 5);
}

TEST_CASE_FIXTURE(ReplayFixture, "dragging the timeline scrubs to what had happened by then") {
  driver.frames(2);
  const Box line = driver.box_of("Timeline");
  const float y = line.max.y - 20;
  driver.drag({line.min.x + 10, y}, {line.min.x + 8 + (line.width() - 16) * 0.55F, y});  // 5:30 of 10:00
  driver.frames(1);
  CHECK(ui.at == 7);
  CHECK(drawn == replay.at(7));
}

TEST_CASE_FIXTURE(ReplayFixture, "playing at 8 times runs eight seconds a second and stops at the end") {
  ui.speed = 8;
  driver.frames(2);
  driver.click("Play");
  const double before = ui.playhead_ms;
  driver.frames(60);
  CHECK(ui.playhead_ms - before == doctest::Approx(8000).epsilon(0.1));
  seek(ui, replay, 8);
  ui.playhead_ms = 592'000;  // eight seconds before the end, one of watching
  driver.frames(90);
  CHECK_FALSE(ui.playing);
  CHECK(ui.at == replay.last_sequence());
}

TEST_CASE_FIXTURE(ReplayFixture, "what happened is told in plain words, and a line jumps there") {
  seek(ui, replay, 7);
  driver.frames(2);
  REQUIRE(driver.has("Ben added a stakeholder"));
  driver.click("Nadia set a bookmark");
  driver.frames(1);
  CHECK(ui.at == 6);
}

TEST_CASE_FIXTURE(ReplayFixture, "the list of one person leaves the others out") {
  seek(ui, replay, 9);
  driver.frames(2);
  driver.click("Ben Ode");
  driver.frames(2);
  CHECK(driver.has("Ben added a stakeholder"));
  CHECK_FALSE(driver.has("Nadia set a bookmark"));
}

TEST_CASE_FIXTURE(ReplayFixture, "Page Up, Page Down, Home and End walk through the events and leave the focus where it is") {
  seek(ui, replay, 4);
  driver.frames(2);
  for (int i = 0; i < 60 && driver.focused() != "Play"; ++i) driver.key(ImGuiKey_Tab);
  REQUIRE(driver.focused() == "Play");
  driver.key(ImGuiKey_PageDown);
  CHECK(ui.at == 5);
  CHECK(driver.focused() == "Play");
  driver.key(ImGuiKey_PageUp);
  driver.key(ImGuiKey_PageUp);
  CHECK(ui.at == 3);
  driver.key(ImGuiKey_End);
  CHECK(ui.at == replay.last_sequence());
  driver.key(ImGuiKey_Home);
  CHECK(ui.at == 0);
  CHECK(driver.focused() == "Play");
}

TEST_CASE("a full room shows seven faces and the number of the others, which a tap shows next") {
  Replay replay = ten_minutes();
  const std::uint64_t before = replay.last_sequence();
  for (std::uint32_t i = 0; i < 9; ++i)
    replay.add(Event{before + 1 + i, start + 700'000, {}, i, JoinSeat{SeatId{10 + i}, "Guest " + std::to_string(i), Role::participant, {}}});
  ReplayUi ui;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    draw_replay(frame, replay, "", ui, [](const Frame&, const Workshop&, BoardId) {}, commands);
  });
  driver.frames(2);
  CHECK(driver.has("Ben Ode"));
  CHECK(driver.has("Guest 5"));
  CHECK_FALSE(driver.has("Guest 6"));
  CHECK_FALSE(driver.has("Nadia Roth"));  // who leads comes after the room
  driver.click("More people");
  driver.frames(1);
  CHECK(driver.has("Guest 8"));
  CHECK(driver.has("Nadia Roth"));
  driver.click("More people");
  driver.frames(1);
  CHECK(driver.has("Ben Ode"));
}

TEST_CASE_FIXTURE(ReplayFixture, "export asks for its sheet") {
  driver.frames(2);
  driver.click("Export");
  const Commands commands = driver.take();
  CHECK(std::any_of(commands.intents.begin(), commands.intents.end(), [](const Intent& i) { return std::holds_alternative<AskToExport>(i); }));
}

TEST_CASE_FIXTURE(ReplayFixture, "a still replay asks for no frames") {
  driver.frames(3);
  driver.take();
  driver.frames(3);
  for (const Intent& intent : driver.take().intents) CHECK_FALSE(std::holds_alternative<AnimateUntil>(intent));
}

TEST_CASE("the timeline counts every event once") {
  const Replay replay = ten_minutes();
  const ReplayTimeline timeline = timeline_of(replay, 10);
  std::uint32_t all = 0;
  for (const std::uint32_t bin : timeline.bins) all += bin;
  CHECK(all == replay.last_sequence());
  CHECK(timeline.bins[0] == 3);
  CHECK(timeline.bins[9] == 1);
  CHECK(timeline_of(Replay{}, 10).end_ms == 0);
}
