// The map's screen by the commands it emits and the state of its MapUi: as a hand and a keyboard use it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/boards/map/screen.h"
#include "app/widgets/toast.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"

namespace standpoint::map_test {

using standpoint::testing::UiDriver;

namespace {

Stakeholder person(std::uint32_t nth, const char* name, MapPoint at, int influence = 3) {
  Stakeholder s;
  s.id = mint<StakeholderId>(SeatId{1}, nth);
  s.name = name;
  s.placed = true;
  s.at = board_from_map(at);
  s.ring = ring_at(s.at);
  s.influence = static_cast<std::uint8_t>(influence);
  s.note = "sleeps badly before releases";
  return s;
}

Workshop three_people() {
  Workshop workshop;
  workshop.seats.push_back({SeatId{1}, "Nadia", Role::facilitator, {}, true, 0, 20});
  workshop.stakeholders = {person(1, "Ada Holm", {-300, 0}), person(2, "Ben Okoro", {0, 100}), person(3, "Chloé Marin", {300, 0}, 5)};
  Tie tie;
  tie.id = mint<TieId>(SeatId{1}, 4);
  tie.from = workshop.stakeholders[0].id;
  tie.to = workshop.stakeholders[2].id;
  tie.strength = 2;
  workshop.ties = {tie};
  return workshop;
}

// Where the name of a ring stands on a map, with or without people.
float middle_of_rings(const Workshop& workshop) {
  MapUi ui;
  std::vector<standpoint::testing::TextSpy::Said> said;
  UiDriver window{[&](const Frame& frame, Commands& none) {
    said = standpoint::testing::said_on(frame, true, [&](const Frame& seen) { draw_map(seen, workshop, ui, none); });
  }};
  window.frames(3);
  for (const auto& each : said)
    if (each.words == "Internal") return each.box.center().x;
  return 0;
}

struct MapFixture {
  Workshop workshop = three_people();
  MapUi ui;
  UiDriver driver{[this](const Frame& frame, Commands& commands) { draw_map(frame, workshop, ui, commands); }};

  MapFixture() { driver.frames(3); }

  StakeholderId id(std::size_t i) const { return workshop.stakeholders[i].id; }
  Vec at(std::size_t i) { return driver.box_of(workshop.stakeholders[i].name).center(); }
  // The disc with a plus at the upper right of the one who is selected.
  Vec plus_of(std::size_t i) {
    const float reach = 16 + 5 * static_cast<float>(workshop.stakeholders[i].influence) + map_look::node_gap;
    return at(i) + unit(Vec{1, -1}) * (reach + 16);
  }
  Vec paper() { return at(1) + Vec{0, 260}; }

