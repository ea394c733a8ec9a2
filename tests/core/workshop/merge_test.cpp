// Rules R155 and R156: one person on two seats becomes one, with all that was theirs and nothing counted twice.
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/names.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::merge_test {

using Why = Refusal::Why;

namespace {

// Tomás voted on a tablet that lost its way, and came back as another seat.
struct Twice {
  SampleRoom sample;
  StakeholderId ruth, helena;
  ActivityId vote;
  std::unique_ptr<RoomTable> table;
  SeatId again;
  static constexpr LinkId nadias = 1, tomas_old = 2, priyas = 3, tomas_new = 4;

  explicit Twice(Secrecy secrecy = Secrecy::anonymous) {
    ruth = sample.add_stakeholder(sample.tomas, "Ruth Kaplan");
    helena = sample.add_stakeholder(sample.nadia, "Helena Ford");
    vote = sample.add_vote({Item(ruth), Item(helena)}, 3, 3, secrecy);
    sample.open(vote);
    table = std::make_unique<RoomTable>(sample);
    table->sit(nadias, sample.nadia);
    table->sit(tomas_old, sample.tomas);
    table->sit(priyas, sample.priya);
  }
  void seal(LinkId link, SeatId seat, std::uint32_t counter, StakeholderId whom, std::uint16_t dots) {
    table->act(link, seat, counter, SealInput{vote, Ballot{{{Item(whom), dots}}}});
  }
  void come_back() {
    table->room->disconnect(tomas_old);
    table->room->connect(tomas_new);
    table->room->hear(tomas_new, Hello{{}, "Tomás Herrera", Role::participant, 0, Hello::SameName::was_here}, table->now);
    table->commit();
    again = table->room->seat_of(tomas_new);
  }
  void merge() {
    table->told.clear();
    table->act(nadias, sample.nadia, 500, MergeSeats{sample.tomas, again});
  }
  Progress progress() const {
    const std::vector<Progress> told = table->heard<Progress>(nadias);
    return told.empty() ? Progress{} : told.back();
  }
  // Dots on Ruth and Helena after the reveal, and how many ballots there were.
  std::vector<int> reveal() {
    table->act(nadias, sample.nadia, 600, CloseActivity{vote});
    table->act(nadias, sample.nadia, 601, RevealActivity{vote, {}});
    int on_ruth = 0, on_helena = 0;
    const Activity& revealed = *find(table->room->workshop(), vote);
    for (const RevealedInput& input : revealed.inputs)
      for (const Dots& dots : std::get<Ballot>(input.input).dots) (dots.item == Item(ruth) ? on_ruth : on_helena) += dots.count;
    return {on_ruth, on_helena, static_cast<int>(revealed.inputs.size())};
  }
};

}  // namespace

TEST_CASE("R155 only a facilitator makes two seats of one person one, and only seats of people") {
  SampleRoom room;
  const SeatId again = room.join("Tomás Herrera", Role::participant);
  CHECK(asked(room, room.nadia, MergeSeats{room.tomas, again}).allowed());
  CHECK(asked(room, room.tomas, MergeSeats{room.tomas, again}) == Why::not_allowed);
  CHECK(asked(room, {}, MergeSeats{room.tomas, again}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, MergeSeats{again, again}) == Why::malformed);
  CHECK(asked(room, room.nadia, MergeSeats{again, room.nadia}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, MergeSeats{room.nadia, again}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, MergeSeats{again, room.stage}) == Why::not_allowed);
  CHECK(asked(room, room.nadia, MergeSeats{again, SeatId{77}}) == Why::not_found);
  room.act(room.nadia, MergeSeats{room.tomas, again});
  CHECK(asked(room, room.nadia, MergeSeats{room.tomas, room.priya}) == Why::not_found);
  CHECK(asked(room, room.nadia, MergeSeats{room.priya, room.tomas}) == Why::not_found);
  CHECK(asked(room, room.tomas, AddStakeholder{stakeholder_named(room.next<StakeholderId>(room.tomas), "Ruth")}) == Why::not_allowed);
  CHECK(asked(room, {}, JoinSeat{room.tomas, "Tomás Herrera", Role::participant, {}}) == Why::not_allowed);
}

TEST_CASE("R155 what was theirs is theirs on the seat they go on on") {
  SampleRoom room;
  const StakeholderId ruth = room.add_stakeholder(room.tomas, "Ruth Kaplan"), other = room.add_stakeholder(room.priya, "Helena Ford");
  Activity vote = room.new_activity(ActivityKind::vote, "Who first?");
  *items_in(vote) = sorted_items({Item(other)});
  vote_in(vote)->dots_per_person = 3;
  vote_in(vote)->decider = room.tomas;
  room.act(room.nadia, AddActivity{vote});
  const SeatId again = room.join("Tomás Herrera 2", Role::participant);
  CHECK(asked(room, again, RemoveItems{{ruth}, {}, {}}) == Why::not_allowed);
  room.act(room.nadia, MergeSeats{room.tomas, again});
  const Seat& now = *find(room.workshop, again);
  CHECK(now.name == "Tomás Herrera");
  CHECK(now.present);
  CHECK_FALSE(find(room.workshop, room.tomas)->present);
  CHECK(person_of(room.workshop, room.tomas) == again);
  CHECK(decider_of(*find(room.workshop, vote.id)) == again);
  CHECK(asked(room, again, RemoveItems{{ruth}, {}, {}}).allowed());
  CHECK(asked(room, again, RemoveItems{{other}, {}, {}}) == Why::not_allowed);
}

TEST_CASE("R155 seats that became one and one again are one person, and never a circle") {
  SampleRoom room;
  const SeatId second = room.join("Tomás Herrera", Role::participant), third = room.join("Tomás Herrera", Role::participant);
  room.act(room.nadia, MergeSeats{room.tomas, second});
  room.act(room.nadia, MergeSeats{second, third});
  CHECK(person_of(room.workshop, room.tomas) == third);
  Workshop w = room.workshop;
  for (const MergeSeats& foolish : {MergeSeats{third, room.tomas}, MergeSeats{third, second}, MergeSeats{third, third}, MergeSeats{third, SeatId{90}}})
    apply(w, {w.sequence + 1, w.changed_ms, room.nadia, 9, foolish});
  CHECK(person_of(w, room.tomas) == third);
  CHECK(find(w, third)->present);
}

TEST_CASE("R156 a ballot from before counts once for the person who came back, and the number of those waited for is right") {
  Twice room;
  room.seal(Twice::tomas_old, room.sample.tomas, 100, room.ruth, 3);
  room.come_back();
  CHECK(room.progress().of == 3);  // Tomás is here twice
  room.merge();
  CHECK(room.progress().done == 1);
  CHECK(room.progress().of == 2);
  const std::vector<SealedSeats> mine = room.table->heard<SealedSeats>(Twice::tomas_new), all = room.table->heard<SealedSeats>(Twice::nadias);
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].seats == std::vector<SeatId>{room.again});
  REQUIRE_FALSE(all.empty());
  CHECK(all.back().seats == std::vector<SeatId>{room.again});
  CHECK(room.reveal() == std::vector<int>{3, 0, 1});
}

