// R37: the inverse of what the rules allowed is allowed, and gives the workshop from before.
#include "core/workshop/undo.h"

#include <array>

#include "core/workshop/audience.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::undo_test {

namespace {

// Does the action, takes it back, and compares; false when there is no inverse. All of it as that seat sees it: what is hidden about
// somebody goes with them when whoever added them removes them (R127).
bool undone(SampleRoom& room, SeatId by, const Action& action) {
  const Role role = find(room.workshop, by)->role;
  const Workshop before = as_seen_by(role, room.workshop);
  const std::vector<Action> back = inverses(before, action);
  room.act(by, action);
  if (back.empty()) return false;
  for (const Action& one : back) room.act(by, one);
  CHECK(without_bookkeeping(as_seen_by(role, room.workshop)) == without_bookkeeping(before));
  return true;
}

}  // namespace

TEST_CASE("R37 removing a stakeholder is undone with ties, places, dots and star") {
  SampleWorkshop s;
  CHECK(undone(s, s.nadia, RemoveItems{{s.ruth, s.mei}, {s.maya_helena}, {s.till, s.data, s.plan}}));
}

TEST_CASE("R37 redo is the inverse of the inverse") {
  SampleWorkshop s;
  const Action removal = RemoveItems{{s.ruth}, {}, {s.till}};
  const Action back = inverses(s.workshop, removal).at(0);
  s.act(s.nadia, removal);
  const Workshop removed = s.workshop;
  const Action again = inverses(s.workshop, back).at(0);
  s.act(s.nadia, back);
  s.act(s.nadia, again);
  CHECK(without_bookkeeping(s.workshop) == without_bookkeeping(removed));
}

TEST_CASE("R37 two removals are undone in either order") {
  for (const bool first_removed_comes_first : {true, false}) {
    SampleWorkshop s;
    const Workshop before = s.workshop;
    const Action one = RemoveItems{{s.maya}, {}, {s.till}}, other = RemoveItems{{s.mei}, {}, {s.data}};
    const Action one_back = inverses(s.workshop, one).at(0);
    s.act(s.nadia, one);
    const Action other_back = inverses(s.workshop, other).at(0);
    s.act(s.nadia, other);
    s.act(s.nadia, first_removed_comes_first ? one_back : other_back);
    s.act(s.nadia, first_removed_comes_first ? other_back : one_back);
    CHECK(without_bookkeeping(s.workshop) == without_bookkeeping(before));
  }
}

TEST_CASE("R37 an activity taken off the agenda comes back at its place") {
  SampleWorkshop s;
  CHECK(undone(s, s.nadia, RemoveActivity{s.welcome}));
  CHECK(s.workshop.agenda.front() == s.welcome);
}

TEST_CASE("R37 what was moved goes back, what was new on a canvas comes off") {
  SampleWorkshop s;
  s.act(s.nadia, CloseActivity{s.placing});
  CHECK(undone(s, s.tomas, PlaceOnCanvas{s.canvas, {{Item(s.ruth), {1, 1}}, {Item(s.helena), {2, 2}}}}));
  CHECK(undone(s, s.tomas, PlaceOnCanvas{s.canvas, {{Item(s.maya), {1, 1}}, {Item(s.mei), {2, 2}}}}));
  CHECK(undone(s, s.tomas, TakeOffCanvas{s.canvas, {Item(s.ruth), Item(s.helena)}}));
}

TEST_CASE("R37 joining, phases and the timer are not taken back") {
  const SampleWorkshop s;
  const std::vector<Action> lasting = {JoinSeat{}, LeaveSeat{s.tomas}, OpenActivity{s.welcome}, CloseActivity{s.placing},
                                       RevealActivity{s.placing, {}}, SealInput{s.placing, {}}, StartTimer{1000}, StopTimer{}, AdjustTimer{1000},
                                       RemoveBookmark{s.workshop.bookmarks[0].id}, StartSession{}};
  for (const Action& action : lasting) CHECK(inverses(s.workshop, action).empty());
}

TEST_CASE("R37 what changes nothing has nothing to take back") {
  const SampleWorkshop s;
  const Stakeholder& ruth = *find(s.workshop, s.ruth);
  const Card& till = *find(s.workshop, s.till);
  const std::vector<Action> nothing = {
      RenameSession{s.workshop.title, s.workshop.subtitle}, ChangeStakeholder{s.ruth, ruth.name}, ChangeTie{s.ruth_helena, s.ruth, s.helena},
      ChangeBoard{s.map, find(s.workshop, s.map)->title}, ChangeActivity{s.vote, find(s.workshop, s.vote)->title}, ChangeCard{s.till, till.text, till.colour},
      MoveStakeholders{{{s.ruth, false, {}, ruth.ring}}}, MoveCards{{{s.till, till.zone, till.at}}},
      PlaceOnCanvas{s.canvas, {{Item(s.ruth), {3000, 8000}}}}, RecordDecision{s.workshop.decisions[0]},
      ChangeStakeholder{StakeholderId{5}, "Nobody"}, RemoveItems{{StakeholderId{5}}, {}, {}}};
  for (const Action& action : nothing) {
    CAPTURE(action.index());
    CHECK(inverses(s.workshop, action).empty());
  }
}

TEST_CASE("R37 in random workshops every action that can be taken back gives the workshop from before") {
  std::array<int, std::variant_size_v<Action>> taken_back{};
  int accepted = 0, asked_for = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    SampleWorkshop s;
    RandomActions actions(seed);
    for (int step = 0; step < 80; ++step) {
      const SeatId by = std::array{s.nadia, s.nadia, s.tomas, s.priya}[actions.random().below(4)];
      const Action action = actions.next(s.workshop, by);
      CAPTURE(action.index());
      ++asked_for;
      if (check(s.workshop, by, action)) continue;
      ++accepted;
      if (!undone(s, by, action)) continue;
      ++taken_back[action.index()];
      // Redone with an id of its own, as an addition has to be; the workshop moves on.
      const Action again = actions.next(s.workshop, by);
      if (!check(s.workshop, by, again)) s.act(by, again);
    }
  }
  CHECK(accepted * 2 > asked_for);
  const std::vector<Action> undoable = {
      RenameSession{}, AddStakeholder{}, ChangeStakeholder{}, MoveStakeholders{}, AddTie{}, ChangeTie{}, AddBoard{}, ChangeBoard{}, ChangeSetup{},
      AddCard{}, ChangeCard{}, MoveCards{}, PlaceOnCanvas{}, TakeOffCanvas{}, RemoveItems{}, AddActivity{}, ChangeActivity{},
      RemoveActivity{}, GiveStar{}, TakeStar{}, RecordDecision{}, ChangeDecision{}, ChangeNotes{}, SetBookmark{}, RemoveBoard{}, RemoveDecision{}, MergeStakeholders{}};
  for (const Action& action : undoable) {
    CAPTURE(action.index());
    CHECK(taken_back[action.index()] > 0);
  }
}

}  // namespace standpoint::undo_test
