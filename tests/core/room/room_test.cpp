// The room: what it answers, when, and to whom. Ports are fakes; files are in session_store_test.
#include "core/room/room.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::room_test {

using Why = Refusal::Why;

namespace {

constexpr LinkId nadias = 1, tomass = 2, priyas = 3, stages = 4;

// Nadia facilitates, Tomás and Priya take part, the stage looks on; each on a link of its own.
struct RoomTest : SampleWorkshop {
  RoomTable table{*this};
  RoomTest() { sit(); }
  void sit() {
    table.sit(nadias, nadia);
    table.sit(tomass, tomas);
    table.sit(priyas, priya);
    table.sit(stages, stage);
  }
  const Workshop& now() const { return table.room->workshop(); }
  Action rename(std::string title) const { return RenameSession{std::move(title), ""}; }
  Stakeholder described(std::string needs) const {
    Stakeholder s = *find(now(), ruth);
    s.needs = std::move(needs);
    return s;
  }
  std::uint32_t last(SeatId seat) const { return find(now(), seat)->last_counter; }
};

// An open vote on three things with everybody at the table.
struct VoteTest : RoomTest {
  ActivityId ballots;
  VoteTest() {
    ballots = mint<ActivityId>(nadia, next_nth(now(), nadia));
    Activity activity;
    activity.id = ballots;
    set_kind(activity, ActivityKind::vote);
    activity.title = "Who first?";
    *items_in(activity) = sorted_items({Item(ruth), Item(helena), Item(till)});
    vote_in(activity)->dots_per_person = 3;
    table.act(nadias, nadia, 1000, AddActivity{activity});
    table.act(nadias, nadia, 1001, OpenActivity{ballots});
    table.told.clear();
  }
  Ballot dots(StakeholderId who, std::uint16_t count) const { return {{{Item(who), count}}}; }
  void reveal() {
    table.act(nadias, nadia, 1002, CloseActivity{ballots});
    table.act(nadias, nadia, 1003, RevealActivity{ballots, {}});
  }
  const Activity& activity() const { return *find(now(), ballots); }
};

}  // namespace

TEST_CASE_FIXTURE(RoomTest, "R70 nobody is told anything before it is safe") {
  table.say(tomass, tomas, 50, changed_to(now(), described("Tills")));
  CHECK(table.told.empty());
  CHECK(table.log.appends == 0);
  table.commit();
  CHECK(table.log.appends == 1);
  CHECK(table.heard<Event>(stages).size() == 1);
  REQUIRE(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Acknowledged>(tomass)[0].sequence == now().sequence);
  CHECK(find(now(), ruth)->needs == "Tills");
}

TEST_CASE_FIXTURE(RoomTest, "R70 what is heard between two commits is kept with one append") {
  for (std::uint32_t n = 0; n < 20; ++n) table.say(nadias, nadia, 60 + n, rename("Title " + std::to_string(n)));
  table.commit();
  CHECK(table.log.appends == 1);
  CHECK(table.heard<Acknowledged>(nadias).size() == 20);
  CHECK(table.heard<Event>(priyas).size() == 20);
  CHECK(now().title == "Title 19");
  CHECK(folded(Workshop{}, table.log.events) == now());
}

