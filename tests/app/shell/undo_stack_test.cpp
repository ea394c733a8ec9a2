// Undo and redo as a facilitator expects them: one gesture at a time, and back again.
#include <doctest/doctest.h>

#include "app/shell/undo_stack.h"
#include "core/workshop/apply.h"

namespace standpoint::undo_stack_test {

namespace {

struct Desk {
  Workshop workshop;
  UndoStack stack;
  std::uint64_t sequence = 0;

  Desk() {
    put({}, StartSession{"Pilot", ""});
    put({}, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, {}});
  }
  void put(SeatId by, const Action& action) { apply(workshop, {++sequence, 1000, by, static_cast<std::uint32_t>(sequence), action}); }
  void act(std::initializer_list<Action> one_frame) {
    for (const Action& action : one_frame) {
      stack.note(workshop, SeatId{1}, action);
      put(SeatId{1}, action);
    }
    stack.end_of_frame();
  }
  std::string undo() {
    return stack.undo([this]() -> const Workshop& { return workshop; }, [this](SeatId by, const Action& action) { put(by, action); });
  }
  // Somebody else's.
  void heard(SeatId by, const Action& action) {
    put(by, action);
    stack.hear({sequence, 1000, by, 1, action});
  }
  void redo() {
    stack.redo([this]() -> const Workshop& { return workshop; }, [this](SeatId by, const Action& action) { put(by, action); });
  }
  Stakeholder person(std::uint32_t nth, const char* name) {
    Stakeholder stakeholder;
    stakeholder.id = mint<StakeholderId>(SeatId{1}, nth);
    stakeholder.name = name;
    return stakeholder;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "R340 a merge goes back with one undo, and stays with a word where somebody changed it since") {
  Stakeholder ruth = person(1, "Ruth Kaplan"), again = person(2, "Ruth K.");
  again.organisation = "Northwind";
  put({}, JoinSeat{SeatId{2}, "Priya Raman", Role::facilitator, {}});
  act({AddStakeholder{ruth}});
  act({AddStakeholder{again}});
  act({MergeStakeholders{ruth.id, again.id}});
  CHECK(workshop.stakeholders.size() == 1);
  CHECK(undo().empty());
  CHECK(workshop.stakeholders == std::vector{ruth, again});
  redo();
  CHECK(workshop.stakeholders.size() == 1);
  ChangeStakeholder change{ruth.id};
  change.organisation = "Southwind";
  heard(SeatId{2}, change);
  CHECK(undo() == "Priya Raman changed this since, so it stays as it is.");
  CHECK(workshop.stakeholders.size() == 1);
  CHECK(workshop.stakeholders[0].organisation == "Southwind");
}

TEST_CASE_FIXTURE(Desk, "undo takes the last gesture back, redo does it again") {
  act({AddStakeholder{person(1, "Ruth")}});
  act({ChangeStakeholder{workshop.stakeholders[0].id, "Ruth Kaplan"}});
  undo();
  CHECK(workshop.stakeholders[0].name == "Ruth");
  redo();
  CHECK(workshop.stakeholders[0].name == "Ruth Kaplan");
  undo();
  undo();
  CHECK(workshop.stakeholders.empty());
  CHECK_FALSE(stack.can_undo());
  redo();
  redo();
  REQUIRE(workshop.stakeholders.size() == 1);
  CHECK(workshop.stakeholders[0].name == "Ruth Kaplan");
}

TEST_CASE_FIXTURE(Desk, "what one frame did is taken back together, last first") {
  const Stakeholder a = person(1, "Mei"), b = person(2, "Kwame");
  Tie tie;
  tie.id = mint<TieId>(SeatId{1}, 3);
  tie.from = a.id;
  tie.to = b.id;
  act({AddStakeholder{a}, AddStakeholder{b}, AddTie{tie}});
  undo();
  CHECK(workshop.stakeholders.empty());
  CHECK(workshop.ties.empty());
  redo();
  CHECK(workshop.stakeholders.size() == 2);
  CHECK(workshop.ties.size() == 1);
}

TEST_CASE_FIXTURE(Desk, "something new ends what could be redone") {
  act({AddStakeholder{person(1, "Mei")}});
  undo();
  act({AddStakeholder{person(2, "Kwame")}});
  CHECK_FALSE(stack.can_redo());
}

TEST_CASE_FIXTURE(Desk, "what cannot be undone leaves no step behind") {
  act({StartTimer{60'000}});
  CHECK_FALSE(stack.can_undo());
}

TEST_CASE_FIXTURE(Desk, "showing another board is no step of its own, but goes back with the step it belongs to") {
  Board map, cards;
  map.id = mint<BoardId>(SeatId{1}, 1);
  cards.id = mint<BoardId>(SeatId{1}, 2);
  act({AddBoard{map}, ShowOnStage{{map.id, {}}}});
  act({AddBoard{cards}, ShowOnStage{{cards.id, {}}}});
  act({ShowOnStage{{map.id, {}}}});
  act({ShowOnStage{{cards.id, {}}}});
  undo();
  CHECK(workshop.boards.size() == 1);
  CHECK(workshop.stage.board == map.id);
}

TEST_CASE_FIXTURE(Desk, "R349 undo leaves what somebody else changed since, and says who") {
  put({}, JoinSeat{SeatId{2}, "Priya Raman", Role::participant, {}});
  act({AddStakeholder{person(1, "Ruth")}});
  const StakeholderId ruth = workshop.stakeholders[0].id;
  act({ChangeStakeholder{ruth, {}, "Buyer"}});
  heard(SeatId{2}, ChangeStakeholder{ruth, "Ruth Kaplan"});  // another field
  heard(SeatId{2}, ChangeStakeholder{ruth, {}, "Seller"});
  heard(SeatId{2}, ChangeStakeholder{ruth, "Ruth K."});
  CHECK(undo() == "Priya Raman changed this since, so it stays as it is.");
  CHECK(workshop.stakeholders[0].role == "Seller");
  CHECK_FALSE(stack.can_redo());
  CHECK(stack.can_undo());  // the addition
  act({ChangeStakeholder{ruth, {}, "Head of Stores"}});
  CHECK(undo().empty());
  CHECK(workshop.stakeholders[0].role == "Seller");
}

TEST_CASE_FIXTURE(Desk, "R349 of a frame's changes those go back that nobody touched since; who is not known is somebody") {
  act({AddStakeholder{person(1, "Ruth")}, AddStakeholder{person(2, "Mei")}});
  const StakeholderId ruth = workshop.stakeholders[0].id, mei = workshop.stakeholders[1].id;
  act({ChangeStakeholder{ruth, {}, "Buyer"}, ChangeStakeholder{mei, {}, "Buyer"}});
  put(SeatId{2}, ChangeStakeholder{mei, {}, "Seller"});
  CHECK(undo() == "Somebody changed this since, so it stays as it is.");
  CHECK(workshop.stakeholders[0].role.empty());
  CHECK(workshop.stakeholders[1].role == "Seller");
  redo();
  CHECK(workshop.stakeholders[0].role == "Buyer");
}

TEST_CASE_FIXTURE(Desk, "R349 what the host refused of an undo is said as such, and nothing else is") {
  act({AddStakeholder{person(1, "Ruth")}});
  const StakeholderId ruth = workshop.stakeholders[0].id;
  act({ChangeStakeholder{ruth, {}, "Buyer"}});
  std::optional<Action> issued;
  stack.undo([this]() -> const Workshop& { return workshop; }, [&](SeatId, const Action& action) { issued = action; });
  REQUIRE(issued);
  heard(SeatId{1}, ChangeStakeholder{ruth, "Ruth K."});
  CHECK(stack.refused(workshop, *issued) == "Somebody changed this since, so it stays as it is.");
  CHECK(stack.refused(workshop, ChangeStakeholder{ruth, {}, "Buyer"}).empty());
}

TEST_CASE_FIXTURE(Desk, "R350 a placing that both adds and moves is one step back and one step on") {
  Board canvas;
  canvas.id = mint<BoardId>(SeatId{1}, 1);
  canvas.kind = BoardKind::canvas;
  act({AddBoard{canvas}});
  act({AddStakeholder{person(2, "Ruth")}, AddStakeholder{person(3, "Mei")}});
  const Item ruth(workshop.stakeholders[0].id), mei(workshop.stakeholders[1].id);
  act({PlaceOnCanvas{canvas.id, {{ruth, {1, 1}}}}});
  act({PlaceOnCanvas{canvas.id, {{ruth, {2, 2}}, {mei, {3, 3}}}}});
  undo();
  CHECK(workshop.boards[0].places == std::vector<CanvasPlace>{{ruth, {1, 1}}});
  redo();
  CHECK(workshop.boards[0].places == std::vector<CanvasPlace>{{ruth, {2, 2}}, {mei, {3, 3}}});
  undo();
  undo();
  CHECK(workshop.boards[0].places.empty());
}

TEST_CASE_FIXTURE(Desk, "R359 undo leaves what somebody else moved since, and says who") {
  put({}, JoinSeat{SeatId{2}, "Priya Raman", Role::participant, {}});
  Board canvas, cards;
  canvas.id = mint<BoardId>(SeatId{1}, 1);
  canvas.kind = BoardKind::canvas;
  cards.id = mint<BoardId>(SeatId{1}, 2);
  cards.kind = BoardKind::cards;
  const CardId card = mint<CardId>(SeatId{1}, 5);
  act({AddBoard{canvas}, AddBoard{cards}, AddStakeholder{person(3, "Ruth")}, AddStakeholder{person(4, "Mei")}, AddCard{{card, cards.id, 0, {1, 1}, {}, "Who?"}}});
  const StakeholderId ruth = workshop.stakeholders[0].id, mei = workshop.stakeholders[1].id;
  const auto on_canvas = [&](StakeholderId who, BoardPoint at) { return PlaceOnCanvas{canvas.id, {{Item(who), at}}}; };
  const std::string moved = "Priya Raman moved this since, so it stays as it is.";
  SUBCASE("on the map") {
    act({MoveStakeholders{{{ruth, true, {9000, 5000}, {}}, {mei, true, {5000, 5000}, {}}}}});
    heard(SeatId{2}, MoveStakeholders{{{mei, true, {100, 100}, {}}}});
    const Workshop before = workshop;
    CHECK(undo() == moved);
    CHECK(workshop == before);
    CHECK_FALSE(stack.can_redo());
  }
  SUBCASE("among the cards") {
    act({MoveCards{{{card, 0, {700, 700}}}}});
    heard(SeatId{2}, MoveCards{{{card, 0, {900, 900}}}});
    CHECK(undo() == moved);
    CHECK(workshop.cards[0].at == BoardPoint{900, 900});
  }
  SUBCASE("on a canvas, also to where it was, and off it") {
    act({on_canvas(ruth, {1, 1})});
    act({on_canvas(ruth, {2, 2})});
    heard(SeatId{2}, on_canvas(ruth, {3, 3}));
    CHECK(undo() == moved);
    CHECK(workshop.boards[0].places == std::vector<CanvasPlace>{{Item(ruth), {3, 3}}});
    heard(SeatId{2}, TakeOffCanvas{canvas.id, {Item(ruth)}});
    CHECK(undo() == moved);  // of the first placing
    act({on_canvas(mei, {4, 4})});
    act({TakeOffCanvas{canvas.id, {Item(mei)}}});
    heard(SeatId{2}, on_canvas(mei, {5, 5}));
    CHECK(undo() == moved);
    CHECK(workshop.boards[0].places == std::vector<CanvasPlace>{{Item(mei), {5, 5}}});
  }
  SUBCASE("a redo, too") {
    act({MoveCards{{{card, 0, {700, 700}}}}});
    CHECK(undo().empty());
    heard(SeatId{2}, MoveCards{{{card, 0, {900, 900}}}});
    redo();
    CHECK(workshop.cards[0].at == BoardPoint{900, 900});
  }
  SUBCASE("but not what others moved beside it, or back to where it was put") {
    act({MoveStakeholders{{{ruth, true, {9000, 5000}, {}}}}});
    heard(SeatId{2}, MoveStakeholders{{{mei, true, {100, 100}, {}}}});
    heard(SeatId{2}, on_canvas(ruth, {6, 6}));
    heard(SeatId{2}, MoveStakeholders{{{ruth, true, {100, 100}, {}}}});
    heard(SeatId{2}, MoveStakeholders{{{ruth, true, {9000, 5000}, {}}}});
    CHECK(undo().empty());
    CHECK_FALSE(workshop.stakeholders[0].placed);
  }
}

}  // namespace standpoint::undo_stack_test
