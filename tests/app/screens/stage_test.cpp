// The shell of the stage by what it asks for: the next step, boards, timer, decisions, and who sees the bar.
#include <algorithm>
#include <utility>

#include <doctest/doctest.h>

#include "app/design/measures.h"
#include "app/screens/stage/agenda.h"
#include "app/screens/stage/bar.h"
#include "app/screens/stage/stage.h"
#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "tests/app/driving/screen_watch.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"

namespace standpoint::stage_test {

using standpoint::testing::said_on;
using standpoint::testing::ScreenWatch;
using standpoint::testing::TextSpy;
using standpoint::testing::UiDriver;

namespace {

constexpr float bar_top = design_height - stage_bar_height;

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

TEST_CASE_FIXTURE(StageFixture, "R161 the one next step leads from talk to talk with one tap each, and their timers with it") {
  const ActivityId welcome = plan(ActivityKind::discuss, "Welcome");
  const ActivityId moves = plan(ActivityKind::decide, "Next moves");
  put(SeatId{1}, ShowOnStage{});  // the lobby
  driver.frames(2);
  driver.click("Next: Welcome");
  auto actions = happened();
  REQUIRE(actions.size() == 3);
  CHECK(std::get<ShowOnStage>(actions[0]).view.activity == welcome);
  CHECK(std::get<OpenActivity>(actions[1]).activity == welcome);
  CHECK(std::get<StartTimer>(actions[2]).duration_ms == 5 * 60'000);
  driver.frames(60);  // the button is inert right after a tap
  driver.click("Next: Next moves");
  actions = happened();
  REQUIRE(actions.size() == 4);
  CHECK(std::get<CloseActivity>(actions[0]).activity == welcome);
  CHECK(std::get<OpenActivity>(actions[2]).activity == moves);
  driver.frames(60);
  driver.click("Close decisions");
  happened();
  CHECK(find(workshop, moves)->phase == Phase::closed);
  CHECK_FALSE(workshop.timer.running);
}

TEST_CASE_FIXTURE(StageFixture, "R161 a long title is shortened, what the button does is not, and it stays where it is") {
  const std::string title = "What do we do about everything that nobody has had the time to look at since the spring?";
  plan(ActivityKind::discuss, "Welcome");
  plan(ActivityKind::discuss, title.c_str());
  put(SeatId{1}, ShowOnStage{{{}, workshop.agenda[0]}});
  driver.frames(2);
  const Box before = driver.box_of("Open discussion");
  driver.click("Open discussion");
  happened();
  driver.frames(60);
  CHECK(driver.box_of("Next: " + title).min == before.min);  // read whole by who does not see it
  CHECK(driver.box_of("Next: " + title).max == before.max);
}

TEST_CASE_FIXTURE(StageFixture, "R161 nothing planned is passed over: what was left out comes after the last") {
  const ActivityId first = plan(ActivityKind::discuss, "First");
  const ActivityId last = plan(ActivityKind::discuss, "Last");
  put(SeatId{1}, OpenActivity{last});
  put(SeatId{1}, CloseActivity{last});
  CHECK(next_activity(workshop)->id == first);
  put(SeatId{1}, ShowOnStage{});  // behind what was opened there is nothing
  CHECK(next_activity(workshop)->id == first);
  put(SeatId{1}, OpenActivity{first});
  put(SeatId{1}, CloseActivity{first});
  CHECK(next_activity(workshop) == nullptr);
}

TEST_CASE_FIXTURE(StageFixture, "R161 what nobody can answer yet is no dead end, and is opened with everything once there is something") {
  Board canvas;
  canvas.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  canvas.kind = BoardKind::canvas;
  canvas.title = "Power and interest";
  put(SeatId{1}, AddBoard{canvas});
  const ActivityId placing = plan(ActivityKind::place, "Power and interest");
  plan(ActivityKind::discuss, "What we see");
  put(SeatId{1}, ShowOnStage{{canvas.id, placing}});
  driver.frames(2);
  CHECK(driver.has("Next: What we see"));
  Stakeholder person;
  person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  person.name = "Ruth Kaplan";
  put(SeatId{1}, AddStakeholder{person});
  driver.frames(2);
  driver.click("Open placing");
  happened();
  CHECK(find(workshop, placing)->phase == Phase::open);
  CHECK(items_of(*find(workshop, placing)) == std::vector<Item>{Item(person.id)});
}

TEST_CASE_FIXTURE(StageFixture, "R161 a placing in a session without people opens with the cards there are, and lists them") {
  Board canvas, notes;
  canvas.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  canvas.kind = BoardKind::canvas;
  canvas.title = "Impact and effort";
  put(SeatId{1}, AddBoard{canvas});
  notes.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  notes.kind = BoardKind::cards;
  notes.title = "How might we";
  notes.zones = {{"New notes", {{0, 0}, {10000, 10000}}}};
  put(SeatId{1}, AddBoard{notes});
  const CardId card = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  put(SeatId{1}, AddCard{{card, notes.id, 0, {5000, 5000}, CardColour::lemon, "Fewer forms"}});
  const ActivityId placing = plan(ActivityKind::place, "Impact and effort");
  put(SeatId{1}, ShowOnStage{{canvas.id, placing}});
  driver.frames(2);
  CHECK(driver.has("Fewer forms##choice"));
  driver.click("Open placing");
  happened();
  CHECK(items_of(*find(workshop, placing)) == std::vector<Item>{Item(card)});
}

TEST_CASE_FIXTURE(StageFixture, "R165 while there is nothing to choose, a vote says where what it is about is made") {
  Board notes;
  notes.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  notes.kind = BoardKind::cards;
  notes.title = "Value proposition";
  notes.zones = {{"Jobs", {{0, 0}, {10000, 10000}}}};
  put(SeatId{1}, AddBoard{notes});
  Board map;
  map.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  map.title = "Map";
  put(SeatId{1}, AddBoard{map});
  Activity vote;
  vote.id = mint<ActivityId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  set_kind(vote, ActivityKind::vote);
  vote.title = "What matters most?";
  vote.board = notes.id;
  vote_in(vote)->dots_per_person = 3;
  put(SeatId{1}, AddActivity{vote});
  put(SeatId{1}, ShowOnStage{{notes.id, vote.id}});
  std::vector<std::string> words;
  UiDriver spied([&](const Frame& frame, Commands& commands) {
    words = testing::words_of(frame, true, [&](const Frame& seen) { draw_stage(seen, workshop, {}, ui, commands); });
  });
  spied.frames(2);
  CHECK(testing::says(words, "No cards yet"));
  CHECK_FALSE(testing::says(words, "Add them on the map first"));
}

TEST_CASE_FIXTURE(StageFixture, "R165 a placing chooses its people as a vote chooses its cards") {
  Board canvas;
  canvas.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  canvas.kind = BoardKind::canvas;
  put(SeatId{1}, AddBoard{canvas});
  for (const char* name : {"Ada", "Ben", "Chloé"}) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    person.name = name;
    put(SeatId{1}, AddStakeholder{person});
  }
  const ActivityId placing = plan(ActivityKind::place, "Who matters?");
  driver.click("Ben");
  happened();
  CHECK(items_of(*find(workshop, placing)).size() == 2);
  driver.click("Ben");
  happened();
  CHECK(items_of(*find(workshop, placing)).size() == 3);
  driver.click("Choose none");
  happened();
  CHECK(items_of(*find(workshop, placing)).empty());
}

TEST_CASE_FIXTURE(StageFixture, "R162 what is open stays in sight when another board is shown, and is one tap away") {
  for (const char* title : {"Map", "Other"}) {
    Board board;
    board.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    board.title = title;
    put(SeatId{1}, AddBoard{board});
  }
  Stakeholder person;
  person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  person.name = "Ruth Kaplan";
  put(SeatId{1}, AddStakeholder{person});
  const ActivityId vote = plan(ActivityKind::vote, "Who first?");
  const ActivityId talk = plan(ActivityKind::discuss, "What we see");
  put(SeatId{1}, OpenActivity{vote});
  state.elsewhere = {9, 14, {}};
  put(SeatId{1}, ShowOnStage{{workshop.boards[1].id, {}}});
  driver.frames(2);
  CHECK_FALSE(driver.has("Next: What we see"));  // first what is open
  CHECK(left_open_words(workshop, *left_open(workshop), state.elsewhere).whole == "Voting is open: 9 of 14");
  driver.click("Back to voting");
  happened();
  CHECK(workshop.stage.activity == vote);
  CHECK_FALSE(driver.has("Back to voting"));
  put(SeatId{1}, ShowOnStage{{{}, talk}});  // another activity: its own step, and the way back beside it
  driver.frames(2);
  CHECK(driver.has("Open discussion"));
  CHECK(driver.has("Back to voting"));
  put(SeatId{1}, CloseActivity{vote});  // closed, and not revealed
  driver.frames(2);
  CHECK(driver.has("Back to voting"));
  put(SeatId{1}, RevealActivity{vote, {}});
  driver.frames(2);
  CHECK_FALSE(driver.has("Back to voting"));
}

TEST_CASE_FIXTURE(StageFixture, "R162 in every window, alone and beside the next step, the way back says how many have answered") {
  for (const char* name : {"Ruth Kaplan", "Finance"}) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    person.name = name;
    put(SeatId{1}, AddStakeholder{person});
  }
  const ActivityId vote = plan(ActivityKind::vote, "Who first?");
  const ActivityId talk = plan(ActivityKind::discuss, "What we see");
  put(SeatId{1}, OpenActivity{vote});
  state.elsewhere = {109, 140, {}};
  for (const Vec size : {Vec{1024, 768}, Vec{1280, 720}, Vec{1366, 768}, Vec{1920, 1080}, Vec{1080, 1920}})
    for (const bool beside : {false, true}) {
      put(SeatId{1}, ShowOnStage{{{}, beside ? talk : ActivityId{}}});
      ScreenWatch watch;
      UiDriver window([&](const Frame& frame, Commands& commands) { draw_stage(watch.watching(frame), workshop, state, ui, commands); }, size.x, size.y);
      window.frames(3);
      CAPTURE(size.x);
      CAPTURE(beside);
      const auto& words = watch.words();
      const auto ends_so = [](const ScreenWatch::Word& word) { return word.text.size() >= 10 && word.text.substr(word.text.size() - 10) == "109 of 140"; };
      CHECK(std::count_if(words.begin(), words.end(), ends_so) == 1);
    }
}

TEST_CASE_FIXTURE(StageFixture, "R120 the bar reveals early only on the second word, and the timer stops with the reveal") {
  Stakeholder person;
  person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  person.name = "Ruth Kaplan";
  put(SeatId{1}, AddStakeholder{person});
  const ActivityId vote = plan(ActivityKind::vote, "Who first?");
  driver.click("Open voting");
  happened();
  put(SeatId{1}, CloseActivity{vote});  // on another screen, and its timer runs on
  state.sealed = {1, 2, {}};
  driver.frames(60);
  driver.double_click_at(driver.box_of("Reveal").center());
  CHECK(happened().empty());
  driver.click("Keep voting");
  happened();
  CHECK(find(workshop, vote)->phase == Phase::open);
  put(SeatId{1}, CloseActivity{vote});
  driver.frames(60);
  driver.click("Reveal");
  CHECK(happened().empty());
  driver.frames(3);
  driver.click("Reveal now");
  happened();
  CHECK(find(workshop, vote)->phase == Phase::revealed);
  CHECK_FALSE(workshop.timer.running);
}

TEST_CASE_FIXTURE(StageFixture, "R166 every board has a tab or stands in the menu at their end, and no title pushes anything off the bar") {
  const auto left = [this] { return driver.box_of("Agenda").max.x; };
  for (int n = 1; n <= 40; ++n) {
    Board board;
    board.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    board.title = "Board " + std::to_string(n) + (n % 3 == 0 ? ", whose title is as long as those who made it could think of" : "");
    put(SeatId{1}, AddBoard{board});
    driver.frames(2);
    std::vector<Box> boxes;
    for (const UiDriver::Item& item : driver.items())
      if (item.box.min.y >= bar_top - 1 && item.label != "bar") boxes.push_back(item.box);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].min.x >= 0);
      CHECK(boxes[i].max.x <= 1920);
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK((boxes[i].max.x <= boxes[j].min.x + 1 || boxes[j].max.x <= boxes[i].min.x + 1));
    }
    CHECK(driver.box_of("Add a board").min.x > left());
    const Board& last = workshop.boards.back();
    if (!driver.has(last.title)) driver.click("All boards");
    for (int page = 0; page < 4 && !driver.has(last.title); ++page) {
      driver.frames(2);
      if (!driver.has(last.title)) driver.click("More boards");
      driver.frames(2);
    }
    REQUIRE(driver.has(last.title));
    driver.click(last.title);
    happened();
    CHECK(workshop.stage.board == last.id);
    CHECK(driver.has(last.title));  // what is shown has a tab, wherever it stands
  }
}