TEST_CASE_FIXTURE(RoomTest, "R70 the sender has the event before the answer") {
  table.act(tomass, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  std::vector<std::size_t> kinds;
  for (const auto& [link, message] : table.told)
    if (link == tomass) kinds.push_back(message.index());
  CHECK(kinds == std::vector<std::size_t>{HostMessage(Event{}).index(), HostMessage(Acknowledged{}).index()});
}

TEST_CASE_FIXTURE(RoomTest, "R71 a command sent again is not done again and is answered as before") {
  table.act(nadias, nadia, 50, rename("Once"));
  table.act(nadias, nadia, 51, rename(""));
  const std::size_t before = table.log.events.size();
  const auto acknowledged = table.heard<Acknowledged>(nadias);
  const auto refused = table.heard<Refused>(nadias);
  REQUIRE(acknowledged.size() == 1);
  REQUIRE(refused.size() == 1);
  table.told.clear();

  table.act(nadias, nadia, 50, rename("Once"));
  table.act(nadias, nadia, 51, rename(""));
  CHECK(table.log.events.size() == before);
  REQUIRE(table.heard<Acknowledged>(nadias).size() == 1);
  CHECK(table.heard<Acknowledged>(nadias)[0].sequence == acknowledged[0].sequence);
  REQUIRE(table.heard<Refused>(nadias).size() == 1);
  CHECK(table.heard<Refused>(nadias)[0].refusal == refused[0].refusal);
}

TEST_CASE_FIXTURE(RoomTest, "R71 a command sent again before the commit is answered once, to the screen that asked last") {
  table.say(tomass, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  table.room->disconnect(tomass);
  table.room->connect(9);
  table.room->hear(9, Hello{tomas, "", Role::participant, now().sequence}, table.now);
  table.say(9, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  table.commit();
  CHECK(table.heard<Acknowledged>(9).size() == 1);
  CHECK(table.heard<Event>(9).size() == 1);
}

TEST_CASE_FIXTURE(RoomTest, "R71 a command sent again after the host was restarted is found in the log") {
  table.act(tomass, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  const std::uint64_t sequence = now().sequence;
  table.act(priyas, priya, 70, ChangeCard{till, "Where?", CardColour::sky});
  table.restart();
  sit();
  table.act(tomass, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  REQUIRE(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Acknowledged>(tomass)[0].sequence == sequence);
  CHECK(find(now(), till)->text == "Where?");
  table.act(tomass, tomas, 49, ChangeCard{till, "When?", CardColour::sky});
  REQUIRE(table.heard<Refused>(tomass).size() == 1);
  CHECK(table.heard<Refused>(tomass)[0].refusal.why == Why::duplicate_id);
}

TEST_CASE_FIXTURE(VoteTest, "R71 a ballot whose answer was lost is answered as one that counted, also after a restart and the reveal") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.restart();
  sit();
  table.act(nadias, nadia, 2000, CloseActivity{ballots});
  table.act(nadias, nadia, 2001, RevealActivity{ballots, {}});
  REQUIRE(find(now(), ballots)->inputs.size() == 1);
  REQUIRE(table.boxes.inputs_in(ballots) == 0);
  const std::uint64_t sequence = now().sequence;
  table.told.clear();
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  CHECK(table.heard<Refused>(tomass).empty());
  REQUIRE(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Acknowledged>(tomass)[0].sequence == 0);
  CHECK(now().sequence == sequence);
  table.act(priyas, priya, 50, SealInput{ballots, dots(ruth, 2)});  // one that did not
  CHECK(table.heard<Refused>(priyas).size() == 1);
}

TEST_CASE_FIXTURE(VoteTest, "R357 a ballot that counted is answered so also by a host that was started again after the reveal, and any other is refused") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 1)});
  table.act(tomass, tomas, 51, SealInput{ballots, dots(ruth, 2)});
  table.act(priyas, priya, 50, SealInput{ballots, dots(helena, 1)});
  reveal();
  table.restart();
  sit();
  REQUIRE(table.boxes.inputs_in(ballots) == 0);
  const Workshop before = now();
  const auto answered = [&](LinkId link, SeatId by, Command command) {
    table.told.clear();
    command.by = by;
    table.room->hear(link, command, table.now);
    table.commit();
    CHECK(table.heard<Acknowledged>(link).size() + table.heard<Refused>(link).size() == 1);
    return table.heard<Acknowledged>(link).size() == 1 && table.heard<Acknowledged>(link)[0].sequence == 0;
  };
  const Command counted = nth_command(tomas, 51, SealInput{ballots, dots(ruth, 2)});
  CHECK(answered(tomass, tomas, counted));
  CHECK(answered(tomass, tomas, counted));  // and once more
  CHECK_FALSE(answered(tomass, tomas, nth_command(tomas, 52, SealInput{ballots, dots(ruth, 3)})));  // made too late
  Command without = counted;
  without.counter += 5;
  without.receipt = 0;
  CHECK_FALSE(answered(tomass, tomas, without));
  // Also where the seat's numbers have gone on in the next vote.
  table.restart();
  sit();
  const ActivityId next = mint<ActivityId>(nadia, next_nth(now(), nadia));
  Activity again = activity();
  again.id = next;
  again.phase = Phase::planned;
  again.inputs.clear();
  table.act(nadias, nadia, 3000, AddActivity{again});
  table.act(nadias, nadia, 3001, OpenActivity{next});
  table.act(priyas, priya, 90, SealInput{next, dots(ruth, 1)});
  CHECK(answered(priyas, priya, nth_command(priya, 50, SealInput{ballots, dots(helena, 1)})));
  CHECK(find(now(), ballots)->inputs == find(before, ballots)->inputs);
}

