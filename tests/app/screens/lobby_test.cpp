// The lobby and the covers of the stage: what the room sees, and nothing else.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/net/door/qr_code.h"
#include "app/screens/stage/stage.h"
#include "core/activities/activities.h"
#include "core/workshop/apply.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::lobby_test {

using namespace standpoint::testing;

namespace {

constexpr std::int64_t start_ms = 1'795'000'000'000;

struct RoomFixture {
  Workshop workshop;
  StageState state;
  StageUi ui;
  FrozenStage frozen;
  std::vector<WordWatcher::Word> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    WordWatcher watcher(frame.painter);
    Frame own = frame.drawn_by(watcher);
    own.chrome = own.role == Role::facilitator;
    draw_stage(own, workshop, state, ui, commands);
    words = watcher.words;
  }};

  RoomFixture() {
    driver.prepare = [](Frame& frame) { frame.role = Role::stage; };
    state.lobby.join = {"10.0.0.5:8080", "7KQ294", qr_code_of("http://10.0.0.5:8080/#abcdefghijklmnopqrstuvwxyz"), ""};
    state.room_watches = true;
    state.frozen = &frozen;
    put(StartSession{"Checkout relaunch", "Stakeholder alignment"});
    put(JoinSeat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}});
    for (const char* name : {"Maya Lindqvist", "Tomás Herrera", "Priya Raman"}) put(JoinSeat{next_seat(workshop), name, Role::participant, {}});
  }
  void put(const Action& action, std::int64_t time_ms = start_ms) {
    const SeatId by = workshop.seats.empty() ? SeatId{} : SeatId{1};
    apply(workshop, {workshop.sequence + 1, time_ms, by, static_cast<std::uint32_t>(workshop.sequence), action});
    frozen.follow(workshop, state.sealed);
  }
  ActivityId plan(ActivityKind kind, const char* title) {
    const Activity activity = drafted_activity(workshop, SeatId{1}, kind, title);
    put(AddActivity{activity});
    put(ShowOnStage{{activity.board, activity.id}});
    return activity.id;
  }
  bool says(const std::string& text) {
    driver.frames(2);
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.text.find(text) != std::string::npos; });
  }
};

}  // namespace

TEST_CASE_FIXTURE(RoomFixture, "with nothing on the stage it says how to join, what comes first, and exactly who is here") {
  put(AddActivity{drafted_activity(workshop, SeatId{1}, ActivityKind::discuss, "Welcome and ground rules")});
  state.lobby.here = {SeatId{1}, SeatId{2}, SeatId{4}};
  CHECK(says("10.0.0.5:8080"));
  CHECK(says("7KQ 294"));
  CHECK(says("Welcome and ground rules"));
  CHECK(says("2 of 3 are here"));  // the facilitator is not counted
  CHECK(says("Maya Lindqvist"));
  CHECK(says("Priya Raman"));
  CHECK_FALSE(says("Tomás Herrera"));
  CHECK_FALSE(says("Nadia Okafor"));
}

TEST_CASE_FIXTURE(RoomFixture, "R252 the join code says what whoever joins will meet: first, next, or what is open now") {
  const ActivityId welcome = plan(ActivityKind::discuss, "Welcome"), talk = plan(ActivityKind::discuss, "What we see");
  put(ShowOnStage{});
  CHECK(says("First: "));
  CHECK(says("Welcome"));
  put(OpenActivity{welcome});
  CHECK(says("Now: "));
  CHECK(says("Welcome"));
  CHECK_FALSE(says("First: "));
  put(CloseActivity{welcome});
  CHECK(says("Next: "));
  CHECK(says("What we see"));
  put(OpenActivity{talk});
  put(CloseActivity{talk});
  CHECK_FALSE(says("Next: "));
}

TEST_CASE_FIXTURE(RoomFixture, "the lobby promises only what is true of the session's activities") {
  CHECK(says("Answers are shown without names."));
  Activity vote = drafted_activity(workshop, SeatId{1}, ActivityKind::vote, "Who?");
  vote.secrecy = Secrecy::named;
  put(AddActivity{vote});
  CHECK_FALSE(says("Answers are shown without names."));
  CHECK(says("An activity that keeps names says so before you answer."));
}

