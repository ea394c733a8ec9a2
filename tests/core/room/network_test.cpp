// The room as a network needs it: catching up, who is here, reminders, roles that change, and what a role may see as bytes.
#include "core/room/room.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/room/replica.h"
#include "core/room/wire.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/audience.h"
#include "core/workshop/layers.h"
#include "tests/core/room/room_fixture.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::network_test {

namespace {

constexpr LinkId nadias = 1, tomass = 2, priyas = 3, stages = 4;
constexpr Role every_role[] = {Role::facilitator, Role::participant, Role::observer, Role::stage};

struct NetworkTest : SampleWorkshop {
  RoomTable table{*this};
  NetworkTest() {
    table.sit(nadias, nadia);
    table.sit(tomass, tomas);
    table.sit(priyas, priya);
    table.sit(stages, stage);
  }
  const Workshop& now() const { return table.room->workshop(); }
  void hello(LinkId link, SeatId seat, std::uint64_t have) {
    table.room->connect(link);
    table.room->hear(link, Hello{seat, "", Role::participant, have}, table.now);
    table.commit();
  }
  ActivityId open_vote(Secrecy secrecy) {
    Activity asked;
    asked.id = mint<ActivityId>(nadia, next_nth(now(), nadia));
    set_kind(asked, ActivityKind::vote);
    asked.title = "Who first?";
    *items_in(asked) = sorted_items({Item(ruth), Item(helena), Item(till)});
    vote_in(asked)->dots_per_person = 3;
    asked.secrecy = secrecy;
    table.act(nadias, nadia, 1000, AddActivity{asked});
    table.act(nadias, nadia, 1001, OpenActivity{asked.id});
    return asked.id;
  }
};

bool contains(const Bytes& bytes, std::span<const std::byte> part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}
bool contains(const Bytes& bytes, std::string_view text) { return contains(bytes, std::as_bytes(std::span<const char>(text.data(), text.size()))); }

}  // namespace

TEST_CASE("R100 a role's workshop is the fold of what that role is told, whatever happened") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SampleWorkshop sample;
    RandomActions actions(seed);
    for (int step = 0; step < 120; ++step) {
      const SeatId by = actions.random().chance(3) ? sample.tomas : sample.nadia;
      const Action action = actions.next(sample.workshop, by);
      if (asked(sample, by, action).allowed()) sample.act(by, action);
    }
    for (const Role role : every_role) {
      Workshop told, truth;
      for (const Event& event : sample.events) {
        const std::optional<Event> seen = as_seen_by(role, truth, event);
        const Layers open = open_layers(truth);
        apply(truth, event);
        if (role != Role::facilitator && open_layers(truth) != open) told = as_seen_by(role, truth);  // as the room does it
        else if (seen) apply(told, *seen);
        else apply(told, Blank{event.sequence, event.time_ms});
      }
      CHECK(as_seen_by(role, told) == as_seen_by(role, sample.workshop));
    }
  }
}

TEST_CASE("R126 what is told of late reads as it did at its moment") {
  int alike = 0, not_alike = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SampleWorkshop sample;
    RandomActions actions(seed);
    std::vector<Workshop> before(1, sample.workshop);
    const std::size_t first = sample.events.size();
    for (int step = 0; step < 60; ++step) {
      const SeatId by = actions.random().chance(3) ? sample.tomas : sample.nadia;
      if (sample.attempt(by, actions.next(sample.workshop, by))) continue;
      before.push_back(sample.workshop);
    }
    const std::span<const Event> events = std::span(sample.events).subspan(first);
    for (std::size_t from = 0; from < events.size(); ++from) {
      const std::span<const Event> latest = events.subspan(from);
      const bool can = seen_alike_from(Role::participant, sample.workshop, latest);
      ++(can ? alike : not_alike);
      CHECK(seen_alike_from(Role::facilitator, sample.workshop, latest));
      for (std::size_t n = 0; can && n < latest.size(); ++n)
        CHECK(as_seen_by(Role::participant, sample.workshop, latest[n]) == as_seen_by(Role::participant, before[from + n], latest[n]));
    }
  }
  CHECK(alike > 100);
  CHECK(not_alike > 100);
}

