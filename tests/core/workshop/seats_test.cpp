// Seats that nobody uses, the last seats, and what counters tell of those who answered.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/room/replica.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"
#include "core/workshop/sorted.h"
#include "tests/core/room/recording.h"

namespace standpoint::seats_test {

using Why = Refusal::Why;

namespace {

struct Crowd : Recording {
  LinkId next_link = 500;
  std::uint32_t nadias_next = 5000;

  SeatId comes(Role role = Role::participant) {
    table.room->connect(++next_link);
    table.room->hear(next_link, Hello{{}, "Visitor", role, now().sequence}, table.now);
    const SeatId seat = table.room->seat_of(next_link);
    return seat;
  }
  void goes() { table.room->disconnect(next_link); }
  SeatId passes_by(Role role = Role::participant) {
    const SeatId seat = comes(role);
    goes();
    return seat;
  }
  // Guests take all seats and go.
  void fill() {
    Workshop filled = now();
    while (filled.seats.size() < seats_in_all(Role::participant)) {
      const Event joins{filled.sequence + 1, filled.changed_ms, {}, 0, JoinSeat{next_seat(filled), "Guest", Role::participant, {}}};
      apply(filled, joins);
      table.log.events.push_back(joins);
    }
    table.restart();
    for (const LinkId link : every_link) table.sit(link, seat_at(link));
  }
  void lead(Action action) { table.act(nadias, nadia, nadias_next++, std::move(action)); }
  void clear() { lead(ClearSeats{}); }
  bool there(SeatId seat) const { return find(now(), seat) != nullptr; }
};

// Five people vote, and write cards in between. `order`: who votes when; what everybody else hears of it.
struct Vote : Recording {
  std::array<std::uint32_t, 8> commands{}, seals{};
  ActivityId asked = open_activity(ActivityKind::vote, Secrecy::anonymous);

