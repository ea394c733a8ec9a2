// Rules R1 to R9: the session and its seats; what ids, texts and counts may be.
#include "core/workshop/check.h"

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::check_test {

using Why = Refusal::Why;

namespace {

std::string bytes(std::size_t n) { return std::string(n, 'a'); }

}  // namespace

TEST_CASE("R1 a session is started once, by the room, before anything else") {
  const SampleRoom room;
  CHECK_FALSE(check(Workshop{}, {}, StartSession{"Relaunch", ""}));
  CHECK(asked(room, {}, StartSession{"Again", ""}) == Why::wrong_phase);
  CHECK(asked(room, room.nadia, StartSession{"Again", ""}) == Why::not_allowed);
  CHECK(check(Workshop{}, {}, StartSession{" ", ""})->why == Why::malformed);
}

TEST_CASE("R2 a new id is minted by the sender and later than all it made before") {
  SampleRoom room;
  const auto first = mint<StakeholderId>(room.tomas, 1);
  CHECK(asked(room, room.priya, AddStakeholder{stakeholder_named(first, "Maya")}) == Why::malformed);
  CHECK(asked(room, room.tomas, AddStakeholder{stakeholder_named({}, "Maya")}) == Why::malformed);
  room.act(room.tomas, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.tomas, 4), "Maya")});
  CHECK(asked(room, room.tomas, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.tomas, 4), "Ruth")}) == Why::duplicate_id);
  CHECK(asked(room, room.tomas, AddStakeholder{stakeholder_named(first, "Ruth")}) == Why::duplicate_id);
  CHECK(asked(room, room.tomas, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.tomas, 5), "Ruth")}).allowed());
}

TEST_CASE("R2 every kind of addition looks at its id") {
  SampleWorkshop s;
  const SeatId other = s.tomas;
  CHECK(asked(s, s.nadia, AddTie{{mint<TieId>(other, 99), s.maya, s.ruth, TieKind::trusts, 1, ""}}) == Why::malformed);
  CHECK(asked(s, s.nadia, AddCard{{mint<CardId>(other, 99), s.cards, 0, {}, CardColour::sky, "x"}}) == Why::malformed);
  Board board;
  board.id = mint<BoardId>(other, 99);
  board.title = "Map 2";
  CHECK(asked(s, s.nadia, AddBoard{board}) == Why::malformed);
  Activity activity = s.new_activity(ActivityKind::discuss, "Talk");
  activity.id = mint<ActivityId>(other, 99);
  CHECK(asked(s, s.nadia, AddActivity{activity}) == Why::malformed);
  CHECK(asked(s, s.nadia, RecordDecision{{mint<DecisionId>(other, 99), "x", ""}}) == Why::malformed);
  CHECK(asked(s, s.nadia, SetBookmark{mint<BookmarkId>(other, 99), "x"}) == Why::malformed);
}

TEST_CASE("R3 a board, activity or decision that was removed may come back under its old id, a new one may not take it") {
  SampleWorkshop s;
  const Board board = *find(s.workshop, s.map);
  CHECK(asked(s, s.nadia, AddBoard{board}) == Why::duplicate_id);
  s.act(s.nadia, RemoveBoard{s.map});
  CHECK(asked(s, s.nadia, AddBoard{board}).allowed());
  const Activity welcome = *find(s.workshop, s.welcome);
  CHECK(asked(s, s.nadia, AddActivity{welcome}) == Why::duplicate_id);
  s.act(s.nadia, RemoveActivity{s.welcome});
  CHECK(asked(s, s.nadia, AddActivity{welcome}).allowed());
  s.act(s.nadia, RemoveItems{{s.mei}, {}, {}});
  CHECK(asked(s, s.priya, AddStakeholder{stakeholder_named(s.mei, "Somebody else")}) == Why::duplicate_id);
}

TEST_CASE("R4 texts are UTF-8 without control characters, and names fit on one line") {
  SampleRoom room;
  const auto named = [&](std::string name) {
    return asked(room, room.tomas, AddStakeholder{stakeholder_named(room.next<StakeholderId>(room.tomas), std::move(name))});
  };
  CHECK(named("Nguyễn Thị Lan").allowed());
  CHECK(named("") == Why::malformed);
  CHECK(named("  ") == Why::malformed);
  CHECK(named("two\nlines") == Why::malformed);
  CHECK(named("bell\a") == Why::malformed);
  CHECK(named("\xC3\x28") == Why::malformed);
  CHECK(asked(room, room.nadia, RenameSession{"Title", "sub\ntitle"}) == Why::malformed);
  Stakeholder s = stakeholder_named(room.next<StakeholderId>(room.tomas), "Maya");
  s.needs = "line one\nline two";
  CHECK(asked(room, room.tomas, AddStakeholder{s}).allowed());
  s.needs = "\xFF";
  CHECK(asked(room, room.tomas, AddStakeholder{s}) == Why::malformed);
}

