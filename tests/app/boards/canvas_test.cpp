// The Canvas by the commands it emits and the words it lets the room read.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/boards/canvas/paint_parts.h"
#include "app/boards/canvas/screen.h"
#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::canvas_test {

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

// "107" of "..., section 107##unplaced".
std::string visible_end(const std::string& label) {
  const std::string shown = label.substr(0, label.find("##"));
  return shown.substr(shown.rfind(' ') + 1);
}

struct CanvasFixture {
  CanvasRoom room;
  SealedState sealed{1, 2, {}};
  CanvasUi ui;
  PassUi pass;
  ActivityId activity;
  bool chrome = true;
  std::vector<TextSpy::Said> said;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    said = said_on(frame, chrome, [&](const Frame& seen) { draw_canvas(seen, room.workshop, room.board, activity, sealed, ui, pass, commands); });
    words = words_in(said);
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

TEST_CASE("R265 names in the tray that begin alike are told apart") {
  CanvasRoom room;
  for (int n = 1; n <= 24; ++n) room.add_stakeholder(room.nadia, "Interregional Department of Water Resources Planning, section " + std::to_string(100 + n));
  for (const Vec size : {Vec{1024, 768}, Vec{1366, 768}, Vec{1920, 1080}, Vec{820, 1180}}) {
    CAPTURE(size.x);
    SealedState sealed;
    CanvasUi ui;
    PassUi pass;
    std::vector<std::string> words;
    UiDriver driver([&](const Frame& frame, Commands& commands) {
      words = words_of(frame, true, [&](const Frame& seen) { draw_canvas(seen, room.workshop, room.board, {}, sealed, ui, pass, commands); });
    }, size.x, size.y);
    driver.frames(3);
    std::size_t rows = 0;
    for (const UiDriver::Item& item : driver.items()) {
      if (!item.label.starts_with("Interregional") || item.label.find("##unplaced") == std::string::npos) continue;
      ++rows;
      const std::string section = visible_end(item.label);
      CHECK_MESSAGE(std::any_of(words.begin(), words.end(), [&](const std::string& line) { return line.ends_with(section); }), section);
    }
    CHECK(rows > 0);
  }
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
  CHECK(f.only<ChangeBoard>(f.apply_taken()) == ChangeBoard{f.room.board, {}, "Effort"});
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
  CHECK(items_of(next) == items_of(before));
  CHECK(next.board == f.room.board);
  CHECK(*find(f.room.workshop, f.room.placing) == before);
}

TEST_CASE("rounds are looked at in turn, and a later one says what moved") {
  CanvasFixture f;
  f.room.reveal_round(f.room.placing, 0);
  Activity again = *find(f.room.workshop, f.room.placing);
  Activity second;
  second.id = f.room.next<ActivityId>(f.room.nadia);
  set_kind(second, ActivityKind::place);
  second.title = again.title;
  second.board = again.board;
  *items_in(second) = items_of(again);
  second.follows = again.id;
  f.room.act(f.room.nadia, AddActivity{second});
  f.room.reveal_round(second.id, 3000);
  CHECK(f.only<ShowOnStage>(f.press("Round 2")).view == StageView{f.room.board, second.id});
  f.activity = second.id;
  CHECK(f.press("What moved").empty());
  CHECK(says(f.words, "What moved most"));
  CHECK(says(f.words, "1 of 2 moved, 1 stayed"));
  CHECK(says(f.words, "Keep satisfied to Manage closely"));  // across the middle
  CHECK(f.only<ShowOnStage>(f.press("Agreed")).view == StageView{f.room.board, {}});
}

namespace {

bool asks_for_frames(const Commands& taken) {
  return std::any_of(taken.intents.begin(), taken.intents.end(), [](const Intent& i) { return std::holds_alternative<AnimateUntil>(i); });
}

// Longer than any panel or button moves.
bool asks_for_a_reveal(const Commands& taken, double now) {
  return std::any_of(taken.intents.begin(), taken.intents.end(), [now](const Intent& i) {
    const auto* moving = std::get_if<AnimateUntil>(&i);
    return moving != nullptr && moving->seconds > now + motion::move / 1000.0;
  });
}

// Seen before its reveal, then revealed: the next frame is its first.
void reveal_before_the_eyes(CanvasFixture& f) {
  f.activity = f.room.placing;
  f.room.open(f.room.placing);
  f.driver.frames(2);
  f.room.close(f.room.placing);
  f.driver.frames(2);
  f.driver.take();
  std::vector<RevealedInput> inputs{CanvasRoom::one(f.room.ada, {1000, 5000}), CanvasRoom::one(f.room.ada, {2000, 5000}),
                                    CanvasRoom::one(f.room.ada, {6000, 5000}), CanvasRoom::one(f.room.ruth, {8000, 8000}),
                                    CanvasRoom::one(f.room.ruth, {8100, 8100})};
  f.room.reveal(f.room.placing, inputs);
  f.driver.frames(1);
}

CanvasBoard crowd_of(int count) {
  CanvasBoard board;
  board.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
  std::uint32_t seed = 11;
  const auto any = [&] {
    seed = seed * 1664525 + 1013904223;
    return static_cast<std::int32_t>(seed >> 8) % 10001;
  };
  for (int i = 0; i < count; ++i) {
    CanvasItem item;
    item.item = Item(mint<StakeholderId>(SeatId{1}, static_cast<std::uint32_t>(i + 1)));
    item.name = item.short_name = "A. Person " + std::to_string(i);
    const std::int32_t x = any();
    item.at = {(x + any()) / 2, (any() + any()) / 2};  // thicker in the middle
    item.disputed = i < 5 ? i + 1 : 0;
    board.items.push_back(item);
  }
  return board;
}

std::vector<CanvasName> names_on(const CanvasBoard& board, const Box& plane) {
  std::vector<CanvasName> names;
  for (const CanvasItem& item : board.items)
    names.push_back({canvas_to_design(plane, item.at), disc_radius(item.disputed), item.short_name, stage_type::label, item.disputed > 0 ? 10 - item.disputed : 0});
  return names;
}

bool overlap(const Box& a, const Box& b) { return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y; }

}  // namespace

TEST_CASE("the reveal of a canvas is one moment: names with the medians, then the rail, then rest") {
  CanvasFixture f;
  f.chrome = false;
  reveal_before_the_eyes(f);
  CHECK(asks_for_frames(f.driver.take()));
  CHECK_FALSE(says(f.words, "Holm"));
  CHECK(says(f.words, "Where we disagree most"));
  f.driver.seconds += 0.42;
  f.driver.frames(1);
  CHECK(says(f.words, "A. Holm"));
  CHECK_FALSE(says(f.words, "Ada Holm"));  // the rail comes last
  f.driver.seconds += 0.6;
  f.driver.take();
  f.driver.frames(1);
  CHECK(says(f.words, "Ada Holm"));
  CHECK_FALSE(asks_for_frames(f.driver.take()));
  for (const TextSpy::Said& said : f.said) CHECK(said.color.a == 255);  // nothing is half there any more
}

TEST_CASE("the reveal of a canvas plays once, and not for who comes later") {
  CanvasFixture f;
  reveal_before_the_eyes(f);
  f.driver.seconds += 3;
  f.driver.frames(1);
  f.driver.take();
  f.activity = {};
  f.driver.frames(2);
  f.activity = f.room.placing;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_a_reveal(f.driver.take(), f.driver.seconds));
  CHECK(says(f.words, "Ada Holm"));
  f.ui = {};  // another screen
  f.driver.frames(1);
  CHECK_FALSE(asks_for_a_reveal(f.driver.take(), f.driver.seconds));
  CHECK(says(f.words, "Ada Holm"));
}