  // The one action since the last take; allowed by the rules, and applied as the room would.
  template <class Wanted>
  Wanted only_action() {
    const Commands taken = driver.take();
    REQUIRE(taken.actions.size() == 1);
    const auto* wanted = std::get_if<Wanted>(&taken.actions[0].action);
    REQUIRE(wanted != nullptr);
    const auto refusal = check(workshop, SeatId{1}, taken.actions[0].action);
    CHECK_MESSAGE(!refusal.has_value(), (refusal ? refusal->text : std::string()));
    apply(workshop, Event{workshop.sequence + 1, 1000, SeatId{1}, 0, taken.actions[0].action});
    driver.frames(2);
    return *wanted;
  }
  void only_removal() {  // of the last one, as undo would
    apply(workshop, Event{workshop.sequence + 1, 1000, SeatId{1}, 0, RemoveItems{{workshop.stakeholders.back().id}, {}, {}}});
    driver.frames(60);
  }
  void stage_an_activity() {
    Activity talk;
    talk.id = ActivityId{77};
    workshop.activities.push_back(talk);
    workshop.stage.activity = talk.id;
    driver.frames(2);
  }
  bool nothing_asked() { return driver.take().actions.empty(); }
};

}  // namespace

TEST_CASE("R326 a map with nobody on it stands in the middle: room for its key is kept where there is one") {
  Workshop nobody = three_people();
  nobody.stakeholders.clear();
  nobody.ties.clear();
  CHECK(std::abs(middle_of_rings(nobody) - Frame::stage_area.center().x) < 10);
  CHECK(middle_of_rings(three_people()) > Frame::stage_area.center().x + 100);
}

TEST_CASE_FIXTURE(MapFixture, "a tap on somebody selects them, and a tap on the paper lets go") {
  driver.click("Ada Holm");
  CHECK(ui.selected == std::vector{id(0)});
  driver.click_at(paper());
  CHECK(ui.selected.empty());
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "dragging somebody is one move on release, and the ring follows the place") {
  driver.drag(at(1), at(1) + Vec{0, -330});
  const auto move = only_action<MoveStakeholders>();
  REQUIRE(move.moves.size() == 1);
  CHECK(move.moves[0].stakeholder == id(1));
  CHECK(move.moves[0].placed);
  CHECK(move.moves[0].ring == ring_at(move.moves[0].at));
  CHECK(move.moves[0].ring == Ring::regulator);
  CHECK(map_from_board(move.moves[0].at).y == doctest::Approx(430).epsilon(0.02));
}

TEST_CASE_FIXTURE(MapFixture, "R134 a long press opens the panel once it is let go") {
  driver.hold(at(0));
  CHECK_FALSE(ui.inspector.open);
  driver.let_go();
  CHECK(ui.inspector.open);
  CHECK(ui.selected == std::vector{id(0)});
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "a hand that hesitates before it drags still drags") {
  const Vec from = at(1);
  driver.hold(from);
  for (int i = 1; i <= 8; ++i) driver.move_to(from + Vec{15.0F * static_cast<float>(i), 0});
  driver.let_go();
  CHECK_FALSE(ui.inspector.open);
  CHECK(only_action<MoveStakeholders>().moves[0].stakeholder == id(1));
}

TEST_CASE_FIXTURE(MapFixture, "what is dropped stays under the hand until the workshop answers") {
  const Vec to = at(1) + Vec{120, 60};
  driver.drag(at(1), to);
  driver.frames(3);
  CHECK(length(at(1) - to) < 3);
}

TEST_CASE_FIXTURE(MapFixture, "Esc during a drag puts everybody back and asks for nothing") {
  const Vec from = at(1);
  driver.move_to(from);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  driver.frames(2);
  driver.move_to(from + Vec{90, 90});
  CHECK(length(at(1) - from) > 60);
  driver.key(ImGuiKey_Escape);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  driver.frames(2);
  CHECK(length(at(1) - from) < 1);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "several selected people move together in one action") {
  driver.click("Ada Holm");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  driver.click("Ben Okoro");
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  driver.frames(2);
  REQUIRE(ui.selected.size() == 2);
  driver.drag(at(0), at(0) + Vec{50, 40});
  const auto move = only_action<MoveStakeholders>();
  CHECK(move.moves.size() == 2);
}

TEST_CASE_FIXTURE(MapFixture, "a frame drawn with Shift selects who is inside") {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  driver.frames(1);
  driver.drag(at(0) - Vec{80, 120}, at(1) + Vec{60, 140});
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  driver.frames(2);
  CHECK(ui.selected == std::vector{id(0), id(1)});
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "dragging the paper moves the view and nothing else; 0 brings it back") {
  const Vec before = at(1);
  driver.drag(paper(), paper() + Vec{120, 30});
  CHECK(length(at(1) - before - Vec{120, 30}) < 12);
  CHECK(nothing_asked());
  driver.key(ImGuiKey_0);
  driver.frames(40);
  CHECK(length(at(1) - before) < 1);
}

TEST_CASE_FIXTURE(MapFixture, "the wheel zooms about the pointer") {
  const Vec held = at(2);
  const Vec other = at(0);
  driver.wheel(held, 3);
  CHECK(length(at(2) - held) < 2);
  CHECK(length(at(0) - held) > 1.3F * length(other - held));
}

TEST_CASE_FIXTURE(MapFixture, "a double click on the paper names somebody there") {
  const Vec place = paper();
  driver.double_click_at(place);
  REQUIRE(ui.naming.open);
  driver.frames(2);
  driver.type("Zoë Brandt");
  driver.key(ImGuiKey_Enter);
  const auto added = only_action<AddStakeholder>();
  CHECK(added.stakeholder.name == "Zoë Brandt");
  CHECK(added.stakeholder.placed);
  CHECK(added.stakeholder.ring == ring_at(added.stakeholder.at));
  CHECK(length(driver.box_of("Zoë Brandt").center() - place) < 3);
  CHECK_FALSE(ui.naming.open);
}

TEST_CASE_FIXTURE(MapFixture, "Add stakeholder takes one name after another until Esc") {
  driver.click("Add stakeholder");
  driver.frames(2);
  driver.type("Dora");
  driver.key(ImGuiKey_Enter);
  CHECK(only_action<AddStakeholder>().stakeholder.name == "Dora");
  CHECK(ui.naming.open);
  driver.type("Emil");
  driver.key(ImGuiKey_Enter);
  const auto second = only_action<AddStakeholder>();
  CHECK(second.stakeholder.name == "Emil");
  CHECK_FALSE(second.stakeholder.placed);
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(ui.naming.open);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "F2 renames, and an unchanged or empty name changes nothing") {
  driver.click("Ben Okoro");
  driver.key(ImGuiKey_F2);
  driver.frames(2);
  driver.key(ImGuiKey_A, true);
  driver.type("Ben A. Okoro");
  driver.key(ImGuiKey_Enter);
  const auto described = only_action<ChangeStakeholder>();
  CHECK(described == ChangeStakeholder{id(1), "Ben A. Okoro"});
  driver.key(ImGuiKey_F2);
  driver.frames(2);
  driver.key(ImGuiKey_Enter);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "dragging from the plus beside somebody to somebody else asks for the kind and draws the tie") {
  driver.click("Ada Holm");
  driver.drag(plus_of(0), at(1));
  REQUIRE(ui.tying.to == id(1));
  CHECK(nothing_asked());
  driver.click("Strong");
  driver.click("Trusts");
  const auto added = only_action<AddTie>();
  CHECK(added.tie.from == id(0));
  CHECK(added.tie.to == id(1));
  CHECK(added.tie.kind == TieKind::trusts);
  CHECK(added.tie.strength == 3);
  CHECK_FALSE(ui.tying.from);
}

TEST_CASE_FIXTURE(MapFixture, "a tap on the plus and a tap on somebody else ask for the kind too") {
  driver.click("Ada Holm");
  driver.click_at(plus_of(0));
  driver.click("Ben Okoro");
  REQUIRE(ui.tying.to == id(1));
  driver.click("Reports to");
  CHECK(only_action<AddTie>().tie.kind == TieKind::reports_to);
}

TEST_CASE_FIXTURE(MapFixture, "T draws a tie by keyboard alone") {
  driver.click("Ada Holm");
  driver.key(ImGuiKey_T);
  driver.key(ImGuiKey_Tab);
  driver.key(ImGuiKey_Enter);
  REQUIRE(ui.tying.to);
  driver.key(ImGuiKey_5);
  const auto added = only_action<AddTie>();
  CHECK(added.tie.from == id(0));
  CHECK(added.tie.to != id(0));
  CHECK(added.tie.kind == TieKind::conflicts_with);
}

TEST_CASE_FIXTURE(MapFixture, "a tie that ends on the paper or on its own start is not drawn") {
  driver.click("Ada Holm");
  driver.drag(plus_of(0), paper());
  CHECK_FALSE(ui.tying.from);
  driver.drag(plus_of(0), at(0));
  CHECK_FALSE(ui.tying.from);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "Delete removes everything selected in one action") {
  driver.key(ImGuiKey_A, true);
  CHECK(ui.selected.size() == 3);
  driver.key(ImGuiKey_Delete);
  CHECK(only_action<RemoveItems>().stakeholders.size() == 3);
  CHECK(ui.selected.empty());
}

TEST_CASE_FIXTURE(MapFixture, "a tie can be tapped, described and removed") {
  driver.click_at(lerp(at(0), at(2), 0.5F) + Vec{0, -28});
  REQUIRE(ui.tie == workshop.ties[0].id);
  driver.double_click_at(lerp(at(0), at(2), 0.5F) + Vec{0, -28});
  driver.frames(40);
  REQUIRE(ui.inspector.open);
  driver.click("Supports");
  CHECK(only_action<ChangeTie>() == ChangeTie{workshop.ties[0].id, {}, {}, TieKind::supports});
  driver.click("Turn round");
  CHECK(only_action<ChangeTie>() == ChangeTie{workshop.ties[0].id, id(2), id(0)});
  driver.click("Remove tie");
  CHECK(only_action<RemoveItems>().ties.size() == 1);
}

TEST_CASE_FIXTURE(MapFixture, "Tab and arrows walk from person to person, Enter opens, Ctrl and arrows move once") {
  driver.click("Ada Holm");
  driver.key(ImGuiKey_RightArrow);
  driver.key(ImGuiKey_RightArrow);
  CHECK(ui.selected.size() == 1);
  CHECK(ui.at_keyboard);
  CHECK(ui.selected[0] == ui.at_keyboard);
  const StakeholderId who = ui.at_keyboard;
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
  driver.frames(2);
  for (int i = 0; i < 3; ++i) {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_UpArrow, true);
    driver.frames(2);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_UpArrow, false);
    driver.frames(2);
  }
  CHECK(nothing_asked());
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
  driver.frames(2);
  const auto move = only_action<MoveStakeholders>();
  REQUIRE(move.moves.size() == 1);
  CHECK(move.moves[0].stakeholder == who);
  driver.key(ImGuiKey_Enter);
  driver.frames(30);
  CHECK(ui.inspector.open);
}

