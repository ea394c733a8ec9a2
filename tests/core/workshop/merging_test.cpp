// Rules R338 to R340: one person who was added twice becomes one, with all that hangs on them, and two again.
#include "core/workshop/merging.h"

#include "core/insights/story.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/audience.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"
#include "core/workshop/undo.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::merging_test {

using Why = Refusal::Why;

namespace {

// Ruth was added a second time as "Ruth K.", and people went on with both.
struct AddedTwice : SampleWorkshop {
  StakeholderId again;
  TieId again_helena, lars_again, between;

  AddedTwice() {
    close(placing);
    again = add_stakeholder(tomas, "Ruth K.", Ring::team);
    again_helena = add_tie(tomas, again, helena);
    lars_again = add_tie(priya, again, lars, TieKind::trusts);
    between = add_tie(nadia, ruth, again, TieKind::supports);
  }
  void describe(StakeholderId who, void (*how)(Stakeholder&)) {
    Stakeholder s = *find(workshop, who);
    how(s);
    act(nadia, changed_to(workshop, s));
  }
  void note_tie(TieId id, const char* words, std::uint8_t strength) {
    Tie tie = *find(workshop, id);
    tie.note = words;
    tie.strength = strength;
    act(nadia, changed_to(workshop, tie));
  }
  const Stakeholder& one() const { return *find(workshop, ruth); }
  void merge() { act(nadia, MergeStakeholders{ruth, again}); }
};

// Does it, takes it back as its author would, and compares.
void check_undone(AddedTwice& room, const MergeStakeholders& merge) {
  const Workshop before = room.workshop;
  const std::vector<Action> back = inverses(before, merge);
  REQUIRE(back.size() == 1);
  const std::size_t events = room.events.size();
  room.act(room.nadia, merge);
  CHECK_FALSE(find(room.workshop, merge.gone));
  room.act(room.nadia, back[0]);
  CHECK(room.events.size() == events + 2);
  CHECK(without_bookkeeping(room.workshop) == without_bookkeeping(before));
}

}  // namespace

TEST_CASE("R338 a facilitator says of two stakeholders that they are one person, and nobody else does") {
  AddedTwice room;
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, room.again}).allowed());
  CHECK(asked(room, room.nadia, MergeStakeholders{room.again, room.ruth}).allowed());
  CHECK(asked(room, room.tomas, MergeStakeholders{room.ruth, room.again}) == Why::not_allowed);
  CHECK(asked(room, room.olga, MergeStakeholders{room.ruth, room.again}) == Why::not_allowed);
  CHECK(asked(room, {}, MergeStakeholders{room.ruth, room.again}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, room.ruth}) == Why::malformed);
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, StakeholderId{77}}) == Why::not_found);
  CHECK(asked(room, room.nadia, MergeStakeholders{StakeholderId{77}, room.ruth}) == Why::not_found);
  room.merge();
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, room.again}) == Why::not_found);
  CHECK(standing_for(room.workshop, Item(room.again)) == Item(room.ruth));
  CHECK(standing_for(room.workshop, Item(room.helena)) == Item(room.helena));
}

TEST_CASE("R338 what is not known of the one is filled in from the other, and what is written of both stays") {
  AddedTwice room;
  room.describe(room.ruth, [](Stakeholder& s) {
    s.role = "Head of Stores";
    s.needs = "Tills that never stop";
    s.note = "Met in May";
    s.influence = 4;
    s.desired_stance = Stance::supportive;
  });
  room.describe(room.again, [](Stakeholder& s) {
    s.role = "Manager";
    s.organisation = "Northwind";
    s.formal_power = 3;
    s.stance = Stance::resistant;
    s.desired_stance = Stance::leading;
    s.needs = "A word before Friday";
    s.expectations = "That nothing changes";
    s.note = "Met in May";
    s.influence = 2;
  });
  room.merge();
  const Stakeholder& one = room.one();
  CHECK(one.name == "Ruth Kaplan");
  CHECK(one.role == "Head of Stores");
  CHECK(one.organisation == "Northwind");
  CHECK(one.formal_power == 3);
  CHECK(one.stance == Stance::resistant);
  CHECK(one.desired_stance == Stance::supportive);
  CHECK(one.needs == "Tills that never stop\nA word before Friday");
  CHECK(one.expectations == "That nothing changes");
  CHECK(one.note == "Met in May");
  CHECK(one.influence == 4);
}

