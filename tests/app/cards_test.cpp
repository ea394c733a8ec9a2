// The Cards board by the commands it emits.
#include <doctest/doctest.h>

#include <cmath>

#include "app/screens/cards.h"
#include "core/check.h"
#include "tests/app/text_spy.h"
#include "tests/app/ui_driver.h"
#include "tests/core/sample_workshop.h"

using namespace standpoint;
using namespace standpoint::testing;

namespace {

struct CardsFixture {
  SampleRoom room;
  BoardId board = room.add_board(BoardKind::cards, "Hopes and fears");
  CardId card = room.add_card(room.nadia, board, "One plan");
  CardsUi ui;
  bool chrome = true;
  std::vector<std::string> words;
  UiDriver driver{[this](const Frame& frame, Commands& commands) {
    words = words_of(frame, chrome, [&](const Frame& seen) { draw_cards(seen, room.workshop, board, ui, commands); });
  }};
  Box area = cards_ground({{64, 168}, {1856, 1032}});

  CardsFixture() { driver.frames(3); }

  Vec at(BoardPoint p) const { return cards_to_design(area, p); }
  template <class Wanted>
  Wanted only() {
    const Wanted answer = driver.take_only<Wanted>();
    room.act(room.nadia, answer);
    driver.frames(2);
    return answer;
  }
};

}  // namespace

TEST_CASE("a double click writes a card where it was, in the zone it lies in") {
  CardsFixture f;
  f.driver.double_click_at(f.at({7500, 2500}));
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.type("The till stops");
  f.driver.key(ImGuiKey_Enter);
  const Card added = f.only<AddCard>().card;
  CHECK(added.text == "The till stops");
  CHECK(added.zone == 1);
  CHECK(std::abs(added.at.x - 7500) < 20);
  CHECK(std::abs(added.at.y - 2500) < 20);
  CHECK_FALSE(f.ui.writing);
  CHECK(says(f.words, "The till stops"));
}

TEST_CASE("an empty card is not written, and Esc leaves everything as it was") {
  CardsFixture f;
  f.driver.double_click_at(f.at({7500, 2500}));
  f.driver.frames(3);
  f.driver.type("Half a thought");
  f.driver.key(ImGuiKey_Escape);
  CHECK(f.driver.take().actions.empty());
  CHECK_FALSE(f.ui.writing);
}

TEST_CASE("a card is moved by a drag, into the zone it is let go over, by one command") {
  CardsFixture f;
  f.driver.drag(f.at({2500, 5000}), f.at({8000, 7000}));
  const MoveCards moved = f.only<MoveCards>();
  REQUIRE(moved.moves.size() == 1);
  CHECK(moved.moves[0].card == f.card);
  CHECK(moved.moves[0].zone == 1);
  CHECK(std::abs(moved.moves[0].at.x - 8000) < 20);
}

TEST_CASE("a double click on a card edits its words") {
  CardsFixture f;
  f.driver.double_click_at(f.at({2500, 5000}));
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.key(ImGuiKey_A, true);
  f.driver.type("Two plans");
  f.driver.key(ImGuiKey_Enter);
  const EditCard edited = f.only<EditCard>();
  CHECK(edited == EditCard{f.card, "Two plans", CardColour::lemon});
}

TEST_CASE("the selected card takes a colour, and goes with Delete") {
  CardsFixture f;
  f.driver.click_at(f.at({2500, 5000}));
  CHECK(f.ui.selected == f.card);
  f.driver.click("Mint");
  CHECK(f.only<EditCard>() == EditCard{f.card, "One plan", CardColour::mint});
  f.driver.click_at(f.at({2500, 5000}));
  f.driver.key(ImGuiKey_Delete);
  CHECK(f.only<RemoveItems>().cards == std::vector<CardId>{f.card});
  CHECK(says(f.words, "No cards yet"));
}

TEST_CASE("N and the button begin a card where none lies") {
  CardsFixture f;
  f.driver.key(ImGuiKey_N);
  REQUIRE(f.ui.writing);
  f.driver.frames(3);
  f.driver.type("New one");
  f.driver.key(ImGuiKey_Enter);
  const Card added = f.only<AddCard>().card;
  CHECK(added.text == "New one");
  const Vec middle = f.at({2500, 5000}), there = f.at(added.at);
  CHECK((std::abs(middle.x - there.x) >= 246 || std::abs(middle.y - there.y) >= 112));
}

TEST_CASE("a stage without tools only shows the cards") {
  CardsFixture f;
  f.chrome = false;
  f.driver.drag(f.at({2500, 5000}), f.at({8000, 7000}));
  f.driver.double_click_at(f.at({7500, 2500}));
  CHECK(f.driver.take().actions.empty());
  CHECK_FALSE(f.ui.writing);
  CHECK(says(f.words, "One plan"));
  CHECK_FALSE(f.driver.has("Add card"));
}