TEST_CASE_FIXTURE(RoomFixture, "without a network the lobby says why in one sentence and shows neither address nor code") {
  state.lobby.join = {};
  state.lobby.join.trouble = "Port 8080 is taken.";
  CHECK(says("Tablets cannot join"));
  CHECK(says("Port 8080 is taken."));
  CHECK_FALSE(says("and enter"));
}

TEST_CASE_FIXTURE(RoomFixture, "however many are here, the newest are shown and none leaves the screen") {
  for (int i = 0; i < 300; ++i) put(JoinSeat{next_seat(workshop), "Participant number " + std::to_string(i), Role::participant, {}});
  for (const Seat& seat : workshop.seats) state.lobby.here.push_back(seat.id);
  CHECK(says("303 of 303 are here"));
  CHECK(says("Participant number 299"));
  CHECK_FALSE(says("Maya Lindqvist"));
  for (const WordWatcher::Word& word : words) CHECK_MESSAGE(word.box.max.y <= design_height, word.text);
}

TEST_CASE_FIXTURE(RoomFixture, "R193 the lobby names everybody while there is room, whatever its faces need, and the newest beyond that") {
  for (int i = 0; i < 25; ++i) put(JoinSeat{next_seat(workshop), "Person " + std::to_string(100 + i), Role::participant, {}});
  for (const Seat& seat : workshop.seats) state.lobby.here.push_back(seat.id);
  CHECK(says("28 of 28 are here"));
  CHECK(says("Maya Lindqvist"));
  CHECK(says("Person 124"));
  CHECK_FALSE(says("The newest"));
  for (int i = 25; i < 90; ++i) put(JoinSeat{next_seat(workshop), "Person " + std::to_string(100 + i), Role::participant, {}});
  for (const Seat& seat : workshop.seats) state.lobby.here.push_back(seat.id);
  CHECK(says("Person 189"));
  CHECK(says("The newest"));
  const auto named = std::count_if(words.begin(), words.end(), [](const auto& word) { return word.text.rfind("Person ", 0) == 0; });
  CHECK(named >= 40);
  CHECK(says("The newest " + std::to_string(named) + ":"));
}

TEST_CASE_FIXTURE(RoomFixture, "while a vote is open its foot says where to join, how many have voted, and nothing of what they chose") {
  const ActivityId vote = plan(ActivityKind::vote, "Where must we act first?");
  put(OpenActivity{vote});
  state.sealed = {9, 14, {}};
  CHECK(says("9 of 14 have voted"));
  CHECK(says("10.0.0.5:8080"));
  CHECK(says("7KQ 294"));
  CHECK_FALSE(says("Maya"));
  put(CloseActivity{vote});
  CHECK_FALSE(says("7KQ 294"));
}