TEST_CASE_FIXTURE(MapFixture, "R346 the panel describes: one action a change, with nothing else in it") {
  driver.double_click_at(at(2));
  driver.frames(40);
  REQUIRE(ui.inspector.open);
  driver.click("Stance resistant");
  ChangeStakeholder expected{id(2)};
  expected.stance = Stance::resistant;
  CHECK(only_action<ChangeStakeholder>() == expected);
  driver.click("Influence 2");
  CHECK(only_action<ChangeStakeholder>().influence == 2);
  driver.click("Desired leading");
  CHECK(only_action<ChangeStakeholder>().desired_stance == Stance::leading);
  driver.click("Kind Customer");
  CHECK(only_action<ChangeStakeholder>().kind == StakeholderKind::customer);
  driver.click("Regulators");
  const auto move = only_action<MoveStakeholders>();
  CHECK_FALSE(move.moves[0].placed);
  CHECK(move.moves[0].ring == Ring::regulator);
}

TEST_CASE_FIXTURE(MapFixture, "a field of the panel is one action when it is left") {
  driver.double_click_at(at(2));
  driver.frames(40);
  driver.click("##Role");
  driver.type("Buyer");
  CHECK(nothing_asked());
  driver.key(ImGuiKey_Enter);
  CHECK(only_action<ChangeStakeholder>() == ChangeStakeholder{id(2), {}, "Buyer"});
  driver.click("Needs");
  driver.click("##Needs");
  driver.type("An answer by Friday");
  driver.click("Ties");
  const auto needs = only_action<ChangeStakeholder>();
  CHECK(needs.needs == "An answer by Friday");
  CHECK(needs.over != 0);  // a long text says over what it was written
}