TEST_CASE("R156 of two ballots of one person the one from where they are now counts, whenever the seats became one") {
  for (const bool sealed_before_merging : {true, false}) {
    Twice room;
    room.seal(Twice::tomas_old, room.sample.tomas, 100, room.ruth, 3);
    room.seal(Twice::priyas, room.sample.priya, 100, room.ruth, 1);
    room.come_back();
    if (sealed_before_merging) room.seal(Twice::tomas_new, room.again, 1, room.helena, 2);
    room.merge();
    if (!sealed_before_merging) room.seal(Twice::tomas_new, room.again, 1, room.helena, 2);
    CHECK(room.reveal() == std::vector<int>{1, 2, 2});
  }
}

TEST_CASE("R156 the same holds after the host was started again, and in a named vote it stands under the seat they are on") {
  Twice room(Secrecy::named);
  room.seal(Twice::tomas_old, room.sample.tomas, 100, room.ruth, 3);
  room.come_back();
  room.merge();
  room.table->restart();
  room.table->sit(Twice::nadias, room.sample.nadia);
  CHECK(room.reveal() == std::vector<int>{3, 0, 1});
  CHECK(find(room.table->room->workshop(), room.vote)->inputs.at(0).seat == room.again);
}

TEST_CASE("R156 the seat that ended seals nothing more") {
  Twice room;
  room.come_back();
  room.merge();
  room.table->room->connect(9);
  room.table->room->hear(9, Hello{room.sample.tomas, "", Role::participant, 0}, room.table->now);
  room.table->commit();
  CHECK_FALSE(room.table->room->seat_of(9));
  CHECK(room.table->heard<Refused>(9).size() == 1);
}