TEST_CASE_FIXTURE(VoteTest, "R357 what is kept of who answered is numbers in their own order, for who leads alone") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 1)});
  table.act(priyas, priya, 50, SealInput{ballots, dots(ruth, 1)});
  Command beside = nth_command(nadia, 50, SealInput{ballots, dots(ruth, 1)});
  beside.receipt = 0;  // a screen beside the host
  table.room->hear(nadias, beside, table.now);
  table.commit();
  table.told.clear();
  reveal();
  const Event& kept = table.log.events.back();
  REQUIRE(std::holds_alternative<TellReceipts>(kept.action));
  CHECK(kept.by == SeatId{});
  CHECK(kept.counter == 0);
  const auto receipt = [&](SeatId seat) { return nth_command(seat, 50, SealInput{}).receipt; };
  CHECK(std::get<TellReceipts>(kept.action) == TellReceipts{ballots, {receipt(priya), receipt(tomas)}});
  CHECK(receipt(priya) < receipt(tomas));  // the other way round than they came
  const auto told_receipts = [&](LinkId link) {
    const std::vector<Event> heard = table.heard<Event>(link);
    return std::any_of(heard.begin(), heard.end(), [](const Event& event) { return std::holds_alternative<TellReceipts>(event.action); });
  };
  CHECK(told_receipts(nadias));
  for (const LinkId link : {tomass, priyas, stages}) CHECK_FALSE(told_receipts(link));
  for (const SeatId by : {nadia, tomas}) CHECK(check(now(), by, TellReceipts{ballots, {}}));
  CHECK(check(now(), {}, TellReceipts{ballots, {2, 1}}));
}