TEST_CASE("replay that steps over a reveal shows it, once") {
  CanvasFixture f;
  f.chrome = false;
  f.driver.prepare = [](Frame& frame) { frame.read_only = true; };
  const Workshop before = f.room.workshop;
  reveal_before_the_eyes(f);
  const Workshop after = f.room.workshop;
  CHECK(asks_for_frames(f.driver.take()));
  f.driver.seconds += 3;
  f.room.workshop = before;
  f.driver.frames(2);
  f.room.workshop = after;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_frames(f.driver.take()));
}

TEST_CASE("with reduced motion the reveal of a canvas is one short fade of everything") {
  CanvasFixture f;
  f.driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
  reveal_before_the_eyes(f);
  f.driver.seconds += 0.06;
  f.driver.frames(1);
  CHECK(says(f.words, "A. Holm"));
  CHECK(says(f.words, "Ada Holm"));
  f.driver.seconds += 0.1;
  f.driver.take();
  f.driver.frames(1);
  CHECK_FALSE(asks_for_frames(f.driver.take()));
}

TEST_CASE("with reduced motion nothing of the reveal grows") {
  CanvasLook look;
  look.reduced_motion = true;
  look.since_reveal_ms = 40;
  const RevealParts parts = parts_of(look, 3, 24);
  CHECK(parts.points == 1);
  CHECK(parts.median == 1);
  CHECK(parts.ellipse == 1);
  CHECK(parts.fade == doctest::Approx(1.0 / 3));
  look.reduced_motion = false;
  CHECK(parts_of(look, 3, 24).median < 1);
}