TEST_CASE_FIXTURE(MapFixture, "R354 a text is written over what it was when that began, whichever field is gone to next") {
  for (const char* next : {"##Needs", "Ties"}) {
    CAPTURE(next);
    driver.double_click_at(at(2));
    driver.frames(40);
    driver.click("Needs");
    driver.click("##Expectations");
    driver.type("Mine");
    workshop.stakeholders[2].expectations = std::string("Theirs, before ") + next;
    driver.frames(2);
    driver.click(next);
    const Commands taken = driver.take();
    REQUIRE(taken.actions.size() == 1);
    CHECK(overtaken(workshop, taken.actions[0].action));
    driver.key(ImGuiKey_Escape);
    driver.frames(2);
  }
}

TEST_CASE_FIXTURE(MapFixture, "a private note is shown only after it was opened, and shut again for the next person") {
  driver.double_click_at(at(2));
  driver.frames(40);
  driver.click("Needs");
  CHECK_FALSE(driver.has("##Note"));
  driver.click("Private note");
  driver.frames(2);
  CHECK(driver.has("##Note"));
  driver.click("Ada Holm");
  driver.frames(2);
  CHECK_FALSE(driver.has("##Note"));
}

TEST_CASE_FIXTURE(MapFixture, "search marks who is found and steps the others back; Esc ends it") {
  driver.key(ImGuiKey_F, true);
  driver.frames(2);
  driver.type("chloe");
  REQUIRE(ui.search == "chloe");
  CHECK(ui.cache.board.nodes[2].matches);
  CHECK_FALSE(ui.cache.board.nodes[0].matches);
  driver.key(ImGuiKey_Enter);
  CHECK(ui.selected == std::vector{id(2)});
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(ui.search_open);
  CHECK(ui.cache.board.nodes[0].matches);
}