TEST_CASE_FIXTURE(RoomTest, "R71 the welcome says from where a screen counts on") {
  table.act(tomass, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  table.restart();
  table.room->connect(tomass);
  table.room->hear(tomass, Hello{tomas, "", Role::participant, 0}, table.now);
  table.commit();
  REQUIRE(table.heard<Welcome>(tomass).size() == 1);
  CHECK(table.heard<Welcome>(tomass)[0].counter == 50);
}

TEST_CASE_FIXTURE(RoomTest, "R72 a screen speaks for its own seat and for those it carries") {
  table.act(tomass, nadia, 50, rename("Mine"));
  REQUIRE(table.heard<Refused>(tomass).size() == 1);
  CHECK(table.heard<Refused>(tomass)[0].refusal.why == Why::not_allowed);
  table.act(tomass, {}, 50, rename("Mine"));
  CHECK(table.heard<Refused>(tomass).size() == 2);

  const SeatId ben = next_seat(now());
  table.act(nadias, nadia, 50, JoinSeat{ben, "Ben", Role::participant, nadia});
  table.act(tomass, ben, 1, ChangeCard{till, "Ben's", CardColour::sky});
  CHECK(table.heard<Refused>(tomass).size() == 3);
  table.act(nadias, ben, 1, ChangeCard{till, "Ben's", CardColour::sky});
  CHECK(find(now(), till)->text == "Ben's");
}

TEST_CASE_FIXTURE(RoomTest, "R72 a refused voice of another does not use up the other's numbers") {
  table.act(tomass, nadia, 5000, rename("Mine"));
  table.act(nadias, nadia, 50, rename("Hers"));
  CHECK(now().title == "Hers");
}

TEST_CASE_FIXTURE(RoomTest, "R72 a link that has not said who it is may do nothing") {
  table.room->connect(9);
  table.act(9, tomas, 50, ChangeCard{till, "Who?", CardColour::sky});
  REQUIRE(table.heard<Refused>(9).size() == 1);
  CHECK(table.heard<Event>(9).empty());
  CHECK(table.log.appends == 0);
}

TEST_CASE_FIXTURE(RoomTest, "R72 a seat taken by a newer screen is lost to the older one") {
  table.room->connect(9);
  table.room->hear(9, Hello{tomas, "", Role::participant, now().sequence}, table.now);
  table.commit();
  CHECK(table.heard<Refused>(tomass).size() == 1);
  table.told.clear();
  table.act(tomass, tomas, 50, ChangeCard{till, "Old screen", CardColour::sky});
  CHECK(table.heard<Refused>(tomass).size() == 1);
  table.act(9, tomas, 50, ChangeCard{till, "New screen", CardColour::sky});
  CHECK(find(now(), till)->text == "New screen");
  CHECK(table.heard<Event>(tomass).empty());
}

TEST_CASE_FIXTURE(RoomTest, "R72 a new person gets the next seat and everything they may see") {
  table.room->connect(9);
  table.room->hear(9, Hello{{}, "Eun-ji", Role::participant, 0}, table.now);
  CHECK(table.heard<Welcome>(9).empty());
  table.commit();
  REQUIRE(table.heard<Welcome>(9).size() == 1);
  const SeatId eunji = table.heard<Welcome>(9)[0].seat;
  REQUIRE(find(now(), eunji));
  CHECK(find(now(), eunji)->name == "Eun-ji");
  CHECK(table.heard<Event>(9).size() + table.heard<Blank>(9).size() == now().sequence);
  CHECK(table.heard<Event>(stages).size() == 1);
}

TEST_CASE_FIXTURE(RoomTest, "R72 who comes back gets only what was missed, and is here again") {
  table.room->disconnect(tomass);
  table.act(nadias, nadia, 50, LeaveSeat{tomas});
  table.act(nadias, nadia, 51, rename("Later"));
  CHECK_FALSE(find(now(), tomas)->present);
  const std::uint64_t had = now().sequence - 1;
  table.room->connect(9);
  table.room->hear(9, Hello{tomas, "", Role::participant, had}, table.now);
  table.commit();
  CHECK(find(now(), tomas)->present);
  REQUIRE(table.heard<Event>(9).size() == 2);
  CHECK(table.heard<Event>(9)[0].sequence == had + 1);
}

TEST_CASE_FIXTURE(RoomTest, "R72 a seat that is not there, a carried one, and a name that says nothing are refused") {
  const SeatId ben = next_seat(now());
  table.act(nadias, nadia, 50, JoinSeat{ben, "Ben", Role::participant, nadia});
  for (const Hello& hello : {Hello{SeatId{99}, "", Role::participant, 0}, Hello{ben, "", Role::participant, 0},
                             Hello{{}, "", Role::participant, 0}}) {
    table.told.clear();
    table.room->connect(9);
    table.room->hear(9, hello, table.now);
    table.commit();
    CHECK(table.heard<Refused>(9).size() == 1);
    CHECK(table.heard<Welcome>(9).empty());
  }
}

TEST_CASE_FIXTURE(RoomTest, "R73 events are numbered without gaps and never go back in time") {
  table.act(nadias, nadia, 50, rename("A"));
  const std::int64_t first = now().changed_ms;
  table.now -= 500'000;
  table.act(nadias, nadia, 51, rename("B"));
  CHECK(now().changed_ms == first);
  table.now += 600'000;
  table.act(nadias, nadia, 52, rename("C"));
  CHECK(now().changed_ms == table.now);
  for (std::size_t i = 0; i < table.log.events.size(); ++i) CHECK(table.log.events[i].sequence == i + 1);
}

TEST_CASE_FIXTURE(RoomTest, "R314 a room that opens under a clock that was set back goes on from there, by number") {
  table.now += std::int64_t{365} * 24 * 3'600'000;
  table.act(nadias, nadia, 50, rename("A year ahead"));
  const std::uint64_t before = now().sequence;
  table.now -= std::int64_t{365} * 24 * 3'600'000;
  Room again(now(), table.log, table.boxes);
  again.connect(nadias);
  again.hear(nadias, Hello{nadia, "", Role::facilitator, before}, table.now);
  again.hear(nadias, Command{nadia, 51, rename("Now")}, table.now + 1000);
  again.commit();
  CHECK(again.workshop().title == "Now");
  CHECK(again.workshop().sequence == before + 1);
  CHECK(again.workshop().changed_ms == table.now + 1000);
}

TEST_CASE_FIXTURE(RoomTest, "R73 a command is judged with everything heard before it") {
  table.say(nadias, nadia, 50, RemoveItems{{}, {}, {till}});
  table.say(tomass, tomas, 50, ChangeCard{till, "Too late", CardColour::sky});
  REQUIRE(table.heard<Refused>(tomass).size() == 1);
  CHECK(table.heard<Refused>(tomass)[0].refusal.why == Why::not_found);
  table.commit();
  CHECK(table.heard<Event>(tomass).size() == 1);
}

TEST_CASE_FIXTURE(RoomTest, "R74 when the disk fails, nothing is acknowledged and the session is read only") {
  table.log.failure = "The disk is full. Everything up to now is safe. Free some space.";
  const Workshop before = now();
  table.say(nadias, nadia, 50, rename("Lost"));
  table.say(tomass, tomas, 50, ChangeCard{till, "Lost", CardColour::sky});
  table.commit();
  CHECK(now() == before);
  for (const LinkId link : {nadias, tomass}) {
    CHECK(table.heard<Acknowledged>(link).empty());
    CHECK(table.heard<Event>(link).empty());
    REQUIRE(table.heard<Refused>(link).size() == 1);
    CHECK(table.heard<Refused>(link)[0].refusal == Refusal{Why::storage, *table.log.failure});
    REQUIRE(table.heard<ReadOnly>(link).size() == 1);
    CHECK(table.heard<ReadOnly>(link)[0].sentence == *table.log.failure);
  }
  table.log.failure.reset();
  table.told.clear();
  table.act(nadias, nadia, 51, rename("Still lost"));
  CHECK(table.heard<Refused>(nadias).size() == 1);
  CHECK(now() == before);
  table.room->connect(9);
  table.room->hear(9, Hello{priya, "", Role::participant, 0}, table.now);
  table.commit();
  CHECK(table.heard<ReadOnly>(9).size() == 1);
  CHECK(table.heard<Event>(9).size() == before.sequence);
}

TEST_CASE_FIXTURE(RoomTest, "R325 once the disk takes everything again, so does the room, and every screen is told") {
  table.log.failure = "The disk is full.";
  table.act(nadias, nadia, 50, rename("Lost"));
  table.log.failure.reset();
  table.told.clear();
  CHECK(table.room->read_only());
  table.room->turn_writable();
  CHECK_FALSE(table.room->read_only());
  table.act(nadias, nadia, 51, rename("Kept"));
  CHECK(now().title == "Kept");
  for (const LinkId link : {nadias, tomass}) {
    REQUIRE(table.heard<ReadOnly>(link).size() == 1);
    CHECK(table.heard<ReadOnly>(link)[0].sentence.empty());
  }
  table.room->turn_writable();
  table.listen();
  CHECK(table.heard<ReadOnly>(nadias).size() == 1);
}

TEST_CASE_FIXTURE(VoteTest, "R272 a box that fails refuses its inputs only, and takes them when it works again") {
  table.boxes.put_failure = "The disk does not answer.";
  table.say(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.say(nadias, nadia, 1010, rename("Goes on"));
  table.commit();
  CHECK(table.heard<Acknowledged>(tomass).empty());
  REQUIRE(table.heard<Refused>(tomass).size() == 1);
  CHECK(table.heard<Refused>(tomass)[0].refusal.why == Why::storage);
  CHECK(table.heard<Acknowledged>(nadias).size() == 1);
  CHECK(table.heard<Refused>(nadias).empty());
  CHECK(table.heard<Progress>(priyas).empty());
  CHECK(table.heard<ReadOnly>(stages).empty());
  table.boxes.put_failure.reset();
  table.told.clear();
  table.act(tomass, tomas, 51, SealInput{ballots, dots(ruth, 2)});
  CHECK(table.heard<Acknowledged>(tomass).size() == 1);
}

TEST_CASE_FIXTURE(RoomTest, "R74 a newcomer who could not be written down has no seat") {
  table.log.failure = "The disk is full.";
  table.room->connect(9);
  table.room->hear(9, Hello{{}, "Eun-ji", Role::participant, 0}, table.now);
  table.commit();
  CHECK(table.heard<Welcome>(9).empty());
  CHECK(table.heard<Refused>(9).size() == 1);
  CHECK(find(now(), next_seat(now())) == nullptr);
}

TEST_CASE_FIXTURE(VoteTest, "R75 a secret input goes into the box and nowhere else") {
  const std::size_t before = table.log.events.size();
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  CHECK(table.log.events.size() == before);
  CHECK(table.boxes.inputs_in(ballots) == 1);
  REQUIRE(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Acknowledged>(tomass)[0].sequence == 0);
  REQUIRE(table.heard<SealedSeats>(tomass).size() == 1);
  CHECK(table.heard<SealedSeats>(tomass)[0].seats == std::vector<SeatId>{tomas});
  REQUIRE(table.heard<SealedSeats>(nadias).size() == 1);
  CHECK(table.heard<SealedSeats>(nadias)[0].seats == std::vector<SeatId>{tomas});
  for (const LinkId link : {nadias, priyas, stages}) {
    CHECK((link == nadias || table.heard<SealedSeats>(link).empty()));
    CHECK(table.heard<Event>(link).empty());
    REQUIRE(table.heard<Progress>(link).size() == 1);
    CHECK(table.heard<Progress>(link)[0].done == 1);
    CHECK(table.heard<Progress>(link)[0].of == 2);
  }
}

TEST_CASE_FIXTURE(VoteTest, "R75 inputs of one commit are put together and each seat's last one counts") {
  table.say(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.say(priyas, priya, 50, SealInput{ballots, dots(ruth, 1)});
  table.say(tomass, tomas, 51, SealInput{ballots, dots(helena, 3)});
  table.commit();
  CHECK(table.boxes.puts == 1);
  CHECK(table.heard<Acknowledged>(tomass).size() == 2);
  CHECK(table.boxes.inputs_in(ballots) == 2);
  CHECK(decoded_input(table.boxes.boxes[ballots][tomas].input).value() == Input(dots(helena, 3)));
}

TEST_CASE_FIXTURE(VoteTest, "R75 an input sent again after a restart is acknowledged and counts once") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.restart();
  table.room->connect(tomass);
  table.room->hear(tomass, Hello{tomas, "", Role::participant, now().sequence}, table.now);
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  CHECK(table.heard<Welcome>(tomass)[0].sealed == first_sealed_counter + 50);
  REQUIRE(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Acknowledged>(tomass)[0].sequence == 0);
  CHECK(table.boxes.puts == 1);
  REQUIRE_FALSE(table.heard<Progress>(tomass).empty());
  CHECK(table.heard<Progress>(tomass).back().done == 1);
}

TEST_CASE_FIXTURE(VoteTest, "R75 a box is made only when its activity is open on disk") {
  const ActivityId second{mint<ActivityId>(nadia, next_nth(now(), nadia))};
  Activity copy = activity();
  copy.id = second;
  copy.phase = Phase::planned;
  copy.opened_ms = 0;
  table.act(nadias, nadia, 1010, AddActivity{copy});
  const int appends = table.log.appends;
  table.say(nadias, nadia, 1011, OpenActivity{second});
  CHECK(table.log.appends == appends);
  table.say(tomass, tomas, 50, SealInput{second, dots(ruth, 1)});
  CHECK(table.log.appends == appends + 1);
  CHECK(table.boxes.inputs_in(second) == 0);
  table.commit();
  CHECK(table.boxes.inputs_in(second) == 1);
}

TEST_CASE_FIXTURE(VoteTest, "R75 an input larger than the box takes is refused and harms nothing") {
  SealInput seal{ballots, dots(ruth, 1)};
  for (std::uint64_t n = 0; n < 3000; ++n) std::get<Ballot>(seal.input).dots.push_back({Item{CardId{n + 1}}, 1});
  table.act(tomass, tomas, 50, seal);
  CHECK(table.heard<Refused>(tomass).size() == 1);
  CHECK(table.heard<ReadOnly>(nadias).empty());
}

TEST_CASE_FIXTURE(VoteTest, "R76 after an anonymous reveal nothing tells whose an input was: permuted inputs give the same bytes") {
  std::vector<Bytes> reveals;
  for (const bool swapped : {false, true}) {
    VoteTest other;
    const Input mine = dots(ruth, 2), yours = dots(helena, 3);
    // Also another order and another number of attempts.
    if (swapped) other.table.act(priyas, priya, 50, SealInput{ballots, yours});
    other.table.act(swapped ? priyas : tomass, swapped ? priya : tomas, 51, SealInput{ballots, mine});
    other.table.act(swapped ? tomass : priyas, swapped ? tomas : priya, 51, SealInput{ballots, yours});
    other.reveal();
    REQUIRE(other.activity().inputs.size() == 2);
    for (const RevealedInput& input : other.activity().inputs) CHECK_FALSE(input.seat);
    reveals.push_back(encoded(other.table.log.events.back()));
  }
  CHECK(reveals[0] == reveals[1]);
}

TEST_CASE_FIXTURE(RoomTest, "R76 an anonymous placing reveals each placement by itself") {
  table.act(tomass, tomas, 50, SealInput{placing, PlacementSheet{{{Item(ruth), {9000, 9000}}, {Item(helena), {1, 1}}}}});
  table.act(priyas, priya, 50, SealInput{placing, PlacementSheet{{{Item(ruth), {2, 2}}}}});
  table.act(nadias, nadia, 50, CloseActivity{placing});
  table.act(nadias, nadia, 51, RevealActivity{placing, {}});
  const std::vector<RevealedInput>& inputs = find(now(), placing)->inputs;
  REQUIRE(inputs.size() == 3);
  for (const RevealedInput& input : inputs) {
    CHECK_FALSE(input.seat);
    CHECK(std::get<PlacementSheet>(input.input).placements.size() == 1);
  }
  CHECK(std::is_sorted(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) { return encoded(a.input) < encoded(b.input); }));
}

TEST_CASE_FIXTURE(RoomTest, "R76 a named activity reveals inputs with their seats") {
  const ActivityId named = mint<ActivityId>(nadia, next_nth(now(), nadia));
  Activity open_hand;
  open_hand.id = named;
  set_kind(open_hand, ActivityKind::place);
  open_hand.board = canvas;
  open_hand.title = "Open hand";
  open_hand.secrecy = Secrecy::named;
  *items_in(open_hand) = sorted_items({Item(ruth), Item(helena)});
  table.act(nadias, nadia, 50, AddActivity{open_hand});
  table.act(nadias, nadia, 51, OpenActivity{named});
  const PlacementSheet sheet{{{Item(ruth), {1, 2}}, {Item(helena), {3, 4}}}};
  table.act(priyas, priya, 50, SealInput{named, PlacementSheet{}});
  table.act(tomass, tomas, 50, SealInput{named, sheet});
  table.act(nadias, nadia, 52, CloseActivity{named});
  table.act(nadias, nadia, 53, RevealActivity{named, {}});
  CHECK(find(now(), named)->inputs == std::vector<RevealedInput>{{tomas, sheet}, {priya, PlacementSheet{}}});
}

TEST_CASE_FIXTURE(VoteTest, "R76 what was removed meanwhile is left out, and whoever voted for it still has voted") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.act(priyas, priya, 50, SealInput{ballots, Ballot{{{Item(ruth), 1}, {Item(helena), 2}}}});
  table.act(nadias, nadia, 1005, RemoveItems{{ruth}, {}, {}});
  table.told.clear();
  table.act(nadias, nadia, 1006, CloseActivity{ballots});
  table.act(nadias, nadia, 1007, RevealActivity{ballots, {}});
  const std::vector<RevealedInput> expected = {{{}, Ballot{}}, {{}, dots(helena, 2)}};
  CHECK(activity().inputs == expected);
}

