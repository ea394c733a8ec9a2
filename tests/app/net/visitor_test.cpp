// A tablet's membership over lines that fail: what it says on each, when it tries again, what it keeps. Lines in memory, a
// given time; the test plays the host.
#include "app/net/visitor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::visitor_test {

namespace {

// What both ends of a line see. The test holds one end, the visitor's Line the other.
struct Wire {
  Line::State state = Line::State::open;
  std::vector<ToHost> said;       // by the visitor
  std::vector<ToScreen> to_hear;  // by the visitor
  bool held = true;               // the visitor still has it

  template <class Message>
  std::vector<Message> heard() const {
    std::vector<Message> messages;
    for (const ToHost& one : said)
      if (const auto* message = std::get_if<Message>(&one)) messages.push_back(*message);
    return messages;
  }
};

class WireLine final : public Line {
 public:
  explicit WireLine(std::shared_ptr<Wire> wire) : wire_(std::move(wire)) {}
  ~WireLine() override { wire_->held = false; }
  void send(const ToHost& message) override {
    if (wire_->state == State::open) wire_->said.push_back(message);
  }
  std::vector<ToScreen> receive() override { return std::exchange(wire_->to_hear, {}); }
  State state() const override { return wire_->state; }

 private:
  std::shared_ptr<Wire> wire_;
};

const Key token{7}, secret{9}, session{1};
constexpr std::int64_t answer_due_ms = 10'000, silence_ms = 12'000;

// A visitor and all the lines it opened.
struct Tablet {
  std::vector<std::shared_ptr<Wire>> wires;
  Line::State next_state = Line::State::open;
  std::int64_t now = 1'000;
  Visitor visitor;

  explicit Tablet(Visitor::Keys keys = {token, secret, ""})
      : visitor(
            [this] {
              wires.push_back(std::make_shared<Wire>());
              wires.back()->state = next_state;
              return std::make_unique<WireLine>(wires.back());
            },
            std::move(keys)) {
    visitor.step(now);
  }
  Wire& wire() { return *wires.back(); }
  void hear(const ToScreen& message) {
    wire().to_hear.push_back(message);
    visitor.step(now);
  }
  void hear(const Refused& refused) { hear(ToScreen{HostMessage{refused}}); }
  void hear(TurnedAway::Why why) { hear(ToScreen{TurnedAway{why, "No session with this code."}}); }
  void open(SeatId seat = {}, Role role = Role::participant, Key of = session) {
    Opened opened;
    opened.session = of;
    opened.seat = seat;
    opened.role = role;
    hear(ToScreen{opened});
  }
  void welcome(SeatId seat, std::uint32_t counter = 0) { hear(ToScreen{HostMessage{Welcome{seat, counter}}}); }
  void event(std::uint64_t sequence, Action action, SeatId by = {}, std::uint32_t counter = 0) {
    hear(ToScreen{HostMessage{Event{sequence, sample_start_ms, by, counter, std::move(action)}}});
  }
  // Joined as seat 3, with the seat and its beginning told.
  void sit() {
    open();
    visitor.join("Priya Raman", Role::participant);
    welcome(SeatId{3});
    event(1, StartSession{"Checkout relaunch", ""});
    event(2, JoinSeat{SeatId{3}, "Priya Raman", Role::participant, {}});
  }
  void lose() {
    wire().state = Line::State::lost;
    visitor.step(now);
  }
  // Lets time go to when the visitor wants to be stepped; answers how long that was.
  std::int64_t wait() {
    const std::int64_t before = now;
    now = visitor.next_step_ms();
    visitor.step(now);
    return now - before;
  }
};

}  // namespace

TEST_CASE("a visitor knocks once with all it has when its line is open, and says hello when somebody gave a name") {
  Tablet tablet({token, secret, "7KQ294"});
  tablet.visitor.step(tablet.now);
  REQUIRE(tablet.wire().said.size() == 1);
  const Knock knock = tablet.wire().heard<Knock>().at(0);
  CHECK(knock.token == token);
  CHECK(knock.secret == secret);
  CHECK(knock.code == "7KQ294");
  tablet.open();
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.wire().said.size() == 1);
  tablet.visitor.join("Priya Raman", Role::observer);
  CHECK(tablet.visitor.stage() == Visitor::Stage::joining);
  const Hello hello = tablet.wire().heard<Hello>().at(0);
  CHECK(hello.name == "Priya Raman");
  CHECK(hello.role == Role::observer);
  CHECK_FALSE(hello.seat);
  tablet.welcome(SeatId{3});
  CHECK(tablet.visitor.stage() == Visitor::Stage::joined);
  CHECK(tablet.visitor.connected());
}

