// The facilitator's console by what it asks for and what it says: the one next step, reminders, people, covers, notes.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/screens/console/console.h"
#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::console_test {

using namespace standpoint::testing;

namespace {

constexpr std::int64_t start_ms = 1'795'000'000'000;

struct ConsoleFixture {
  Workshop workshop;
  ConsoleState state;
  ConsoleUi ui;
  std::vector<WordWatcher::Word> words;
  Box area{{0, 0}, {console_width, console_height}};
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    WordWatcher watcher(frame.painter);
    Frame own = frame.drawn_by(watcher);
    own.area = area;
    own.me = SeatId{1};
    draw_console(own, workshop, state, ui, commands);
    words = watcher.words;
  }};
  ActivityId vote;
  std::int64_t event_ms = start_ms;  // of what happens

  ConsoleFixture() {
    put(StartSession{"Checkout relaunch", "stakeholder alignment"});
    put(JoinSeat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}});
    for (const char* name : {"Maya Lindqvist", "Tomás Herrera", "Priya Raman"}) put(JoinSeat{next_seat(workshop), name, Role::participant, {}});
    Board cards;
    cards.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    cards.kind = BoardKind::cards;
    cards.title = "Actions";
    put(AddBoard{cards});
    for (const char* text : {"Pilot with two sellers", "Book a review"}) {
      Card card;
      card.id = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
      card.board = cards.id;
      card.text = text;
      put(AddCard{card});
    }
    const Activity activity = drafted_activity(workshop, SeatId{1}, ActivityKind::vote, "Where must we act first?");
    vote = activity.id;
    put(AddActivity{activity});
    put(ShowOnStage{{activity.board, vote}});
    state.here = {SeatId{2}, SeatId{3}, SeatId{4}};
    driver.frames(2);
  }
  void put(const Action& action) {
    const SeatId by = workshop.seats.empty() ? SeatId{} : SeatId{1};
    apply(workshop, {workshop.sequence + 1, event_ms, by, static_cast<std::uint32_t>(workshop.sequence), action});
  }
  // What was asked for since the last take, allowed by the rules and applied as the room would.
  std::vector<Action> happened() {
    std::vector<Action> actions;
    for (Commands::Requested& requested : driver.take().actions) {
      const auto refusal = check(workshop, SeatId{1}, requested.action);
      CHECK_MESSAGE(!refusal.has_value(), (refusal ? refusal->text : std::string()));
      put(requested.action);
      actions.push_back(std::move(requested.action));
    }
    driver.frames(2);
    return actions;
  }
  void opened(std::uint32_t done) {
    put(OpenActivity{vote});
    state.sealed = {done, 3, {}};
    for (std::uint32_t i = 0; i < done; ++i) state.sealed.sealed.push_back(SeatId{2 + i});
    state.stage.sealed = state.sealed;
    driver.frames(60);
  }
  bool says(const std::string& text) const {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.text.find(text) != std::string::npos; });
  }
};

}  // namespace