TEST_CASE_FIXTURE(RoomFixture, "R122 a frozen stage goes on showing the moment of freezing, with nothing that happened since") {
  const ActivityId vote = plan(ActivityKind::vote, "Where must we act first?");
  put(OpenActivity{vote});
  put(StartTimer{300'000});
  state.sealed = {9, 14, {}};
  put(CoverStage{StageCover::frozen}, start_ms + 60'000);
  driver.now_ms = start_ms + 60'000;
  CHECK(says("9 of 14 have voted"));
  CHECK(says("04:00"));
  state.sealed = {12, 14, {}};
  driver.now_ms += 120'000;
  plan(ActivityKind::discuss, "What nobody may see yet");
  frozen.follow(workshop, state.sealed);
  CHECK(says("9 of 14 have voted"));
  CHECK(says("04:00"));
  CHECK_FALSE(says("12 of 14"));
  CHECK_FALSE(says("What nobody may see yet"));
  put(CoverStage{StageCover::none}, start_ms + 200'000);
  CHECK(says("What nobody may see yet"));
}

TEST_CASE_FIXTURE(RoomFixture, "R122 a blank stage is bare paper, and so is a frozen one that missed the moment") {
  plan(ActivityKind::discuss, "Welcome");
  CHECK(says("Welcome"));
  put(CoverStage{StageCover::blank});
  driver.frames(2);
  CHECK(words.empty());
  put(CoverStage{StageCover::frozen}, start_ms + 1000);
  put(AddActivity{drafted_activity(workshop, SeatId{1}, ActivityKind::discuss, "Later")}, start_ms + 2000);
  frozen = {};
  frozen.follow(workshop, state.sealed);  // as a screen that is told everything at once
  driver.frames(2);
  CHECK(words.empty());
}

TEST_CASE_FIXTURE(RoomFixture, "to the facilitator a cover is said, and one tap shows the stage live again") {
  driver.prepare = [](Frame& frame) { frame.me = SeatId{1}; };
  plan(ActivityKind::discuss, "Welcome");
  put(CoverStage{StageCover::frozen});
  CHECK(says("The stage is frozen. The room sees "));
  driver.take();
  driver.click("Show live");
  const Commands asked = driver.take();
  REQUIRE(asked.actions.size() == 1);
  CHECK(std::get<CoverStage>(asked.actions[0].action).cover == StageCover::none);
}

TEST_CASE_FIXTURE(RoomFixture, "the join code is one tap away in the bar, and the next activity leaves it") {
  driver.prepare = [](Frame& frame) { frame.me = SeatId{1}; };
  plan(ActivityKind::discuss, "Welcome");
  driver.frames(2);
  driver.take();
  driver.click("Join code");
  CHECK(std::get<ShowOnStage>(driver.take().actions.at(0).action).view == StageView{});
  put(ShowOnStage{});
  CHECK(says("7KQ 294"));
  CHECK(driver.has("Next: Welcome"));
}

TEST_CASE("a QR code holds the join address with its secret, with room for damage, and is dark on white in both themes") {
  const QrModules code = qr_code_of("http://10.0.0.5:8080/#abcdefghijklmnopqrstuvwxyz");
  CHECK(code.side == 33);  // version 4 at level M holds 62 bytes
  CHECK(code.dark.size() == 33 * 33);
  // The three finder patterns: a dark corner, a light ring inside it, a dark middle.
  for (const auto& [x, y] : {std::pair{0, 0}, {26, 0}, {0, 26}}) {
    const auto dark = [&, x = x, y = y](int dx, int dy) { return code.dark[static_cast<std::size_t>((y + dy) * code.side + x + dx)]; };
    CHECK(dark(0, 0));
    CHECK_FALSE(dark(1, 1));
    CHECK(dark(3, 3));
  }
  CHECK(qr_code_of("").empty());
  CHECK(qr_module_size(code, 560) == 13);  // whole pixels, with a quiet zone of four modules
}

TEST_CASE_FIXTURE(RoomFixture, "the facilitator locks and unlocks the lobby from the lobby itself, and the room reads that it is locked") {
  driver.prepare = [](Frame& frame) { frame.role = Role::facilitator; };
  driver.frames(2);
  driver.click("Lock the lobby");
  const Commands locks = driver.take();
  REQUIRE(locks.actions.size() == 1);
  put(locks.actions[0].action);
  CHECK(workshop.lobby_locked);
  CHECK(says("The lobby is locked"));
  driver.click("Unlock the lobby");
  const Commands unlocks = driver.take();
  REQUIRE(unlocks.actions.size() == 1);
  CHECK_FALSE(std::get<LockLobby>(unlocks.actions[0].action).locked);
  driver.prepare = [](Frame& frame) { frame.role = Role::stage; };
  CHECK(says("The lobby is locked"));
  CHECK_FALSE(driver.has("Unlock the lobby"));
}

TEST_CASE_FIXTURE(RoomFixture, "below five people the lobby warns that others may guess") {
  state.lobby.here = {SeatId{2}, SeatId{3}, SeatId{4}};
  CHECK(says("among fewer than 5 people others may guess"));
  for (const char* name : {"Ada Holm", "Ben Okoro"}) put(JoinSeat{next_seat(workshop), name, Role::participant, {}});
  for (std::uint32_t seat = 5; seat <= 6; ++seat) state.lobby.here.push_back(SeatId{seat});
  CHECK_FALSE(says("others may guess"));
}

}  // namespace standpoint::lobby_test