TEST_CASE_FIXTURE(MapFixture, "a filter chip shows that one alone, and Show all ends it") {
  workshop.stakeholders[1].kind = StakeholderKind::customer;
  driver.click("Filter");
  driver.click("Customer");
  CHECK(ui.cache.board.nodes[1].matches);
  CHECK_FALSE(ui.cache.board.nodes[0].matches);
  driver.click("Show all");
  CHECK(ui.cache.board.nodes[0].matches);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "R89 the facilitator opens layers to the room with a button of their own, only with an activity on the stage") {
  workshop.stakeholders[0].stance = Stance::resistant;
  driver.frames(2);
  CHECK(ui.cache.filter.show_stance);  // their own window, with nothing on the stage
  driver.click("What the room sees");
  driver.frames(2);
  CHECK_FALSE(driver.has("Stances"));
  stage_an_activity();
  CHECK_FALSE(ui.cache.filter.show_stance);
  driver.click("Stances");
  const Commands asked = driver.take();
  REQUIRE(asked.actions.size() == 1);
  ChangeActivity expected{workshop.activities[0].id};
  expected.show_stance = true;
  CHECK(std::get<ChangeActivity>(asked.actions[0].action) == expected);
  workshop.activities[0].show_stance = true;
  driver.frames(2);
  CHECK(ui.cache.filter.show_stance);
}

TEST_CASE_FIXTURE(MapFixture, "R184 adding or moving somebody fades nobody; only a tap on somebody does, until the paper, Esc or the next action") {
  const auto faded = [&] {
    driver.frames(2);
    const auto& nodes = ui.drawn.shapes.nodes;
    return std::count_if(nodes.begin(), nodes.end(), [](const auto& node) { return node.dimmed != 0; });
  };
  const auto tap = [&] {
    driver.seconds += 1;  // no double click
    driver.click_at(at(1));
    REQUIRE(faded() == 2);  // nobody is tied to the one who was tapped
  };
  driver.drag(at(1), at(1) + Vec{90, 40});
  only_action<MoveStakeholders>();
  CHECK(ui.selected == std::vector{id(1)});
  CHECK(faded() == 0);
  driver.click("Add stakeholder");
  driver.frames(2);
  driver.type("Dora");
  driver.key(ImGuiKey_Enter);
  only_action<AddStakeholder>();
  CHECK(faded() == 0);
  driver.key(ImGuiKey_Escape);
  only_removal();
  tap();
  driver.click_at(paper());
  CHECK(faded() == 0);
  tap();
  driver.key(ImGuiKey_Escape);
  CHECK(faded() == 0);
  tap();
  driver.key(ImGuiKey_L);
  only_action<MoveStakeholders>();
  driver.frames(60);
  CHECK(faded() == 0);
}

TEST_CASE_FIXTURE(MapFixture, "R185 where the room watches, the panel covers what the room does not see until it is lifted for this person") {
  workshop.stakeholders[2].stance = Stance::resistant;
  workshop.ties[0].kind = TieKind::conflicts_with;
  stage_an_activity();
  ui.inspector.room_watches = true;
  driver.double_click_at(at(2));
  driver.frames(40);
  REQUIRE(ui.inspector.open);
  CHECK_FALSE(driver.has("Stance resistant"));
  CHECK_FALSE(driver.has("Desired resistant"));
  driver.click("Show here##stances");
  driver.frames(2);
  CHECK(driver.has("Stance resistant"));
  CHECK(driver.has("Desired resistant"));
  driver.click("Ties");
  driver.frames(2);
  CHECK_FALSE(driver.has("Ada Holm##tie"));
  driver.click("Show here##conflicts");
  driver.frames(2);
  CHECK(driver.has("Ada Holm##tie"));
  driver.click("Person");
  driver.seconds += 1;
  driver.click_at(at(0));
  driver.frames(40);
  CHECK_FALSE(driver.has("Stance resistant"));  // somebody else is covered again
  ui.inspector.room_watches = false;  // the stage is on another display
  driver.frames(2);
  CHECK(driver.has("Stance resistant"));
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "R185 a conflict drawn while that layer is closed says so, and can be shown to the room") {
  stage_an_activity();
  driver.click("Ada Holm");
  driver.drag(plus_of(0), at(1));
  driver.click("Conflicts with");
  only_action<AddTie>();
  driver.frames(2);
  driver.click("Show to the room");
  ChangeActivity expected{workshop.activities[0].id};
  expected.show_conflicts = true;
  CHECK(driver.take_only<ChangeActivity>() == expected);
  workshop.activities[0].show_conflicts = true;
  driver.frames(2);
  CHECK_FALSE(driver.has("Show to the room"));
}