TEST_CASE("the reveal lasts 900 ms and the stagger, which many items share") {
  CHECK(canvas_reveal_ms(1, false) == 900);
  CHECK(canvas_reveal_ms(2, false) == 940);
  CHECK(canvas_reveal_ms(60, false) == doctest::Approx(1500));
  CHECK(canvas_reveal_ms(60, true) == 120);
  CanvasLook look;
  look.since_reveal_ms = canvas_reveal_ms(60, false);
  CHECK(parts_of(look, 59, 60).ellipse == 1);
  CHECK(row_part(look, 4, 60) == 1);
  look.since_reveal_ms = 599;
  CHECK(parts_of(look, 59, 60).points == 0);  // the last has not begun
  CHECK(parts_of(look, 0, 60).median == 1);
  look.since_reveal_ms = 100;
  CHECK(parts_of(look, 0, 60).points > 0);
  CHECK(parts_of(look, 0, 60).median == 0);
}

TEST_CASE("the facilitator turns the heat on with H or the switch, and the points come back the same way") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.driver.frames(2);
  f.driver.key(ImGuiKey_H);  // nothing to see before the reveal
  CHECK_FALSE(f.ui.heat);
  f.room.reveal_round(f.room.placing, 0);
  f.driver.frames(2);
  CHECK(f.press("Heat").empty());
  CHECK(f.ui.heat);
  CHECK(says(f.words, "A. Holm"));
  f.driver.key(ImGuiKey_H);
  CHECK_FALSE(f.ui.heat);
  f.driver.prepare = [](Frame& frame) { frame.role = Role::observer; };
  f.driver.key(ImGuiKey_H);
  CHECK_FALSE(f.ui.heat);
}

TEST_CASE("a median or a row that is tapped makes the others step back, and a tap beside lets go") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.reveal_round(f.room.placing, 0);
  f.driver.frames(2);
  const auto alpha_of = [&](const std::string& name) {
    const auto found = std::find_if(f.said.begin(), f.said.end(), [&](const TextSpy::Said& said) { return said.words == name; });
    REQUIRE(found != f.said.end());
    return found->color.a;
  };
  CHECK(alpha_of("A. Holm") == 255);
  f.driver.click_at(f.at({8050, 8050}));
  CHECK(f.ui.focused == Item(f.room.ruth));
  CHECK(alpha_of("R. Kaplan") == 255);
  CHECK(alpha_of("A. Holm") < 100);
  f.driver.click("Ada Holm##row");
  CHECK(f.ui.focused == Item(f.room.ada));
  f.driver.key(ImGuiKey_H);
  CHECK(says(f.words, "A. Holm"));
  CHECK_FALSE(says(f.words, "R. Kaplan"));  // the heat is of one alone
  f.driver.key(ImGuiKey_H);
  f.driver.click_at(f.at({5000, 1000}));
  CHECK(f.ui.focused.id == 0);
  CHECK(f.driver.take().actions.empty());
}