TEST_CASE("R270 every name and title shows something, and nothing in it is unseen or turns what stands beside it") {
  SampleRoom room;
  const auto named = [&](std::string name) {
    return asked(room, room.tomas, AddStakeholder{stakeholder_named(room.next<StakeholderId>(room.tomas), std::move(name))});
  };
  for (const char* whole : {"Zoë & Co.", "علی\u200Cرضا", "👩\u200D💻 Ana", "?", "  Two  spaces ", "Nguyễn\u00A0Lan"}) CHECK(named(whole).allowed());
  for (const char* odd : {"\u200B", "\u00A0\u3000", "\u2800", "Ana\u202Eanhoj", "\u2066Ana\u2069", "A\u00ADna", "A\U000E0041na"}) CHECK(named(odd) == Why::malformed);
  CHECK(asked(room, room.nadia, RenameSession{"\u200F", ""}) == Why::malformed);
  CHECK(asked(room, room.nadia, RenameSession{"Title", "sub\u202Etitle"}) == Why::malformed);
  CHECK(asked(room, room.nadia, RecordDecision{Decision{room.next<DecisionId>(room.nadia), "\u200B\n", ""}}) == Why::malformed);
}

TEST_CASE("R5 a name has at most 120 bytes, a text 2,000 and a note 8,000") {
  SampleWorkshop s;
  Stakeholder ruth = *find(s.workshop, s.ruth);
  const auto described = [&] { return asked(s, s.nadia, changed_to(s.workshop, ruth)); };
  const auto limit = [&](std::string& field, std::size_t most) {
    const std::string before = field;
    field = bytes(most);
    CHECK(described().allowed());
    field = bytes(most + 1);
    CHECK(described() == Why::malformed);
    field = before;
  };
  limit(ruth.name, max_name_bytes);
  limit(ruth.role, max_name_bytes);
  limit(ruth.organisation, max_name_bytes);
  limit(ruth.needs, max_text_bytes);
  limit(ruth.expectations, max_text_bytes);
  limit(ruth.note, max_note_bytes);
  CHECK(asked(s, s.tomas, ChangeCard{s.till, bytes(max_text_bytes), CardColour::sky}).allowed());
  CHECK(asked(s, s.tomas, ChangeCard{s.till, bytes(max_text_bytes + 1), CardColour::sky}) == Why::malformed);
  CHECK(asked(s, s.nadia, RenameSession{bytes(max_name_bytes + 1), ""}) == Why::malformed);
  CHECK(asked(s, {}, JoinSeat{next_seat(s.workshop), bytes(max_name_bytes + 1), Role::participant, {}}) == Why::malformed);
}

TEST_CASE("R5 a session holds at most 2,000 things of a kind and 2,000 seats") {
  SampleRoom room;
  Workshop& w = room.workshop;
  for (std::uint32_t i = 1; i < max_items; ++i) w.stakeholders.push_back(stakeholder_named(mint<StakeholderId>(room.nadia, i), "A"));
  w.seats.front().minted = max_items - 1;
  CHECK(asked(room, room.nadia, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.nadia, 3000), "B")}).allowed());
  w.stakeholders.push_back(stakeholder_named(mint<StakeholderId>(room.nadia, 2500), "A"));
  CHECK(asked(room, room.nadia, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.nadia, 3000), "B")}) == Why::full);
  while (w.seats.size() < max_seats) w.seats.push_back({next_seat(w), "Guest", Role::participant, {}, true, 0, 0});
  CHECK(asked(room, {}, JoinSeat{next_seat(w), "One more", Role::participant, {}}) == Why::full);
}

TEST_CASE("R6 observers and the stage only watch") {
  const SampleWorkshop s;
  for (const SeatId watcher : {s.olga, s.stage}) {
    CHECK(asked(s, watcher, AddStakeholder{stakeholder_named(mint<StakeholderId>(watcher, 1), "Maya")}) == Why::not_allowed);
    CHECK(asked(s, watcher, SealInput{s.placing, PlacementSheet{}}) == Why::not_allowed);
    CHECK(asked(s, watcher, StopTimer{}) == Why::not_allowed);
  }
  CHECK(asked(s, SeatId{77}, StopTimer{}) == Why::not_found);
}