TEST_CASE("R338 nothing of two texts is cut: where both together are too long it is said, and nobody is merged") {
  AddedTwice room;
  room.describe(room.ruth, [](Stakeholder& s) { s.needs = std::string(max_text_bytes - 4, 'n'); });
  room.describe(room.again, [](Stakeholder& s) { s.needs = "12345"; });
  const Answer answer = asked(room, room.nadia, MergeStakeholders{room.ruth, room.again});
  REQUIRE(answer == Why::malformed);
  CHECK(answer.refusal->text.find("too long by 2 letters") != std::string::npos);
  room.describe(room.again, [](Stakeholder& s) { s.needs = "123"; });
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, room.again}).allowed());
  room.note_tie(room.ruth_helena, std::string(max_text_bytes, 't').c_str(), 1);
  room.note_tie(room.again_helena, "more", 1);
  CHECK(asked(room, room.nadia, MergeStakeholders{room.ruth, room.again}) == Why::malformed);
}

TEST_CASE("R338 ties move over: none twice, none to oneself, and the stronger strength stays with both notes") {
  AddedTwice room;
  room.note_tie(room.ruth_helena, "since May", 1);
  room.note_tie(room.again_helena, "lunch on Fridays", 3);
  room.note_tie(room.lars_ruth, "", 2);
  const TieId mei_again = room.add_tie(room.priya, room.mei, room.again);
  const std::size_t before = room.workshop.ties.size();
  room.merge();
  CHECK(room.workshop.ties.size() == before - 3);
  const Tie& stays = *find(room.workshop, room.ruth_helena);
  CHECK(stays.strength == 3);
  CHECK(stays.note == "since May\nlunch on Fridays");
  CHECK(find(room.workshop, room.lars_ruth)->strength == 2);  // trust has no direction, so the other way round was the same
  CHECK_FALSE(find(room.workshop, room.lars_again));
  CHECK_FALSE(find(room.workshop, room.between));
  CHECK(find(room.workshop, mei_again)->to == room.ruth);
}

TEST_CASE("R338 the place on the map and on each canvas is one's own, else the other's") {
  AddedTwice room;
  const BoardId second = room.add_board(BoardKind::canvas, "Impact");
  room.act(room.nadia, PlaceOnCanvas{room.canvas, {{Item(room.again), {100, 200}}}});
  room.act(room.nadia, PlaceOnCanvas{second, {{Item(room.again), {300, 400}}}});
  room.act(room.nadia, MoveStakeholders{{{room.again, true, {5000, 5200}, ring_at({5000, 5200})}}});
  room.merge();
  CHECK(find_in(find(room.workshop, room.canvas)->places, Item(room.ruth))->at == BoardPoint{3000, 8000});
  CHECK(find_in(find(room.workshop, second)->places, Item(room.ruth))->at == BoardPoint{300, 400});
  for (const Board& board : room.workshop.boards) CHECK_FALSE(find_in(board.places, Item(room.again)));
  CHECK(room.one().placed);
  CHECK(room.one().at == BoardPoint{5000, 5200});
  CHECK(room.one().ring == ring_at({5000, 5200}));
}