TEST_CASE("R155 who is here twice is found by name, and where they are now by whose screen is connected") {
  SampleRoom room;
  const SeatId again = room.join("Tomás Herrera", Role::participant);
  CHECK(here_twice(room.workshop, {room.nadia, room.priya, again}) == std::vector<HereTwice>{{room.tomas, again}});
  CHECK(here_twice(room.workshop, {}) == std::vector<HereTwice>{{room.tomas, again}});
  CHECK(here_twice(room.workshop, {room.tomas, again}) == std::vector<HereTwice>{{room.tomas, again}});
  CHECK(here_twice(room.workshop, {room.tomas}) == std::vector<HereTwice>{{again, room.tomas}});
  CHECK(name_apart(room.workshop, *find(room.workshop, room.tomas)) == "Tomás Herrera, first seat");
  CHECK(name_apart(room.workshop, *find(room.workshop, again)) == "Tomás Herrera, newer seat");
  CHECK(name_apart(room.workshop, *find(room.workshop, room.priya)) == "Priya Raman");
  room.act(room.nadia, MergeSeats{room.tomas, again});
  CHECK(name_apart(room.workshop, *find(room.workshop, again)) == "Tomás Herrera");
  CHECK(here_twice(room.workshop, {again}).empty());
  CHECK(here_twice(SampleRoom().workshop, {}).empty());
}

TEST_CASE("R324 who shares a device is found once, behind who is here twice by name, and only while both take part") {
  SampleRoom room;
  const std::vector<OneDevice> shared{{room.tomas, room.priya}};
  const std::vector<SeatId> here{room.nadia, room.tomas, room.priya};
  CHECK(here_twice(room.workshop, here, shared) == std::vector<HereTwice>{{room.tomas, room.priya, true}});
  CHECK(here_twice(room.workshop, here, {{room.nadia, room.priya}}).empty());  // who leads is no voter
  const SeatId again = room.join("Tomás Herrera", Role::participant);
  CHECK(here_twice(room.workshop, {room.nadia, room.priya, again}, {{room.tomas, again}, {room.priya, again}}) == std::vector<HereTwice>{{room.tomas, again}, {room.priya, again, true}});
  room.act(room.nadia, MergeSeats{room.tomas, again});
  CHECK(here_twice(room.workshop, here, shared).empty());
}

TEST_CASE("R159 who joins while people vote is told as connected at once") {
  Twice room;
  room.table->told.clear();
  room.come_back();
  const std::vector<Here> told = room.table->heard<Here>(Twice::nadias);
  REQUIRE_FALSE(told.empty());
  CHECK(std::find(told.back().seats.begin(), told.back().seats.end(), room.again) != told.back().seats.end());
  CHECK(std::find(told.back().seats.begin(), told.back().seats.end(), room.sample.tomas) == told.back().seats.end());
}

}  // namespace standpoint::merge_test