TEST_CASE("R6 participants add, describe, move and tie; the agenda, the boards and the stage are the facilitator's") {
  SampleWorkshop s;
  CHECK(asked(s, s.tomas, SealInput{s.placing, PlacementSheet{}}).allowed());
  s.act(s.nadia, CloseActivity{s.placing});
  CHECK(asked(s, s.tomas, AddStakeholder{stakeholder_named(s.next<StakeholderId>(s.tomas), "Ben")}).allowed());
  CHECK(asked(s, s.tomas, MoveStakeholders{{{s.maya, true, {5000, 5000}, {}}}}).allowed());
  CHECK(asked(s, s.tomas, AddTie{{s.next<TieId>(s.tomas), s.maya, s.ruth, TieKind::supports, 1, ""}}).allowed());
  CHECK(asked(s, s.tomas, PlaceOnCanvas{s.canvas, {{Item(s.maya), {1, 2}}}}).allowed());
  const Board board = *find(s.workshop, s.map);
  const Activity planned = *find(s.workshop, s.alignment);
  const std::vector<Action> facilitators = {
      RenameSession{"Other", ""}, AddBoard{board}, changed_to(s.workshop, board), RemoveBoard{s.map}, AddActivity{planned},
      changed_to(s.workshop, planned), RemoveActivity{s.alignment}, OpenActivity{s.welcome}, CloseActivity{s.placing},
      RevealActivity{s.placing, {}}, StartTimer{1000}, StopTimer{}, AdjustTimer{1000}, RecordDecision{}, ChangeDecision{}, ChangeNotes{}, RemoveDecision{}, SetBookmark{},
      RemoveBookmark{}, ShowOnStage{}};
  for (const Action& action : facilitators) {
    CAPTURE(action.index());
    CHECK(asked(s, s.tomas, action) == Why::not_allowed);
  }
}

TEST_CASE("R6 the room itself starts the session and seats people, and does nothing else") {
  const SampleWorkshop s;
  CHECK(asked(s, {}, JoinSeat{next_seat(s.workshop), "Ben", Role::participant, {}}).allowed());
  CHECK(asked(s, {}, LeaveSeat{s.tomas}).allowed());
  CHECK(asked(s, {}, OpenActivity{s.welcome}) == Why::not_allowed);
  CHECK(asked(s, {}, AddStakeholder{stakeholder_named(mint<StakeholderId>({}, 1), "Maya")}) == Why::not_allowed);
}

TEST_CASE("R7 a new seat is the next free number; a facilitator adds people to their own screen only") {
  const SampleRoom room;
  const SeatId next = next_seat(room.workshop);
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::participant, {}}).allowed());
  CHECK(asked(room, {}, JoinSeat{SeatId{next.value + 1}, "Ben", Role::participant, {}}) == Why::duplicate_id);
  CHECK(asked(room, {}, JoinSeat{room.tomas, "Ben", Role::participant, {}}) == Why::duplicate_id);
  CHECK(asked(room, room.nadia, JoinSeat{next, "Ben", Role::participant, room.nadia}).allowed());
  CHECK(asked(room, room.nadia, JoinSeat{next, "Ben", Role::participant, {}}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, JoinSeat{next, "Ben", Role::participant, room.tomas}) == Why::not_allowed);
  CHECK(asked(room, room.tomas, JoinSeat{next, "Ben", Role::participant, room.tomas}) == Why::not_allowed);
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::participant, SeatId{50}}) == Why::not_found);
  CHECK(asked(room, {}, JoinSeat{next, "", Role::participant, {}}) == Why::malformed);
}

TEST_CASE("R8 somebody who left comes back to the same seat in the same role") {
  SampleRoom room;
  room.act({}, LeaveSeat{room.tomas});
  CHECK(asked(room, {}, JoinSeat{room.tomas, "Tomás Herrera", Role::facilitator, {}}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, JoinSeat{room.tomas, "Tomás Herrera", Role::participant, room.nadia}) == Why::not_allowed);
  room.act({}, JoinSeat{room.tomas, "Tomás H.", Role::participant, {}});
  CHECK(find(room.workshop, room.tomas)->present);
  CHECK(find(room.workshop, room.tomas)->name == "Tomás H.");
  CHECK(room.workshop.seats.size() == 5);
}