TEST_CASE("R339 choices, dots and stars of what was revealed are about the one; dots of both add up") {
  AddedTwice room;
  const ActivityId vote = room.add_vote({Item(room.ruth), Item(room.again), Item(room.till)}, 5, 2, Secrecy::named);
  room.open(vote);
  room.close(vote);
  room.reveal(vote, {{room.tomas, Ballot{{{Item(room.ruth), 2}, {Item(room.again), 2}, {Item(room.till), 1}}}}, {room.priya, Ballot{{{Item(room.again), 1}}}}});
  room.act(room.nadia, GiveStar{vote, Item(room.again)});
  const ActivityId sheets = room.add_placing(room.canvas, {Item(room.ruth), Item(room.again), Item(room.helena)});
  room.open(sheets);
  room.close(sheets);
  room.reveal(sheets, {{{}, PlacementSheet{{{Item(room.ruth), {1, 1}}, {Item(room.again), {9, 9}}}}}, {{}, PlacementSheet{{{Item(room.again), {7, 7}}}}}});
  const ActivityId planned = room.add_vote({Item(room.again), Item(room.till)});
  check_undone(room, {room.ruth, room.again});
  room.merge();
  const Activity& counted = *find(room.workshop, vote);
  CHECK(items_of(counted) == sorted_items({Item(room.ruth), Item(room.till)}));
  CHECK(stars_of(counted) == std::vector{Item(room.ruth)});
  CHECK(counted.inputs[0].input == Input(Ballot{{{Item(room.ruth), 4}, {Item(room.till), 1}}}));
  CHECK(counted.inputs[1].input == Input(Ballot{{{Item(room.ruth), 1}}}));
  CHECK(find(room.workshop, sheets)->inputs[0].input == Input(PlacementSheet{{{Item(room.ruth), {1, 1}}}}));
  CHECK(find(room.workshop, sheets)->inputs[1].input == Input(PlacementSheet{{{Item(room.ruth), {7, 7}}}}));
  CHECK(items_of(*find(room.workshop, planned)) == sorted_items({Item(room.ruth), Item(room.till)}));
  // Dots that came together are no reason to refuse what comes back beside them.
  const Action back = inverses(room.workshop, RemoveItems{{}, {}, {room.till}}).at(0);
  room.act(room.nadia, RemoveItems{{}, {}, {room.till}});
  CHECK(asked(room, room.nadia, back).allowed());
}

TEST_CASE("R339 a vote that was opened with the other name keeps it") {
  AddedTwice room;
  const ActivityId vote = room.add_vote({Item(room.again), Item(room.till)});
  room.open(vote);
  room.merge();
  CHECK(words_in(room.workshop, vote, Item(room.ruth)) == "Ruth K.");
  CHECK(later_changed(room.workshop, vote, Item(room.ruth)));
  CHECK(words_in(room.workshop, room.vote, Item(room.ruth)) == "Ruth Kaplan");
}

TEST_CASE("R340 a merge is taken back as one event, and everything is as it was") {
  AddedTwice room;
  room.describe(room.again, [](Stakeholder& s) {
    s.organisation = "Northwind";
    s.stance = Stance::leading;
    s.needs = "Time";
    s.note = "Careful";
  });
  room.describe(room.ruth, [](Stakeholder& s) { s.needs = "Peace"; });
  room.note_tie(room.again_helena, "lunch", 3);
  room.act(room.nadia, PlaceOnCanvas{room.canvas, {{Item(room.again), {100, 200}}}});
  const ActivityId vote = room.add_vote({Item(room.again), Item(room.till)});
  room.open(vote);
  check_undone(room, {room.ruth, room.again});
  check_undone(room, {room.again, room.ruth});
  check_undone(room, {room.mei, room.again});
  room.describe(room.again, [](Stakeholder& s) { s.name = "Ruth of the stores"; });
  check_undone(room, {room.ruth, room.again});
  check_undone(room, {room.again, room.ruth});
}

TEST_CASE("R340 taking it back and doing it again go on by turns") {
  AddedTwice room;
  const Action merge = MergeStakeholders{room.ruth, room.again};
  const Action back = inverses(room.workshop, merge).at(0);
  room.act(room.nadia, merge);
  const Workshop merged = room.workshop;
  const Action again = inverses(room.workshop, back).at(0);
  CHECK(again == merge);
  room.act(room.nadia, back);
  room.act(room.nadia, again);
  CHECK(without_bookkeeping(room.workshop) == without_bookkeeping(merged));
}

