// The fold: whole workshops before and after. R19, R35, R36, and what each action changes and nothing else.
#include "core/workshop/apply.h"

#include "core/workshop/activity_parts.h"
#include "core/workshop/undo.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::apply_test {

namespace {

// After the action, the workshop is the one from before with `change` made to it and the bookkeeping raised.
template <class Change>
void check_change(SampleRoom& room, SeatId by, const Action& action, Change change) {
  Workshop expected = room.workshop;
  room.act(by, action);
  change(expected);
  CHECK(without_bookkeeping(room.workshop) == without_bookkeeping(expected));
}

template <class Things, class AnyId>
auto& of(Things& things, AnyId id) {
  return *std::find_if(things.begin(), things.end(), [&](const auto& t) { return t.id == id; });
}

}  // namespace

TEST_CASE("R19 removing a stakeholder takes along its ties, places, choices, dots and stars, and nothing else") {
  SampleWorkshop s;
  check_change(s, s.nadia, RemoveItems{{s.ruth}, {}, {}}, [&](Workshop& w) {
    w.stakeholders.erase(w.stakeholders.begin() + 1);
    std::erase_if(w.ties, [&](const Tie& t) { return t.id == s.ruth_helena || t.id == s.lars_ruth; });
    of(w.boards, s.canvas).places = {{Item(s.helena), {6000, 9000}}};
    Activity& vote = of(w.activities, s.vote);
    *items_in(vote) = sorted_items({Item(s.till), Item(s.data)});
    *stars_in(vote) = {};
    vote.inputs = {{{}, Ballot{{{Item(s.till), 1}}}}, {{}, Ballot{{{Item(s.data), 2}}}}};
    *items_in(of(w.activities, s.placing)) = sorted_items({Item(s.helena), Item(s.lars)});
  });
}

TEST_CASE("R19 somebody whose every dot went with removed choices still counts as one who voted") {
  SampleWorkshop s;
  s.act(s.nadia, RemoveItems{{s.ruth}, {}, {s.till, s.data}});
  const Activity& vote = *find(s.workshop, s.vote);
  CHECK(items_of(vote).empty());
  CHECK(vote.inputs == std::vector<RevealedInput>{{{}, Ballot{}}, {{}, Ballot{}}});
}

TEST_CASE("R19 removing a card takes along its place and its placements") {
  SampleWorkshop s;
  s.act(s.nadia, PlaceOnCanvas{s.canvas, {{Item(s.till), {1, 2}}}});
  const ActivityId placing = s.add_placing(s.canvas, {Item(s.till), Item(s.ruth)});
  s.open(placing);
  s.close(placing);
  s.reveal(placing, {{{}, PlacementSheet{{{Item(s.till), {5, 5}}}}}, {{}, PlacementSheet{{{Item(s.ruth), {6, 6}}}}}});
  s.act(s.nadia, RemoveItems{{}, {}, {s.till}});
  CHECK(find(s.workshop, s.canvas)->places.size() == 2);
  CHECK(items_of(*find(s.workshop, placing)) == std::vector<Item>{Item(s.ruth)});
  CHECK(find(s.workshop, placing)->inputs ==
        std::vector<RevealedInput>{{{}, PlacementSheet{}}, {{}, PlacementSheet{{{Item(s.ruth), {6, 6}}}}}});
}

TEST_CASE("R12 a placed stakeholder takes the ring they land in, one given back to the layout keeps the ring named") {
  SampleWorkshop s;
  check_change(s, s.tomas, MoveStakeholders{{{s.ruth, true, {5000, 5000}, Ring::external}, {s.maya, false, {7, 7}, Ring::regulator}}},
               [&](Workshop& w) {
                 Stakeholder& ruth = of(w.stakeholders, s.ruth);
                 ruth.placed = true;
                 ruth.at = {5000, 5000};
                 ruth.ring = Ring::team;
                 of(w.stakeholders, s.maya).ring = Ring::regulator;
               });
}

