// The shell of the stage by what it asks for: the next step, boards, timer, decisions, and who sees the bar.
#include <doctest/doctest.h>

#include "app/screens/stage.h"
#include "app/screens/stage_bar.h"
#include "core/apply.h"
#include "core/check.h"
#include "tests/app/ui_driver.h"

using namespace standpoint;
using standpoint::testing::UiDriver;

namespace {

struct StageFixture {
  Workshop workshop;
  StageState state;
  StageUi ui;
  UiDriver driver{[this](const Frame& frame, Commands& commands) { draw_stage(frame, workshop, state, ui, commands); }};

  StageFixture() {
    put({}, StartSession{"Checkout relaunch", ""});
    put({}, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, {}});
  }
  void put(SeatId by, const Action& action) {
    apply(workshop, {workshop.sequence + 1, 1'795'000'000'000, by, static_cast<std::uint32_t>(workshop.sequence), action});
  }
  // Everything asked for since the last take, allowed by the rules and applied as the room would.
  std::vector<Action> happened() {
    std::vector<Action> actions;
    for (Commands::Requested& requested : driver.take().actions) {
      const auto refusal = check(workshop, SeatId{1}, requested.action);
      CHECK_MESSAGE(!refusal.has_value(), (refusal ? refusal->text : std::string()));
      put(SeatId{1}, requested.action);
      actions.push_back(std::move(requested.action));
    }
    driver.frames(2);
    return actions;
  }
  ActivityId plan(ActivityKind kind, const char* title) {
    const Activity activity = drafted_activity(workshop, SeatId{1}, kind, title);
    put(SeatId{1}, AddActivity{activity});
    put(SeatId{1}, ShowOnStage{{activity.board, activity.id}});
    driver.frames(2);
    return activity.id;
  }
};

}  // namespace

TEST_CASE_FIXTURE(StageFixture, "a board can be added from the bar and is shown at once") {
  driver.frames(2);
  driver.click("Add a board");
  driver.frames(2);
  driver.click("Power and interest");
  const auto actions = happened();
  REQUIRE(actions.size() == 2);
  CHECK(std::get<AddBoard>(actions[0]).board.regions[3] == "Manage closely");
  CHECK(workshop.stage.board == workshop.boards.at(0).id);
}

TEST_CASE_FIXTURE(StageFixture, "every board offered is one the rules allow") {
  for (const BoardPreset& preset : board_presets()) {
    Board board = preset.board;
    board.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    const auto refusal = check(workshop, SeatId{1}, AddBoard{board});
    CHECK_MESSAGE(!refusal.has_value(), std::string(preset.title), ": ", (refusal ? refusal->text : std::string()));
  }
}

