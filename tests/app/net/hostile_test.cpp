// Clients that mean harm, on a real network of one computer. After each, a tablet that behaves still votes.
#include "tests/app/net/hosted_room.h"

namespace standpoint::hostile_test {

namespace {

struct Attacked : HostedRoom {
  std::unique_ptr<RawTablet> good;
  explicit Attacked(ServerLimits given = {}) : HostedRoom(given) {
    good = std::make_unique<RawTablet>(*this, token_of(1), secret());
    REQUIRE(good->join("Ana Belo"));
  }
  ~Attacked() { CHECK(good->votes(*this)); }
  std::unique_ptr<RawTablet> intruder() {
    auto tablet = std::make_unique<RawTablet>(*this, token_of(2), secret());
    REQUIRE(tablet->join("Intruder"));
    return tablet;
  }
};

Bytes bytes_of(std::size_t count, unsigned value) { return Bytes(count, static_cast<std::byte>(value)); }

}  // namespace

TEST_CASE("R108 malformed and truncated messages end their line only") {
  Attacked room;
  const Bytes greeting = encoded(Greeter(Knock{token_of(2), room.secret(), ""}).greeting()), knock = encoded(ToHost(Knock{token_of(2), room.secret(), ""}));
  for (const Bytes& first : {greeting, knock})
    for (std::size_t length = 0; length < first.size(); length += 3) {
      RawLine line(room);
      line.send_bytes(Bytes(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(length)));
      CHECK(line.is_ended_by_host());
    }
  for (const bool sealed : {false, true})
  for (const unsigned value : {0u, 1u, 0x7Fu, 0xFFu}) {
    const auto intruder = room.intruder();
    RawTablet& tablet = *intruder;
    if (sealed) tablet.line.send_sealed(bytes_of(1000, value));
    else tablet.line.send_bytes(bytes_of(1000, value));
    CHECK(tablet.line.is_ended_by_host());
  }
}

TEST_CASE("R108 oversized messages end their line only") {
  Attacked room;
  RawLine stranger(room);
  stranger.send_bytes(bytes_of(max_participant_message + sealed_more + 1, 0));
  CHECK(stranger.is_ended_by_host());
  const auto intruder = room.intruder();
  RawTablet& tablet = *intruder;
  tablet.line.send_bytes(bytes_of(max_participant_message + sealed_more + 1, 0));
  CHECK(tablet.line.is_ended_by_host());
  RawTablet facilitator(room, token_of(3), room.facilitator_key());
  REQUIRE(facilitator.join("Ines Roth"));
  facilitator.line.send_bytes(bytes_of(max_facilitator_message + sealed_more + 1, 0));
  CHECK(facilitator.line.is_ended_by_host());
}

TEST_CASE("R108 words out of turn end their line") {
  Attacked room;
  const ToHost command = Command{SeatId{1}, 1, LockLobby{true}};
  RawLine without_knock(room), without_hello(room), twice(room);
  without_knock.send(command);
  CHECK(without_knock.is_ended_by_host());
  without_hello.send(Knock{token_of(2), room.secret(), ""});
  without_hello.send(command);
  CHECK(without_hello.is_ended_by_host());
  for (int i = 0; i < 2; ++i) twice.send(Knock{token_of(3), room.secret(), ""});
  CHECK(twice.is_ended_by_host());
  RawLine hello_first(room);
  hello_first.send(Hello{SeatId{1}, "Nadia Okafor", Role::facilitator, 0});
  CHECK(hello_first.is_ended_by_host());
  CHECK_FALSE(room.on_disk().lobby_locked);
}

TEST_CASE("R107 a foreign seat cannot be taken or spoken for") {
  Attacked room;
  RawTablet tablet(room, token_of(2), room.secret());
  REQUIRE(tablet.door);
  tablet.line.send(Hello{SeatId{1}, "Nadia Okafor", Role::facilitator, 0});
  REQUIRE(tablet.hear_until([](const HostMessage& message) { return std::holds_alternative<Welcome>(message); }));
  CHECK(tablet.replica.seat() != SeatId{1});
  CHECK(find(room.on_disk(), tablet.replica.seat())->role == Role::participant);
  const Command in_her_name{SeatId{1}, 900, CloseActivity{room.vote}};
  tablet.line.send(in_her_name);
  CHECK(tablet.answer_to(in_her_name)->why == Refusal::Why::not_allowed);
  const Command for_another{room.good->replica.seat(), 900, SealInput{room.vote, Ballot{}}};
  tablet.line.send(for_another);
  CHECK(tablet.answer_to(for_another)->why == Refusal::Why::not_allowed);
}

TEST_CASE("R107 a participant does nothing that is the facilitator's") {
  Attacked room;
  const auto intruder = room.intruder();
  RawTablet& tablet = *intruder;
  const SeatId own = tablet.replica.seat();
  for (const Action& action : std::vector<Action>{CloseActivity{room.vote}, RevealActivity{room.vote, {}}, RemoveActivity{room.vote}, LockLobby{true},
                                                  CoverStage{StageCover::blank}, ChangeNotes{"x"}, ChangeSeat{own, "Intruder", Role::facilitator},
                                                  LeaveSeat{room.good->replica.seat()}})
    CHECK(tablet.act(action).has_value());
  CHECK(find(room.on_disk(), room.vote)->phase == Phase::open);
}

TEST_CASE("R71 a command that is sent again, also on another line, is done once") {
  Attacked room;
  const auto intruder = room.intruder();
  RawTablet& tablet = *intruder;
  const Command command = tablet.replica.issue(tablet.replica.seat(), AddStakeholder{stakeholder_named(mint<StakeholderId>(tablet.replica.seat(), 1), "Once")});
  // Five at once may be heard together, and are then answered together; whatever comes later has an answer of its own.
  for (int i = 0; i < 5; ++i) tablet.line.send(command);
  CHECK_FALSE(tablet.answer_to(command));
  for (int i = 0; i < 5; ++i) {
    tablet.line.send(command);
    CHECK_FALSE(tablet.answer_to(command));
  }
  RawTablet again(room, token_of(2), {});
  REQUIRE(again.join(""));
  again.line.send(command);
  CHECK_FALSE(again.answer_to(command));
  CHECK(room.on_disk().stakeholders.size() == 2);
}

TEST_CASE("R106 the code cannot be guessed, and everybody with the QR code still joins") {
  Attacked room;
  int wrong = 0, too_many = 0;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const RawTablet guesser(room, token_of(100 + i), {}, "ABCDE" + std::to_string(2 + i % 8));
    REQUIRE(guesser.turned_away);
    wrong += guesser.turned_away->why == TurnedAway::Why::wrong_code;
    too_many += guesser.turned_away->why == TurnedAway::Why::too_many_tries;
  }
  CHECK(wrong >= 5);  // and one more for every three seconds that this takes
  CHECK(too_many >= 20);
  CHECK(wrong + too_many == 40);
  CHECK(RawTablet(room, token_of(200), room.secret()).door);
}