TEST_CASE("R346 each change changes its own thing") {
  SampleWorkshop s;
  Tie tie = *find(s.workshop, s.ruth_helena);
  tie.strength = 3;
  check_change(s, s.tomas, changed_to(s.workshop, tie), [&](Workshop& w) { of(w.ties, s.ruth_helena) = tie; });
  check_change(s, s.tomas, ChangeCard{s.till, "Who answers at night?", CardColour::rose}, [&](Workshop& w) {
    of(w.cards, s.till).text = "Who answers at night?";
    of(w.cards, s.till).colour = CardColour::rose;
    w.first_words = {{s.vote, Item(s.till), "Who answers when the till stops?"}};
  });
  check_change(s, s.tomas, MoveCards{{{s.till, 1, {7000, 10}}}}, [&](Workshop& w) {
    of(w.cards, s.till).zone = 1;
    of(w.cards, s.till).at = {7000, 10};
  });
  check_change(s, s.nadia, RenameSession{"Relaunch", "day 2"}, [](Workshop& w) {
    w.title = "Relaunch";
    w.subtitle = "day 2";
  });
  check_change(s, s.nadia, ShowOnStage{{s.map, s.vote}}, [&](Workshop& w) { w.stage = {s.map, s.vote}; });
  check_change(s, s.nadia, RemoveBookmark{s.workshop.bookmarks[0].id}, [](Workshop& w) { w.bookmarks.clear(); });
  check_change(s, s.nadia, RemoveDecision{s.workshop.decisions[0].id}, [](Workshop& w) { w.decisions.clear(); });
}

TEST_CASE("a bookmark remembers the event and the moment it was set at") {
  const SampleWorkshop s;
  CHECK(s.workshop.bookmarks[0].sequence == s.events.back().sequence);
  CHECK(s.workshop.bookmarks[0].time_ms == s.events.back().time_ms);
}

TEST_CASE("an activity is planned at its place of the agenda") {
  SampleWorkshop s;
  const std::vector<ActivityId> before = s.workshop.agenda;
  const Activity first = s.new_activity(ActivityKind::discuss, "First");
  s.act(s.nadia, AddActivity{first, 1});
  CHECK(s.workshop.agenda == std::vector<ActivityId>{before[0], first.id, before[1], before[2], before[3]});
  const Activity last = s.new_activity(ActivityKind::discuss, "Last");
  s.act(s.nadia, AddActivity{last});
  CHECK(s.workshop.agenda.back() == last.id);
  s.act(s.nadia, RemoveActivity{first.id});
  CHECK(s.workshop.agenda == std::vector<ActivityId>{before[0], before[1], before[2], before[3], last.id});
}

TEST_CASE("opened again, an activity is still the same stretch of time") {
  SampleWorkshop s;
  s.open(s.welcome);
  const std::int64_t opened = s.events.back().time_ms;
  s.close(s.welcome);
  CHECK(find(s.workshop, s.welcome)->closed_ms == s.events.back().time_ms);
  s.open(s.welcome);
  CHECK(find(s.workshop, s.welcome)->opened_ms == opened);
  CHECK(find(s.workshop, s.welcome)->closed_ms == 0);
}

TEST_CASE("R32 a sealed input never becomes part of the workshop") {
  SampleWorkshop s;
  const Workshop before = s.workshop;
  s.act(s.tomas, SealInput{s.placing, PlacementSheet{{{Item(s.ruth), {1, 1}}}}});
  CHECK(without_bookkeeping(s.workshop) == without_bookkeeping(before));
}

