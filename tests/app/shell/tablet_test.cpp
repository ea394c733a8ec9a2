// The tablet's program over a line of a test: from the door to a ballot in the box, through a loss of the line.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "app/shell/tablet.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::tablet_test {

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
  Vec size;  // of the glass
  SampleRoom room;
  std::shared_ptr<Wire> wire = std::make_shared<Wire>();
  Visitor visitor{[this] { return std::make_unique<TestLine>(wire); }, {{1}, {2}, {}}};
  std::map<std::string, std::string> kept;  // by the page, also while it is closed
  Tablet tablet{visitor, false, DraftShelf{[this](const std::string& key) { return kept[key]; },
                                    [this](const std::string& key, const std::string& text) { kept[key] = text; }}};
  double next = 0;
  std::vector<WordWatcher::Word> words;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    WordWatcher watcher(frame.painter);
    Frame own = frame.drawn_by(watcher);
    next = tablet.draw(own);
    words = watcher.words;
  }, size.x, size.y};

  explicit Door(std::map<std::string, std::string> from_before = {}, Vec glass = {390, 844}) : size(glass), kept(std::move(from_before)) {
    driver.glass = Glass{1, {{0, 0}, glass}};
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
  void welcome() { welcome(room.tomas); }
  void welcome(SeatId seat) {
    wire->to_say.emplace_back(HostMessage{Welcome{seat, 0}});
    for (const Event& event : room.events) wire->to_say.emplace_back(HostMessage{event});
    driver.frames(3);
  }
  // Also what is broken into lines.
  bool says(const std::string& text) const {
    std::string all;
    for (const auto& word : words) all += word.text + " ";
    return all.find(text) != std::string::npos;
  }
  void join_as(const std::string& name) {
    driver.click_at(driver.box_of("##Your name").center());
    driver.type(name);
    driver.click("Join");
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

TEST_CASE("R206 a page that is closed and opened again has the dots that were not sent, and keeps nothing once they are in the box") {
  const auto vote_on = [](Door& door) {
    const BoardId ideas = door.room.add_board(BoardKind::cards, "Ideas");
    const ActivityId vote = door.room.add_vote({Item(door.room.add_card(door.room.nadia, ideas, "Alpha"))});
    door.room.open(vote);
    door.room.act(door.room.nadia, ShowOnStage{{ideas, vote}});
    door.open_door(door.room.tomas);
    door.welcome();
    door.driver.frames(30);
    return vote;
  };
  Door door;
  vote_on(door);
  door.driver.click("A, Alpha");
  door.driver.click("A, Alpha");
  REQUIRE(door.kept.size() == 1);
  REQUIRE_FALSE(door.kept.begin()->second.empty());
  Door again(door.kept);
  const ActivityId vote = vote_on(again);
  again.driver.click("Submit ballot");
  REQUIRE(again.last_heard<Command>() != nullptr);
  const auto& sealed = std::get<SealInput>(again.last_heard<Command>()->action);
  CHECK(std::get<Ballot>(sealed.input).dots.at(0).count == 2);
  again.wire->to_say.emplace_back(HostMessage{SealedSeats{vote, {again.room.tomas}, false}});
  again.wire->to_say.emplace_back(HostMessage{Acknowledged{again.room.tomas, again.last_heard<Command>()->counter, 0}});
  again.driver.frames(60);
  CHECK(again.kept.begin()->second.empty());
}

TEST_CASE("a tablet at rest asks for no frames") {
  Door door;
  door.open_door();
  door.driver.frames(30);
  CHECK(door.next > 1);
}

TEST_CASE("R153 the time left on a tablet is the host's, however wrong its own clock is") {
  for (const std::int64_t wrong : {std::int64_t{0}, std::int64_t{180'000}, std::int64_t{-3'600'000}, std::int64_t{86'400'000'000}}) {
    Door door;
    door.driver.now_ms = sample_start_ms + wrong;
    door.room.act(door.room.nadia, StartTimer{480'000});
    const std::int64_t started = door.room.workshop.timer.started_ms;
    door.open_door();
    door.join_as("Tomás");
    door.welcome();
    const AskTime* const asks = door.last_heard<AskTime>();
    REQUIRE(asks != nullptr);
    door.wire->to_say.emplace_back(HostTime{started + 500, asks->asked});
    door.driver.frames(3);
    CHECK(door.says("08:00"));
    door.driver.frames(60);
    CHECK(door.says("07:59"));
  }
}

TEST_CASE("R152 a page that hears nothing for twelve seconds says so") {
  Door door;
  door.open_door();
  door.join_as("Tomás");
  door.welcome();
  CHECK_FALSE(door.says("Reconnecting"));
  door.driver.frames(60 * 11);
  CHECK_FALSE(door.says("Reconnecting"));
  door.driver.frames(60 * 2);
  CHECK(door.says("Reconnecting"));
}

TEST_CASE("R154 the door tells of a name that is taken, and asks whether it is the same person") {
  Door door;
  door.open_door();
  door.join_as("Ana Belo");
  CHECK(door.last_heard<Hello>()->same_name == Hello::SameName::ask);
  door.wire->to_say.emplace_back(HostMessage{NameTaken{"Ana Belo", "Ana Belo 2", true}});
  door.driver.frames(3);
  CHECK(door.says("Were you here before?"));
  SUBCASE("yes") {
    door.driver.click("Yes, I was here");
    CHECK(door.last_heard<Hello>()->same_name == Hello::SameName::was_here);
  }
  SUBCASE("no") {
    door.driver.click("No, I am somebody else");
    CHECK(door.last_heard<Hello>()->same_name == Hello::SameName::add);
  }
  SUBCASE("another name") {
    door.driver.click_at(door.driver.box_of("##Your name").center());
    door.driver.type(" Lima");
    door.driver.frames(3);
    REQUIRE(door.driver.has("Join"));
    door.driver.click("Join");
    CHECK(door.last_heard<Hello>()->name == "Ana Belo Lima");
    CHECK(door.last_heard<Hello>()->same_name == Hello::SameName::ask);
  }
}

TEST_CASE("R154 a name that looks like the facilitator's is never theirs") {
  Door door;
  door.open_door();
  door.join_as("Nadia Okafor");
  door.wire->to_say.emplace_back(HostMessage{NameTaken{"Nadia Okafor", "Nadia Okafor 2", false}});
  door.driver.frames(3);
  CHECK_FALSE(door.driver.has("Yes, I was here"));
  door.driver.click("Join with this name");
  CHECK(door.last_heard<Hello>()->same_name == Hello::SameName::add);
}

TEST_CASE("R324 what is answered on a tablet's console about two on one device is said to the host") {
  Door door({}, {1180, 820});
  door.open_door(door.room.nadia);
  door.welcome(door.room.nadia);
  const OneDevice asked{door.room.tomas, door.room.priya};
  door.wire->to_say.emplace_back(HostMessage{Here{{door.room.nadia, asked.older, asked.newer}, {}, {asked}}});
  door.driver.frames(3);
  door.driver.click("They are two");
  REQUIRE(door.last_heard<AreTwo>() != nullptr);
  CHECK(door.last_heard<AreTwo>()->seats == asked);
  door.wire->to_say.emplace_back(HostMessage{Here{{door.room.nadia, asked.older, asked.newer}, {}, {}}});
  door.driver.frames(3);
  CHECK_FALSE(door.driver.has("They are two"));
}

TEST_CASE("R298 a word on a tablet's console lies over no entry of its menu") {
  Door door({}, {844, 390});
  door.open_door(door.room.nadia);
  door.welcome(door.room.nadia);
  door.driver.click("More");
  door.driver.frames(3);
  const std::string told = "The lobby is locked and stays so until it is opened";
  door.wire->to_say.emplace_back(HostMessage{Refused{door.room.nadia, 7, {Refusal::Why::wrong_phase, told}}});
  door.driver.frames(60);
  REQUIRE(door.says(told));
  for (const char* entry : {"New join code", "Clear the empty seats"}) {
    const Box menu = door.driver.box_of(entry);
    for (const auto& word : door.words)
      if (told.find(word.text) != std::string::npos) CHECK_FALSE(word.box.overlaps({{menu.min.x - 20, 0}, {menu.max.x, menu.max.y}}));
  }
}

TEST_CASE("R157 a stage in a browser shows code, QR code and address when the facilitator shows the join code") {
  Door door({}, {1280, 720});
  Semantics told;  // the stage is drawn smaller by a painter of its own
  door.driver.semantics = &told;
  const auto says = [&](const char* words) {
    return std::any_of(told.items().begin(), told.items().end(), [&](const SemanticItem& item) { return item.name.find(words) != std::string::npos; });
  };
  door.open_door();
  door.room.tomas = door.room.stage;  // the seat this tablet gets
  door.join_as("Stage");
  door.wire->to_say.emplace_back(HowToJoin{"10.0.0.5:8080", "7KQ294", std::string(21 * 21, '1'), ""});
  door.welcome();
  CHECK(says("10.0.0.5:8080"));
  CHECK(says("7KQ 294"));
  CHECK(says("Point your camera here"));
  door.wire->to_say.emplace_back(HowToJoin{"", "", "", "This computer is on no network."});
  door.driver.frames(3);
  CHECK(says("Tablets cannot join"));
}

TEST_CASE("R153 a paused timer is shown on a tablet, and does not go on") {
  Door door;
  const ActivityId vote = door.room.add_vote({Item(door.room.add_stakeholder(door.room.nadia, "Ruth Kaplan"))});
  door.room.open(vote);
  door.room.act(door.room.nadia, ShowOnStage{{{}, vote}});
  door.room.act(door.room.nadia, StartTimer{480'000});
  door.room.act(door.room.nadia, StopTimer{});
  const std::int64_t left = door.room.workshop.timer.duration_ms;
  REQUIRE(left == 479'000);
  door.open_door();
  door.join_as("Tomás");
  door.welcome();
  CHECK(door.says("07:59"));
  door.driver.frames(180);
  CHECK(door.says("07:59"));
}

TEST_CASE("R354 a tablet that comes back with a text that somebody else wrote anew asks before theirs is replaced") {
  Door door;
  const BoardId ideas = door.room.add_board(BoardKind::cards, "Ideas");
  const CardId card = door.room.add_card(door.room.nadia, ideas, "Who answers?");
  door.room.act(door.room.nadia, ShowOnStage{{ideas, {}}});
  door.open_door(door.room.tomas);
  door.welcome();
  door.wire->cut = true;
  door.driver.frames(30);
  door.driver.click("See the board");
  door.driver.frames(30);
  door.driver.click("Who answers?");
  door.driver.frames(3);
  door.driver.type(" Mine.");
  door.driver.click("Save");
  door.room.act(door.room.nadia, ChangeCard{card, "Who answers at night?"});
  door.wire = std::make_shared<Wire>();
  for (int i = 0; i < 900 && door.last_heard<Knock>() == nullptr; ++i) door.driver.frames(1);
  door.open_door(door.room.tomas);
  door.welcome();
  REQUIRE(door.last_heard<Command>() != nullptr);
  const Command sent = *door.last_heard<Command>();
  const std::optional<Refusal> refusal = check(door.room.workshop, door.room.tomas, sent.action);
  REQUIRE(refusal);
  REQUIRE(refusal->why == Refusal::Why::changed_since);
  door.wire->to_say.emplace_back(HostMessage{Refused{sent.by, sent.counter, *refusal}});
  door.driver.frames(3);
  CHECK(door.says("Somebody else wrote this meanwhile"));
  CHECK(door.says("Who answers at night?"));
  door.driver.click("Keep mine");
  CHECK(door.last_heard<Command>()->counter != sent.counter);
  CHECK_FALSE(check(door.room.workshop, door.room.tomas, door.last_heard<Command>()->action));
  CHECK(std::get<ChangeCard>(door.last_heard<Command>()->action).text == std::get<ChangeCard>(sent.action).text);
  CHECK_FALSE(door.says("Somebody else wrote this meanwhile"));
}

}  // namespace standpoint::tablet_test