TEST_CASE("a visitor whose line is not open yet says nothing until it is") {
  Tablet slow;
  slow.next_state = Line::State::connecting;
  slow.visitor.knock_again();
  slow.visitor.step(slow.now);
  CHECK(slow.wire().said.empty());
  slow.wire().state = Line::State::open;
  slow.visitor.step(slow.now);
  CHECK(slow.wire().heard<Knock>().size() == 1);
}

TEST_CASE("a known tablet joins by itself") {
  Tablet tablet;
  tablet.open(SeatId{3});
  CHECK(tablet.visitor.stage() == Visitor::Stage::joining);
  CHECK(tablet.wire().heard<Hello>().size() == 1);
}

TEST_CASE("a tablet without a secret whose token nobody knows asks for the code, and a wrong one is said") {
  Tablet tablet({token, {}, ""});
  tablet.hear(TurnedAway::Why::wrong_code);
  CHECK(tablet.visitor.stage() == Visitor::Stage::needs_code);
  tablet.now += 3'600'000;
  tablet.visitor.step(tablet.now);
  CHECK(tablet.wires.size() == 1);  // it waits for a person, not for time
  tablet.visitor.enter_code("WRONG9");
  tablet.visitor.step(tablet.now);
  CHECK(tablet.wire().heard<Knock>().at(0).code == "WRONG9");
  tablet.hear(TurnedAway::Why::wrong_code);
  CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
  CHECK(tablet.visitor.turned_away().sentence == "No session with this code.");
  tablet.visitor.enter_code("7KQ294");
  tablet.visitor.step(tablet.now);
  tablet.open();
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.wires.size() == 3);
}

TEST_CASE("R128 a tablet with an old QR code says so, and goes on with the code typed") {
  Tablet tablet;
  tablet.hear(TurnedAway::Why::old_code);
  CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
  tablet.visitor.enter_code("7KQ294");
  tablet.visitor.step(tablet.now);
  const auto* knock = std::get_if<Knock>(&tablet.wire().said.back());
  REQUIRE(knock);
  CHECK(knock->code == "7KQ294");
}

TEST_CASE("a visitor who is turned away because the room is locked or full asks again by itself, after a while") {
  for (const TurnedAway::Why why : {TurnedAway::Why::locked, TurnedAway::Why::full}) {
    Tablet tablet;
    tablet.hear(why);
    CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
    CHECK(tablet.wait() == 5'000);
    CHECK(tablet.wires.size() == 2);
    CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
    tablet.open();
    CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  }
}

TEST_CASE("somebody who was removed does not come back unless they give their name again") {
  Tablet tablet;
  tablet.sit();
  tablet.hear(TurnedAway::Why::removed);
  CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
  tablet.now += 3'600'000;
  tablet.visitor.step(tablet.now);
  CHECK(tablet.wires.size() == 1);
  tablet.visitor.knock_again();
  tablet.visitor.step(tablet.now);
  tablet.open();
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.wire().heard<Hello>().empty());
}

