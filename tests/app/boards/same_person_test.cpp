// Rules R343 and R344: two of the map who are one person, and a name that is there already.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/boards/map/screen.h"
#include "app/boards/same_name.h"
#include "app/paint/text/characters.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::same_person_test {

using standpoint::testing::UiDriver;

namespace {

struct Twice {
  Workshop workshop;
  MapUi ui;
  Role role = Role::facilitator;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    Frame own = frame;
    own.role = role;
    draw_map(own, workshop, ui, commands);
  }};

  Twice() {
    workshop.seats.push_back({SeatId{1}, "Nadia", Role::facilitator, {}, true, 0, 20});
    add("Ruth K.", {-300, 0});
    add("Ruth Kaplan", {0, 100});
    add("José Ibarra", {300, 0});
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, 9);
    tie.from = id(1);
    tie.to = id(2);
    workshop.ties = {tie};
    driver.frames(3);
  }
  void add(const char* name, MapPoint at) {
    Stakeholder s;
    s.id = mint<StakeholderId>(SeatId{1}, static_cast<std::uint32_t>(workshop.stakeholders.size() + 1));
    s.name = name;
    s.placed = true;
    s.at = board_from_map(at);
    s.ring = ring_at(s.at);
    workshop.stakeholders.push_back(s);
  }
  StakeholderId id(std::size_t i) const { return workshop.stakeholders[i].id; }
  void select(std::vector<StakeholderId> who) {
    ui.selected = std::move(who);
    driver.frames(2);
  }
  void type_new(const char* name) {
    driver.key(ImGuiKey_N);
    driver.frames(2);
    driver.type(name);
    driver.frames(3);
  }
  bool nothing_asked() { return driver.take().actions.empty(); }
};

}  // namespace

TEST_CASE_FIXTURE(Twice, "R343 of two who are selected a facilitator can say that they are one; the one with more ties stays") {
  CHECK_FALSE(driver.has("Same person"));
  select({id(0)});
  CHECK_FALSE(driver.has("Same person"));
  select({id(0), id(1), id(2)});
  CHECK_FALSE(driver.has("Same person"));
  select({id(0), id(1)});
  driver.click("Same person");
  driver.frames(30);
  CHECK(nothing_asked());
  driver.click("Make one");
  const auto merge = driver.take_only<MergeStakeholders>();
  CHECK(merge == MergeStakeholders{id(1), id(0)});
  CHECK_FALSE(check(workshop, SeatId{1}, merge));
  CHECK(ui.selected == std::vector{id(1)});
  apply(workshop, Event{1, 1, SeatId{1}, 1, merge});
  driver.frames(60);
  CHECK_FALSE(driver.has("Ruth K."));
  CHECK_FALSE(driver.has("Same person"));
}

TEST_CASE_FIXTURE(Twice, "R343 which name stays is chosen, and nothing happens before it is said") {
  select({id(0), id(1)});
  driver.click("Same person");
  driver.frames(30);
  driver.click("Ruth K.##same");
  driver.frames(2);
  CHECK(nothing_asked());
  driver.click("Make one");
  CHECK(driver.take_only<MergeStakeholders>() == MergeStakeholders{id(0), id(1)});
}

TEST_CASE_FIXTURE(Twice, "R343 Cancel and Esc leave both as they are, and Enter makes them one") {
  select({id(0), id(1)});
  driver.click("Same person");
  driver.frames(30);
  driver.click("Cancel");
  driver.frames(2);
  CHECK_FALSE(driver.has("Make one"));
  driver.click("Same person");
  driver.frames(30);
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(driver.has("Make one"));
  CHECK(nothing_asked());
  driver.click("Same person");
  driver.frames(30);
  driver.key(ImGuiKey_Enter);
  CHECK(driver.take_only<MergeStakeholders>() == MergeStakeholders{id(1), id(0)});
}

TEST_CASE_FIXTURE(Twice, "R343 by touch, which selects one at a time, it is said where a tie is drawn between the two") {
  for (const std::size_t other : {std::size_t{0}, std::size_t{2}}) {
    CAPTURE(other);
    select({id(1)});
    driver.click("Draw a tie");
    driver.frames(30);
    driver.click(workshop.stakeholders[other].name);
    driver.frames(30);
    driver.click("Same person##tie");
    driver.frames(30);
    CHECK_FALSE(driver.has("Leave it"));
    driver.click("Make one");
    CHECK(driver.take_only<MergeStakeholders>() == MergeStakeholders{id(1), id(other)});
  }
}