  // The console's own live list of who has answered is what it is for, and is left out.
  Bytes told_to(LinkId link) const {
    Bytes all;
    for (const auto& [to, message] : table.told)
      if (to == link && !std::holds_alternative<SealedSeats>(message)) {
        const Bytes one = framed(message);
        all.insert(all.end(), one.begin(), one.end());
      }
    return all;
  }
  std::map<LinkId, Replica> screens;
  void sits(LinkId link) {
    Replica& screen = screens.emplace(link, Replica(now())).first->second;
    screen.receive(Welcome{seat_at(link)});
  }
  void issues(LinkId link, Action action) {
    const Command command = screens.at(link).issue(seat_at(link), std::move(action));
    table.room->hear(link, command, table.now);
    table.commit();
  }
};

}  // namespace

TEST_CASE("R277 who sealed an input, and when, makes no difference to what others are told, and none to the file") {
  std::vector<std::array<Bytes, 3>> told;
  std::vector<Bytes> files;
  for (const bool other_way_round : {false, true}) {
    Vote vote;
    for (const LinkId link : {tomass, priyas, marcos}) vote.sits(link);
    const auto writes = [&](LinkId link) { vote.issues(link, ChangeCard{vote.till, "Written by " + std::to_string(link), CardColour::sky}); };
    const LinkId first = other_way_round ? priyas : tomass, second = other_way_round ? tomass : priyas;
    const auto votes = [&](LinkId link, int n) { vote.issues(link, SealInput{vote.asked, vote.input(ActivityKind::vote, n)}); };
    writes(tomass);
    writes(priyas);
    votes(first, 1);
    writes(tomass);
    writes(priyas);
    votes(second, 2);
    votes(second, 3);
    writes(tomass);
    writes(priyas);
    REQUIRE(vote.table.boxes.inputs_in(vote.asked) == 2);
    told.push_back({vote.told_to(marcos), vote.told_to(stages), vote.told_to(nadias)});
    Bytes file;
    for (const Event& event : vote.table.log.events) {
      const Bytes one = encoded(event);
      file.insert(file.end(), one.begin(), one.end());
    }
    files.push_back(file);
  }
  CHECK(told[0] == told[1]);
  CHECK(files[0] == files[1]);
}

TEST_CASE("R277 a command numbered as an input, and an input numbered as a command, are refused") {
  Recording room;
  const ActivityId asked = room.open_activity(ActivityKind::vote, Secrecy::anonymous);
  room.table.told.clear();
  room.table.room->hear(tomass, Command{room.tomas, first_sealed_counter + 7, ChangeCard{room.till, "Who?", CardColour::sky}}, room.table.now);
  room.table.room->hear(tomass, Command{room.tomas, 700, SealInput{asked, room.input(ActivityKind::vote, 1)}}, room.table.now);
  room.table.commit();
  REQUIRE(room.table.heard<Refused>(tomass).size() == 2);
  CHECK(room.table.heard<Refused>(tomass)[0].refusal.why == Why::malformed);
  CHECK(room.table.heard<Refused>(tomass)[1].refusal.why == Why::malformed);
}

TEST_CASE("R278 where everybody is here nobody new gets a seat but those who lead") {
  Crowd room;
  room.fill();
  for (const Seat& seat : room.now().seats)
    if (seat.id.value > 6) room.table.sit(1000 + seat.id.value, seat.id);
  CHECK(room.now().seats.size() == seats_in_all(Role::participant));
  CHECK_FALSE(room.table.room->has_seat_for(Role::participant));
  CHECK_FALSE(room.comes());
  CHECK_FALSE(room.comes(Role::observer));
  for (std::size_t n = 0; n < seats_for_leaders; ++n) CHECK(room.comes(n % 2 == 0 ? Role::stage : Role::facilitator));
  CHECK_FALSE(room.comes(Role::facilitator));
  room.table.commit();
  CHECK(room.now().seats.size() == max_seats);
}

TEST_CASE("R279 a session that was filled by one guest takes people again after one command, and no number is given twice") {
  Crowd room;
  room.fill();
  const SeatId last = room.now().seats.back().id;
  room.clear();
  CHECK(room.table.heard<Refused>(nadias).empty());
  CHECK(room.now().seats.size() == 7);  // those of the sample, and the highest
  for (const LinkId link : every_link) CHECK(room.there(room.seat_at(link)));
  CHECK(room.there(last));
  const SeatId next = room.comes();
  CHECK(next.value == last.value + 1);
  room.table.commit();
  CHECK(room.there(next));
  CHECK(folded(Workshop{}, room.table.log.events) == room.now());
  // What others hold is the same.
  CHECK(room.table.heard<Event>(tomass).size() == room.table.heard<Event>(nadias).size());
}

TEST_CASE("R279 who is here, or left a card, a placement, a tie or a named input, keeps the seat") {
  Crowd room;
  const SeatId here = room.comes();
  room.table.commit();
  const SeatId writer = room.comes();
  const LinkId writers = room.next_link;
  room.table.commit();
  Card card = *find(room.now(), room.till);
  card.id = mint<CardId>(writer, 1);
  room.table.act(writers, writer, 1, AddCard{card});
  room.table.room->disconnect(writers);
  const SeatId voter = room.comes();
  const LinkId voters = room.next_link;
  room.table.commit();
  const ActivityId named = room.open_activity(ActivityKind::vote, Secrecy::named);
  room.table.act(voters, voter, 1, SealInput{named, room.input(ActivityKind::vote, 1)});
  room.table.room->disconnect(voters);
  const SeatId nobody = room.passes_by(), after = room.passes_by();
  room.table.commit();

  room.table.told.clear();
  room.clear();  // it would tell who has not answered
  REQUIRE(room.table.heard<Refused>(nadias).size() == 1);
  CHECK(room.table.heard<Refused>(nadias)[0].refusal.why == Why::wrong_phase);
  CHECK(room.there(nobody));
  room.lead(CloseActivity{named});
  room.lead(RevealActivity{named, {}});
  room.clear();
  for (const SeatId seat : {here, writer, voter, after}) CHECK(room.there(seat));
  CHECK_FALSE(room.there(nobody));
}

TEST_CASE("R279 where no seat is left, somebody new gets that of those who left without a trace") {
  Crowd room;
  room.fill();
  CHECK(room.table.room->has_seat_for(Role::participant));
  const SeatId last = room.now().seats.back().id;
  const SeatId seat = room.comes();
  CHECK(seat.value == last.value + 1);
  room.table.commit();
  CHECK(room.now().seats.size() == 8);
}

TEST_CASE("R279 only a facilitator clears, and only the room says which") {
  Crowd room;
  const SeatId empty = room.passes_by();
  (void)room.passes_by();
  room.table.commit();
  room.table.told.clear();
  room.table.act(tomass, room.tomas, 3000, ClearSeats{});
  room.table.act(stages, room.stage, 3000, ClearSeats{});
  room.lead(ClearSeats{{empty}});
  CHECK(room.table.heard<Refused>(tomass).at(0).refusal.why == Why::not_allowed);
  CHECK(room.table.heard<Refused>(stages).at(0).refusal.why == Why::not_allowed);
  CHECK(room.table.heard<Refused>(nadias).at(0).refusal.why == Why::malformed);
  CHECK(room.there(empty));
  for (const SeatId seat : {room.nadia, room.tomas, room.now().seats.back().id, SeatId{9000}})
    CHECK(check(room.now(), room.nadia, ClearSeats{{seat}}).has_value());
  CHECK_FALSE(check(room.now(), room.nadia, ClearSeats{{empty}}).has_value());
}

TEST_CASE("R279 what was removed of somebody whose seat was cleared comes back by undo") {
  Crowd room;
  const SeatId writer = room.comes();
  room.table.commit();
  Card card = *find(room.now(), room.till);
  card.id = mint<CardId>(writer, 1);
  room.table.act(room.next_link, writer, 1, AddCard{card});
  room.goes();
  (void)room.passes_by();
  room.lead(RemoveItems{{}, {}, {card.id}});
  room.clear();
  REQUIRE_FALSE(room.there(writer));
  room.lead(RestoreItems{{}, {}, {card}, {}, {}});
  CHECK(find(room.now(), card.id) != nullptr);
}

TEST_CASE("R281 only what is there moves, at most 32 things at once, and only by those who move things") {
  Recording room;
  const auto told = [&](LinkId link, Presence presence) {
    room.table.told.clear();
    room.table.room->hear(link, std::move(presence), room.table.now);
    room.table.listen();
    return !room.table.heard<Presence>(nadias).empty() || !room.table.heard<Presence>(priyas).empty();
  };
  CHECK(told(tomass, {room.tomas, {Item(room.till)}, room.cards, {1, 2}}));
  CHECK_FALSE(told(tomass, {room.tomas, {Item(CardId{77})}, room.cards, {1, 2}}));
  CHECK_FALSE(told(tomass, {room.tomas, {Item(room.till)}, BoardId{77}, {1, 2}}));
  CHECK_FALSE(told(tomass, {room.tomas, std::vector<Item>(max_moving + 1, Item(room.till)), room.cards, {1, 2}}));
  CHECK_FALSE(told(olgas, {room.olga, {Item(room.till)}, room.cards, {1, 2}}));
  CHECK_FALSE(told(stages, {room.stage, {Item(room.till)}, room.cards, {1, 2}}));
  CHECK(decoded_to_host(encoded(ToHost(Presence{room.tomas, std::vector<Item>(max_moving, Item(room.till)), room.cards, {1, 2}}))));
  CHECK_FALSE(decoded_to_host(encoded(ToHost(Presence{room.tomas, std::vector<Item>(max_moving + 1, Item(room.till)), room.cards, {1, 2}}))));
}

TEST_CASE("R284 how many inputs there are is written with the close, and a difference is said before the reveal") {
  Recording room;
  const ActivityId asked = room.open_activity(ActivityKind::vote, Secrecy::anonymous);
  for (const LinkId link : {tomass, priyas}) room.does(link, SealInput{asked, room.input(ActivityKind::vote, static_cast<int>(link))});
  room.does(nadias, CloseActivity{asked});
  REQUIRE(find_in(room.now().counted, asked) != nullptr);
  CHECK(find_in(room.now().counted, asked)->inputs == 2);
  CHECK(std::get<TellCount>(room.table.log.events.back().action) == TellCount{{asked, 2}});
  room.table.boxes.boxes[asked].erase(room.priya);
  room.table.told.clear();
  room.does(nadias, RevealActivity{asked, {}});
  REQUIRE(room.table.heard<Refused>(nadias).size() == 1);
  CHECK(room.table.heard<Refused>(nadias)[0].refusal.text.find("At the close there were 2 answers, and now there are 1.") == 0);
  CHECK(find(room.now(), asked)->phase == Phase::closed);
  room.does(nadias, RevealActivity{asked, {}});
  CHECK(find(room.now(), asked)->phase == Phase::revealed);
  CHECK(find(room.now(), asked)->inputs.size() == 1);
}

TEST_CASE("R284 what is opened again is counted anew, and what nobody answered is not counted") {
  Recording room;
  const ActivityId asked = room.open_activity(ActivityKind::vote, Secrecy::anonymous);
  room.does(nadias, CloseActivity{asked});
  CHECK(room.now().counted.empty());
  room.does(nadias, OpenActivity{asked});
  room.does(tomass, SealInput{asked, room.input(ActivityKind::vote, 1)});
  room.does(nadias, CloseActivity{asked});
  room.does(nadias, OpenActivity{asked});
  CHECK(room.now().counted.empty());
  room.does(priyas, SealInput{asked, room.input(ActivityKind::vote, 2)});
  room.does(nadias, CloseActivity{asked});
  CHECK(find_in(room.now().counted, asked)->inputs == 2);
  room.table.told.clear();
  room.does(nadias, RevealActivity{asked, {}});
  CHECK(room.table.heard<Refused>(nadias).empty());
}

}  // namespace standpoint::seats_test
