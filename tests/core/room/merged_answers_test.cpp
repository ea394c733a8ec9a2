// Rule R341: what was sealed about two who are one since counts as one, within its own limits, and nobody's answer is refused for it.
#include "core/workshop/undo.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::merged_answers_test {

namespace {

struct Answered {
  SampleRoom sample;
  StakeholderId ruth, again, helena;
  ActivityId vote, placing;
  std::unique_ptr<RoomTable> table;
  static constexpr LinkId nadias = 1, tomass = 2, priyas = 3;
  std::uint32_t said = 500;

  explicit Answered(Secrecy secrecy = Secrecy::anonymous, bool both_listed = true) {
    ruth = sample.add_stakeholder(sample.nadia, "Ruth Kaplan");
    again = sample.add_stakeholder(sample.tomas, "Ruth K.");
    helena = sample.add_stakeholder(sample.nadia, "Helena Ford");
    std::vector<Item> items{Item(again), Item(helena)};
    if (both_listed) items.push_back(Item(ruth));
    vote = sample.add_vote(items, 5, 2, secrecy);
    sample.open(vote);
    placing = sample.add_placing(sample.add_board(BoardKind::canvas, "Power"), items);
    sample.open(placing);
    table = std::make_unique<RoomTable>(sample);
    table->sit(nadias, sample.nadia);
    table->sit(tomass, sample.tomas);
    table->sit(priyas, sample.priya);
  }
  void lead(Action action) { table->act(nadias, sample.nadia, ++said, std::move(action)); }
  void merge() { lead(MergeStakeholders{ruth, again}); }
  void answer(LinkId link, SeatId seat, std::uint32_t counter, Input input) {
    const auto earlier = [](const auto& a, const auto& b) { return a.item < b.item; };
    if (auto* ballot = std::get_if<Ballot>(&input)) std::sort(ballot->dots.begin(), ballot->dots.end(), earlier);
    if (auto* sheet = std::get_if<PlacementSheet>(&input)) std::sort(sheet->placements.begin(), sheet->placements.end(), earlier);
    const ActivityId id = std::holds_alternative<Ballot>(input) ? vote : placing;
    table->act(link, seat, counter, SealInput{id, std::move(input)});
  }
  const Workshop& now() const { return table->room->workshop(); }
  std::vector<RevealedInput> reveal(ActivityId id) {
    lead(CloseActivity{id});
    lead(RevealActivity{id, {}});
    return find(now(), id)->inputs;
  }
  Progress progress() const { return table->heard<Progress>(nadias).back(); }
};

}  // namespace

TEST_CASE("R341 a sealed ballot that names both has the dots of both on the one, as many as one choice takes, and says what is lost") {
  Answered room;
  room.answer(Answered::tomass, room.sample.tomas, 1, Ballot{{{Item(room.ruth), 2}, {Item(room.again), 2}, {Item(room.helena), 1}}});
  room.answer(Answered::priyas, room.sample.priya, 1, Ballot{{{Item(room.ruth), 1}, {Item(room.again), 1}}});
  room.merge();
  const std::vector<RevealedInput> inputs = room.reveal(room.vote);
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].input == Input(Ballot{{{Item(room.ruth), 2}}}));
  CHECK(inputs[1].input == Input(Ballot{{{Item(room.ruth), 2}, {Item(room.helena), 1}}}));
  CHECK(room.now().lost == std::vector<LostInputs>{{room.vote, 1, 2}});
}

TEST_CASE("R341 a ballot of which only the other was a choice counts for the one") {
  Answered room(Secrecy::named, false);
  room.answer(Answered::tomass, room.sample.tomas, 1, Ballot{{{Item(room.again), 2}, {Item(room.helena), 1}}});
  room.merge();
  const std::vector<RevealedInput> inputs = room.reveal(room.vote);
  REQUIRE(inputs.size() == 1);
  CHECK(inputs[0].seat == room.sample.tomas);
  CHECK(inputs[0].input == Input(Ballot{{{Item(room.ruth), 2}, {Item(room.helena), 1}}}));
  CHECK(room.now().lost.empty());
}