TEST_CASE_FIXTURE(Twice, "R343 whoever does not lead is not offered it") {
  role = Role::participant;
  select({id(1)});
  driver.click("Draw a tie");
  driver.frames(30);
  driver.click(workshop.stakeholders[0].name);
  driver.frames(30);
  REQUIRE(driver.has("Leave it"));
  CHECK_FALSE(driver.has("Same person##tie"));
  driver.click("Leave it");
  select({id(0), id(1)});
  CHECK_FALSE(driver.has("Same person"));
}

TEST_CASE_FIXTURE(Twice, "R343 somebody else removed one of them meanwhile: there is nothing left to ask") {
  select({id(0), id(1)});
  driver.click("Same person");
  driver.frames(30);
  workshop.stakeholders.erase(workshop.stakeholders.begin());
  driver.frames(3);
  CHECK_FALSE(driver.has("Make one"));
}

TEST_CASE("R344 names are compared without case, accents, Unicode form, width and spaces, and by nothing else") {
  const std::pair<const char*, const char*> same[] = {
      {"Jos\u00E9 Ibarra", "jose ibarra"}, {"Jos\u00E9", "Jose\u0301"}, {"Ruth  Kaplan", "RuthKaplan "}, {"\uFF32\uFF55\uFF54\uFF48", "Ruth"}, {"Stra\u00DFe", "STRASSE"},
      {"\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03CC\u03C2"}, {"Nguy\u1EC5n Th\u1ECB Lan", "nguyen thi lan"}, {"\uFB01nn", "FINN"}, {"Ana\u00A0Ma", "Ana\u3000Ma"}};
  for (const auto& names : same) CHECK_MESSAGE(folded(names.first) == folded(names.second), names.first);
  const std::pair<const char*, const char*> two[] = {
      {"Ruth K.", "Ruth K"}, {"Ruth", "Rut"}, {"\u0930\u093E\u092E", "\u0930\u092E\u093E"}, {"\u30AC", "\u30AB"}, {"\u0410\u043D\u0430", "Ana"}};
  for (const auto& names : two) CHECK_MESSAGE(folded(names.first) != folded(names.second), names.first);
  CHECK(folded(" \u00A0\u200B").empty());
}

TEST_CASE_FIXTURE(Twice, "R344 while a name is typed that is there, the field offers who is there, and Enter shows them instead of adding a second") {
  type_new("jose  IBARR");
  CHECK_FALSE(driver.has("Show them"));
  driver.type("a");
  driver.frames(3);
  REQUIRE(driver.has("Show them"));
  driver.key(ImGuiKey_Enter);
  driver.frames(3);
  CHECK(nothing_asked());
  CHECK(ui.selected == std::vector{id(2)});
  CHECK(ui.naming.open);  // for the next name
  CHECK(ui.naming.text.empty());
  driver.type("Mei Chen");
  driver.key(ImGuiKey_Enter);
  CHECK(driver.take_only<AddStakeholder>().stakeholder.name == "Mei Chen");
}

TEST_CASE_FIXTURE(Twice, "R344 both ways on can be pressed, and leaving the field adds nobody") {
  type_new("Ruth Kaplan");
  driver.click("Show them");
  driver.frames(3);
  CHECK(nothing_asked());
  CHECK(ui.selected == std::vector{id(1)});
  ui.naming = {};
  driver.frames(3);
  type_new("Ruth Kaplan");
  driver.click("Add another");
  driver.frames(3);
  CHECK(driver.take_only<AddStakeholder>().stakeholder.name == "Ruth Kaplan");
  type_new("Ruth Kaplan");
  driver.click_at({200, 1000});
  driver.frames(3);
  CHECK_FALSE(ui.naming.open);
  CHECK(nothing_asked());
}

TEST_CASE_FIXTURE(Twice, "R344 somebody who is given another's name is offered as that one") {
  select({id(0)});
  driver.key(ImGuiKey_F2);
  driver.frames(3);
  driver.key(ImGuiKey_A, true);
  driver.type("Ruth Kaplan");
  driver.frames(3);
  driver.click("Same person");
  driver.frames(30);
  CHECK(nothing_asked());
  driver.click("Make one");
  CHECK(driver.take_only<MergeStakeholders>() == MergeStakeholders{id(1), id(0)});
}

TEST_CASE_FIXTURE(Twice, "R344 one's own name in other letters is no other person") {
  CHECK(named_the_same(workshop, "ruth k.", id(0)) == nullptr);
  CHECK(named_the_same(workshop, "ruth k.") == &workshop.stakeholders[0]);
  CHECK(named_the_same(workshop, "  ") == nullptr);
}

}  // namespace standpoint::same_person_test
