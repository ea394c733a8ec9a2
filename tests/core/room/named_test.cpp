// A choice that is removed under ballots: what the facilitator is told before, who is told after, and what the reveal says.
#include <doctest/doctest.h>

#include "core/workshop/undo.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::named_test {

namespace {

constexpr LinkId nadias = 1, tomass = 2, priyas = 3, stages = 4, first_extra = 10;

// An open vote with seven voters at the table, each on a link of their own.
struct RemovalTest : SampleWorkshop {
  std::vector<SeatId> voters;
  ActivityId ballots;
  std::unique_ptr<RoomTable> at;
  std::uint32_t nadias_next = 1000, next_of_all = 50;

  explicit RemovalTest(Secrecy secrecy = Secrecy::anonymous) {
    voters = {tomas, priya};
    for (const char* name : {"Ana", "Ben", "Chidi", "Dina", "Eun-ji"}) voters.push_back(join(name, Role::participant));
    ballots = add_vote({Item(ruth), Item(helena), Item(till)}, 3, 3, secrecy);
    open(ballots);
    at = std::make_unique<RoomTable>(*this);
    at->sit(nadias, nadia);
    at->sit(stages, stage);
    for (std::size_t n = 0; n < voters.size(); ++n) at->sit(link_of(n), voters[n]);
  }
  LinkId link_of(std::size_t n) const { return n == 0 ? tomass : n == 1 ? priyas : first_extra + static_cast<LinkId>(n); }
  const Workshop& now() const { return at->room->workshop(); }
  void lead(Action action) { at->act(nadias, nadia, nadias_next++, std::move(action)); }
  void votes(std::size_t n, Ballot ballot) { at->act(link_of(n), voters[n], next_of_all++, SealInput{ballots, std::move(ballot)}); }
  Ballot on(Item item, std::uint16_t count = 1) const { return {{{item, count}}}; }
  Ballot both() const {
    Ballot ballot{{{Item(till), 2}, {Item(ruth), 1}}};
    std::sort(ballot.dots.begin(), ballot.dots.end(), [](const Dots& a, const Dots& b) { return a.item < b.item; });
    return ballot;
  }
  Naming ask(LinkId link = nadias, std::vector<Item> items = {}) {
    at->told.clear();
    at->room->hear(link, AskNaming{items.empty() ? std::vector<Item>{Item(till)} : std::move(items)}, at->now);
    at->listen();
    const std::vector<Naming> answers = at->heard<Naming>(link);
    return answers.empty() ? Naming{{}, 99, 99, false} : answers.back();
  }
  Progress progress() const { return at->heard<Progress>(stages).back(); }
  RemoveItems removal() const { return {{}, {}, {till}}; }
};

struct NamedTest : RemovalTest {
  NamedTest() : RemovalTest(Secrecy::named) {}
};

}  // namespace

TEST_CASE_FIXTURE(RemovalTest, "R202 a facilitator is told how many sealed inputs name what is to be removed, and nobody else is") {
  CHECK(ask().of == 0);
  for (const std::size_t n : {0U, 1U, 2U}) votes(n, on(Item(till)));
  votes(3, on(Item(ruth)));
  const Naming answer = ask();
  CHECK(answer.told);
  CHECK(answer.naming == 3);
  CHECK(answer.of == 4);
  CHECK(ask(nadias, {Item(till), Item(ruth)}).naming == 4);
  CHECK(ask(nadias, {Item(maya)}).of == 0);  // nobody answers about her
  CHECK(ask(tomass).of == 99);
  CHECK(ask(stages).of == 99);
  CHECK(at->told.empty());
}