TEST_CASE("names of a crowded canvas cover no disc, no region and not each other, and the disputed come first") {
  CanvasFixture f;
  f.driver.frames(1);
  const CanvasBoard board = crowd_of(60);
  std::vector<CanvasName> first, second;
  UiDriver measuring([&](const Frame& frame, Commands&) {
    const auto regions = words_of(frame.painter, board, f.plane).regions;
    first = names_on(board, f.plane);
    place_names(frame.painter, f.plane, regions, first);
    second = names_on(board, f.plane);
    place_names(frame.painter, f.plane, regions, second);
  });
  measuring.frames(1);
  REQUIRE(first.size() == 60);
  int shown = 0, disputed_shown = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].shown == second[i].shown);
    CHECK(first[i].box == second[i].box);
    if (!first[i].shown) continue;
    ++shown;
    disputed_shown += i < 5 ? 1 : 0;
    CHECK(first[i].box.min.x >= f.plane.min.x);
    CHECK(first[i].box.max.x <= f.plane.max.x);
    for (std::size_t j = 0; j < first.size(); ++j) {
      if (i == j) continue;
      if (first[j].shown) CHECK_FALSE(overlap(first[i].box, first[j].box));
      const Vec nearest{std::clamp(first[j].disc.x, first[i].box.min.x, first[i].box.max.x), std::clamp(first[j].disc.y, first[i].box.min.y, first[i].box.max.y)};
      CHECK(length(nearest - first[j].disc) >= first[j].disc_radius);
    }
  }
  CHECK(disputed_shown >= 4);  // of 5; one may have nothing but discs round it
  CHECK(shown >= 35);
  CHECK(shown < 60);  // the rest finds no room and goes
}

namespace {

void check_apart(const TextSpy& spy) {
  for (std::size_t a = 0; a < spy.said.size(); ++a)
    for (std::size_t b = a + 1; b < spy.said.size(); ++b) {
      CAPTURE(spy.words[a]);
      CAPTURE(spy.words[b]);
      CHECK_FALSE(overlap(spy.said[a].box, spy.said[b].box));
    }
}

}  // namespace

TEST_CASE("the words of a canvas keep clear of each other on stage, tablet and phone, however long they are") {
  CanvasBoard board;
  const std::string thirty = "Interest in how the port grows", region = "Keep them close at heart";
  REQUIRE(thirty.size() == 30);
  REQUIRE(region.size() == 24);
  board.x_low = board.y_low = "low";
  board.x_high = board.y_high = "high";
  for (const bool longest : {false, true}) {
    board.x_name = longest ? std::string(120, 'M') : thirty;
    board.y_name = longest ? std::string(120, 'W') : thirty;
    board.regions.assign(4, longest ? std::string(60, 'M') + " " + std::string(59, 'W') : region);
    if (longest) board.x_low = board.x_high = board.y_low = board.y_high = std::string(120, 'M');
    struct Glass {
      Box plane;
      PlaneLook look;
    };
    for (const Glass& glass : {Glass{canvas_layout(Frame::stage_area).plane, {}}, Glass{{{500, 120}, {1100, 720}}, {.compact = true}},
                               Glass{{{40, 200}, {374, 480}}, {.compact = true, .text = 15}}, Glass{{{40, 100}, {320, 300}}, {.compact = true, .text = 15}}}) {
      CAPTURE(glass.plane.width());
      UiDriver measuring([&](const Frame& frame, Commands&) {
        TextSpy spy(frame.painter);
        paint_plane(spy, frame.theme, board, glass.plane, glass.look);
        REQUIRE(spy.said.size() >= 10);
        check_apart(spy);
        if (!longest) CHECK_FALSE(says(spy.words, "\u2026"));  // nothing was cut
        for (const TextSpy::Said& said : spy.said) {
          CAPTURE(said.words);
          const Box& box = said.box;
          CHECK(box.min.x >= glass.plane.min.x - 64);
          CHECK(box.max.x <= glass.plane.max.x + 8);
          CHECK(box.max.y <= glass.plane.max.y + 64);
        }
      });
      measuring.frames(1);
    }
  }
}