TEST_CASE("R35 an action about something gone does nothing") {
  SampleWorkshop s;
  Board board = *find(s.workshop, s.canvas);
  board.id = {5};
  Activity activity = *find(s.workshop, s.alignment);
  activity.id = {5};
  const TieId tie = s.next<TieId>(s.nadia);
  const CardId card = s.next<CardId>(s.nadia);
  const std::vector<Action> about_nothing = {
      LeaveSeat{SeatId{50}}, DescribeStakeholder{stakeholder_named(StakeholderId{5}, "Nobody")},
      MoveStakeholders{{{StakeholderId{5}, true, {1, 1}, {}}}}, AddTie{{tie, s.ruth, StakeholderId{5}, TieKind::trusts, 1, ""}},
      DescribeTie{{TieId{5}, s.ruth, s.maya, TieKind::trusts, 1, ""}}, DescribeTie{{s.ruth_helena, s.ruth, StakeholderId{5}, TieKind::trusts, 1, ""}},
      DescribeBoard{board}, AddCard{{card, BoardId{5}, 0, {}, {}, "x"}}, EditCard{CardId{5}, "x", {}}, MoveCards{{{CardId{5}, 0, {}}}},
      PlaceOnCanvas{BoardId{5}, {{Item(s.ruth), {}}}}, PlaceOnCanvas{s.canvas, {{Item(CardId{5}), {}}}}, TakeOffCanvas{s.canvas, {Item(CardId{5})}},
      RemoveItems{{StakeholderId{5}}, {TieId{5}}, {CardId{5}}},
      RestoreItems{{}, {{tie, s.ruth, StakeholderId{5}, TieKind::trusts, 1, ""}}, {{card, BoardId{5}, 0, {}, {}, "x"}},
                   {{BoardId{5}, {Item(s.ruth), {}}}}, {{ActivityId{5}, {}, {}, {}}}},
      ChangeStakeholder{StakeholderId{5}, "Nobody"}, ChangeTie{TieId{5}, {}, {}, TieKind::trusts}, ChangeTie{s.ruth_helena, {}, StakeholderId{5}},
      ChangeBoard{BoardId{5}, "Nowhere"}, ChangeCard{CardId{5}, "x"}, ChangeSeat{SeatId{50}, "Nobody"}, ChangeActivity{ActivityId{5}, "None"},
      ChangeSetup{ActivityId{5}, PlaceSetupChange{std::vector<Item>{}}}, ChangeSetup{s.vote, PlaceSetupChange{std::vector<Item>{}}},
      DescribeActivity{activity}, RemoveActivity{ActivityId{5}}, OpenActivity{ActivityId{5}}, OpenActivity{s.vote}, CloseActivity{s.vote},
      CloseActivity{ActivityId{5}}, RevealActivity{ActivityId{5}, {}}, RevealActivity{s.placing, {{{}, Ballot{}}}}, GiveStar{s.vote, Item(CardId{5})},
      GiveStar{ActivityId{5}, Item(s.ruth)}, TakeStar{s.vote, Item(CardId{5})}, TakeStar{ActivityId{5}, Item(s.ruth)}, RemoveBoard{BoardId{5}},
      RemoveDecision{DecisionId{5}}, RemoveBookmark{BookmarkId{5}},
      // What is there already is not added again.
      AddStakeholder{stakeholder_named(s.ruth, "Other")}, AddBoard{{s.map, BoardKind::canvas, "Other", {}, {}, {}, {}, {}}},
      AddActivity{*find(s.workshop, s.alignment)}, AddActivity{*find(s.workshop, s.vote)}};
  const Workshop before = without_bookkeeping(s.workshop);
  std::uint64_t sequence = s.workshop.sequence;
  for (const Action& action : about_nothing) {
    CAPTURE(action.index());
    apply(s.workshop, {++sequence, sample_start_ms, s.nadia, 0, action});
    CHECK(without_bookkeeping(s.workshop) == before);
  }
}

TEST_CASE("R35 a board that goes against the rules takes along what lay on it") {
  SampleWorkshop s;
  s.act(s.nadia, ShowOnStage{{s.cards, {}}});
  apply(s.workshop, {s.workshop.sequence + 1, sample_start_ms, s.nadia, 0, RemoveBoard{s.cards}});
  apply(s.workshop, {s.workshop.sequence + 1, sample_start_ms, s.nadia, 0, RemoveBoard{s.canvas}});
  CHECK(s.workshop.cards.empty());
  CHECK(items_of(*find(s.workshop, s.vote)) == std::vector<Item>{Item(s.ruth)});
  CHECK_FALSE(s.workshop.stage.board);
  CHECK_FALSE(find(s.workshop, s.placing)->board);
  apply(s.workshop, {s.workshop.sequence + 1, sample_start_ms, s.nadia, 0, RemoveActivity{s.placing}});
  CHECK(s.workshop.agenda == std::vector<ActivityId>{s.welcome, s.vote, s.alignment});
}

TEST_CASE("R36 every event raises the number, the time, and its seat's counter and ids") {
  SampleRoom room;
  CHECK(room.workshop.started_ms == room.events.front().time_ms);
  const Event event{60, sample_start_ms + 9, room.tomas, 7, AddStakeholder{stakeholder_named(mint<StakeholderId>(room.tomas, 4), "Maya")}};
  Workshop expected = room.workshop;
  expected.sequence = 60;
  expected.changed_ms = sample_start_ms + 9;
  expected.seats[1].last_counter = 7;
  expected.seats[1].minted = 4;
  expected.stakeholders = {stakeholder_named(mint<StakeholderId>(room.tomas, 4), "Maya")};
  apply(room.workshop, event);
  CHECK(room.workshop == expected);
  // Counters never fall: an older event of a seat, or a thing put back, leaves them where they are.
  apply(room.workshop, {61, sample_start_ms + 10, room.tomas, 3, RemoveItems{{mint<StakeholderId>(room.tomas, 4)}, {}, {}}});
  CHECK(room.workshop.seats[1].last_counter == 7);
  CHECK(room.workshop.seats[1].minted == 4);
}

TEST_CASE("folding the events of a session gives its workshop") {
  const SampleWorkshop s;
  CHECK(folded({}, s.events) == s.workshop);
  const std::size_t half = s.events.size() / 2;
  const std::span<const Event> events(s.events);
  CHECK(folded(folded({}, events.first(half)), events.subspan(half)) == s.workshop);
}

}  // namespace standpoint::apply_test