TEST_CASE("R291 a flood of connections is bounded, those who are in go on, and somebody new comes in while it lasts") {
  ServerLimits limits;
  limits.strangers_per_address = 20;
  limits.new_per_second = 0.001;
  limits.burst = 200;
  Attacked room(limits);
  std::vector<std::unique_ptr<RawLine>> held;
  for (int i = 0; i < 60; ++i) held.push_back(std::make_unique<RawLine>(room));
  for (std::size_t i = 0; i < 40; ++i) CHECK(held[i]->is_ended_by_host());
  CHECK(room.good->votes(room));
  {
    RawTablet late(room, token_of(3), room.secret());
    CHECK(late.join("Bo Lund"));
  }
  held.clear();
  // Beyond the burst nobody from this address gets as far as a handshake.
  int answered = 0;
  for (int i = 0; i < 400; ++i) answered += RawLine(room).open();
  CHECK(answered == 200 - 60 - 2);
  CHECK(RawLine(room).open() == false);
}

TEST_CASE("R109 a line that says nothing is ended") {
  ServerLimits limits;
  limits.handshake = std::chrono::milliseconds(300);
  Attacked room(limits);
  RawLine silent(room);
  CHECK(silent.is_ended_by_host());
}

TEST_CASE("R109 a tablet that stops reading is brought up to date when it reads again") {
  ServerLimits limits;
  limits.queue_bytes = 64 * 1024;
  Attacked room(limits);
  const auto intruder = room.intruder();
  RawTablet& slow = *intruder;
  RawTablet facilitator(room, token_of(3), room.facilitator_key());
  REQUIRE(facilitator.join("Ines Roth"));
  // More than the network between them holds.
  std::string text(max_text_bytes, 'x');
  Board board;
  board.id = mint<BoardId>(facilitator.replica.seat(), 1);
  board.kind = BoardKind::cards;
  board.title = "Notes";
  board.zones = {{"All", {{0, 0}, {10000, 10000}}}};
  REQUIRE_FALSE(facilitator.act(AddBoard{board}));
  const auto card = mint<CardId>(facilitator.replica.seat(), 2);
  REQUIRE_FALSE(facilitator.act(AddCard{{card, board.id, 0, {1, 1}, CardColour::paper, "first"}}));
  for (int round = 0; round < 100; ++round) {
    Command last;
    for (int i = 0; i < 20; ++i) {
      text[static_cast<std::size_t>(20 * round + i) % text.size()] = static_cast<char>('a' + round % 26);
      last = facilitator.replica.issue(facilitator.replica.seat(), ChangeCard{card, text, CardColour::paper});
      facilitator.line.send(last);
    }
    REQUIRE_FALSE(facilitator.answer_to(last));
  }
  int welcomes = 0;
  slow.hear_until([&](const HostMessage& message) {
    welcomes += std::holds_alternative<Welcome>(message);
    const Card* const there = find(slow.replica.confirmed(), card);
    return there && there->text == text;
  });
  CHECK(welcomes >= 1);  // something was dropped for it, and it was welcomed anew
  CHECK(slow.votes(room));
}

}  // namespace standpoint::hostile_test
