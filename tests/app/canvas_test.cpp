// The Canvas by the commands it emits and the words it lets the room read.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/screens/canvas.h"
#include "core/check.h"
#include "tests/app/text_spy.h"
#include "tests/app/ui_driver.h"
#include "tests/core/sample_workshop.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

struct CanvasRoom : SampleRoom {
  BoardId board;
  StakeholderId ada, ruth, viktor;
  ActivityId placing;

  CanvasRoom() {
    Board canvas;
    canvas.id = next<BoardId>(nadia);
    canvas.kind = BoardKind::canvas;
    canvas.title = "Power and interest";
    canvas.x = {"Interest", "low", "high"};
    canvas.y = {"Power", "low", "high"};
    canvas.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
    act(nadia, AddBoard{canvas});
    board = canvas.id;
    ada = add_stakeholder(nadia, "Ada Holm");
    ruth = add_stakeholder(nadia, "Ruth Kaplan");
    viktor = add_stakeholder(nadia, "Viktor Novak");
    act(nadia, PlaceOnCanvas{board, {{Item(ada), {3000, 7000}}, {Item(ruth), {7000, 3000}}}});
    placing = add_placing(board, {Item(ada), Item(ruth)});
  }

  static RevealedInput one(StakeholderId who, BoardPoint at) { return {{}, PlacementSheet{{{Item(who), at}}}}; }
  void reveal_round(ActivityId id, std::int32_t shift) {
    open(id);
    close(id);
    reveal(id, {one(ada, {1000 + shift, 5000}), one(ada, {2000 + shift, 5000}), one(ada, {6000 + shift, 5000}), one(ruth, {8000, 8000}),
                one(ruth, {8100, 8100})});
  }
};

struct CanvasFixture {
  CanvasRoom room;
  SealedState sealed{1, 2, {}};
  CanvasUi ui;
  PassUi pass;
  ActivityId activity;
  bool chrome = true;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    words = words_of(frame, chrome, [&](const Frame& seen) { draw_canvas(seen, room.workshop, room.board, activity, sealed, ui, pass, commands); });
  }};
  Box plane = canvas_layout({{64, 168}, {1856, 1032}}).plane;

  CanvasFixture() { driver.frames(3); }

  Vec at(BoardPoint p) const { return canvas_to_design(plane, p); }
  std::vector<Action> apply_taken() {
    std::vector<Action> actions;
    for (const Commands::Requested& asked : driver.take().actions) {
      room.act(asked.by ? asked.by : SeatId{1}, asked.action);
      actions.push_back(asked.action);
    }
    driver.frames(2);
    return actions;
  }
  std::vector<Action> press(const std::string& label) {
    driver.frames(2);
    driver.click(label);
    return apply_taken();
  }
  template <class Wanted>
  Wanted only(const std::vector<Action>& actions) {
    REQUIRE(actions.size() == 1);
    const Wanted* wanted = std::get_if<Wanted>(&actions[0]);
    REQUIRE(wanted != nullptr);
    return *wanted;
  }
  const Board& board() const { return *find(room.workshop, room.board); }
};

bool close_to(BoardPoint a, BoardPoint b) { return std::abs(a.x - b.x) < 20 && std::abs(a.y - b.y) < 20; }

}  // namespace

TEST_CASE("a name dragged from the tray onto the plane is placed there, by one command") {
  CanvasFixture f;
  CHECK(says(f.words, "Not placed yet"));
  f.driver.drag(f.driver.box_of("Viktor Novak").center(), f.at({2000, 2000}));
  const PlaceOnCanvas placed = f.only<PlaceOnCanvas>(f.apply_taken());
  REQUIRE(placed.places.size() == 1);
  CHECK(placed.places[0].item == Item(f.room.viktor));
  CHECK(close_to(placed.places[0].at, {2000, 2000}));
  CHECK_FALSE(says(f.words, "Not placed yet"));
}

TEST_CASE("a name picked in the tray goes where the plane is tapped") {
  CanvasFixture f;
  CHECK(f.press("Viktor Novak").empty());
  f.driver.click_at(f.at({5500, 4500}));
  CHECK(close_to(f.only<PlaceOnCanvas>(f.apply_taken()).places[0].at, {5500, 4500}));
}

TEST_CASE("a disc is moved by a drag, and taken off by a drag beyond the plane") {
  CanvasFixture f;
  f.driver.drag(f.at({3000, 7000}), f.at({4000, 9000}));
  const PlaceOnCanvas moved = f.only<PlaceOnCanvas>(f.apply_taken());
  CHECK(moved.places[0].item == Item(f.room.ada));
  CHECK(close_to(moved.places[0].at, {4000, 9000}));
  f.driver.drag(f.at({4000, 9000}), {f.plane.max.x + 60, f.plane.min.y + 40});
  CHECK(f.only<TakeOffCanvas>(f.apply_taken()).items == std::vector<Item>{Item(f.room.ada)});
}

TEST_CASE("a press that hardly moves selects and changes nothing; Delete then takes it off") {
  CanvasFixture f;
  f.driver.drag(f.at({3000, 7000}), f.at({3000, 7000}) + Vec{4, 3});
  CHECK(f.apply_taken().empty());
  CHECK(f.ui.selected == Item(f.room.ada));
  f.driver.key(ImGuiKey_Delete);
  CHECK(f.only<TakeOffCanvas>(f.apply_taken()).items == std::vector<Item>{Item(f.room.ada)});
}

