// A participant's ballot and placing on a tablet: what it may become, how it survives the network, and that nothing of it
// stays behind.
#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "app/activities/vote/hand.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "tests/app/driving/asked_hand.h"
#include "tests/app/paint/text_spy.h"

namespace standpoint::participant_test {

using namespace standpoint::testing;

TEST_CASE("R117 however a ballot is tapped, it holds no fewer than 0 dots, no more than its budget, and no more on an item than its limit") {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    Hand hand;
    hand.open(hand.room.vote);
    std::mt19937 random(seed);
    for (int i = 0; i < 25; ++i) {
      std::vector<std::string> dots;
      for (const std::string& label : hand.driver.labels())
        if (label.find(", ") != std::string::npos || label.find("Take a dot back") == 0) dots.push_back(label);
      hand.driver.click(dots[random() % dots.size()]);
      const PassDraft& draft = hand.making(hand.room.vote).draft;
      CHECK(dots_spent(draft) >= 0);
      CHECK(dots_spent(draft) <= 3);
      for (const Item item : hand.room.cards) CHECK(dots_on(draft, item) <= 2);
    }
    CHECK(hand.driver.take().actions.empty());  // nothing leaves before it is submitted
  }
}

TEST_CASE("R117 a double tap on Submit seals one ballot and does not begin to change it") {
  Hand hand;
  hand.open(hand.room.vote);
  hand.tap("Alpha");
  hand.driver.double_click_at(hand.driver.box_of("Submit ballot").center());
  const auto sealed = hand.sealed();
  REQUIRE(sealed.size() == 1);
  CHECK(std::get<Ballot>(sealed[0].input) == Ballot{{{hand.room.cards[0], 1}}});
  CHECK_FALSE(check(hand.room.workshop, hand.room.tomas, sealed[0]));
  CHECK(hand.making(hand.room.vote).page == Making::Page::sent);
}

TEST_CASE("R118 each seat sees the items of a vote in an order by chance, always the same for the seat and the activity, with the stage's letters") {
  Hand hand;
  hand.open(hand.room.vote);
  const Activity& vote = *find(hand.room.workshop, hand.room.vote);
  std::set<std::vector<std::size_t>> orders;
  for (std::uint32_t seat = 1; seat <= 200; ++seat) {
    const auto order = ballot_order(vote, SeatId{seat});
    CHECK(order == ballot_order(vote, SeatId{seat}));
    CHECK(std::set<std::size_t>(order.begin(), order.end()).size() == items_of(vote).size());
    orders.insert(order);
  }
  CHECK(orders.size() == 24);  // all orders of 4 occur among 200 seats
  const auto order = ballot_order(vote, hand.room.tomas);
  const std::vector<std::string> shown{"A, Alpha", "B, Beta", "C, Gamma", "D, Delta"};
  for (std::size_t n = 0; n + 1 < order.size(); ++n)
    CHECK(hand.driver.box_of(shown[order[n]]).max.y < hand.driver.box_of(shown[order[n + 1]]).min.y);
}

TEST_CASE("R119 what was made is kept while there is no line, and the page says so") {
  Hand hand;
  hand.open(hand.room.vote);
  hand.tap("Beta");
  hand.state.connection = Connection::offline;
  hand.driver.frames(200);
  CHECK(dots_spent(hand.making(hand.room.vote).draft) == 1);
  hand.tap("Beta");
  hand.driver.click("Submit ballot");
  CHECK(hand.sealed().size() == 1);
  hand.driver.frames(200);
  CHECK(hand.making(hand.room.vote).awaiting);
  CHECK(dots_spent(hand.making(hand.room.vote).draft) == 2);  // until the room has it
  CHECK_FALSE(hand.driver.enabled("Change my ballot"));  // not before the room has answered
  hand.state.connection = Connection::connected;
  hand.answer();
  CHECK_FALSE(hand.making(hand.room.vote).awaiting);
}

TEST_CASE("R119 a ballot can be changed until voting closes, from what was sent, and is wiped once it is in the box and with the reveal") {
  Hand hand;
  hand.open(hand.room.vote);
  hand.tap("Alpha");
  hand.driver.click("Submit ballot");
  REQUIRE(hand.sealed().size() == 1);
  hand.answer();
  CHECK(hand.making(hand.room.vote).draft.dots.empty());
  CHECK(dots_on(hand.making(hand.room.vote).sent, hand.room.cards[0]) == 1);
  hand.driver.click("Change my ballot");
  hand.driver.frames(60);
  hand.tap("Gamma");
  hand.driver.click("Submit ballot");
  const auto again = hand.sealed();
  REQUIRE(again.size() == 1);
  CHECK(std::get<Ballot>(again[0].input) == Ballot{{{hand.room.cards[0], 1}, {hand.room.cards[2], 1}}});
  hand.answer();
  hand.room.close(hand.room.vote);
  hand.driver.frames(3);
  CHECK_FALSE(hand.driver.has("Change my ballot"));
  CHECK(hand.making(hand.room.vote).has_sent);
  hand.room.reveal(hand.room.vote, {{{}, std::get<Ballot>(again[0].input)}});
  hand.driver.frames(3);
  CHECK(hand.ui.making.empty());
}

TEST_CASE("R119 a ballot that was refused stays in the hand while voting is open, and is gone when it is closed") {
  Hand hand;
  hand.open(hand.room.vote);
  hand.tap("Alpha");
  hand.driver.click("Submit ballot");
  REQUIRE(hand.sealed().size() == 1);
  hand.state.sealing = false;
  hand.state.refusal = "Too many dots. Nothing was changed; take one back.";
  hand.driver.frames(1);
  hand.state.refusal.clear();
  hand.driver.frames(60);
  CHECK(hand.driver.has("Submit ballot"));
  CHECK(dots_spent(hand.making(hand.room.vote).draft) == 1);
  hand.room.close(hand.room.vote);
  hand.driver.frames(3);
  CHECK(hand.making(hand.room.vote).page == Making::Page::too_late);
  CHECK(hand.making(hand.room.vote).draft.dots.empty());
}