TEST_CASE("a lost line is made again after 250 ms, then twice as long up to two seconds, and soon again after a success") {
  Tablet tablet;
  std::int64_t most = 250;
  for (int failure = 0; failure < 8; ++failure) {
    tablet.lose();
    const std::int64_t waited = tablet.wait();
    CHECK(waited >= most / 2);
    CHECK(waited <= most);
    most = std::min<std::int64_t>(most * 2, 2'000);
  }
  tablet.sit();
  tablet.lose();
  CHECK(tablet.wait() <= 250);
}

TEST_CASE("tablets do not come back in the same moment, and each in the same one every time") {
  std::vector<std::int64_t> waits;
  for (std::uint8_t one = 1; one <= 40; ++one) {
    Tablet tablet({Key{one}, secret, ""}), again({Key{one}, secret, ""});
    tablet.lose();
    again.lose();
    waits.push_back(tablet.wait());
    CHECK(again.wait() == waits.back());
  }
  std::sort(waits.begin(), waits.end());
  waits.erase(std::unique(waits.begin(), waits.end()), waits.end());
  CHECK(waits.size() >= 25);
}

TEST_CASE("after a loss the same seat comes back, says how far it is, and sends again what nobody answered, oldest first") {
  Tablet tablet;
  tablet.sit();
  tablet.visitor.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(SeatId{3}, 1), "Maya Brandt")});
  tablet.visitor.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(SeatId{3}, 2), "Lars Holm")});
  tablet.event(3, tablet.wire().heard<Command>().at(0).action, SeatId{3}, 1);
  tablet.lose();
  CHECK_FALSE(tablet.visitor.connected());
  CHECK(tablet.visitor.stage() == Visitor::Stage::joined);
  tablet.visitor.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(SeatId{3}, 3), "Ruth Adeyemi")});  // while offline
  tablet.wait();
  tablet.open(SeatId{3});
  const Hello hello = tablet.wire().heard<Hello>().at(0);
  CHECK(hello.seat == SeatId{3});
  CHECK(hello.have_sequence == 3);
  CHECK(tablet.wire().heard<Command>().empty());  // not before the welcome
  tablet.welcome(SeatId{3}, 2);
  const std::vector<Command> again = tablet.wire().heard<Command>();
  REQUIRE(again.size() == 2);
  CHECK(again[0].counter == 2);
  CHECK(again[1].counter == 3);
  CHECK(tablet.visitor.reconnects() == 1);
  CHECK(tablet.visitor.replica().shown().stakeholders.size() == 3);
}

TEST_CASE("a tablet whose hello was heard but whose welcome was lost takes the seat it was given") {
  Tablet tablet;
  tablet.open();
  tablet.visitor.join("Priya Raman", Role::participant);
  tablet.lose();
  tablet.wait();
  tablet.open(SeatId{3});
  CHECK(tablet.wire().heard<Hello>().size() == 1);
  tablet.welcome(SeatId{3});
  CHECK(tablet.visitor.connected());
  CHECK(tablet.visitor.reconnects() == 0);
}

TEST_CASE("a name given while there is no line is said on the next") {
  Tablet tablet;
  tablet.open();
  tablet.lose();
  tablet.visitor.join("Priya Raman", Role::participant);
  tablet.wait();
  tablet.open();
  CHECK(tablet.wire().heard<Hello>().at(0).name == "Priya Raman");
}

TEST_CASE("R152 a line that brings an answer to nothing for ten seconds is given up; one that owes none lives by the host's clock") {
  Tablet tablet;
  tablet.sit();
  for (int i = 0; i < 12; ++i) {
    tablet.now += 5'000;
    tablet.hear(ToScreen{HostTime{sample_start_ms + tablet.now, 0}});
    CHECK(tablet.visitor.connected());
  }
  tablet.visitor.issue(RenameSession{"Another title", ""});
  CHECK(tablet.visitor.next_step_ms() == tablet.now + answer_due_ms);
  tablet.now += answer_due_ms - 1;
  tablet.visitor.step(tablet.now);
  CHECK(tablet.visitor.connected());
  tablet.now += 1;
  tablet.visitor.step(tablet.now);
  CHECK_FALSE(tablet.visitor.connected());
  CHECK_FALSE(tablet.wires[0]->held);
}

TEST_CASE("R152 a line that brings nothing for twelve seconds is dead: it is said, and another is tried at once") {
  Tablet tablet;
  tablet.sit();
  CHECK(tablet.visitor.next_step_ms() == tablet.now + silence_ms);
  tablet.now += silence_ms - 1;
  CHECK_FALSE(tablet.visitor.step(tablet.now));
  CHECK(tablet.visitor.connected());
  tablet.now += 1;
  CHECK(tablet.visitor.step(tablet.now));
  CHECK_FALSE(tablet.visitor.connected());
  CHECK(tablet.wait() <= 250);
  CHECK(tablet.wires.size() == 2);
}

TEST_CASE("R152 a page at the door notices a dead line as well") {
  Tablet tablet;
  tablet.open();
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.wait() == silence_ms);
  tablet.wait();
  CHECK(tablet.wires.size() == 2);
}