TEST_CASE_FIXTURE(StageFixture, "the one next step opens a discussion with its timer, closes it, and goes on") {
  const ActivityId welcome = plan(ActivityKind::discuss, "Welcome");
  plan(ActivityKind::decide, "Next moves");
  put(SeatId{1}, ShowOnStage{{{}, welcome}});
  driver.frames(2);
  driver.click("Open: Welcome");
  auto actions = happened();
  REQUIRE(actions.size() == 2);
  CHECK(std::holds_alternative<OpenActivity>(actions[0]));
  CHECK(std::get<StartTimer>(actions[1]).duration_ms == 5 * 60'000);
  driver.frames(60);  // the button is inert right after a tap
  driver.click("Close: Welcome");
  actions = happened();
  CHECK(std::holds_alternative<CloseActivity>(actions.at(0)));
  CHECK_FALSE(workshop.timer.running);
  driver.frames(60);
  driver.click("Next: Next moves");
  happened();
  CHECK(staged_activity(workshop)->title == "Next moves");
}

TEST_CASE_FIXTURE(StageFixture, "a double tap on the next step takes one step") {
  plan(ActivityKind::discuss, "Welcome");
  const Vec at = driver.box_of("Open: Welcome").center();
  driver.double_click_at(at);
  CHECK(happened().size() == 2);  // open and its timer, not close as well
  CHECK(workshop.activities[0].phase == Phase::open);
}

TEST_CASE_FIXTURE(StageFixture, "decisions are recorded with their owner, also where a board belongs to the activity") {
  Board map;
  map.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  map.title = "Map";
  put(SeatId{1}, AddBoard{map});
  Activity activity = drafted_activity(workshop, SeatId{1}, ActivityKind::decide, "Next moves");
  activity.board = map.id;
  put(SeatId{1}, AddActivity{activity});
  put(SeatId{1}, ShowOnStage{{map.id, activity.id}});
  put(SeatId{1}, OpenActivity{activity.id});
  driver.frames(2);
  driver.click("##Decision");
  driver.type("Pilot with two sellers");
  driver.click("##Owner of the decision");
  driver.type("Ben");
  driver.click("Record");
  const auto actions = happened();
  REQUIRE(actions.size() == 1);
  CHECK(workshop.decisions.at(0).text == "Pilot with two sellers");
  CHECK(workshop.decisions.at(0).owner == "Ben");
}

TEST_CASE_FIXTURE(StageFixture, "an activity added in the agenda has the defaults of practice and is shown") {
  for (const char* name : {"Ada", "Ben", "Chloé", "Dana", "Emil", "Fay", "Gus", "Hoa", "Ivo", "Jun", "Kim", "Lea"}) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    person.name = name;
    put(SeatId{1}, AddStakeholder{person});
  }
  driver.frames(2);
  driver.click("Agenda");
  driver.frames(2);
  driver.click("Add activity");
  driver.frames(3);
  driver.type("Who first?");
  driver.click("Add to the agenda");
  happened();
  const Activity* vote = staged_activity(workshop);
  REQUIRE(vote != nullptr);
  CHECK(vote->kind == ActivityKind::vote);
  CHECK(vote->items.size() == 12);
  CHECK(vote->dots_per_person == 3);  // a quarter of the choices
  CHECK(vote->secrecy == Secrecy::anonymous);
}

TEST_CASE_FIXTURE(StageFixture, "a running timer is drawn again each second, one forgotten on another day is not") {
  put(SeatId{1}, StartTimer{300'000});
  const auto wakes = [this] {
    driver.take();
    driver.frames(1);
    int found = 0;
    for (const Intent& intent : driver.take().intents) found += std::holds_alternative<WakeAt>(intent) ? 1 : 0;
    return found;
  };
  driver.prepare = [this](Frame& frame) { frame.now_ms = workshop.timer.started_ms + 10'000; };
  CHECK(wakes() == 1);
  driver.prepare = [this](Frame& frame) { frame.now_ms = workshop.timer.started_ms + 310'000; };
  CHECK(wakes() == 1);  // overrunning counts upwards
  driver.prepare = [this](Frame& frame) { frame.now_ms = workshop.timer.started_ms + 86'400'000; };
  CHECK(wakes() == 0);
}

TEST_CASE_FIXTURE(StageFixture, "the bare stage has no bar, no fields and nothing to press") {
  driver.prepare = [](Frame& frame) {
    frame.role = Role::stage;
    frame.chrome = false;
  };
  plan(ActivityKind::discuss, "Welcome");
  for (const std::string& label : driver.labels()) CHECK_MESSAGE((label.empty() || label == "Standpoint"), label);  // the window itself
}

TEST_CASE_FIXTURE(StageFixture, "when nothing can be saved any more the stage says so and offers no change") {
  state.read_only = "The disk is full. Everything up to now is safe. Free some space and open the session again.";
  plan(ActivityKind::discuss, "Welcome");
  CHECK_FALSE(driver.has("Agenda"));
  CHECK_FALSE(driver.has("Open: Welcome"));
  CHECK(driver.has("Sessions"));  // but one can leave
}