TEST_CASE_FIXTURE(MapFixture, "R186 another ring offers the kind that fits, until the next action") {
  driver.drag(at(1), at(1) + Vec{0, -330});
  CHECK(only_action<MoveStakeholders>().moves[0].ring == Ring::regulator);
  driver.click("Make the kind regulator##offer");
  CHECK(only_action<ChangeStakeholder>().kind == StakeholderKind::regulator);
  CHECK_FALSE(driver.has("Make the kind regulator##offer"));
  driver.drag(at(1), at(1) + Vec{0, 400});
  CHECK(only_action<MoveStakeholders>().moves[0].ring != Ring::regulator);
  CHECK(driver.has("Make the kind internal##offer"));
  driver.key(ImGuiKey_L);
  only_action<MoveStakeholders>();
  CHECK_FALSE(driver.has("Make the kind internal##offer"));
}

TEST_CASE_FIXTURE(MapFixture, "search wins over the focus and starts with its old word selected") {
  driver.click("Ada Holm");
  driver.key(ImGuiKey_F, true);
  driver.frames(2);
  driver.type("ben");
  driver.frames(2);
  CHECK(ui.drawn.shapes.nodes[1].dimmed == 0);  // found, though no neighbour of the one who was tapped
  CHECK(ui.drawn.shapes.nodes[0].dimmed == 1);
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(ui.search_open);
  driver.key(ImGuiKey_F, true);
  driver.frames(2);
  CHECK(ui.search == "ben");
  driver.type("chl");
  CHECK(ui.search == "chl");
}

TEST_CASE_FIXTURE(MapFixture, "filter and layers move the map aside, and a chosen chip moves no other") {
  const auto rightmost = [&] {
    driver.frames(40);
    return std::max({at(0).x, at(1).x, at(2).x});
  };
  const float before = rightmost();
  driver.click("Filter");
  CHECK(rightmost() < before - 100);
  const Box customer = driver.box_of("Customer"), partner = driver.box_of("Partner");
  driver.click("Partner");
  driver.frames(2);
  CHECK(driver.box_of("Customer") == customer);
  CHECK(driver.box_of("Partner") == partner);
  driver.click("What the room sees");
  CHECK(rightmost() < before - 100);
  CHECK_FALSE(ui.filter_open);
  driver.double_click_at(at(0));
  driver.frames(40);
  CHECK(ui.inspector.open);
  CHECK_FALSE(ui.layers_open);
}

TEST_CASE_FIXTURE(MapFixture, "Enter opens what a double click opens: somebody, or a tie") {
  driver.click("Ada Holm");
  driver.key(ImGuiKey_Enter);
  driver.frames(30);
  CHECK(ui.inspector.open);
  driver.key(ImGuiKey_Escape);
  driver.key(ImGuiKey_Escape);
  driver.seconds += 1;
  driver.click_at(paper());
  driver.frames(40);
  driver.click_at(lerp(at(0), at(2), 0.5F) + Vec{0, -28});
  REQUIRE(ui.tie);
  driver.key(ImGuiKey_Enter);
  CHECK(ui.inspector.open);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "an empty map offers its one action") {
  workshop.stakeholders.clear();
  workshop.ties.clear();
  driver.frames(2);
  driver.click("Add stakeholder##first");
  driver.frames(2);
  driver.type("The first");
  driver.key(ImGuiKey_Enter);
  CHECK(only_action<AddStakeholder>().stakeholder.name == "The first");
}

TEST_CASE_FIXTURE(MapFixture, "a pasted list becomes one stakeholder a line, with ids that count upwards") {
  ImGui::SetClipboardText("Iris Falk\r\n\n  Jan Both \n");
  driver.key(ImGuiKey_V, true);
  const Commands taken = driver.take();
  REQUIRE(taken.actions.size() == 2);
  const auto& first = std::get<AddStakeholder>(taken.actions[0].action).stakeholder;
  const auto& second = std::get<AddStakeholder>(taken.actions[1].action).stakeholder;
  CHECK(first.name == "Iris Falk");
  CHECK(second.name == "Jan Both");
  CHECK(minted_nth(second.id) == minted_nth(first.id) + 1);
}