TEST_CASE("a row of the rail never writes its range over its name") {
  CanvasFixture f;
  Board changed = f.board();
  changed.x.name = "Commitment to the redevelopment of the old inner harbour";
  f.room.act(f.room.nadia, changed_to(f.room.workshop, changed));
  f.room.reveal_round(f.room.placing, 0);
  const CanvasBoard board = build_canvas(f.room.workshop, f.room.board, f.room.placing);
  const CanvasLayout layout = canvas_layout(Frame::stage_area);
  UiDriver measuring([&](const Frame& frame, Commands&) {
    TextSpy spy(frame.painter);
    paint_disagreement(spy, frame.theme, board, layout.rail, {layout.plane});
    check_apart(spy);
    CHECK(says(spy.words, "1–6"));
    for (const TextSpy::Said& said : spy.said) CHECK(said.box.max.x <= layout.rail.max.x + 1);
  });
  measuring.frames(1);
}

TEST_CASE("many at one place fan out, each to be seen and taken, and say how many names found no room") {
  const Box plane = canvas_layout(Frame::stage_area).plane;
  const Fanned fanned = fan_out(std::vector<Vec>(19, plane.min), 26, plane);
  for (std::size_t a = 0; a < 19; ++a) {
    CHECK(fanned.group[a] == 0);
    CHECK(plane.contains(fanned.at[a]));
    for (std::size_t b = a + 1; b < 19; ++b) CHECK(length(fanned.at[a] - fanned.at[b]) > 22);
  }
  const Fanned apart = fan_out({{500, 500}, {520, 500}}, 26, plane);
  CHECK(apart.at[0] == Vec{500, 500});
  CHECK(apart.group[1] == 1);

  CanvasFixture f;
  PlaceOnCanvas all{f.room.board, {}};
  for (int i = 0; i < 17; ++i) all.places.push_back({Item(f.room.add_stakeholder(f.room.nadia, "Person Number" + std::string(1, static_cast<char>('A' + i)))), {3000, 7000}});
  f.room.act(f.room.nadia, all);
  f.driver.frames(2);
  const auto names = std::count_if(f.words.begin(), f.words.end(), [](const std::string& word) { return word.starts_with("P. Number"); });
  CHECK(says(f.words, "+" + std::to_string(18 - names - (says(f.words, "A. Holm") ? 1 : 0))));
  f.driver.drag(f.driver.box_of("Person NumberQ##disc").center(), f.at({8000, 2000}));
  const PlaceOnCanvas moved = f.only<PlaceOnCanvas>(f.apply_taken());
  CHECK(moved.places[0].item == all.places[16].item);
}

TEST_CASE("without a rail the plane has its room") {
  CanvasFixture f;
  const auto right_end = [&] {
    f.driver.frames(2);
    float most = 0;
    for (const TextSpy::Said& said : f.said)
      if (said.words == "high") most = std::max(most, said.at.x);
    return most;
  };
  CHECK(right_end() < 1300);  // the tray stands there
  f.chrome = false;
  CHECK(right_end() > 1800);
}