TEST_CASE("R9 one leaves oneself, or the facilitator lets go") {
  const SampleRoom room;
  CHECK(asked(room, room.tomas, LeaveSeat{room.tomas}).allowed());
  CHECK(asked(room, room.nadia, LeaveSeat{room.tomas}).allowed());
  CHECK(asked(room, room.olga, LeaveSeat{room.olga}).allowed());
  CHECK(asked(room, room.priya, LeaveSeat{room.tomas}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, LeaveSeat{SeatId{50}}) == Why::not_found);
}

TEST_CASE("R95 a name is changed by oneself or a facilitator, a role by a facilitator only") {
  SampleRoom room;
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "Tom", Role::participant}).allowed());
  CHECK(asked(room, room.nadia, ChangeSeat{room.tomas, "Tom", Role::observer}).allowed());
  CHECK(asked(room, room.stage, ChangeSeat{room.stage, "Wall", Role::stage}).allowed());
  CHECK(asked(room, room.priya, ChangeSeat{room.tomas, "Tom", Role::participant}) == Why::not_allowed);
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, "Tom", Role::facilitator}) == Why::not_allowed);
  CHECK(asked(room, {}, ChangeSeat{room.tomas, "Tom", Role::participant}) == Why::not_allowed);
  CHECK(asked(room, room.tomas, ChangeSeat{room.tomas, " ", Role::participant}) == Why::malformed);
  CHECK(asked(room, room.nadia, ChangeSeat{SeatId{99}, "Tom", Role::participant}) == Why::not_found);
}

TEST_CASE("R95 somebody is always left to lead") {
  SampleRoom room;
  CHECK(asked(room, room.nadia, ChangeSeat{room.nadia, "Nadia", Role::participant}) == Why::not_allowed);
  room.act(room.nadia, ChangeSeat{room.tomas, "Tom", Role::facilitator});
  CHECK(find(room.workshop, room.tomas)->role == Role::facilitator);
  CHECK(find(room.workshop, room.tomas)->name == "Tom");
  CHECK(asked(room, room.nadia, ChangeSeat{room.nadia, "Nadia", Role::participant}).allowed());
  room.act({}, LeaveSeat{room.tomas});
  CHECK(asked(room, room.nadia, ChangeSeat{room.nadia, "Nadia", Role::participant}) == Why::not_allowed);
}

TEST_CASE("R96 the lobby, the cover and the notes are the facilitator's") {
  SampleRoom room;
  for (const Action& action : {Action{LockLobby{true}}, Action{CoverStage{StageCover::frozen}}, Action{ChangeNotes{"Ruth first"}}}) {
    CHECK(asked(room, room.nadia, action).allowed());
    CHECK(asked(room, room.tomas, action) == Why::not_allowed);
    CHECK(asked(room, room.stage, action) == Why::not_allowed);
    CHECK(asked(room, {}, action) == Why::not_allowed);
  }
  CHECK(asked(room, room.nadia, ChangeNotes{bytes(max_note_bytes)}).allowed());
  CHECK(asked(room, room.nadia, ChangeNotes{bytes(max_note_bytes + 1)}) == Why::malformed);
}

TEST_CASE("R96 while the lobby is locked nobody new joins; who has a seat comes back, and who leads comes in") {
  SampleRoom room;
  room.act(room.nadia, LockLobby{true});
  const SeatId next = next_seat(room.workshop);
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::participant, {}}) == Why::not_allowed);
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::observer, {}}) == Why::not_allowed);
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::facilitator, {}}).allowed());
  CHECK(asked(room, room.nadia, JoinSeat{next, "Ben", Role::participant, room.nadia}).allowed());
  room.act({}, LeaveSeat{room.tomas});
  const Seat tomas = *find(room.workshop, room.tomas);
  CHECK(asked(room, {}, JoinSeat{room.tomas, tomas.name, tomas.role, {}}).allowed());
  room.act(room.nadia, LockLobby{false});
  CHECK(asked(room, {}, JoinSeat{next, "Ben", Role::participant, {}}).allowed());
}

TEST_CASE("R96 a cover keeps the time it came at") {
  SampleRoom room;
  room.act(room.nadia, CoverStage{StageCover::frozen});
  const std::int64_t came = room.workshop.changed_ms;
  CHECK(room.workshop.covered_ms == came);
  room.act(room.nadia, CoverStage{StageCover::frozen});
  CHECK(room.workshop.changed_ms > came);
  CHECK(room.workshop.covered_ms == came);
  room.act(room.nadia, CoverStage{StageCover::none});
  CHECK(room.workshop.cover == StageCover::none);
  CHECK(room.workshop.covered_ms == 0);
}

}  // namespace standpoint::check_test