TEST_CASE_FIXTURE(NetworkTest, "R100 the facilitators' notes reach nobody else") {
  table.act(nadias, nadia, 1000, ChangeNotes{"Ruth leaves in spring"});
  CHECK(table.heard<Event>(nadias).size() == 1);
  for (const LinkId link : {tomass, priyas, stages}) {
    CHECK(table.heard<Event>(link).empty());
    CHECK(table.heard<Blank>(link).size() == 1);
  }
  hello(5, tomas, 0);
  CHECK(table.heard<Snapshot>(5).empty());  // a short session is told event by event
  CHECK_FALSE(contains(table.bytes_to(5), "leaves in spring"));
}

TEST_CASE_FIXTURE(NetworkTest, "R102 who missed little is told the events, who missed much the workshop") {
  const std::uint64_t before = now().sequence;
  for (std::uint32_t n = 0; n < 256; ++n) table.say(nadias, nadia, 1000 + n, RenameSession{"Title " + std::to_string(n), ""});
  table.commit();
  table.told.clear();
  hello(5, tomas, before);
  CHECK(table.heard<Event>(5).size() == 256);
  CHECK(table.heard<Snapshot>(5).empty());
  hello(6, priya, before - 1);
  CHECK(table.heard<Event>(6).empty());
  REQUIRE(table.heard<Snapshot>(6).size() == 1);
  CHECK(table.heard<Snapshot>(6)[0].workshop == as_seen_by(Role::participant, now()));
}

TEST_CASE_FIXTURE(NetworkTest, "R102 who holds what is in no file is told the workshop") {
  hello(5, tomas, now().sequence + 3);
  CHECK(table.heard<Refused>(5).empty());
  REQUIRE(table.heard<Snapshot>(5).size() == 1);
  Replica replica(now());
  for (const auto& [to, message] : table.told)
    if (to == 5) replica.receive(message);
  CHECK(as_seen_by(Role::participant, replica.confirmed()) == as_seen_by(Role::participant, now()));
}

TEST_CASE_FIXTURE(NetworkTest, "R102 those who join together are told as one group, and an event names each role once") {
  table.room->take_outbox();
  for (LinkId link = 10; link < 30; ++link) {
    table.room->connect(link);
    table.room->hear(link, Hello{SeatId{}, "Guest " + std::to_string(link), Role::participant, now().sequence + 1}, table.now);
  }
  table.room->commit();
  std::size_t snapshots = 0;
  for (const Told& told : table.room->take_outbox())
    if (std::holds_alternative<Snapshot>(told.message)) {
      ++snapshots;
      CHECK(told.to->size() == 20);
    }
  CHECK(snapshots == 1);
  table.room->hear(nadias, Command{nadia, 1000, RenameSession{"Again", ""}}, table.now);
  table.room->commit();
  std::size_t renamed = 0;
  for (const Told& told : table.room->take_outbox()) renamed += std::holds_alternative<Event>(told.message) ? 1 : 0;
  CHECK(renamed == 3);  // facilitator, participants, stage
}

TEST_CASE_FIXTURE(NetworkTest, "R102 whose role changes is told the workshop as the new role may see it, also when away") {
  Stakeholder noted = *find(now(), ruth);
  noted.note = "Knows the regulator";
  table.act(nadias, nadia, 1000, changed_to(now(), noted));
  Replica live(as_seen_by(Role::participant, now()));
  table.told.clear();
  const std::uint64_t before = now().sequence;
  table.act(nadias, nadia, 1001, ChangeSeat{tomas, "Tomas", Role::facilitator});
  for (const auto& [to, message] : table.told)
    if (to == tomass) live.receive(message);
  CHECK(live.confirmed() == now());
  table.told.clear();
  hello(5, tomas, before);
  REQUIRE(table.heard<Snapshot>(5).size() == 1);
  CHECK(table.heard<Snapshot>(5)[0].workshop == now());
  table.act(nadias, nadia, 1002, ChangeSeat{tomas, "Tomas", Role::participant});
  CHECK(table.heard<Snapshot>(5).back().workshop == as_seen_by(Role::participant, now()));
}

TEST_CASE_FIXTURE(NetworkTest, "R103 facilitators and stages learn who has a screen connected; a sleeping tablet keeps its seat") {
  std::vector<SeatId> expected = {nadia, priya, stage};
  std::sort(expected.begin(), expected.end());
  table.room->disconnect(tomass);
  table.commit();
  for (const LinkId link : {nadias, stages}) {
    REQUIRE(table.heard<Here>(link).size() == 1);
    CHECK(table.heard<Here>(link)[0].seats == expected);
  }
  CHECK(table.heard<Here>(priyas).empty());
  CHECK(find(now(), tomas)->present);
  table.told.clear();
  table.commit();
  CHECK(table.told.empty());
  table.room->disconnect(nadias);
  hello(5, nadia, now().sequence);
  CHECK(table.heard<Here>(5).size() == 1);
}