TEST_CASE("R152 as long as the network is away a fresh line is under way, and one that comes back is used within five seconds") {
  Tablet tablet;
  tablet.sit();
  tablet.next_state = Line::State::connecting;
  tablet.lose();
  std::int64_t longest = 0;
  for (int i = 0; i < 40; ++i) {
    tablet.wait();  // a line is opened
    const std::int64_t waited = tablet.wait();  // and given up
    CHECK(waited <= 2'500);
    longest = std::max(longest, waited + tablet.visitor.next_step_ms() - tablet.now);
  }
  // Whatever a line under way was in the middle of when the network came back, the next one is opened in time.
  CHECK(longest + 250 <= 5'000);
}

TEST_CASE("R152 over a slow line that was given up for its silence, more patience is had, until something came through") {
  Tablet tablet;
  tablet.sit();
  std::vector<std::int64_t> waits;
  for (int i = 0; i < 6; ++i) {
    waits.push_back(tablet.wait());
    tablet.wait();
    tablet.open(SeatId{3});
    tablet.welcome(SeatId{3});
  }
  CHECK(waits == std::vector<std::int64_t>{12'000, 24'000, 48'000, 96'000, 96'000, 96'000});
  tablet.hear(ToScreen{HostTime{sample_start_ms, 0}});
  CHECK(tablet.wait() == silence_ms);
}

TEST_CASE("R153 the host's clock is known to half a round trip, whatever this tablet's says and however slow one answer was") {
  Tablet tablet;
  std::int64_t ahead = 1'795'000'000'000;  // the host's, before this tablet's steady one
  const auto host = [&] { return tablet.now + ahead; };
  const auto error = [&] { return std::abs(*tablet.visitor.host_time_ms(tablet.now) - host()); };
  const auto answer = [&](std::int64_t there, std::int64_t back) {
    const std::int64_t asked = tablet.wire().heard<AskTime>().back().asked;
    tablet.now += there;
    const std::int64_t read = host();
    tablet.now += back;
    tablet.hear(ToScreen{HostTime{read, asked}});
  };
  CHECK_FALSE(tablet.visitor.host_time_ms(tablet.now));
  tablet.sit();
  REQUIRE(tablet.wire().heard<AskTime>().size() == 1);
  answer(900, 100);
  CHECK(error() <= 500);
  for (int i = 0; i < 12; ++i) {
    tablet.now += 5'000;
    tablet.hear(ToScreen{HostTime{host() - 300, 0}});
  }
  CHECK(error() <= 500);
  REQUIRE(tablet.wire().heard<AskTime>().size() == 2);  // once a minute
  answer(20, 20);
  CHECK(error() == 0);
  answer(2'000, 10);  // worse than what is known
  CHECK(error() == 0);
  ahead -= 3'600'000;  // the host's clock was set
  tablet.now += 5'000;
  tablet.hear(ToScreen{HostTime{host(), 0}});
  REQUIRE(tablet.wire().heard<AskTime>().size() == 3);
  answer(40, 40);
  CHECK(error() <= 40);
  ahead += 7'200'000;
  tablet.hear(ToScreen{HostTime{host(), 0}});
  CHECK(error() == 0);
}

TEST_CASE("R154 a visitor whose name is taken is at the door again with the question, and says the answer on the same line") {
  Tablet tablet;
  tablet.open();
  tablet.visitor.join("Ana Belo", Role::participant, Hello::SameName::ask);
  CHECK(tablet.wire().heard<Hello>().back().same_name == Hello::SameName::ask);
  tablet.hear(ToScreen{HostMessage{NameTaken{"Ana Belo", "Ana Belo 2", true}}});
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  REQUIRE(tablet.visitor.name_taken());
  CHECK(tablet.visitor.name_taken()->proposed == "Ana Belo 2");
  tablet.visitor.join("Ana Belo", Role::participant, Hello::SameName::was_here);
  CHECK_FALSE(tablet.visitor.name_taken());
  CHECK(tablet.wires.size() == 1);
  CHECK(tablet.wire().heard<Hello>().back().same_name == Hello::SameName::was_here);
  tablet.welcome(SeatId{3});
  CHECK(tablet.visitor.stage() == Visitor::Stage::joined);
}

TEST_CASE("a knock or a hello without an answer ends the line as well, also while coming back") {
  Tablet tablet;
  CHECK(tablet.wait() == answer_due_ms);
  tablet.wait();
  tablet.sit();
  tablet.lose();
  tablet.wait();
  tablet.open(SeatId{3});
  const std::size_t lines = tablet.wires.size();
  CHECK(tablet.wait() == answer_due_ms);
  tablet.wait();
  CHECK(tablet.wires.size() == lines + 1);
}

TEST_CASE("a page that comes back from sleep knocks at once") {
  Tablet tablet;
  for (int failure = 0; failure < 6; ++failure) {
    tablet.lose();
    tablet.wait();
  }
  tablet.lose();
  tablet.visitor.knock_again();
  CHECK(tablet.visitor.next_step_ms() <= tablet.now);
  tablet.visitor.step(tablet.now);
  CHECK(tablet.wire().heard<Knock>().size() == 1);
}

TEST_CASE("a missing event ends the line, and the next one brings it") {
  Tablet tablet;
  tablet.sit();
  tablet.event(4, RenameSession{"Two on", ""});
  CHECK_FALSE(tablet.visitor.connected());
  CHECK(tablet.visitor.replica().confirmed().sequence == 2);
  tablet.wait();
  tablet.open(SeatId{3});
  CHECK(tablet.wire().heard<Hello>().at(0).have_sequence == 2);
}

TEST_CASE("another session at the same address starts from nothing and asks for a name") {
  Tablet tablet;
  tablet.sit();
  tablet.visitor.issue(RenameSession{"Never answered", ""});
  tablet.lose();
  tablet.wait();
  tablet.open({}, Role::participant, Key{2});
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.visitor.replica().confirmed() == Workshop{});
  tablet.visitor.join("Priya Raman", Role::participant);
  tablet.welcome(SeatId{8});
  CHECK(tablet.wire().heard<Command>().empty());  // what was meant for the other session is not done in this one
}

TEST_CASE("who has another role than before asks for all events again and keeps what is pending") {
  Tablet tablet;
  tablet.sit();
  tablet.visitor.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(SeatId{3}, 1), "Maya Brandt")});
  tablet.lose();
  tablet.wait();
  tablet.open(SeatId{3}, Role::facilitator);
  CHECK(tablet.wire().heard<Hello>().at(0).have_sequence == 0);
  tablet.welcome(SeatId{3});
  CHECK(tablet.wire().heard<Command>().size() == 1);
}