TEST_CASE_FIXTURE(VoteTest, "R76 inputs are taken from the box only, never from a screen") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.act(nadias, nadia, 1002, CloseActivity{ballots});
  table.act(nadias, nadia, 1003, RevealActivity{ballots, {{{}, dots(helena, 3)}}});
  REQUIRE(table.heard<Refused>(nadias).size() == 1);
  CHECK(table.heard<Refused>(nadias)[0].refusal.why == Why::malformed);
  CHECK(activity().phase == Phase::closed);
}

TEST_CASE_FIXTURE(VoteTest, "R76 an input heard just before the reveal counts") {
  table.say(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.say(nadias, nadia, 1002, CloseActivity{ballots});
  table.say(priyas, priya, 50, SealInput{ballots, dots(ruth, 1)});
  table.say(nadias, nadia, 1003, RevealActivity{ballots, {}});
  table.commit();
  CHECK(activity().inputs.size() == 1);
  CHECK(table.heard<Acknowledged>(tomass).size() == 1);
  CHECK(table.heard<Refused>(priyas).size() == 1);
}

TEST_CASE_FIXTURE(VoteTest, "R275 where the whole box cannot be read it is said with its number, and a second reveal goes on without it") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.act(priyas, priya, 50, SealInput{ballots, dots(ruth, 1)});
  table.act(nadias, nadia, 1002, CloseActivity{ballots});
  table.boxes.read_failure = "a.ballots-7 could not be opened (Permission denied).";
  table.act(nadias, nadia, 1003, RevealActivity{ballots, {}});
  REQUIRE(table.heard<Refused>(nadias).size() == 1);
  const std::string text = table.heard<Refused>(nadias)[0].refusal.text;
  CHECK(text.find("Permission denied") != std::string::npos);
  CHECK(text.find("2 answers") != std::string::npos);
  CHECK(activity().phase == Phase::closed);
  CHECK(table.heard<ReadOnly>(nadias).empty());
  SUBCASE("it can be read again") {
    table.boxes.read_failure.reset();
    table.act(nadias, nadia, 1004, RevealActivity{ballots, {}});
    CHECK(activity().inputs.size() == 2);
  }
  SUBCASE("it cannot") {
    table.act(nadias, nadia, 1004, RevealActivity{ballots, {}});
    CHECK(activity().phase == Phase::revealed);
    CHECK(activity().inputs.empty());
  }
}

