// A screen's copy: what it shows before, while and after the room answers.
#include "core/room/replica.h"

#include <doctest/doctest.h>

#include "core/workshop/audience.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::replica_test {

namespace {

constexpr LinkId mine = 1, others = 2;

// Tomás's screen, connected to a room by hand: messages arrive when the test lets them.
struct ReplicaTest : SampleWorkshop {
  RoomTable table{*this};
  Replica replica;
  ReplicaTest() {
    table.sit(others, nadia);
    table.room->connect(mine);
    table.room->hear(mine, Hello{tomas, "", Role::participant, 0}, table.now);
    table.commit();
    deliver();
  }
  void deliver() {
    for (const auto& [link, message] : std::exchange(table.told, {}))
      if (link == mine) replica.receive(message);
  }
  Command issue(Action action) { return replica.issue(tomas, std::move(action)); }
  void send(const Command& command) {
    table.room->hear(mine, command, table.now);
    table.commit();
  }
  Action edit(std::string text) const { return ChangeCard{till, std::move(text), CardColour::sky}; }
  std::string shown_text() const { return find(replica.shown(), till)->text; }
  std::string confirmed_text() const { return find(replica.confirmed(), till)->text; }
};

// Those of others are not told.
Workshop without_numbers(Workshop w) {
  for (Seat& seat : w.seats) seat.last_counter = seat.minted = 0;
  return w;
}

}  // namespace

TEST_CASE_FIXTURE(ReplicaTest, "R79 a screen that caught up shows what the room holds") {
  CHECK(replica.seat() == tomas);
  CHECK(without_numbers(replica.confirmed()) == without_numbers(table.room->workshop()));
  CHECK(replica.shown() == replica.confirmed());
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 an own change is shown at once and stays when it is confirmed") {
  const Command command = issue(edit("Mine"));
  CHECK(shown_text() == "Mine");
  CHECK(confirmed_text() != "Mine");
  send(command);
  deliver();
  CHECK(confirmed_text() == "Mine");
  CHECK(replica.shown() == replica.confirmed());
  CHECK(replica.unanswered().empty());
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 what others did meanwhile goes below what is still pending") {
  const Command command = issue(edit("Mine"));
  table.act(others, nadia, 100, ChangeCard{till, "Hers", CardColour::rose});
  table.act(others, nadia, 101, RenameSession{"New title", ""});
  deliver();
  CHECK(confirmed_text() == "Hers");
  CHECK(shown_text() == "Mine");
  CHECK(replica.shown().title == "New title");
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 a refused change disappears, with its reason, and the others stay") {
  const Command too_long = issue(ChangeCard{till, std::string(max_text_bytes + 1, 'x'), CardColour::sky});
  const Command fine = issue(ChangeCard{data, "Fine", CardColour::sky});
  send(too_long);
  send(fine);
  deliver();
  CHECK(shown_text() == "Who answers when the till stops?");
  CHECK(find(replica.shown(), data)->text == "Fine");
  CHECK(replica.take_refusals().size() == 1);
  CHECK(replica.take_refusals().empty());
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 ids made while commands are pending never meet, even after a refusal") {
  const auto next_card = [&] { return Card{mint<CardId>(tomas, next_nth(replica.shown(), tomas)), cards, 0, {1, 1}, CardColour::sky, "Card"}; };
  Card bad = next_card();
  bad.text = std::string(max_text_bytes + 1, 'x');
  const Command refused = issue(AddCard{bad});
  const Card second = next_card();
  const Command kept = issue(AddCard{second});
  CHECK(second.id != bad.id);
  send(refused);
  deliver();
  const Card third = next_card();
  CHECK(third.id != second.id);
  const Command also_kept = issue(AddCard{third});
  send(kept);
  send(also_kept);
  deliver();
  CHECK(replica.take_refusals().size() == 1);
  CHECK(find(replica.confirmed(), second.id));
  CHECK(find(replica.confirmed(), third.id));
}

TEST_CASE_FIXTURE(ReplicaTest, "R71 after a lost link the unanswered commands are sent again, oldest first, and count once") {
  const Command heard = issue(edit("First"));
  const Command unheard = issue(edit("Second"));
  send(heard);
  table.told.clear();  // the link was lost with the answers on it
  table.room->disconnect(mine);
  CHECK(replica.unanswered() == std::vector<Command>{heard, unheard});
  const std::size_t before = table.log.events.size();

  table.room->connect(mine);
  table.room->hear(mine, replica.hello("", Role::participant), table.now);
  table.commit();
  deliver();
  CHECK(replica.unanswered() == std::vector<Command>{unheard});
  for (const Command& command : {heard, unheard}) send(command);
  deliver();
  CHECK(table.log.events.size() == before + 1);
  CHECK(shown_text() == "Second");
  CHECK(replica.unanswered().empty());
  CHECK(without_numbers(replica.shown()) == without_numbers(table.room->workshop()));
}