TEST_CASE("R340 what somebody else changed since of what the merge made stays, and then they stay one") {
  const auto changes = {
      +[](AddedTwice& room) { room.describe(room.ruth, [](Stakeholder& s) { s.organisation = "Southwind"; }); },
      +[](AddedTwice& room) { room.note_tie(room.ruth_helena, "changed", 2); },
      +[](AddedTwice& room) { room.act(room.nadia, RemoveItems{{}, {room.again_helena}, {}}); },
      +[](AddedTwice& room) { room.act(room.nadia, RemoveItems{{room.mei}, {}, {}}); },
      +[](AddedTwice& room) { room.act(room.nadia, MoveStakeholders{{{room.ruth, true, {9000, 9000}, Ring::regulator}}}); },
      +[](AddedTwice& room) { room.act(room.nadia, PlaceOnCanvas{room.workshop.boards.back().id, {{Item(room.ruth), {5, 5}}}}); },
      +[](AddedTwice& room) { room.act(room.nadia, RemoveActivity{room.workshop.activities.back().id}); }};
  int nth = 0;
  for (const auto& change : changes) {
    ++nth;
    CAPTURE(nth);
    AddedTwice room;
    room.describe(room.again, [](Stakeholder& s) { s.organisation = "Northwind"; });
    room.act(room.nadia, RemoveItems{{}, {room.again_helena}, {}});
    room.again_helena = room.add_tie(room.tomas, room.again, room.helena, TieKind::trusts);
    room.note_tie(room.add_tie(room.tomas, room.again, room.helena), "lunch", 3);
    room.add_tie(room.nadia, room.again, room.mei);
    room.act(room.nadia, MoveStakeholders{{{room.again, true, {5000, 5200}, Ring::team}}});
    const BoardId second = room.add_board(BoardKind::canvas, "Impact");
    room.act(room.nadia, PlaceOnCanvas{second, {{Item(room.again), {300, 400}}}});
    room.add_vote({Item(room.again), Item(room.till)});
    const Action back = inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0);
    room.merge();
    CHECK(asked(room, room.nadia, back).allowed());
    change(room);
    const Answer answer = asked(room, room.nadia, back);
    CHECK(answer == Why::changed_since);
  }
}

TEST_CASE("R340 what the merge did not touch may be others by then, and stays so") {
  AddedTwice room;
  const Action back = inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0);
  room.merge();
  room.describe(room.ruth, [](Stakeholder& s) {
    s.role = "Buyer";
    s.name = "Ruth Kaplan-Brandt";
  });
  const TieId since = room.add_tie(room.priya, room.mei, room.ruth);
  room.act(room.nadia, back);
  CHECK(room.one().role == "Buyer");
  CHECK(room.one().name == "Ruth Kaplan-Brandt");
  CHECK(find(room.workshop, room.again)->name == "Ruth K.");
  CHECK(find(room.workshop, since)->to == room.ruth);
  CHECK(find(room.workshop, room.again_helena)->from == room.again);
}

TEST_CASE("R340 nobody makes of it more than it was") {
  AddedTwice room;
  const SeparateStakeholders back = std::get<SeparateStakeholders>(inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0));
  CHECK(asked(room, room.nadia, back) == Why::not_found);  // they are two
  const Action restore = RestoreItems{{*find(room.workshop, room.again)}, {}, {}, {}, {}};
  room.merge();
  CHECK(asked(room, room.tomas, back) == Why::not_allowed);
  CHECK(asked(room, room.nadia, restore) == Why::duplicate_id);
  const auto crafted = [&](auto change) {
    SeparateStakeholders other = back;
    change(other);
    other.over = seen_in(room.workshop, other);
    return asked(room, room.nadia, other);
  };
  CHECK(crafted([](SeparateStakeholders&) {}).allowed());
  CHECK(crafted([&](SeparateStakeholders& s) { s.kept.stakeholder = room.mei; }) == Why::not_found);
  CHECK(crafted([&](SeparateStakeholders& s) { s.kept.name = "Somebody"; }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.gone.name.clear(); }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.gone.influence = 9; }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.ties[0].strength = 9; }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.ties.push_back(s.ties[0]); }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.ties = {*find(room.workshop, room.maya_helena)}; }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.places.push_back({room.map, {Item(room.again), {1, 1}}}); }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.places.push_back({room.canvas, {Item(room.mei), {1, 1}}}); }) == Why::malformed);
  CHECK(crafted([&](SeparateStakeholders& s) { s.activities.push_back({room.vote, {}, find(room.workshop, room.vote)->inputs, sorted_items({Item(room.again), Item(room.ruth)})}); }) == Why::over_budget);
  CHECK(crafted([&](SeparateStakeholders& s) { s.first_words.push_back({room.vote, Item(room.mei), "Mei"}); }) == Why::malformed);
}