TEST_CASE_FIXTURE(VoteTest, "R77 the box is destroyed after the reveal is safe, and not before") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.act(nadias, nadia, 1002, CloseActivity{ballots});
  table.say(nadias, nadia, 1003, RevealActivity{ballots, {}});
  CHECK(table.boxes.inputs_in(ballots) == 1);
  SUBCASE("the reveal is safe") {
    table.commit();
    CHECK(table.boxes.boxes.count(ballots) == 0);
  }
  SUBCASE("the reveal could not be written") {
    table.log.failure = "The disk is full.";
    table.commit();
    CHECK(table.boxes.inputs_in(ballots) == 1);
    CHECK(activity().phase == Phase::closed);
  }
}

TEST_CASE_FIXTURE(VoteTest, "R77 a box that outlived its reveal is destroyed at the next start") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.boxes.destroy_fails = true;
  reveal();
  CHECK(activity().phase == Phase::revealed);
  CHECK(table.boxes.inputs_in(ballots) == 1);
  table.boxes.destroy_fails = false;
  SUBCASE("after a crash") { table.restart(); }
  SUBCASE("or with the next commit") { table.commit(); }
  CHECK(table.boxes.boxes.count(ballots) == 0);
}

TEST_CASE_FIXTURE(VoteTest, "R77 closing and opening again keeps what is in the box") {
  table.act(tomass, tomas, 50, SealInput{ballots, dots(ruth, 2)});
  table.act(nadias, nadia, 1002, CloseActivity{ballots});
  table.act(nadias, nadia, 1003, OpenActivity{ballots});
  table.act(priyas, priya, 50, SealInput{ballots, dots(ruth, 1)});
  table.act(nadias, nadia, 1004, CloseActivity{ballots});
  table.act(nadias, nadia, 1005, RevealActivity{ballots, {}});
  CHECK(activity().inputs.size() == 2);
}