TEST_CASE_FIXTURE(MapFixture, "R187 what was refused of a pasted list is named by its row until that is shut") {
  ImGui::SetClipboardText(("Iris Falk\r\n" + std::string(200, 'x') + "\r\nJan Both\r\n").c_str());
  driver.key(ImGuiKey_V, true);
  driver.frames(30);
  CHECK(driver.take().actions.size() == 2);
  CHECK(ui.pasted.added == 2);
  REQUIRE(ui.pasted.refused.size() == 1);
  CHECK(ui.pasted.refused[0].starts_with("Row 2: "));
  driver.click("Close##pasted");
  driver.frames(2);
  CHECK_FALSE(driver.has("Close##pasted"));
}

TEST_CASE_FIXTURE(MapFixture, "R480 cells of a spreadsheet that are pasted are looked at first") {
  const std::string cells = "Iris Falk\tHead of port\tHarbour Authority\r\nJan Both\t\tNordwind\r\n";
  ImGui::SetClipboardText(cells.c_str());
  driver.key(ImGuiKey_V, true);
  driver.frames(3);
  const Commands taken = driver.take();
  CHECK(taken.actions.empty());
  const auto asked = std::find_if(taken.intents.begin(), taken.intents.end(), [](const Intent& intent) { return std::holds_alternative<ImportTable>(intent); });
  REQUIRE(asked != taken.intents.end());
  CHECK(std::get<ImportTable>(*asked).text == cells);
}

TEST_CASE_FIXTURE(MapFixture, "R187 a list pasted where a name is asked for is a list all the same, and a single name is a name") {
  ImGui::SetClipboardText("Iris Falk\nJan Both\n");
  driver.key(ImGuiKey_N);
  driver.frames(3);
  driver.key(ImGuiKey_V, true);
  driver.frames(3);
  CHECK(driver.take().actions.size() == 2);
  CHECK_FALSE(ui.naming.open);
  ImGui::SetClipboardText("Kira Lund\n");
  driver.key(ImGuiKey_N);
  driver.frames(3);
  driver.key(ImGuiKey_V, true);
  driver.frames(3);
  CHECK(ui.naming.open);
  driver.key(ImGuiKey_Enter);
  CHECK(only_action<AddStakeholder>().stakeholder.name == "Kira Lund");
}

TEST_CASE_FIXTURE(MapFixture, "Arrange gives hand-placed people back to the layout") {
  driver.click("Arrange");
  const auto move = only_action<MoveStakeholders>();
  CHECK(move.moves.size() == 3);
  CHECK(std::none_of(move.moves.begin(), move.moves.end(), [](const StakeholderMove& m) { return m.placed; }));
}