TEST_CASE_FIXTURE(StageFixture, "R167 the agenda moves what is shown aside, and closes on a choice and on Esc") {
  Board cards;
  cards.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  cards.kind = BoardKind::cards;
  put(SeatId{1}, AddBoard{cards});
  for (const std::int32_t x : {0, 200, 5000, 10'000}) {
    Card card;
    card.id = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    card.board = cards.id;
    card.text = "A note";
    card.at = {x, 9000};
    put(SeatId{1}, AddCard{card});
  }
  const ActivityId welcome = plan(ActivityKind::discuss, "Welcome");
  plan(ActivityKind::discuss, "What we see");
  put(SeatId{1}, ShowOnStage{{cards.id, {}}});
  driver.frames(2);
  driver.click("Agenda");
  driver.frames(2);
  const Box agenda{{space::s6, space::s6}, {space::s6 + bar_look::agenda_width, bar_top - 4}};
  std::size_t beside = 0;
  for (const UiDriver::Item& item : driver.items()) {
    const bool of_the_agenda = item.box.min.x >= agenda.min.x && item.box.max.x <= agenda.max.x;
    if (of_the_agenda || item.box.min.y >= bar_top - 4 || item.label.find("card") == std::string::npos) continue;
    ++beside;
    CHECK_MESSAGE(item.box.min.x >= agenda.max.x, item.label);
  }
  CHECK(beside > 0);
  driver.click("Welcome");
  happened();
  CHECK(workshop.stage.activity == welcome);
  CHECK_FALSE(ui.agenda.open);
  driver.click("Agenda");
  driver.frames(2);
  driver.key(ImGuiKey_Escape);
  CHECK_FALSE(ui.agenda.open);
}

TEST_CASE_FIXTURE(StageFixture, "R163 who leads turns the stage for the room, and another screen of it follows") {
  Board canvas;
  canvas.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  canvas.kind = BoardKind::canvas;
  put(SeatId{1}, AddBoard{canvas});
  Stakeholder person;
  person.id = mint<StakeholderId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  person.name = "Ruth Kaplan";
  put(SeatId{1}, AddStakeholder{person});
  const ActivityId placing = plan(ActivityKind::place, "Who matters?");
  put(SeatId{1}, OpenActivity{placing});
  put(SeatId{1}, CloseActivity{placing});
  put(SeatId{1}, RevealActivity{placing, {{{}, PlacementSheet{{{Item(person.id), {2000, 3000}}}}}, {{}, PlacementSheet{{{Item(person.id), {8000, 3000}}}}}}});
  StageUi room;
  StageState told;
  UiDriver second{[&](const Frame& frame, Commands& commands) {
    Frame bare = frame;
    bare.chrome = false;
    bare.role = Role::stage;
    bare.read_only = true;
    draw_stage(bare, workshop, told, room, commands);
  }};
  const auto tell = [&] {
    int turns = 0;
    for (const Intent& intent : driver.take().intents)
      if (const auto* turned = std::get_if<TurnStage>(&intent)) {
        told.turn = state.turn = turned->turn;
        ++turns;
      }
    second.frames(2);
    return turns;
  };
  driver.frames(200);  // the reveal has played
  tell();
  driver.click("Heat");
  driver.frames(2);
  CHECK(tell() == 1);
  CHECK(room.canvas.heat);
  driver.frames(30);
  CHECK(tell() == 0);  // once, not with every frame
  second.frames(1);
  CHECK(room.canvas.heat);
  put(SeatId{1}, ShowOnStage{{canvas.id, {}}});
  driver.frames(2);
  second.frames(2);
  CHECK_FALSE(room.canvas.heat);  // another view begins at its beginning
  CHECK(second.take().actions.empty());
}

TEST_CASE_FIXTURE(StageFixture, "R163 the pages of decisions and of cards are turned for the room, too") {
  StageUi room;
  StageState told;
  UiDriver second{[&](const Frame& frame, Commands& commands) {
    Frame bare = frame;
    bare.chrome = false;
    bare.role = Role::stage;
    bare.read_only = true;
    draw_stage(bare, workshop, told, room, commands);
  }};
  const auto tell = [&] {
    for (const Intent& intent : driver.take().intents)
      if (const auto* turned = std::get_if<TurnStage>(&intent)) told.turn = state.turn = turned->turn;
    second.frames(2);
  };
  plan(ActivityKind::decide, "Next moves");
  for (int n = 0; n < 30; ++n)
    put(SeatId{1}, RecordDecision{{mint<DecisionId>(SeatId{1}, next_nth(workshop, SeatId{1})), "Decision " + std::to_string(n), "Ben"}});
  driver.frames(20);
  tell();
  REQUIRE(ui.kinds.talk.pages > 2);
  CHECK_FALSE(room.kinds.talk.page.has_value());  // the newest are in sight
  driver.click("Page before");
  driver.frames(20);
  tell();
  REQUIRE(room.kinds.talk.page.has_value());
  CHECK(*room.kinds.talk.page + 2 == ui.kinds.talk.pages);
  driver.click("Page after");
  driver.frames(20);
  tell();
  CHECK_FALSE(room.kinds.talk.page.has_value());

  Board cards;
  cards.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  cards.kind = BoardKind::cards;
  put(SeatId{1}, AddBoard{cards});
  for (int n = 0; n < 200; ++n) {
    Card card;
    card.id = mint<CardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    card.board = cards.id;
    card.text = "Card " + std::to_string(n);
    put(SeatId{1}, AddCard{card});
  }
  put(SeatId{1}, ShowOnStage{{cards.id, {}}});
  driver.frames(20);
  tell();
  REQUIRE(ui.cards.pages > 1);
  CHECK(room.cards.page == 0);
  driver.click("Page after");
  driver.frames(20);
  tell();
  CHECK(room.cards.page == 1);
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

TEST_CASE_FIXTURE(StageFixture, "R173 every decision can be read whole, changed and taken back, however many there are") {
  Activity activity = drafted_activity(workshop, SeatId{1}, ActivityKind::decide, "Next moves");
  put(SeatId{1}, AddActivity{activity});
  put(SeatId{1}, ShowOnStage{{{}, activity.id}});
  put(SeatId{1}, OpenActivity{activity.id});
  std::string longest = "Decision 0";
  while (longest.size() < 600) longest += " words";
  std::vector<std::string> texts;
  for (int n = 0; n < 20; ++n) {
    texts.push_back(n == 0 ? longest : "Decision " + std::to_string(n) + " of the day");
    put(SeatId{1}, RecordDecision{{mint<DecisionId>(SeatId{1}, next_nth(workshop, SeatId{1})), texts.back(), "Ben"}});
  }
  driver.frames(2);
  REQUIRE(driver.has("20, Decision 19 of the day, Ben"));  // the newest are in sight
  std::vector<std::string> reachable;
  for (int turns = 0; turns < 10; ++turns) {
    const auto labels = driver.labels();
    reachable.insert(reachable.end(), labels.begin(), labels.end());
    if (!driver.has("Page before") || !driver.enabled("Page before")) break;
    driver.click("Page before");
    driver.frames(2);
  }
  for (std::size_t n = 0; n < texts.size(); ++n)
    CHECK(std::count(reachable.begin(), reachable.end(), std::to_string(n + 1) + ", " + texts[n] + ", Ben") > 0);
  driver.click("1, " + longest + ", Ben");
  driver.frames(3);
  driver.key(ImGuiKey_A, true);
  driver.type("Shorter");
  driver.click("Save");
  happened();
  CHECK(workshop.decisions[0].text == "Shorter");
  CHECK(workshop.decisions[0].owner == "Ben");
  CHECK(workshop.decisions.size() == 20);
  driver.frames(2);
  driver.click("1, Shorter, Ben");
  driver.frames(2);
  driver.click("Take back the decision");
  happened();
  CHECK(workshop.decisions.size() == 19);
  CHECK(workshop.decisions[0].text == "Decision 1 of the day");
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
  CHECK(items_of(*vote).size() == 12);
  CHECK(vote_of(*vote).dots_per_person == 3);  // a quarter of the choices
  CHECK(vote->secrecy == Secrecy::anonymous);
}

TEST_CASE_FIXTURE(StageFixture, "R299 a brainstorm that is added is about the board on the stage, where that is one to write on") {
  for (const BoardPreset& preset : board_presets()) {
    Board board = preset.board;
    board.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
    put(SeatId{1}, AddBoard{board});
  }
  for (const Board& board : workshop.boards) {
    workshop.stage = {board.id, {}};
    const Board* about = find(workshop, drafted_activity(workshop, SeatId{1}, ActivityKind::brainstorm, "What worries us?").board);
    REQUIRE(about != nullptr);
    if (board.kind == BoardKind::canvas) CHECK(about->kind != BoardKind::canvas);
    else CHECK(about->id == board.id);
  }
}

TEST_CASE_FIXTURE(StageFixture, "R294 after the kind of an activity was chosen what is typed is its question, and no shortcut") {
  driver.frames(2);
  driver.click("Agenda");
  driver.frames(2);
  driver.click("Add activity");
  driver.frames(3);
  driver.type("What ");
  driver.click("Discuss");
  driver.frames(3);
  driver.type("bag");  // the next board, somebody new, the agenda
  driver.frames(2);
  driver.click("Add to the agenda");
  const auto actions = happened();
  REQUIRE_FALSE(actions.empty());
  const auto* added = std::get_if<AddActivity>(&actions.front());
  REQUIRE(added != nullptr);
  CHECK(added->activity.title == "What bag");
  CHECK(added->activity.kind == ActivityKind::discuss);
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
  CHECK_FALSE(driver.has("Open discussion"));
  CHECK(driver.has("Sessions"));  // but one can leave
}

TEST_CASE_FIXTURE(StageFixture, "R254 the bar says when nothing comes next, and why") {
  std::vector<std::string> words;
  const auto said = [&] {
    UiDriver window([&](const Frame& frame, Commands& commands) {
      words = standpoint::testing::words_of(frame, true, [&](const Frame& seen) { draw_stage_bar(seen, workshop, state, ui, commands); });
    });
    window.frames(3);
    return standpoint::testing::all_words(words);
  };
  const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
  CHECK(has(said(), "Nothing is planned yet"));
  const ActivityId talk = plan(ActivityKind::decide, "What do we do?");
  CHECK_FALSE(has(said(), "Nothing is planned yet"));
  put(SeatId{1}, OpenActivity{talk});
  CHECK_FALSE(has(said(), "last activity"));
  put(SeatId{1}, CloseActivity{talk});
  CHECK(has(said(), "That was the last activity."));
}

TEST_CASE_FIXTURE(StageFixture, "R244 a decision longer than a page goes on on the next, above the pager") {
  const Activity activity = drafted_activity(workshop, SeatId{1}, ActivityKind::decide, "Next moves");
  put(SeatId{1}, AddActivity{activity});
  put(SeatId{1}, ShowOnStage{{{}, activity.id}});
  put(SeatId{1}, OpenActivity{activity.id});
  std::string longest = "word0";
  for (int n = 1; longest.size() < 1980; ++n) longest += " word" + std::to_string(n);
  const Decision decided{mint<DecisionId>(SeatId{1}, next_nth(workshop, SeatId{1})), longest, "Ben"};
  REQUIRE_FALSE(check(workshop, SeatId{1}, RecordDecision{decided}));
  put(SeatId{1}, RecordDecision{decided});
  std::string read;
  UiDriver narrow{[&](const Frame& frame, Commands& commands) {
                    read.clear();
                    for (const TextSpy::Said& said : said_on(frame, true, [&](const Frame& seen) { draw_stage(seen, workshop, state, ui, commands); }))
                      if (said.words.starts_with("word")) read += (read.empty() ? "" : " ") + said.words;
                  },
                  1366, 768};
  std::string all;
  for (std::size_t page = 0; page == 0 || page < ui.kinds.talk.pages; ++page) {
    ui.kinds.talk.page = page;
    narrow.frames(2);
    all += (all.empty() ? "" : " ") + read;
    const Box pager = narrow.box_of("Page before");
    for (const UiDriver::Item& item : narrow.items())
      if (item.label.find("##decision") != std::string::npos) CHECK(item.box.max.y <= pager.min.y + 1);
  }
  CHECK(ui.kinds.talk.pages > 1);
  CHECK(all == longest);  // every word once and in its order
}

TEST_CASE_FIXTURE(StageFixture, "R319 a Decide that ended without a decision says that nothing was decided, and awaits none") {
  const auto said = [&](bool chrome) {
    std::vector<std::string> words;
    UiDriver window{[&](const Frame& frame, Commands& none) {
      words = standpoint::testing::words_of(frame, chrome, [&](const Frame& seen) { draw_stage(seen, workshop, state, ui, none); });
    }};
    window.frames(3);
    return standpoint::testing::all_words(words);
  };
  const auto has = [](const std::string& all, std::string_view part) { return all.find(part) != std::string::npos; };
  const ActivityId talk = plan(ActivityKind::decide, "What do we do?");
  put(SeatId{1}, OpenActivity{talk});
  for (const bool chrome : {false, true}) CHECK(has(said(chrome), "No decisions yet"));
  put(SeatId{1}, CloseActivity{talk});
  for (const bool chrome : {false, true}) {
    CHECK(has(said(chrome), "Nothing was decided"));
    CHECK_FALSE(has(said(chrome), "appear here"));
    CHECK_FALSE(has(said(chrome), "yet"));
  }
}

TEST_CASE_FIXTURE(StageFixture, "R245 title and board begin below a banner, and stand higher without one") {
  Board board = board_presets().front().board;
  board.id = mint<BoardId>(SeatId{1}, next_nth(workshop, SeatId{1}));
  put(SeatId{1}, AddBoard{board});
  put(SeatId{1}, ShowOnStage{{board.id, {}}});
  std::vector<TextSpy::Said> said;
  UiDriver whole{[&](const Frame& frame, Commands& commands) {
    said = said_on(frame, true, [&](const Frame& seen) { draw_stage(seen, workshop, state, ui, commands); });
  }};
  const auto top_of = [&](std::string_view words) {
    const auto found = std::find_if(said.begin(), said.end(), [&](const TextSpy::Said& s) { return s.words.substr(0, words.size()) == words; });
    REQUIRE(found != said.end());
    return found->box.min.y;
  };
  whole.frames(2);
  const float alone = top_of(workshop.title);
  for (const bool read_only : {false, true}) {
    state.read_only = read_only ? "The disk does not take any more. Free some space, then open the session again." : "";
    put(SeatId{1}, CoverStage{read_only ? StageCover::none : StageCover::frozen});
    whole.frames(2);
    const float banner = space::s2 + control::banner_height;
    CHECK(top_of(read_only ? "The disk" : "The stage is frozen") < banner);
    CHECK(top_of(workshop.title) > banner);
    CHECK(top_of(workshop.title) > alone);
    CHECK(top_of(board.title) > banner);
  }
}

TEST_CASE_FIXTURE(StageFixture, "R247 the agenda leaves more than half of a narrow window, and its form has room in it") {
  plan(ActivityKind::discuss, "Welcome");
  for (const auto& [width, height] : {std::pair{1024.0F, 768.0F}, {1080.0F, 1920.0F}, {1920.0F, 1080.0F}}) {
    Box panel;
    UiDriver narrow{[&](const Frame& frame, Commands& commands) {
                      panel = frame.off_desk(agenda_panel(frame.desk()));
                      draw_stage(frame, workshop, state, ui, commands);
                    },
                    width, height};
    ui.agenda.open = ui.agenda.adding = true;
    narrow.frames(3);
    const float glass = width / std::min(width / design_width, height / design_height);
    CHECK(panel.max.x < glass / 2);
    std::vector<UiDriver::Item> inside;
    for (const UiDriver::Item& item : narrow.items())
      if (panel.contains(item.box.center()) && item.label.substr(0, 2) != "##" && item.label != "agenda") inside.push_back(item);
    REQUIRE(inside.size() > 8);  // rows, kinds, title and two buttons
    for (const UiDriver::Item& item : inside) {
      CHECK_MESSAGE((item.box.min.x >= panel.min.x && item.box.max.x <= panel.max.x && item.box.max.y <= panel.max.y), item.label);
      for (const UiDriver::Item& other : inside)
        if (&other != &item) CHECK_FALSE_MESSAGE(item.box.grown(-1).overlaps(other.box.grown(-1)), item.label, " and ", other.label);
    }
  }
}

}  // namespace standpoint::stage_test