TEST_CASE("R180 one person's placement is no agreement, and the list says its floor") {
  CanvasFixture f;
  f.activity = f.room.placing;
  f.room.open(f.room.placing);
  f.room.close(f.room.placing);
  f.room.reveal(f.room.placing, {f.room.one(f.room.ada, {1000, 5000}), f.room.one(f.room.ruth, {8000, 8000})});
  f.driver.frames(2);
  CHECK_FALSE(says(f.words, "We see it alike"));
  CHECK(says(f.words, "Nothing to compare yet"));
  CanvasFixture g;
  g.activity = g.room.placing;
  g.room.reveal_round(g.room.placing, 0);
  g.driver.frames(2);
  CHECK(says(g.words, "Ranges under 2 of 10 are not listed."));
}

TEST_CASE("R181 a later round says of how many it tells") {
  CanvasFixture f;
  f.room.reveal_round(f.room.placing, 0);
  Activity second = round_after(f.room.workshop, *find(f.room.workshop, f.room.placing), f.room.nadia);
  f.room.act(f.room.nadia, AddActivity{second});
  f.room.open(second.id);
  f.room.close(second.id);
  f.room.reveal(second.id, {f.room.one(f.room.ada, {9000, 5000})});
  f.activity = second.id;
  f.press("What moved");
  CHECK(says(f.words, "Too few to compare"));
  CHECK(says(f.words, "1 of 3 placed again"));
}

TEST_CASE("an organisation's name wraps, a person's is shortened") {
  CanvasFixture f;
  const StakeholderId port = f.room.add_stakeholder(f.room.nadia, "Metropolitan Waterways and Harbours Authority");
  f.room.act(f.room.nadia, PlaceOnCanvas{f.room.board, {{Item(port), {5000, 2000}}}});
  f.driver.frames(2);
  CHECK(says(f.words, "R. Kaplan"));
  CHECK(says(f.words, "Metropolitan"));
  CHECK(says(f.words, "Authority"));
  CHECK_FALSE(says(f.words, "M. Authority"));
}

TEST_CASE("Enter on a disc opens what a double click opens") {
  CanvasFixture f;
  f.driver.double_click_at(f.at({3000, 7000}));
  f.driver.frames(2);
  CHECK(f.ui.opened == f.room.ada);
  f.ui.opened = {};
  f.driver.seconds += 1;
  f.driver.click_at(f.at({3000, 7000}));
  f.driver.key(ImGuiKey_Tab);
  for (int i = 0; i < 30 && f.driver.focused() != "Ada Holm"; ++i) f.driver.key(ImGuiKey_Tab);
  REQUIRE(f.driver.focused() == "Ada Holm");
  f.driver.key(ImGuiKey_Enter);
  CHECK(f.ui.opened == f.room.ada);
}

TEST_CASE("names of few all find room") {
  const CanvasBoard board = crowd_of(8);
  const Box plane = canvas_layout(Frame::stage_area).plane;
  std::vector<CanvasName> names = names_on(board, plane);
  UiDriver measuring([&](const Frame& frame, Commands&) { place_names(frame.painter, plane, words_of(frame.painter, board, plane).regions, names); });
  measuring.frames(1);
  for (const CanvasName& name : names) CHECK(name.shown);
}

TEST_CASE("R220 the name at the hand stays on the plane however long it is and wherever the hand is") {
  const Box plane{{24, 100}, {366, 440}};  // a phone's
  const std::string longest(200, 'w');
  std::vector<TextSpy::Said> said;
  for (const float across : {0.0F, 0.5F, 1.0F}) {
    UiDriver driver{[&](const Frame& frame, Commands&) {
      said = said_on(frame, true, [&](const Frame& seen) {
        paint_handle(seen.painter, seen.theme, plane, {plane.min.x + plane.width() * across, 300}, longest, "ww", {24, 46, desk_type::label_strong});
      });
    }};
    driver.frames(2);
    REQUIRE(said.size() == 2);
    CHECK(said.back().words != "ww");
    CHECK(said.back().box.min.x >= plane.min.x);
    CHECK(said.back().box.max.x <= plane.max.x);
  }
}

}  // namespace standpoint::canvas_test