TEST_CASE_FIXTURE(NetworkTest, "R104 a reminder goes to those who can answer and have not, by a facilitator only") {
  const ActivityId ballots = open_vote(Secrecy::anonymous);
  table.act(tomass, tomas, 50, SealInput{ballots, Ballot{{{Item(ruth), 2}}}});
  table.told.clear();
  table.room->hear(priyas, Remind{ballots}, table.now);
  table.listen();
  CHECK(table.told.empty());
  table.room->hear(nadias, Remind{ballots}, table.now);
  table.listen();
  CHECK(table.heard<Reminder>(priyas).size() == 1);
  CHECK(table.told.size() == 1);
  table.act(nadias, nadia, 1002, CloseActivity{ballots});
  table.told.clear();
  table.room->hear(nadias, Remind{ballots}, table.now);
  table.listen();
  CHECK(table.told.empty());
}

TEST_CASE_FIXTURE(NetworkTest, "R324 that two on one device are two holds for everybody who leads, now and later, and is for those who lead to say") {
  const OneDevice asked{tomas, priya};
  const std::uint64_t written = now().sequence;
  table.room->connect(5);
  table.room->hear(5, Hello{{}, "Ines Roth", Role::facilitator, 0}, table.now);
  table.commit();
  const SeatId ines = table.room->seat_of(5);
  const auto told_last = [&](LinkId link) {
    const std::vector<Here> told = table.heard<Here>(link);
    return told.empty() ? std::vector<OneDevice>() : told.back().one_device;
  };
  table.room->set_one_device({asked});
  table.commit();
  CHECK(told_last(nadias) == std::vector<OneDevice>{asked});
  CHECK(told_last(5) == std::vector<OneDevice>{asked});
  for (const LinkId who : {tomass, stages}) table.room->hear(who, AreTwo{asked}, table.now);
  table.room->hear(nadias, AreTwo{{tomas, nadia}}, table.now);  // nobody asked
  table.told.clear();
  table.commit();
  CHECK(table.told.empty());
  table.room->hear(5, AreTwo{asked}, table.now);
  table.commit();
  CHECK(table.heard<Here>(nadias).size() == 1);
  CHECK(table.heard<Here>(5).size() == 1);
  CHECK(told_last(nadias).empty());
  table.room->set_one_device({asked, {priya, ines}});  // somebody else came on that device
  table.commit();
  CHECK(told_last(nadias) == std::vector<OneDevice>{{priya, ines}});
  table.room->disconnect(nadias);
  hello(nadias, nadia, now().sequence);
  CHECK(told_last(nadias) == std::vector<OneDevice>{{priya, ines}});
  CHECK(now().sequence == written + 1);  // Ines alone is in the file
}

TEST_CASE_FIXTURE(NetworkTest, "R324 of many pairs on one device as many are told as a message holds, and the others once those are answered") {
  std::vector<OneDevice> pairs;
  for (std::uint32_t n = 0; n < max_one_device + 3; ++n) pairs.push_back({SeatId{100 + 2 * n}, SeatId{101 + 2 * n}});
  table.room->set_one_device(pairs);
  table.commit();
  const auto told = [&] { return table.heard<Here>(nadias).back().one_device; };
  CHECK(told() == std::vector<OneDevice>(pairs.begin(), pairs.begin() + max_one_device));
  for (std::size_t n = 0; n < max_one_device; ++n) table.room->hear(nadias, AreTwo{pairs[n]}, table.now);
  table.commit();
  CHECK(told() == std::vector<OneDevice>(pairs.begin() + max_one_device, pairs.end()));
}

TEST_CASE_FIXTURE(NetworkTest, "R163 what a facilitator turns the stage to reaches stages and facilitators, late ones too, and no file") {
  const std::uint64_t written = now().sequence;
  StageTurn told_by_priya;
  told_by_priya.by = priya;
  const StageTurn turn{nadia, now().stage, 2, 0, StageTurn::Side::heat, {}, {100, 200}, 250};
  table.told.clear();
  table.room->hear(priyas, told_by_priya, table.now);  // a participant turns nothing
  table.room->hear(nadias, told_by_priya, table.now);  // nor anybody in another's name
  table.listen();
  CHECK(table.told.empty());
  table.room->hear(nadias, turn, table.now);
  table.listen();
  for (const LinkId link : {nadias, stages}) {
    REQUIRE(table.heard<StageTurn>(link).size() == 1);
    CHECK(table.heard<StageTurn>(link)[0] == turn);
  }
  for (const LinkId link : {priyas, tomass}) CHECK(table.heard<StageTurn>(link).empty());
  table.room->disconnect(stages);
  hello(stages, stage, now().sequence);
  REQUIRE(table.heard<StageTurn>(stages).size() == 2);
  CHECK(table.heard<StageTurn>(stages)[1] == turn);
  CHECK(now().sequence == written);
}