TEST_CASE("who comes back after a reload is told that the ballot is in the box, and may replace it with an empty one") {
  Hand hand;
  hand.state.mine_sealed = true;
  hand.open(hand.room.vote);
  CHECK(hand.driver.has("Change my ballot"));
  hand.driver.frames(60);
  hand.driver.click("Change my ballot");
  CHECK(dots_spent(hand.making(hand.room.vote).draft) == 0);
  CHECK(hand.driver.has("Submit ballot"));
}

TEST_CASE("a tap places, a drag refines, Undo takes back, and Next goes on until everything is sent") {
  for (const bool wide : {false, true}) {
    Hand hand(wide ? 1180.0F : 390.0F, wide ? 820.0F : 844.0F);
    hand.open(hand.room.placing);
    const auto plane = [&] { return hand.driver.box_of("Place " + name_of(hand.room.workshop, hand.room.people[hand.making(hand.room.placing).draft.current])); };
    hand.driver.click_at(plane().center());
    PassDraft& draft = hand.making(hand.room.placing).draft;
    REQUIRE(draft.placements.size() == 1);
    CHECK(std::abs(draft.placements[0].at.x - 5000) < 100);
    hand.driver.drag(plane().center(), plane().center() + Vec{plane().width() / 4, 0});
    CHECK(draft.placements[0].at.x > 7000);
    hand.driver.click("Undo");
    CHECK(std::abs(draft.placements[0].at.x - 5000) < 100);
    hand.driver.click("Next");
    CHECK(draft.current == 1);
    hand.driver.click("Skip, don’t know");
    CHECK(draft.current == 2);
    hand.driver.click_at(plane().center());
    hand.driver.click("Send");
    const auto sealed = hand.sealed();
    REQUIRE(sealed.size() == 1);
    CHECK(std::get<PlacementSheet>(sealed[0].input).placements.size() == 2);
    CHECK_FALSE(check(hand.room.workshop, hand.room.tomas, sealed[0]));
    hand.answer();
    CHECK(draft.placements.empty());
  }
}

TEST_CASE("the keyboard alone casts a ballot") {
  Hand hand;
  hand.open(hand.room.vote);
  for (int i = 0; i < 12 && hand.driver.focused().find(", Alpha") == std::string::npos; ++i) hand.driver.key(ImGuiKey_Tab);
  REQUIRE(hand.driver.focused().find(", Alpha") != std::string::npos);
  hand.driver.key(ImGuiKey_Space);
  CHECK(dots_on(hand.making(hand.room.vote).draft, hand.room.cards[0]) == 1);
  hand.driver.key(ImGuiKey_Backspace);
  CHECK(dots_on(hand.making(hand.room.vote).draft, hand.room.cards[0]) == 0);
  hand.driver.key(ImGuiKey_Space);
  for (int i = 0; i < 12 && hand.driver.focused() != "Submit ballot"; ++i) hand.driver.key(ImGuiKey_Tab);
  hand.driver.key(ImGuiKey_Space);
  CHECK(hand.sealed().size() == 1);
}

TEST_CASE("an observer is asked for nothing, and sees only how many have voted") {
  Hand hand;
  hand.open(hand.room.vote);
  UiDriver watcher([&](const Frame& frame, Commands& commands) {
    hand.words = words_of(frame, true, [&](const Frame& seen) {
      Frame own = seen;
      own.role = Role::observer;
      own.me = hand.room.olga;
      draw_participant(own, hand.room.workshop, hand.state, hand.ui, commands);
    });
  }, 390, 844);
  watcher.glass = Glass{1, {{0, 0}, {390, 844}}};
  watcher.frames(3);
  CHECK_FALSE(watcher.has("Submit ballot"));
  CHECK(says(hand.words, "9 of 14 have voted"));
}

TEST_CASE("the promise is true of the activity: secret, named, or secret among few") {
  Hand hand;
  Activity vote = *find(hand.room.workshop, hand.room.vote);
  CHECK(secrecy_promise(vote, 14) == "Secret. You can change it until voting closes.");
  CHECK(secrecy_promise(vote, 4).find("guess") != std::string::npos);
  vote.secrecy = Secrecy::named;
  CHECK(secrecy_promise(vote, 14).find("your name is shown") != std::string::npos);
}

TEST_CASE("a reveal is one moment: it plays once on a tablet that was there before it, then the page rests") {
  for (const bool votes : {true, false}) {
    Hand hand;
    const ActivityId id = votes ? hand.room.vote : hand.room.placing;
    const auto moves = [&] {
      const Commands asked = hand.driver.take();
      return std::any_of(asked.intents.begin(), asked.intents.end(), [&](const Intent& intent) {
        const auto* until = std::get_if<AnimateUntil>(&intent);
        return until != nullptr && until->seconds > hand.driver.seconds;
      });
    };
    hand.open(id);
    hand.room.close(id);
    hand.driver.frames(60);
    const Input input = votes ? Input(Ballot{{{hand.room.cards[0], 2}}}) : Input(PlacementSheet{{{hand.room.people[0], {2000, 8000}}}});
    hand.room.reveal(id, {{{}, input}});
    hand.driver.frames(2);
    CHECK(moves());
    hand.driver.frames(400);
    moves();
    hand.driver.frames(2);
    CHECK_FALSE(moves());
  }
}

}  // namespace standpoint::participant_test