TEST_CASE_FIXTURE(RemovalTest, "R202 a number that would tell whose an input is, alone or beside the one told before, is not told") {
  votes(0, on(Item(till)));
  CHECK_FALSE(ask().told);
  CHECK(ask().naming == 0);
  CHECK(ask().of == 1);
  votes(1, on(Item(till)));
  CHECK_FALSE(ask().told);
  votes(2, on(Item(ruth)));
  CHECK(ask().told);
  CHECK(ask().told);  // again, and nothing came since
  votes(3, on(Item(till)));
  CHECK_FALSE(ask().told);
  for (int times = 0; times < 5; ++times) votes(3, on(Item(ruth)));  // one person who changes their mind is one person
  CHECK_FALSE(ask().told);
  votes(4, on(Item(till)));
  votes(5, on(Item(till)));
  CHECK(ask().naming == 4);
}

TEST_CASE_FIXTURE(RemovalTest, "R202 an input that was heard before the question is counted") {
  for (const std::size_t n : {0U, 1U}) votes(n, on(Item(till)));
  at->say(link_of(2), voters[2], next_of_all++, SealInput{ballots, on(Item(till))});
  const Naming answer = ask();
  CHECK(answer.of == 3);
  CHECK(answer.naming == 3);
}

TEST_CASE_FIXTURE(NamedTest, "R202 of a named vote the number is told at once") {
  votes(0, on(Item(till)));
  CHECK(ask().told);
  CHECK(ask().naming == 1);
}

TEST_CASE_FIXTURE(RemovalTest, "R203 whoever named what was removed is told alone, and counts as not done until they answer again") {
  votes(0, both());
  votes(1, on(Item(ruth)));
  votes(2, on(Item(till)));
  CHECK(progress().done == 3);
  at->told.clear();
  lead(removal());
  for (const std::size_t n : {0U, 2U}) {
    REQUIRE(at->heard<SealedSeats>(link_of(n)).size() == 1);
    CHECK(at->heard<SealedSeats>(link_of(n))[0].again);
  }
  for (const std::size_t n : {1U, 3U, 4U}) CHECK(at->heard<SealedSeats>(link_of(n)).empty());
  CHECK(progress().done == 1);
  CHECK(progress().again == 2);
  CHECK(progress().of == 7);
  at->told.clear();
  votes(0, on(Item(ruth), 3));
  CHECK_FALSE(at->heard<SealedSeats>(tomass).back().again);
  CHECK(progress().done == 2);
  CHECK(progress().again == 1);
}

TEST_CASE_FIXTURE(RemovalTest, "R203 nothing that a facilitator, the stage or others are told says who had named what was removed") {
  // Two rooms that differ only in who named it: the same bytes to everybody else.
  const auto told_to_others = [](std::size_t namer, std::size_t other) {
    RemovalTest room;
    room.votes(0, room.on(Item(namer == 0 ? Item(room.till) : Item(room.ruth))));
    room.votes(1, room.on(Item(other == 0 ? Item(room.till) : Item(room.ruth))));
    room.votes(2, room.on(Item(room.helena)));
    room.at->told.clear();
    room.lead(room.removal());
    room.at->room->hear(nadias, Remind{room.ballots}, room.at->now);
    room.at->commit();
    Bytes all;
    for (const LinkId link : {nadias, stages, room.link_of(2), room.link_of(3)})
      for (const std::byte b : room.at->bytes_to(link)) all.push_back(b);
    for (const Event& event : room.at->log.events)
      for (const std::byte b : encoded(event)) all.push_back(b);
    return all;
  };
  CHECK(told_to_others(0, 1) == told_to_others(1, 0));
}

TEST_CASE_FIXTURE(RemovalTest, "R203 those who have to answer again are reminded with the others") {
  votes(0, on(Item(till)));
  votes(1, on(Item(ruth)));
  lead(removal());
  at->told.clear();
  at->room->hear(nadias, Remind{ballots}, at->now);
  at->commit();
  CHECK(at->heard<Reminder>(tomass).size() == 1);
  CHECK(at->heard<Reminder>(priyas).empty());
}