TEST_CASE("R341 a sheet that names both counts once, with the place of the one") {
  for (const bool restarted : {false, true}) {
    Answered room;
    room.answer(Answered::tomass, room.sample.tomas, 1, PlacementSheet{{{Item(room.ruth), {1, 1}}, {Item(room.again), {9, 9}}}});
    room.answer(Answered::priyas, room.sample.priya, 1, PlacementSheet{{{Item(room.again), {7, 7}}}});
    room.merge();
    if (restarted) {
      room.table->restart();
      room.table->sit(Answered::nadias, room.sample.nadia);
    }
    const std::vector<RevealedInput> inputs = room.reveal(room.placing);
    REQUIRE(inputs.size() == 2);
    CHECK(inputs[0].input == Input(PlacementSheet{{{Item(room.ruth), {1, 1}}}}));
    CHECK(inputs[1].input == Input(PlacementSheet{{{Item(room.ruth), {7, 7}}}}));
    CHECK(room.now().lost.empty());
  }
}

TEST_CASE("R341 a screen that has not heard of the merge yet answers about both, within the limits it was asked with, and is not refused") {
  Answered room;
  room.merge();
  room.table->told.clear();
  room.answer(Answered::tomass, room.sample.tomas, 1, Ballot{{{Item(room.ruth), 2}, {Item(room.again), 2}}});
  CHECK(room.table->heard<Refused>(Answered::tomass).empty());
  CHECK(room.table->heard<Acknowledged>(Answered::tomass).size() == 1);
  room.answer(Answered::priyas, room.sample.priya, 1, Ballot{{{Item(room.again), 3}}});
  CHECK(room.table->heard<Refused>(Answered::priyas).size() == 1);  // more than one choice takes
  room.answer(Answered::priyas, room.sample.priya, 2, Ballot{{{Item(room.sample.add_stakeholder(room.sample.nadia, "Nobody")), 1}}});
  CHECK(room.table->heard<Refused>(Answered::priyas).size() == 2);
  CHECK(room.reveal(room.vote).at(0).input == Input(Ballot{{{Item(room.ruth), 2}}}));
}

TEST_CASE("R341 whose dots are more than one choice takes is told so on their own screen, has them back, and has not as soon as it is taken back") {
  Answered room;
  const Action back = inverses(room.now(), MergeStakeholders{room.ruth, room.again}).at(0);
  room.answer(Answered::tomass, room.sample.tomas, 1, Ballot{{{Item(room.ruth), 2}, {Item(room.again), 2}}});
  room.answer(Answered::priyas, room.sample.priya, 1, Ballot{{{Item(room.again), 1}}});
  room.table->told.clear();
  room.merge();
  REQUIRE(room.table->heard<SealedSeats>(Answered::tomass).size() >= 1);
  CHECK(room.table->heard<SealedSeats>(Answered::tomass).back().again);
  for (const SealedSeats& told : room.table->heard<SealedSeats>(Answered::priyas)) CHECK_FALSE(told.again);
  CHECK(room.progress().done == 1);
  CHECK(room.progress().again == 1);
  room.lead(back);
  CHECK_FALSE(room.table->heard<SealedSeats>(Answered::tomass).back().again);
  CHECK(room.progress().done == 2);
  const std::vector<RevealedInput> inputs = room.reveal(room.vote);
  CHECK(inputs.at(0).input == Input(Ballot{{{Item(room.again), 1}}}));
  CHECK(inputs.at(1).input == Input(Ballot{{{Item(room.ruth), 2}, {Item(room.again), 2}}}));
}

TEST_CASE("R341 how many sealed inputs name somebody counts those that name who went on as them") {
  Answered room;
  for (const auto& [link, seat] : {std::pair{Answered::tomass, room.sample.tomas}, {Answered::priyas, room.sample.priya}, {Answered::nadias, room.sample.nadia}})
    room.answer(link, seat, 1, Ballot{{{Item(room.again), 1}}});
  room.merge();
  room.table->told.clear();
  room.table->room->hear(Answered::nadias, AskNaming{{Item(room.ruth)}}, room.table->now);
  room.table->commit();
  REQUIRE(room.table->heard<Naming>(Answered::nadias).size() == 1);
  CHECK(room.table->heard<Naming>(Answered::nadias)[0].naming == 3);
}

}  // namespace standpoint::merged_answers_test