TEST_CASE_FIXTURE(ConsoleFixture, "R120 after a tap the moment button is inert for 600 ms, so that a double tap takes one step") {
  const Vec at = driver.box_of("Open voting").center();
  driver.double_click_at(at);
  CHECK(std::holds_alternative<OpenActivity>(happened().at(0)));
  CHECK(workshop.activities[0].phase == Phase::open);
  const double tapped = driver.seconds;
  driver.seconds = tapped + 0.3;  // the frames of a click come after it
  driver.click_at(at);
  CHECK(happened().empty());
  driver.seconds = tapped + 1;
  driver.click_at(at);
  CHECK(std::holds_alternative<CloseActivity>(happened().at(0)));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R120 revealing before everybody has answered asks first, and going on voting is the safe answer") {
  opened(1);
  put(CloseActivity{vote});
  driver.frames(60);
  driver.click("Reveal");
  CHECK(happened().empty());
  driver.frames(3);
  CHECK(says("Reveal before everyone has voted?"));
  CHECK(says("2 people lose their ballot."));
  driver.click("Keep voting");
  CHECK(std::holds_alternative<OpenActivity>(happened().at(0)));
  put(CloseActivity{vote});
  driver.frames(60);
  driver.click("Reveal");
  driver.frames(3);
  driver.click("Reveal now");
  CHECK(std::holds_alternative<RevealActivity>(happened().at(0)));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R161 the console says that the last activity was the last only when nothing is planned") {
  const Activity left_out = drafted_activity(workshop, SeatId{1}, ActivityKind::discuss, "Left out");
  put(AddActivity{left_out, 0});
  opened(3);
  put(CloseActivity{vote});
  put(RevealActivity{vote, {}});
  driver.frames(3);
  CHECK(driver.has("Next: Left out"));
  CHECK_FALSE(says("That was the last activity"));
  put(ShowOnStage{{{}, left_out.id}});
  put(OpenActivity{left_out.id});
  put(CloseActivity{left_out.id});
  driver.frames(3);
  CHECK(says("That was the last activity"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R162 the console leads back to what is open while the stage shows something else") {
  opened(1);
  state.stage.elsewhere = {1, 3, {}};
  const Board other = workshop.boards[0];
  put(ShowOnStage{{other.id, {}}});
  driver.frames(60);
  CHECK(says("Back to voting"));
  CHECK(says("Open: 1 of 3, go back"));  // in the agenda
  driver.click("Back to voting");
  happened();
  CHECK(workshop.stage.activity == vote);
  const Activity talk = drafted_activity(workshop, SeatId{1}, ActivityKind::discuss, "A word on it");
  put(AddActivity{talk});
  put(ShowOnStage{{{}, talk.id}});
  driver.frames(60);
  CHECK(driver.has("Open discussion"));
  CHECK(says("Voting is open: 1 of 3"));
  driver.click("Back to voting");
  happened();
  CHECK(workshop.stage.activity == vote);
}

TEST_CASE_FIXTURE(ConsoleFixture, "R259 few people have the whole width for their names") {
  put(JoinSeat{next_seat(workshop), "Facilitator", Role::facilitator, {}});
  put(JoinSeat{next_seat(workshop), "Bartholomew Sykes", Role::participant, {}});
  driver.frames(3);
  CHECK(says("Facilitator"));
  CHECK(says("Bartholomew"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R318 eighteen people stand on one page of the console, with room for the notes below, and more have pages") {
  const auto listed = [this] {
    driver.frames(3);
    std::size_t found = 0;
    for (const UiDriver::Item& item : driver.items()) found += item.label.starts_with("Person ") ? 1 : 0;
    return found;
  };
  for (int n = 1; n <= 15; ++n) put(JoinSeat{next_seat(workshop), "Person " + std::to_string(n), Role::participant, {}});
  CHECK(listed() == 15);
  CHECK_FALSE(driver.has("People after"));
  for (const UiDriver::Item& item : driver.items())
    if (item.label.starts_with("Person ")) CHECK(item.box.height() >= touch::min_target - 0.5F);
  CHECK(driver.box_of("Private notes").height() >= 60);
  put(JoinSeat{next_seat(workshop), "Person 16", Role::participant, {}});
  put(JoinSeat{next_seat(workshop), "Person 17", Role::participant, {}});
  listed();
  CHECK(driver.has("People after"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R168 of many people those who are missing come first, and anybody is found by name") {
  for (int n = 1; n <= 147; ++n) put(JoinSeat{next_seat(workshop), "Person " + std::to_string(n) + " Vanderbilt", Role::participant, {}});
  put(OpenActivity{vote});
  state.sealed = {148, 150, {}};
  for (const Seat& seat : workshop.seats) {
    if (seat.role != Role::participant) continue;
    state.here.push_back(seat.id);
    if (seat.name != "Person 90 Vanderbilt" && seat.name != "Person 141 Vanderbilt") state.sealed.sealed.push_back(seat.id);
  }
  std::sort(state.here.begin(), state.here.end());
  driver.frames(3);
  const auto first = [this](const char* name) { return driver.has(name); };
  CHECK(first("Person 90 Vanderbilt"));
  CHECK(first("Person 141 Vanderbilt"));
  CHECK(driver.box_of("Person 90 Vanderbilt").min.y == driver.box_of("Person 141 Vanderbilt").min.y);  // side by side, on top
  CHECK(says("1 of 11"));
  driver.click("People after");
  driver.frames(2);
  CHECK(says("2 of 11"));
  driver.click("Find a person");
  driver.frames(3);
  CHECK(says("Everybody, 148 of 150 done"));
  driver.click("##Find a person");
  driver.type("person 77");
  driver.frames(2);
  std::size_t found = 0;
  for (const UiDriver::Item& item : driver.items()) found += !item.disabled && item.label.starts_with("Person ") ? 1 : 0;
  CHECK(found == 1);
  driver.click("Person 77 Vanderbilt");
  driver.frames(2);
  CHECK(find(workshop, ui.seat)->name == "Person 77 Vanderbilt");
}

TEST_CASE_FIXTURE(ConsoleFixture, "R163 the console turns the pages of the stage for the room") {
  const Board cards = workshop.boards[0];
  for (int n = 0; n < 60; ++n) {
    Card card;
    card.id = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    card.board = cards.id;
    card.text = "Idea " + std::to_string(n);
    put(AddCard{card});
  }
  Activity all = workshop.activities[0];
  items_in(all)->clear();
  for (const Card& card : workshop.cards) items_in(all)->emplace_back(card.id);
  put(changed_to(workshop, all));
  opened(1);
  CHECK_FALSE(driver.enabled("Page before, for the room"));
  driver.click("Page after, for the room");
  std::optional<StageTurn> turn;
  for (const Intent& intent : driver.take().intents)
    if (const auto* turned = std::get_if<TurnStage>(&intent)) turn = turned->turn;
  REQUIRE(turn);
  CHECK(turn->page == 1);
  CHECK(turn->view == workshop.stage);
  state.stage.turn = *turn;
  driver.frames(2);
  CHECK(ui.stage.kinds.vote.page == 1);
  CHECK(driver.enabled("Page before, for the room"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R141 a tied vote is run off from the console, once") {
  Card third;
  third.id = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  third.board = workshop.activities[0].board;
  third.text = "Write to support";
  put(AddCard{third});
  const std::vector<Item> tied = items_of(workshop.activities[0]);
  Activity all = workshop.activities[0];
  items_in(all)->emplace_back(third.id);
  put(changed_to(workshop, all));
  opened(2);
  put(CloseActivity{vote});
  put(RevealActivity{vote, {{{}, Ballot{{{tied[0], 1}}}}, {{}, Ballot{{{tied[1], 1}}}}}});
  driver.frames(60);
  driver.click("Run-off");
  const std::vector<Action> asked = happened();
  REQUIRE(asked.size() == 2);
  CHECK(std::get<AddActivity>(asked[0]).activity.follows == vote);
  CHECK(items_of(std::get<AddActivity>(asked[0]).activity) == tied);
  CHECK(std::get<ShowOnStage>(asked[1]).view.activity == std::get<AddActivity>(asked[0]).activity.id);
  put(ShowOnStage{{workshop.activities[0].board, vote}});
  driver.frames(3);
  CHECK_FALSE(driver.has("Run-off"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R174 where every choice has the same, the console offers no run-off of everything") {
  opened(2);
  put(CloseActivity{vote});
  const std::vector<Item> items = items_of(workshop.activities[0]);
  REQUIRE(items.size() == 2);
  put(RevealActivity{vote, {{{}, Ballot{{{items[0], 1}}}}, {{}, Ballot{{{items[1], 1}}}}}});
  driver.frames(60);
  CHECK_FALSE(driver.has("Run-off"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R141 a revealed placing goes into another round from the console, once") {
  Board canvas;
  canvas.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  canvas.kind = BoardKind::canvas;
  put(AddBoard{canvas});
  Activity placing = drafted_activity(workshop, SeatId{1}, ActivityKind::place, "Power and interest");
  placing.board = canvas.id;
  *items_in(placing) = items_of(workshop.activities[0]);
  put(AddActivity{placing});
  put(ShowOnStage{{canvas.id, placing.id}});
  put(OpenActivity{placing.id});
  put(CloseActivity{placing.id});
  driver.frames(3);
  CHECK_FALSE(driver.has("Place again"));
  put(RevealActivity{placing.id, {{{}, PlacementSheet{{{items_of(placing)[0], {2000, 3000}}}}}}});
  driver.frames(60);
  driver.click("Place again");
  const std::vector<Action> asked = happened();
  REQUIRE(asked.size() == 2);
  CHECK(std::get<AddActivity>(asked[0]).activity.follows == placing.id);
  put(ShowOnStage{{canvas.id, placing.id}});
  driver.frames(3);
  CHECK_FALSE(driver.has("Place again"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "when everybody has answered the reveal asks nothing") {
  opened(3);
  put(CloseActivity{vote});
  driver.frames(60);
  driver.click("Reveal");
  CHECK(std::holds_alternative<RevealActivity>(happened().at(0)));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R121 the console says who has answered an open activity and never what, and the small stage no more than the room's") {
  opened(2);
  CHECK(says("2 of 3 have voted"));
  CHECK(says("2 of 3 done"));
  CHECK(says("Ballots stay secret from you too"));
  CHECK(says("PR"));        // Priya's initials stay: she has not answered
  CHECK_FALSE(says("ML"));  // Maya's became a check
  const auto said = [this] {
    std::string all;
    for (const WordWatcher::Word& word : words) all += word.text + "\n";
    return all;
  };
  const std::string before = said();
  // Even if an input were in the workshop too early, nothing of it would be drawn.
  workshop.activities[0].inputs = {{SeatId{2}, Ballot{{{items_of(workshop.activities[0])[0], 3}}}}};
  driver.frames(2);
  CHECK(said() == before);
}

TEST_CASE_FIXTURE(ConsoleFixture, "a reminder goes to those who have not answered, once until somebody more has") {
  opened(1);
  driver.click("Remind 2");
  const Commands asked = driver.take();
  CHECK(asked.actions.empty());
  const auto sent = std::find_if(asked.intents.begin(), asked.intents.end(), [](const Intent& i) { return std::holds_alternative<SendReminder>(i); });
  REQUIRE(sent != asked.intents.end());
  CHECK(std::get<SendReminder>(*sent).activity == vote);
  driver.frames(2);
  CHECK_FALSE(driver.enabled("Reminded 2"));
  state.sealed.done = 2;
  driver.frames(2);
  CHECK(driver.enabled("Remind 1"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "the lobby is locked and unlocked from the menu") {
  driver.click("More");
  driver.frames(2);
  driver.click("Lock the lobby");
  CHECK(std::get<LockLobby>(happened().at(0)).locked);
  driver.click("More");
  driver.frames(2);
  driver.click("Unlock the lobby");
  CHECK_FALSE(std::get<LockLobby>(happened().at(0)).locked);
}

TEST_CASE_FIXTURE(ConsoleFixture, "R89 the layers of the map are shown to the room and hidden again from the menu, with a map on the stage") {
  driver.click("More");
  driver.frames(2);
  CHECK_FALSE(driver.has("Show stances to the room"));  // a vote on cards
  driver.click("Lock the lobby");
  happened();
  Board map;
  map.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  map.title = "Map";
  put(AddBoard{map});
  Activity talk = drafted_activity(workshop, SeatId{1}, ActivityKind::discuss, "Who shapes the relaunch?");
  talk.board = map.id;
  put(AddActivity{talk});
  put(ShowOnStage{{map.id, talk.id}});
  driver.frames(2);
  const auto choose = [&](const char* row) {
    driver.click("More");
    driver.frames(2);
    driver.click(row);
    happened();
    return find(workshop, talk.id);
  };
  CHECK(choose("Show stances to the room")->show_stance);
  CHECK_FALSE(find(workshop, talk.id)->show_conflicts);
  CHECK(choose("Show conflicts to the room")->show_conflicts);
  CHECK_FALSE(choose("Hide stances from the room")->show_stance);
  CHECK_FALSE(choose("Hide conflicts from the room")->show_conflicts);
}

TEST_CASE_FIXTURE(ConsoleFixture, "R128 a new join code is asked for from the menu") {
  driver.click("More");
  driver.frames(2);
  driver.click("New join code");
  const Commands asked = driver.take();
  CHECK(std::any_of(asked.intents.begin(), asked.intents.end(), [](const Intent& i) { return std::holds_alternative<NewJoinCode>(i); }));
}

TEST_CASE_FIXTURE(ConsoleFixture, "R279 the empty seats are cleared from the menu, once it was asked") {
  const auto asks = [&] {
    driver.click("More");
    driver.frames(2);
    driver.click("Clear the empty seats");
    driver.frames(2);
  };
  asks();
  driver.click("Keep");
  CHECK(driver.take().actions.empty());
  driver.frames(2);
  asks();
  CHECK(driver.take().actions.empty());
  driver.click("Clear");
  const Commands asked = driver.take();
  REQUIRE(asked.actions.size() == 1);
  CHECK(std::get<ClearSeats>(asked.actions[0].action).seats.empty());
}

TEST_CASE_FIXTURE(ConsoleFixture, "the join code comes onto the stage from the menu") {
  driver.click("More");
  driver.frames(2);
  driver.click("Show the join code");
  CHECK(std::get<ShowOnStage>(happened().at(0)).view == StageView{});
  CHECK(says("Join code on the stage"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "a person is renamed, made a deputy, and removed only after a question") {
  driver.click("Priya Raman");
  driver.frames(2);
  driver.click("##Name");
  driver.key(ImGuiKey_A, true);
  driver.type("Priya R.");
  driver.key(ImGuiKey_Enter);
  CHECK(std::get<ChangeSeat>(happened().at(0)).name == "Priya R.");
  driver.click("Deputy");
  const auto appointed = std::get<ChangeSeat>(happened().at(0));
  CHECK(appointed == ChangeSeat{SeatId{4}, {}, Role::facilitator});
  driver.click("Remove");
  CHECK(happened().empty());
  driver.frames(2);
  CHECK(says("Remove Priya R. from the session?"));
  driver.click("Remove##for good");
  CHECK(std::get<LeaveSeat>(happened().at(0)).seat == SeatId{4});
}

TEST_CASE_FIXTURE(ConsoleFixture, "R320 a deputy's console does not offer what the one who appointed them would lose, and says why") {
  put(ChangeSeat{SeatId{4}, "Priya Raman", Role::facilitator});
  for (Seat& seat : workshop.seats)
    if (seat.id == SeatId{1}) seat.appointed_by = SeatId{4};  // the console is Nadia's
  driver.frames(2);
  driver.click("Priya Raman");
  driver.frames(2);
  CHECK(says("You lead because Priya Raman let you"));
  CHECK_FALSE(says("Observer"));
  driver.click("Remove");
  driver.frames(2);
  CHECK_FALSE(says("Remove Priya Raman from the session?"));
  CHECK(happened().empty());
}

TEST_CASE_FIXTURE(ConsoleFixture, "the stage is frozen, blanked and shown again with one tap each, and a moment is marked") {
  driver.click("Freeze");
  CHECK(std::get<CoverStage>(happened().at(0)).cover == StageCover::frozen);
  CHECK(says("The stage is frozen. The room sees "));
  driver.click("Blank");
  CHECK(std::get<CoverStage>(happened().at(0)).cover == StageCover::blank);
  driver.click("Go live");
  CHECK(std::get<CoverStage>(happened().at(0)).cover == StageCover::none);
  driver.click("Mark");
  CHECK(std::get<SetBookmark>(happened().at(0)).title == "Where must we act first?");
}

TEST_CASE_FIXTURE(ConsoleFixture, "private notes become one event when the field is left") {
  driver.click("Private notes");
  driver.frames(3);
  driver.type("Oskar is quiet");
  CHECK(happened().empty());
  driver.click_at({600, 120});
  driver.frames(2);
  const auto actions = happened();
  REQUIRE(actions.size() == 1);
  CHECK(std::get<ChangeNotes>(actions[0]).notes == "Oskar is quiet");
  CHECK(says("Oskar is quiet"));
}

TEST_CASE_FIXTURE(ConsoleFixture, "the timer is paused with what is left, goes on from there, and takes a minute more or less") {
  opened(0);
  put(StartTimer{8 * 60'000});
  driver.now_ms = start_ms + 60'000;
  driver.frames(2);
  CHECK(says("07:00"));
  driver.click("+1 min");
  CHECK((std::get<AdjustTimer>(happened().at(0)).left_ms + 999) / 1000 == 8 * 60);
  CHECK(workshop.timer.running);
  put(StartTimer{8 * 60'000});
  driver.frames(2);
  driver.click("Pause the timer");
  event_ms = driver.now_ms;
  const std::vector<Action> paused = happened();
  REQUIRE(paused.size() == 1);
  CHECK(std::holds_alternative<StopTimer>(paused[0]));
  CHECK_FALSE(workshop.timer.running);
  driver.now_ms += 600'000;
  driver.frames(2);
  CHECK(says("07:00"));
  driver.click("−1 min");
  const std::vector<Action> adjusted = happened();
  REQUIRE(adjusted.size() == 1);  // R355
  CHECK(std::holds_alternative<AdjustTimer>(adjusted[0]));
  CHECK_FALSE(workshop.timer.running);
  CHECK(says("06:00"));
  driver.click("Start the timer");
  CHECK((std::get<StartTimer>(happened().at(0)).duration_ms + 999) / 1000 == 6 * 60);
  CHECK(workshop.timer.running);
}

TEST_CASE_FIXTURE(ConsoleFixture, "an activity added here waits on the agenda and does not take the stage") {
  driver.click("Add activity");
  driver.frames(3);
  driver.type("How aligned are we?");
  driver.click("Add to the agenda");
  const auto actions = happened();
  REQUIRE(actions.size() == 1);
  CHECK(std::get<AddActivity>(actions[0]).activity.title == "How aligned are we?");
  CHECK(workshop.stage.activity == vote);
}

TEST_CASE_FIXTURE(ConsoleFixture, "on narrow and low screens the console comes in pages, each within the screen and large enough for a finger") {
  opened(1);
  for (const Vec size : {Vec{390, 844}, Vec{844, 390}, Vec{820, 1180}, Vec{1180, 820}, Vec{1366, 1024}}) {
    area = {{0, 0}, size};
    for (const auto page : {ConsoleUi::Page::now, ConsoleUi::Page::agenda, ConsoleUi::Page::people, ConsoleUi::Page::stage}) {
      ui.page = page;
      driver.frames(3);
      CAPTURE(size.x);
      CAPTURE(static_cast<int>(page));
      for (const UiDriver::Item& item : driver.items()) {
        if (item.label == "Standpoint" || item.disabled) continue;
        CHECK_MESSAGE((item.box.min.x >= -1 && item.box.max.x <= size.x + 1 && item.box.min.y >= -1 && item.box.max.y <= size.y + 1), item.label);
        CHECK_MESSAGE(std::min(item.box.width(), item.box.height()) >= 42, item.label);
      }
      for (const WordWatcher::Word& word : words)
        CHECK_MESSAGE((word.box.min.x >= -1 && word.box.max.x <= size.x + 1 && word.box.max.y <= size.y + 1), word.text);
      if (page == ConsoleUi::Page::now) CHECK(driver.has("Close voting"));
    }
  }
}

TEST_CASE_FIXTURE(ConsoleFixture, "R324 two people on one device are asked about, become one with one tap, or are two from then on") {
  state.one_device = {{SeatId{2}, SeatId{3}}};
  driver.frames(2);
  CHECK(says("Maya Lindqvist and"));
  CHECK(says("one device"));
  driver.click("Make one");
  CHECK(std::get<MergeSeats>(happened().at(0)) == MergeSeats{SeatId{2}, SeatId{3}});
  CHECK_FALSE(says("one device"));
  state.one_device = {{SeatId{3}, SeatId{4}}};
  driver.frames(2);
  driver.click("They are two");
  const Commands said = driver.take();
  CHECK(said.actions.empty());
  const auto two = std::find_if(said.intents.begin(), said.intents.end(), [](const Intent& i) { return std::holds_alternative<SayTheyAreTwo>(i); });
  REQUIRE(two != said.intents.end());
  CHECK(std::get<SayTheyAreTwo>(*two).seats == OneDevice{SeatId{3}, SeatId{4}});
}

TEST_CASE_FIXTURE(ConsoleFixture, "R155 the console says who is here twice, and one tap makes them one or two") {
  CHECK_FALSE(says("here twice"));
  put(JoinSeat{SeatId{5}, "Tomás Herrera", Role::participant, {}});
  state.here = {SeatId{2}, SeatId{4}, SeatId{5}};
  driver.frames(2);
  CHECK(says("Tomás Herrera is here twice"));
  SUBCASE("one") {
    driver.click("Make one");
    const std::vector<Action> actions = happened();
    REQUIRE(actions.size() == 1);
    CHECK(std::get<MergeSeats>(actions[0]) == MergeSeats{SeatId{3}, SeatId{5}});
    CHECK_FALSE(says("here twice"));
    CHECK(says("3 of 3 here"));
  }
  SUBCASE("two") {
    driver.click("They are two");
    const std::vector<Action> actions = happened();
    REQUIRE(actions.size() == 1);
    CHECK(std::get<ChangeSeat>(actions[0]).seat == SeatId{5});
    CHECK(std::get<ChangeSeat>(actions[0]).name == "Tomás Herrera 2");
    CHECK_FALSE(says("here twice"));
  }
  SUBCASE("on a phone, on whatever page is open") {
    area = {{0, 0}, {390, 844}};
    driver.glass = Glass{1, area};
    for (const char* page : {"Now", "Agenda", "People", "Stage"}) {
      driver.click(page);
      CHECK(driver.has("Make one"));
    }
  }
}

namespace {

// A Decide on the stage, open.
void decide(ConsoleFixture& f) {
  const Activity activity = drafted_activity(f.workshop, SeatId{1}, ActivityKind::decide, "Next moves and owners");
  f.put(AddActivity{activity});
  f.put(ShowOnStage{{{}, activity.id}});
  f.put(OpenActivity{activity.id});
  f.driver.frames(3);
}

void decided(ConsoleFixture& f, const std::string& text, const std::string& owner) {
  f.put(RecordDecision{{mint<DecisionId>(SeatId{1}, next_nth(f.workshop, SeatId{1})), text, owner}});
}

}  // namespace

TEST_CASE_FIXTURE(ConsoleFixture, "R366 whoever leads from a tablet records what was decided and who owns it, one after another") {
  CHECK_FALSE(driver.has("Decisions"));
  for (const Vec size : {Vec{1180, 820}, Vec{390, 844}, Vec{844, 390}}) {
    CAPTURE(size.x);
    area = {{0, 0}, size};
    decide(*this);
    const std::size_t before = workshop.decisions.size();
    driver.click("Decisions");
    driver.frames(3);
    driver.type("Pilot with two sellers");  // the field has the keyboard
    driver.click("##Owner of the decision");
    driver.type("Ben");
    driver.click("Record");
    CHECK(happened().size() == 1);
    driver.frames(3);
    driver.type("Book a review");
    driver.key(ImGuiKey_Enter);
    happened();
    REQUIRE(workshop.decisions.size() == before + 2);
    CHECK(workshop.decisions[before].text == "Pilot with two sellers");
    CHECK(workshop.decisions[before].owner == "Ben");
    CHECK(workshop.decisions[before + 1].text == "Book a review");
    driver.click("Close the decisions");
    driver.frames(3);
    CHECK(says(std::to_string(before + 2) + " decisions"));
    put(CloseActivity{workshop.stage.activity});
  }
}

TEST_CASE_FIXTURE(ConsoleFixture, "R366 on the console every decision is read whole, changed and taken back, however many there are") {
  std::string longest = "Decision 0";
  for (int n = 0; longest.size() < 600; ++n) longest += " word" + std::to_string(n);
  for (const Vec size : {Vec{1180, 820}, Vec{390, 844}, Vec{844, 390}, Vec{320, 454}}) {
    CAPTURE(size.x);
    area = {{0, 0}, size};
    workshop.decisions.clear();
    decide(*this);
    for (int n = 0; n < 20; ++n) decided(*this, n == 0 ? longest : "Decision " + std::to_string(n) + " of the day", "Ben");
    ui.decisions = {};
    driver.frames(3);
    driver.click("Decisions");
    driver.key(ImGuiKey_Escape);  // the field is left, and the sheet stays
    driver.frames(3);
    CHECK(driver.has("Close the decisions"));
    std::string read;
    for (int turns = 0; turns < 60; ++turns) {
      std::string page;
      for (const WordWatcher::Word& word : words) page += word.text + " ";
      read = page + read;
      if (!driver.has("Page before") || !driver.enabled("Page before")) break;
      driver.click("Page before");
      driver.frames(2);
    }
    for (int n = 0; n < 110 && longest.find("word" + std::to_string(n) + " ") != std::string::npos; ++n) CHECK(read.find("word" + std::to_string(n)) != std::string::npos);
    for (int n = 1; n < 20; ++n) CHECK_MESSAGE(read.find("Decision " + std::to_string(n) + " of") != std::string::npos, n);
    driver.click("1, " + longest + ", Ben");
    driver.frames(3);
    driver.key(ImGuiKey_A, true);
    driver.type("Shorter");
    driver.click("Save");
    happened();
    CHECK(workshop.decisions.at(0).text == "Shorter");
    CHECK(workshop.decisions.at(0).owner == "Ben");
    driver.click("1, Shorter, Ben");
    driver.frames(2);
    driver.click("Take back the decision");
    happened();
    CHECK(workshop.decisions.size() == 19);
    driver.click("Close the decisions");
    driver.frames(2);
  }
}

TEST_CASE_FIXTURE(ConsoleFixture, "R358 what is changed of a decision is what was touched; its owner stays as somebody else made it meanwhile") {
  workshop.decisions.clear();
  decide(*this);
  decided(*this, "Pilot", "Ben");
  const DecisionId id = workshop.decisions[0].id;
  driver.click("Decisions");
  driver.frames(3);
  driver.click("1, Pilot, Ben");
  driver.frames(3);
  put(ChangeDecision{id, {}, "Maya"});
  driver.frames(2);
  driver.key(ImGuiKey_A, true);
  driver.type("Pilot with two sellers");
  driver.click("Save");
  const std::vector<Action> actions = happened();
  REQUIRE(actions.size() == 1);
  REQUIRE(std::holds_alternative<ChangeDecision>(actions[0]));
  CHECK(std::get<ChangeDecision>(actions[0]).text == "Pilot with two sellers");
  CHECK_FALSE(std::get<ChangeDecision>(actions[0]).owner);
  CHECK(workshop.decisions[0] == Decision{id, "Pilot with two sellers", "Maya"});
}

TEST_CASE_FIXTURE(ConsoleFixture, "R358 notes are written over those that were there when somebody began, so that whoever was slower is asked") {
  driver.click("Private notes");
  driver.frames(3);
  driver.type("Oskar is quiet");
  put(ChangeNotes{"Ask Ruth"});
  driver.click_at({600, 120});
  driver.frames(2);
  const std::vector<Commands::Requested> asked = driver.take().actions;
  REQUIRE(asked.size() == 1);
  CHECK(overtaken(workshop, asked[0].action));
  REQUIRE(two_texts(workshop, asked[0].action));
  CHECK(two_texts(workshop, asked[0].action)->mine == "Oskar is quiet");
  CHECK(two_texts(workshop, asked[0].action)->theirs == "Ask Ruth");
}

TEST_CASE_FIXTURE(ConsoleFixture, "R366 the sheet with the decisions stays within the glass, also over a keyboard, with its field in sight") {
  for (const int count : {0, 1, 20})
    for (const Vec size : {Vec{1180, 820}, Vec{820, 1180}, Vec{390, 844}, Vec{390, 500}, Vec{844, 390}, Vec{844, 200}, Vec{320, 454}}) {
      CAPTURE(size.x);
      CAPTURE(size.y);
      area = {{0, 0}, size};
      workshop.decisions.clear();
      decide(*this);
      for (int n = 0; n < count; ++n) decided(*this, "We agree the terms with everybody whom they bind, before anything else is built", "Maya Lindqvist and Tomás Herrera");
      ui.page = ConsoleUi::Page::now;
      ui.deciding = true;
      driver.frames(3);
      for (const UiDriver::Item& item : driver.items()) {
        if (!item.label.starts_with("##Decision") && item.label.find("##decision") == std::string::npos && item.label != "Record" && item.label != "Close the decisions" && !item.label.starts_with("Page ")) continue;
        CHECK_MESSAGE((item.box.min.x >= -1 && item.box.max.x <= size.x + 1 && item.box.min.y >= -1 && item.box.max.y <= size.y + 1), item.label);
        CHECK_MESSAGE(std::min(item.box.width(), item.box.height()) >= 47.5F, item.label);
      }
      CHECK(driver.has("##Decision"));
      CHECK(driver.has("Record"));
      ui.deciding = false;
    }
}

TEST_CASE_FIXTURE(ConsoleFixture, "R366 what was begun there waits while the stage shows something else, and a Decide that is over takes no more") {
  decide(*this);
  const ActivityId on = workshop.stage.activity;
  driver.click("Decisions");
  driver.frames(3);
  driver.type("Half a sentence");
  put(ShowOnStage{{workshop.boards[0].id, vote}});
  driver.frames(60);
  CHECK_FALSE(driver.has("##Decision"));
  CHECK(driver.has("Open voting"));
  put(ShowOnStage{{{}, on}});
  driver.frames(3);
  driver.click("Decisions");
  driver.frames(3);
  CHECK(ui.decisions.text_draft == "Half a sentence");
  driver.click("Close the decisions");
  put(CloseActivity{on});
  driver.frames(3);
  CHECK_FALSE(driver.has("Decisions"));  // nothing was decided
  decided(*this, "Pilot with two sellers", "Ben");
  driver.frames(3);
  driver.click("Decisions");
  driver.frames(3);
  CHECK_FALSE(driver.has("##Decision"));
  CHECK(says("Pilot with two sellers"));
}

}  // namespace standpoint::console_test