TEST_CASE_FIXTURE(RemovalTest, "R203 taking the removal back makes them done again, with all their dots at the reveal") {
  votes(0, both());
  const Action back = inverses(now(), removal()).at(0);
  lead(removal());
  CHECK(progress().done == 0);
  at->told.clear();
  lead(back);
  REQUIRE(at->heard<SealedSeats>(tomass).size() == 1);
  CHECK_FALSE(at->heard<SealedSeats>(tomass)[0].again);
  CHECK(progress().done == 1);
  CHECK(progress().again == 0);
  lead(CloseActivity{ballots});
  lead(RevealActivity{ballots, {}});
  CHECK(find(now(), ballots)->inputs == std::vector<RevealedInput>{{{}, both()}});
  CHECK(now().lost.empty());
}

TEST_CASE_FIXTURE(RemovalTest, "R203 a host that starts again knows whose input lost something, and counts alike") {
  votes(0, both());
  votes(1, on(Item(ruth)));
  lead(removal());
  at->restart();
  at->sit(stages, stage);
  at->room->connect(tomass);
  at->room->hear(tomass, Hello{tomas, "", Role::participant, 0}, at->now);
  at->commit();
  CHECK(at->heard<SealedSeats>(tomass).back().again);
  CHECK(at->heard<Progress>(tomass).back().done == 1);
  CHECK(at->heard<Progress>(tomass).back().again == 1);
}

TEST_CASE_FIXTURE(RemovalTest, "R203 the reveal says how many lost something, and the rest of their inputs counts") {
  votes(0, both());
  votes(1, on(Item(till), 3));
  votes(2, on(Item(ruth)));
  lead(removal());
  lead(CloseActivity{ballots});
  lead(RevealActivity{ballots, {}});
  REQUIRE(now().lost.size() == 1);
  CHECK(now().lost[0] == LostInputs{ballots, 2, 5});
  CHECK(find(now(), ballots)->inputs.size() == 3);
  const std::vector<Event>& logged = at->log.events;  // the reveal, what was lost, what counted
  const Event& told = logged[logged.size() - 2];
  CHECK(std::get<TellLost>(told.action).lost == now().lost[0]);
  CHECK_FALSE(told.by);
  CHECK(folded(Workshop{}, at->log.events) == now());
  CHECK_FALSE(RoomTable(*this).log.events.empty());
}

TEST_CASE_FIXTURE(RemovalTest, "R203 a reveal that lost nothing says nothing of it, and no screen may say it in its place") {
  votes(0, on(Item(ruth)));
  lead(removal());
  at->told.clear();
  lead(TellLost{{ballots, 1, 1}});
  CHECK(at->heard<Refused>(nadias).size() == 1);
  lead(CloseActivity{ballots});
  lead(RevealActivity{ballots, {}});
  const auto says_lost = [](const Event& event) { return std::holds_alternative<TellLost>(event.action); };
  CHECK(std::none_of(at->log.events.begin(), at->log.events.end(), says_lost));
  CHECK(now().lost.empty());
}

TEST_CASE_FIXTURE(RemovalTest, "R203 in a placing what was placed and then removed is counted the same way") {
  const auto place = [&](std::size_t n, PlacementSheet sheet) { at->act(link_of(n), voters[n], next_of_all++, SealInput{placing, std::move(sheet)}); };
  PlacementSheet sheet{{{Item(ruth), {1, 2}}, {Item(helena), {3, 4}}}};
  std::sort(sheet.placements.begin(), sheet.placements.end(), [](const CanvasPlace& a, const CanvasPlace& b) { return a.item < b.item; });
  place(0, sheet);
  place(1, {{{Item(lars), {5, 6}}}});
  at->told.clear();
  lead(RemoveItems{{ruth}, {}, {}});
  REQUIRE(at->heard<SealedSeats>(tomass).size() == 1);
  CHECK(at->heard<SealedSeats>(tomass)[0].again);
  CHECK(at->heard<SealedSeats>(priyas).empty());
  lead(CloseActivity{placing});
  lead(RevealActivity{placing, {}});
  CHECK(now().lost == std::vector<LostInputs>{{placing, 1, 1}});
}

}  // namespace standpoint::named_test