TEST_CASE_FIXTURE(MapFixture, "on the bare stage there is nothing to tap, and read only nothing changes") {
  driver.prepare = [](Frame& frame) { frame.chrome = false; };
  driver.frames(2);
  CHECK_FALSE(driver.has("Ada Holm"));
  CHECK_FALSE(driver.has("Add stakeholder"));
  driver.prepare = [](Frame& frame) { frame.read_only = true; };
  driver.frames(2);
  CHECK(driver.has("Ada Holm"));
  CHECK_FALSE(driver.has("Add stakeholder"));
  driver.drag(at(1), at(1) + Vec{100, 100});
  driver.click("Ada Holm");
  driver.key(ImGuiKey_Delete);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(MapFixture, "a map at rest asks for no frames") {
  driver.frames(60 * 12);
  driver.take();
  driver.frames(5);
  CHECK(driver.take().intents.empty());
}

TEST_CASE_FIXTURE(MapFixture, "people travel 700 ms to a new place, and at once with reduced motion") {
  const Vec before = at(1);
  workshop.stakeholders[1].at = board_from_map({0, -300});
  driver.frames(6);
  const float part = length(at(1) - before);
  CHECK(part > 1);
  CHECK(part < 395);
  driver.frames(60);
  CHECK(length(at(1) - before) == doctest::Approx(400).epsilon(0.02));
  driver.prepare = [](Frame& frame) { frame.reduced_motion = true; };
  workshop.stakeholders[1].at = board_from_map({0, 100});
  driver.frames(1);
  CHECK(length(at(1) - before) < 1);
}

TEST_CASE_FIXTURE(MapFixture, "names stay on their side while somebody is looked at or moved") {
  const auto sides = [this] {
    std::vector<LabelSide> all;
    for (const MapNames::Entry& entry : ui.names.entries) all.push_back(entry.side);
    return all;
  };
  const auto before = sides();
  driver.click("Ada Holm");
  CHECK(sides() == before);
  driver.drag(at(0), at(0) + Vec{3, 12});
  CHECK(sides() == before);
}

TEST_CASE("R183 in a crowd whoever the pointer rests on has a name") {
  Workshop workshop = three_people();
  for (std::uint32_t i = 0; i < 90; ++i) {
    Stakeholder one = person(100 + i, "", {-600.0 + 130 * (i % 10), -320.0 + 75 * (i / 10)}, 1);
    one.name = "Somebody " + std::to_string(i);
    workshop.stakeholders.push_back(one);
  }
  MapUi ui;
  std::vector<std::string> words;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    words = standpoint::testing::words_of(frame, true, [&](const Frame& seen) { draw_map(seen, workshop, ui, commands); });
  });
  driver.frames(90);
  const auto unnamed = std::find_if(ui.names.entries.begin(), ui.names.entries.end(), [](const MapNames::Entry& entry) { return !entry.shown; });
  REQUIRE(unnamed != ui.names.entries.end());
  const std::string name = workshop.stakeholders[static_cast<std::size_t>(unnamed - ui.names.entries.begin())].name;
  CHECK_FALSE(standpoint::testing::says(words, name + " |"));
  driver.move_to(driver.box_of(name).center());
  driver.frames(2);
  CHECK(standpoint::testing::says(words, name + " |"));
}

TEST_CASE("what is drawn is made anew only when people, ties or who is looked at change") {
  MapFixture map;
  const auto versions = [&] { return std::pair{map.ui.drawn.shapes.nodes_version, map.ui.drawn.shapes.ties_version}; };
  const auto first = versions();
  map.driver.frames(3);
  map.driver.wheel(map.at(1), 2);  // zooms
  map.driver.frames(30);
  map.ui.camera.middle.x += 40;
  map.driver.frames(2);
  CHECK(versions() == first);
  map.ui.camera = {};
  map.driver.frames(2);

  map.driver.click_at(map.at(1));  // the others step back, and so does the tie, which is not theirs
  CHECK(map.ui.drawn.shapes.nodes[0].dimmed == 1);
  CHECK(map.ui.drawn.shapes.nodes[1].dimmed == 0);
  CHECK(versions() != first);
  map.driver.click_at(map.paper());
  map.driver.frames(30);
  CHECK(versions() == first);

  map.workshop.stakeholders[1].stance = Stance::leading;
  map.driver.frames(1);
  CHECK(map.ui.drawn.shapes.nodes[1].stance == static_cast<std::uint8_t>(Stance::leading));
  CHECK(versions().second == first.second);

  map.workshop.stakeholders[2].at = board_from_map({200, -100});
  map.driver.frames(1);
  const float early = map.ui.drawn.shapes.nodes[2].x;  // on the way
  map.driver.frames(80);
  CHECK(early > 201);
  CHECK(map.ui.drawn.shapes.nodes[2].x == doctest::Approx(200).epsilon(0.005));
  CHECK(map.ui.drawn.shapes.ties[0].to_x == map.ui.drawn.shapes.nodes[2].x);
}

TEST_CASE("R298 what is told beside the map's tools lies over none of them") {
  const Workshop workshop = three_people();
  MapUi ui;
  Box told;
  UiDriver driver([&](const Frame& frame, Commands& commands) {
    draw_map(frame, workshop, ui, commands);
    const Frame desk = frame.desk();
    told = clear_of_panels(desk, {desk.area.max - Vec{600, 60}, desk.area.max});
    told = {desk.screen_from_design(told.min), desk.screen_from_design(told.max)};
  });
  driver.frames(3);
  for (const char* tool : {"Zoom in", "Fit", "Zoom out", "Arrange"}) CHECK_FALSE(told.overlaps(driver.box_of(tool)));
}

}  // namespace standpoint::map_test
