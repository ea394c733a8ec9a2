// The tablet's program over a line of a test: from the door to a ballot in the box, through a loss of the line.
#include <doctest/doctest.h>

#include <memory>

#include "app/tablet.h"
#include "tests/app/ui_driver.h"
#include "tests/core/sample_workshop.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

// What the host's end of the line sees and says.
struct Wire {
  std::vector<ToHost> heard;
  std::vector<ToScreen> to_say;
  bool cut = false;
};
struct TestLine final : Line {
  explicit TestLine(std::shared_ptr<Wire> w) : wire(std::move(w)) {}
  void send(const ToHost& message) override {
    if (!wire->cut) wire->heard.push_back(message);
  }
  std::vector<ToScreen> receive() override { return wire->cut ? std::vector<ToScreen>{} : std::exchange(wire->to_say, {}); }
  State state() const override { return wire->cut ? State::lost : State::open; }
  std::shared_ptr<Wire> wire;
};

struct Door {
  SampleRoom room;
  std::shared_ptr<Wire> wire = std::make_shared<Wire>();
  Visitor visitor{[this] { return std::make_unique<TestLine>(wire); }, {{1}, {2}, {}}};
  Tablet tablet{visitor};
  double next = 0;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    Frame own = frame;
    next = tablet.draw(own);
  }, 390, 844};

  Door() {
    driver.glass = Glass{1, {{0, 0}, {390, 844}}};
    driver.frames(3);
  }
  void open_door(SeatId seat = {}) {
    Opened opened;
    opened.seat = seat;
    opened.session = {7};
    opened.title = "Checkout relaunch";
    wire->to_say.emplace_back(opened);
    driver.frames(3);
  }
  void welcome() {
    wire->to_say.emplace_back(HostMessage{Welcome{room.tomas, 0}});
    for (const Event& event : room.events) wire->to_say.emplace_back(HostMessage{event});
    driver.frames(3);
  }
  template <class Message>
  const Message* last_heard() const {
    for (auto message = wire->heard.rbegin(); message != wire->heard.rend(); ++message)
      if (const auto* found = std::get_if<Message>(&*message)) return found;
    return nullptr;
  }
};

}  // namespace

TEST_CASE("a tablet knocks, asks for a name, joins, and shows what its seat is there for") {
  Door door;
  REQUIRE(door.last_heard<Knock>() != nullptr);
  door.open_door();
  CHECK(door.driver.has("Join"));
  CHECK_FALSE(door.driver.enabled("Join"));
  CHECK(door.driver.enabled("Watch as an observer"));
  door.driver.click_at(door.driver.box_of("##Your name").center());
  door.driver.type("Tomás Herrera");
  door.driver.click("Join");
  REQUIRE(door.last_heard<Hello>() != nullptr);
  CHECK(door.last_heard<Hello>()->name == "Tomás Herrera");
  CHECK(door.last_heard<Hello>()->role == Role::participant);
  door.welcome();
  CHECK_FALSE(door.driver.has("Join"));
}

TEST_CASE("a wrong code is said beside the field, and another can be tried") {
  Door door;
  door.wire->to_say.emplace_back(TurnedAway{TurnedAway::Why::wrong_code, "No session has this code."});
  door.driver.frames(3);
  REQUIRE(door.driver.has("Go on"));
  door.driver.click_at(door.driver.box_of("##Join code").center());
  door.driver.type("7KQ294");
  door.driver.click("Go on");
  REQUIRE(door.last_heard<Knock>() != nullptr);
  CHECK(door.last_heard<Knock>()->code == "7KQ294");
}

TEST_CASE("a ballot sent without a line is kept and sent with the same number when the line is back") {
  Door door;
  const BoardId ideas = door.room.add_board(BoardKind::cards, "Ideas");
  const ActivityId vote = door.room.add_vote({Item(door.room.add_card(door.room.nadia, ideas, "Alpha"))});
  door.room.open(vote);
  door.room.act(door.room.nadia, ShowOnStage{{ideas, vote}});
  door.open_door();
  door.driver.click_at(door.driver.box_of("##Your name").center());
  door.driver.type("Tomás");
  door.driver.click("Join");
  door.welcome();
  door.wire->cut = true;
  door.driver.frames(30);
  door.driver.click("A, Alpha");
  door.driver.click("Submit ballot");
  CHECK(door.last_heard<Command>() == nullptr);
  CHECK(door.visitor.replica().sealing(vote));
  door.wire = std::make_shared<Wire>();
  for (int i = 0; i < 900 && door.last_heard<Knock>() == nullptr; ++i) door.driver.frames(1);
  REQUIRE(door.last_heard<Knock>() != nullptr);
  door.open_door(door.room.tomas);
  REQUIRE(door.last_heard<Hello>() != nullptr);
  CHECK(door.last_heard<Hello>()->seat == door.room.tomas);
  door.welcome();
  REQUIRE(door.last_heard<Command>() != nullptr);
  CHECK(std::holds_alternative<SealInput>(door.last_heard<Command>()->action));
  door.wire->to_say.emplace_back(HostMessage{Acknowledged{door.room.tomas, door.last_heard<Command>()->counter, 0}});
  door.driver.frames(60);
  CHECK_FALSE(door.visitor.replica().sealing(vote));
  CHECK(door.driver.enabled("Change my ballot"));
}

TEST_CASE("a tablet at rest asks for no frames") {
  Door door;
  door.open_door();
  door.driver.frames(30);
  CHECK(door.next > 1);
}