TEST_CASE("R340 somebody who was merged on is found through all of them, and each merge is taken back by itself") {
  AddedTwice room;
  const Workshop before = room.workshop;
  const Action first_back = inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0);
  room.merge();
  const Action second_back = inverses(room.workshop, MergeStakeholders{room.mei, room.ruth}).at(0);
  room.act(room.nadia, MergeStakeholders{room.mei, room.ruth});
  CHECK(standing_for(room.workshop, Item(room.again)) == Item(room.mei));
  CHECK_FALSE(asked(room, room.nadia, first_back).allowed());
  room.act(room.nadia, second_back);
  room.act(room.nadia, first_back);
  CHECK(without_bookkeeping(room.workshop) == without_bookkeeping(before));
  Workshop circle = before;
  circle.merged = {{room.ruth, room.again}, {room.again, room.ruth}};
  std::sort(circle.merged.begin(), circle.merged.end(), [](const auto& a, const auto& b) { return a.gone < b.gone; });
  CHECK(standing_for(circle, Item(room.ruth)).id != 0);  // ends
}

TEST_CASE("R342 a merge and its taking back tell nobody of a hidden tie, a stance or a private note") {
  AddedTwice room;
  room.add_tie(room.nadia, room.again, room.mei, TieKind::conflicts_with);
  room.add_tie(room.nadia, room.mei, room.ruth, TieKind::conflicts_with);
  room.describe(room.again, [](Stakeholder& s) {
    s.note = "Careful";
    s.stance = Stance::resistant;
    s.organisation = "Northwind";
  });
  room.describe(room.ruth, [](Stakeholder& s) { s.note = "Tired"; });
  const Action back = inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0);
  for (const Action& action : {Action(MergeStakeholders{room.ruth, room.again}), back}) {
    const Workshop before = room.workshop;
    room.act(room.nadia, action);
    for (const Role role : {Role::facilitator, Role::participant, Role::observer, Role::stage}) {
      const std::optional<Event> told = as_seen_by(role, before, room.events.back());
      REQUIRE(told);
      Workshop seen = as_seen_by(role, before);
      apply(seen, *told);
      CHECK(seen == as_seen_by(role, room.workshop));
      if (role == Role::facilitator) continue;
      if (const auto* separate = std::get_if<SeparateStakeholders>(&told->action)) {
        CHECK(separate->over == 0);
        CHECK(separate->kept == ChangeStakeholder{room.ruth, {}, {}, ""});
        CHECK(separate->gone.note.empty());
        CHECK(separate->gone.stance == Stance::neutral);
        for (const Tie& tie : separate->ties) CHECK(tie.kind != TieKind::conflicts_with);
      }
    }
  }
}

TEST_CASE("R342 the stage is not told whose the named inputs are that come back") {
  AddedTwice room;
  const ActivityId vote = room.add_vote({Item(room.ruth), Item(room.again)}, 3, 3, Secrecy::named);
  room.open(vote);
  room.close(vote);
  room.reveal(vote, {{room.tomas, Ballot{{{Item(room.again), 1}}}}});
  const Action back = inverses(room.workshop, MergeStakeholders{room.ruth, room.again}).at(0);
  room.merge();
  const Event event{room.workshop.sequence + 1, 1, room.nadia, 1, back};
  const std::optional<Event> told = as_seen_by(Role::stage, room.workshop, event);
  CHECK_FALSE(std::get<SeparateStakeholders>(told->action).activities.at(0).inputs.at(0).seat);
}

TEST_CASE("R338 it is told in words, before and after") {
  AddedTwice room;
  const Event merge{room.workshop.sequence + 1, 1, room.nadia, 1, MergeStakeholders{room.ruth, room.again}};
  const Event back{room.workshop.sequence + 2, 1, room.nadia, 2, inverses(room.workshop, merge.action).at(0)};
  CHECK(story_of(room.workshop, merge).what == "Nadia said that two are the same person");
  CHECK(story_of(room.workshop, merge).detail == "Ruth K. and Ruth Kaplan");
  room.merge();
  CHECK(story_of(room.workshop, back).what == "Nadia said that one person is two");
  CHECK(story_of(room.workshop, back).detail == "Ruth K. and Ruth Kaplan");
}

}  // namespace standpoint::merging_test