TEST_CASE_FIXTURE(RoomTest, "R78 each role is told what it may see") {
  Stakeholder noted = *find(now(), ruth);
  noted.note = "Knows the regulator";
  table.act(nadias, nadia, 50, changed_to(now(), noted));
  const auto note_told = [&](LinkId link) { return std::get<ChangeStakeholder>(table.heard<Event>(link).at(0).action).note; };
  CHECK(note_told(nadias) == "Knows the regulator");
  for (const LinkId link : {tomass, stages}) {
    CHECK(table.heard<Event>(link).empty());
    CHECK(table.heard<Blank>(link).size() == 1);
  }
  noted.role = "Buyer";
  noted.note = "Leaves in spring";
  table.act(nadias, nadia, 51, changed_to(now(), noted));
  for (const LinkId link : {tomass, stages}) CHECK(std::get<ChangeStakeholder>(table.heard<Event>(link).at(0).action) == ChangeStakeholder{ruth, {}, "Buyer"});
}

TEST_CASE_FIXTURE(RoomTest, "R78 a finger on a board is told to the others, unless people place there in secret") {
  table.room->hear(tomass, Presence{tomas, {Item(till)}, cards, {1, 2}}, table.now);
  table.listen();
  CHECK(table.heard<Presence>(nadias).size() == 1);
  CHECK(table.heard<Presence>(tomass).empty());
  table.told.clear();
  table.room->hear(tomass, Presence{tomas, {Item(ruth)}, canvas, {1, 2}}, table.now);
  table.room->hear(tomass, Presence{priya, {Item(till)}, cards, {1, 2}}, table.now);
  table.listen();
  CHECK(table.told.empty());
}