TEST_CASE("a name that is refused is said, and another one may be given on the same line") {
  Tablet tablet;
  tablet.open();
  tablet.visitor.join(" ", Role::participant);
  tablet.hear(Refused{SeatId{}, 0, {Refusal::Why::malformed, "This name says nothing."}});
  CHECK(tablet.visitor.stage() == Visitor::Stage::at_door);
  CHECK(tablet.visitor.refused() == "This name says nothing.");
  tablet.visitor.join("Priya Raman", Role::participant);
  CHECK(tablet.visitor.refused().empty());
  CHECK(tablet.wire().heard<Hello>().size() == 2);
  CHECK(tablet.wires.size() == 1);
}

TEST_CASE("a screen whose seat is used on another screen leaves it there until somebody wants it back") {
  Tablet tablet;
  tablet.sit();
  tablet.hear(Refused{SeatId{3}, 0, {Refusal::Why::not_allowed, "This seat is now used on another screen."}});
  CHECK(tablet.visitor.stage() == Visitor::Stage::turned_away);
  CHECK(tablet.visitor.turned_away().sentence == "This seat is now used on another screen.");
  tablet.now += 3'600'000;
  tablet.visitor.step(tablet.now);
  CHECK(tablet.wires.size() == 1);
  tablet.visitor.knock_again();
  tablet.visitor.step(tablet.now);
  tablet.open(SeatId{3});
  tablet.welcome(SeatId{3});
  CHECK(tablet.visitor.connected());
}

TEST_CASE("a reminder is handed out once") {
  Tablet tablet;
  tablet.sit();
  tablet.hear(ToScreen{HostMessage{Reminder{ActivityId{5}}}});
  CHECK(tablet.visitor.take_reminder() == ActivityId{5});
  CHECK_FALSE(tablet.visitor.take_reminder());
}

TEST_CASE("what moves under a finger is sent while there is a line and never kept") {
  Tablet tablet;
  tablet.sit();
  tablet.visitor.send(Presence{SeatId{3}, {}, BoardId{1}, {5, 5}});
  CHECK(tablet.wire().heard<Presence>().size() == 1);
  tablet.lose();
  tablet.visitor.send(Presence{SeatId{3}, {}, BoardId{1}, {6, 6}});
  tablet.wait();
  tablet.open(SeatId{3});
  tablet.welcome(SeatId{3});
  CHECK(tablet.wire().heard<Presence>().empty());
}

}  // namespace standpoint::visitor_test