TEST_CASE_FIXTURE(ReplicaTest, "R71 a screen that starts anew counts on where its seat had been") {
  send(issue(edit("First")));
  deliver();
  send(issue(SealInput{placing, PlacementSheet{{{Item(ruth), {1, 1}}}}}));
  Replica again;
  table.told.clear();
  table.room->connect(mine);
  table.room->hear(mine, Hello{tomas, "", Role::participant, 0}, table.now);
  table.commit();
  for (const auto& [link, message] : std::exchange(table.told, {}))
    if (link == mine) again.receive(message);
  const Command command = again.issue(tomas, edit("Anew"));
  CHECK(command.counter == replica.issue(tomas, edit("Anew")).counter);
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 events seen already and events from a lost link change nothing") {
  const Workshop before = replica.confirmed();
  replica.receive(Event{before.sequence, 1, nadia, 1, RenameSession{"Again", ""}});
  replica.receive(Event{before.sequence + 2, 1, nadia, 1, RenameSession{"Too early", ""}});
  replica.receive(Blank{before.sequence + 2, 1});
  CHECK(replica.confirmed() == before);
  replica.receive(Blank{before.sequence + 1, before.changed_ms + 5});
  CHECK(replica.confirmed().sequence == before.sequence + 1);
  replica.receive(Event{before.sequence + 2, before.changed_ms + 6, nadia, 1, RenameSession{"Now", ""}});
  CHECK(replica.shown().title == "Now");
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 an own change that this seat may not see is over once it is acknowledged") {
  const Command command = issue(edit("Mine"));
  replica.receive(Blank{replica.confirmed().sequence + 1, 1});
  CHECK(shown_text() == "Mine");
  replica.receive(Acknowledged{command.by, command.counter, replica.confirmed().sequence});
  CHECK(shown_text() == "Who answers when the till stops?");
  CHECK(replica.unanswered().empty());
}

TEST_CASE_FIXTURE(ReplicaTest, "R75 a sealed input changes nothing that is shown; the room says when it is in the box") {
  const Workshop before = replica.shown();
  const Command seal = issue(SealInput{placing, PlacementSheet{{{Item(ruth), {1, 1}}}}});
  CHECK(replica.shown() == before);
  CHECK(replica.sealed_seats(placing).empty());
  send(seal);
  deliver();
  CHECK(replica.unanswered().empty());
  CHECK(replica.sealed_seats(placing) == std::vector<SeatId>{tomas});
  CHECK(replica.progress(placing).done == 1);
  CHECK(replica.progress(placing).of == 2);
  table.act(others, nadia, 100, CloseActivity{placing});
  table.act(others, nadia, 101, RevealActivity{placing, {}});
  deliver();
  CHECK(replica.sealed_seats(placing).empty());
  CHECK(find(replica.shown(), placing)->inputs.size() == 1);
}

TEST_CASE("R76 a reveal is shown when the room has opened the box, not before") {
  SampleWorkshop sample;
  sample.close(sample.placing);
  Replica facilitator(sample.workshop);
  facilitator.issue(sample.nadia, RevealActivity{sample.placing, {}});
  CHECK(find(facilitator.shown(), sample.placing)->phase == Phase::closed);
}

TEST_CASE_FIXTURE(ReplicaTest, "R74 the sentence about a failed disk reaches the screen") {
  CHECK_FALSE(replica.read_only());
  table.log.failure = "The disk is full.";
  send(issue(edit("Lost")));
  deliver();
  REQUIRE(replica.read_only());
  CHECK(*replica.read_only() == "The disk is full.");
  CHECK(shown_text() == confirmed_text());
  replica.receive(ReadOnly{});
  CHECK_FALSE(replica.read_only());
}

TEST_CASE_FIXTURE(ReplicaTest, "R79 a screen beside the host starts from the folded session and asks only for the rest") {
  Replica local(workshop);
  CHECK(local.hello("Nadia", Role::facilitator).have_sequence == workshop.sequence);
  CHECK(local.shown() == workshop);
}

TEST_CASE_FIXTURE(ReplicaTest, "R356 a screen that is told the workshop without numbers makes ids after its own") {
  const StakeholderId made = mint<StakeholderId>(tomas, next_nth(replica.confirmed(), tomas));
  send(replica.issue(tomas, AddStakeholder{stakeholder_named(made, "Ben")}));
  table.commit();
  deliver();
  REQUIRE(next_nth(replica.confirmed(), tomas) == minted_nth(made) + 1);
  const Workshop seen = as_seen_by(Role::participant, table.room->workshop());
  CHECK(find(seen, tomas)->minted == 0);
  replica.receive(Snapshot{seen});
  CHECK(next_nth(replica.confirmed(), tomas) == minted_nth(made) + 1);
  Replica reloaded;
  reloaded.receive(Welcome{tomas, 50, first_sealed_counter, minted_nth(made)});
  reloaded.receive(Snapshot{seen});
  CHECK(next_nth(reloaded.shown(), tomas) == minted_nth(made) + 1);
  CHECK(next_nth(reloaded.shown(), nadia) == 1);
}

}  // namespace standpoint::replica_test