TEST_CASE("R163 screens that turn the stage at once all end at what the room heard last") {
  const auto turned = [](std::uint32_t seat, std::uint16_t page) {
    StageTurn turn;
    turn.by = SeatId{seat};
    turn.page = page;
    return turn;
  };
  Replica window, tablet, stage;
  window.receive(Welcome{SeatId{1}, 0});
  tablet.receive(Welcome{SeatId{2}, 0});
  CHECK(window.turn_stage(turned(9, 3)) == turned(1, 3));
  CHECK(window.stage_turn().page == 3);  // at once
  (void)window.turn_stage(turned(1, 4));
  (void)tablet.turn_stage(turned(2, 8));
  for (const StageTurn& heard : {turned(1, 3), turned(2, 8), turned(1, 4)}) {
    for (Replica* const screen : {&window, &tablet, &stage}) screen->receive(heard);
    CHECK(window.stage_turn().page == 4);  // never back to what it left
  }
  for (const Replica* const screen : {&window, &tablet, &stage}) CHECK(screen->stage_turn().page == 4);
  (void)window.turn_stage(turned(1, 5));  // the line is lost with it
  window.receive(Welcome{SeatId{1}, 0});
  window.receive(turned(2, 8));
  CHECK(window.stage_turn().page == 8);
}

TEST_CASE_FIXTURE(NetworkTest, "R100 on the wire: nothing of a ballot before the reveal, no note ever") {
  table.told.clear();
  const ActivityId ballots = open_vote(Secrecy::named);
  Stakeholder noted = *find(now(), helena);
  noted.note = "Leaves in spring";
  table.act(nadias, nadia, 1002, changed_to(now(), noted));
  const Ballot ballot{{{Item(ruth), 2}, {Item(till), 1}}};
  const Bytes content = encoded(Input{ballot});
  const std::span<const std::byte> dots = std::span(content).subspan(13);  // behind byte order, kind and count
  table.act(tomass, tomas, 50, SealInput{ballots, ballot});
  for (const LinkId link : {nadias, priyas, stages, tomass}) CHECK_FALSE(contains(table.bytes_to(link), dots));
  table.act(nadias, nadia, 1003, CloseActivity{ballots});
  for (const LinkId link : {nadias, priyas, stages, tomass}) CHECK_FALSE(contains(table.bytes_to(link), dots));
  table.act(nadias, nadia, 1004, RevealActivity{ballots, {}});
  for (const LinkId link : {nadias, priyas, stages, tomass}) CHECK(contains(table.bytes_to(link), dots));
  CHECK(contains(table.bytes_to(nadias), "Leaves in spring"));
  for (const LinkId link : {tomass, priyas, stages}) CHECK_FALSE(contains(table.bytes_to(link), "Leaves in spring"));
}

TEST_CASE("R100 on the wire: who gave which anonymous input makes no difference to anybody else's bytes") {
  Bytes first[2];
  for (const bool swapped : {false, true}) {
    NetworkTest test;
    test.table.told.clear();
    const ActivityId ballots = test.open_vote(Secrecy::anonymous);
    const Ballot one{{{Item(test.ruth), 2}}}, other{{{Item(test.helena), 3}}};
    test.table.act(tomass, test.tomas, 50, SealInput{ballots, swapped ? other : one});
    test.table.act(priyas, test.priya, 50, SealInput{ballots, swapped ? one : other});
    test.table.act(nadias, test.nadia, 1002, CloseActivity{ballots});
    test.table.act(nadias, test.nadia, 1003, RevealActivity{ballots, {}});
    const Bytes to[] = {test.table.bytes_to(nadias), test.table.bytes_to(stages)};
    for (std::size_t n = 0; n < 2; ++n) {
      if (swapped) CHECK(to[n] == first[n]);
      else first[n] = to[n];
    }
  }
}

}  // namespace standpoint::network_test