TEST_CASE("Ctrl and arrows move the selected disc by tenths, by one command when they are let go") {
  CanvasFixture f;
  f.driver.click_at(f.at({3000, 7000}));
  const auto hold_ctrl = [&] {  // a person presses Ctrl before the arrow
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    f.driver.frames(2);
  };
  hold_ctrl();
  f.driver.key(ImGuiKey_RightArrow, true);
  const PlaceOnCanvas moved = f.only<PlaceOnCanvas>(f.apply_taken());
  CHECK(moved.places[0].at == BoardPoint{3100, 7000});
  hold_ctrl();
  f.driver.key(ImGuiKey_DownArrow, true, true);
  CHECK(f.only<PlaceOnCanvas>(f.apply_taken()).places[0].at == BoardPoint{3100, 6000});
}

TEST_CASE("a double click on an axis or a region renames it") {
  CanvasFixture f;
  f.driver.double_click_at(f.driver.box_of("Interest").center());
  f.driver.frames(3);
  REQUIRE(f.ui.editing == CanvasWord::x_name);
  f.driver.key(ImGuiKey_A, true);
  f.driver.type("Effort");
  f.driver.key(ImGuiKey_Enter);
  CHECK(f.only<DescribeBoard>(f.apply_taken()).board.x.name == "Effort");
  f.driver.seconds += 1;
  f.driver.double_click_at(f.driver.box_of("Manage closely").center());
  f.driver.frames(3);
  REQUIRE(f.ui.editing == CanvasWord::high_high);
  f.driver.key(ImGuiKey_Escape);
  CHECK(f.apply_taken().empty());
  CHECK(f.board().regions[3] == "Manage closely");
}

TEST_CASE("who only looks can move nothing") {
  CanvasFixture f;
  f.chrome = false;
  f.driver.drag(f.at({3000, 7000}), f.at({4000, 9000}));
  f.driver.key(ImGuiKey_Delete);
  CHECK(f.driver.take().actions.empty());
  CHECK_FALSE(says(f.words, "Not placed yet"));
  CHECK(says(f.words, "A. Holm"));
}

TEST_CASE("until its reveal a placing shows progress and nothing of what was placed or agreed") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.open(f.room.placing);
  f.driver.frames(2);
  CHECK(says(f.words, "1 of 2 have placed"));
  CHECK(says(f.words, "Blind."));
  for (const char* name : {"Holm", "Kaplan", "Novak"}) CHECK_FALSE(says(f.words, name));
  CHECK(f.press("Pass the screen").empty());
  CHECK(f.pass.activity == f.room.placing);
  f.room.close(f.room.placing);
  f.driver.frames(2);
  for (const char* name : {"Holm", "Kaplan", "Novak"}) CHECK_FALSE(says(f.words, name));
}

TEST_CASE("an early reveal of a placing asks first") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.open(f.room.placing);
  f.room.close(f.room.placing);
  CHECK(f.press("Reveal").empty());
  CHECK(says(f.words, "Reveal before everyone has placed?"));
  CHECK(says(f.words, "1 person loses their placement."));
  CHECK(std::get<RevealActivity>(f.press("Reveal now").at(0)).inputs.empty());
}

TEST_CASE("a revealed placing ranks the disagreement, with the axis and its range") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.reveal_round(f.room.placing, 0);
  f.driver.frames(2);
  CHECK(says(f.words, "Where we disagree most"));
  CHECK(says(f.words, "Ada Holm"));
  CHECK(says(f.words, "interest 1–6"));
}

TEST_CASE("the medians can be kept as agreed, by one command and a look at them") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.reveal_round(f.room.placing, 0);
  const std::vector<Action> actions = f.press("Keep as agreed");
  REQUIRE(actions.size() == 2);
  CHECK(std::get<PlaceOnCanvas>(actions[0]).places.size() == 2);
  CHECK(f.board().places[0].at == BoardPoint{2000, 5000});
  CHECK(std::get<ShowOnStage>(actions[1]).view == StageView{f.room.board, {}});
}

TEST_CASE("placing again follows the round and never touches it") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.reveal_round(f.room.placing, 0);
  const Activity before = *find(f.room.workshop, f.room.placing);
  const std::vector<Action> actions = f.press("Place again");
  REQUIRE(actions.size() == 2);
  const Activity next = std::get<AddActivity>(actions[0]).activity;
  CHECK(next.follows == f.room.placing);
  CHECK(next.items == before.items);
  CHECK(next.board == f.room.board);
  CHECK(*find(f.room.workshop, f.room.placing) == before);
}

TEST_CASE("rounds are looked at in turn, and a later one says what moved") {
  CanvasFixture f;
  f.room.reveal_round(f.room.placing, 0);
  Activity again = *find(f.room.workshop, f.room.placing);
  Activity second;
  second.id = f.room.next<ActivityId>(f.room.nadia);
  second.kind = ActivityKind::place;
  second.title = again.title;
  second.board = again.board;
  second.items = again.items;
  second.follows = again.id;
  f.room.act(f.room.nadia, AddActivity{second});
  f.room.reveal_round(second.id, 3000);
  CHECK(f.only<ShowOnStage>(f.press("Round 2")).view == StageView{f.room.board, second.id});
  f.activity = second.id;
  CHECK(f.press("What moved").empty());
  CHECK(says(f.words, "What moved most"));
  CHECK(says(f.words, "interest 2.0 to 5.0"));
  CHECK(f.only<ShowOnStage>(f.press("Agreed")).view == StageView{f.room.board, {}});
}