TEST_CASE_FIXTURE(RoomTest, "R74 a reveal too large for the file is refused and harms nothing") {
  SampleRoom big;
  std::vector<Item> items;
  for (int i = 0; i < 900; ++i) items.emplace_back(big.add_stakeholder(big.nadia, "Stakeholder " + std::to_string(i)));
  const ActivityId huge = big.add_placing(big.add_board(BoardKind::canvas, "Power and interest"), items);
  big.open(huge);
  big.close(huge);
  RoomTable wide(big);
  PlacementSheet sheet;
  for (const Item& item : items) sheet.placements.push_back({item, {5000, 5000}});
  for (std::uint32_t seat = 1; seat <= 40; ++seat) wide.boxes.boxes[huge][SeatId{seat}] = {SeatId{seat}, 1, encoded(Input(sheet))};
  wide.sit(nadias, big.nadia);
  wide.act(nadias, big.nadia, 5000, RevealActivity{huge, {}});
  REQUIRE(wide.heard<Refused>(nadias).size() == 1);
  CHECK(wide.heard<Refused>(nadias)[0].refusal.why == Why::full);
  CHECK(wide.boxes.inputs_in(huge) == 40);
  CHECK(wide.heard<ReadOnly>(nadias).empty());
}

}  // namespace standpoint::room_test
