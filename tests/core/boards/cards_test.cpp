// The Cards board as a value: zones and the cards in them.
#include "core/boards/cards.h"

#include <doctest/doctest.h>

namespace standpoint::cards_test {

namespace {

const BoardId cards_id = mint<BoardId>(SeatId{1}, 1), other_id = mint<BoardId>(SeatId{1}, 2);

CardId card(std::uint32_t n) { return mint<CardId>(SeatId{1}, 100 + n); }

}  // namespace

TEST_CASE("the board holds its own cards and zones") {
  Workshop workshop;
  Board board;
  board.id = cards_id;
  board.kind = BoardKind::cards;
  board.zones = {{"Hopes", {{0, 0}, {5000, 10000}}}, {"Fears", {{5000, 0}, {10000, 10000}}}};
  workshop.boards.push_back(board);
  workshop.cards = {{card(1), cards_id, 1, {7000, 3000}, CardColour::mint, "One"},
                    {card(2), other_id, 0, {}, CardColour::paper, "Elsewhere"}};
  const CardsBoard built = build_cards(workshop, cards_id);
  CHECK(built.zones == board.zones);
  REQUIRE(built.cards.size() == 1);
  CHECK(built.cards[0].text == "One");
  CHECK(built.cards[0].zone == 1);
  CHECK(built.cards[0].at == BoardPoint{7000, 3000});
  CHECK(built.cards[0].colour == CardColour::mint);
  CHECK(build_cards(workshop, BoardId{}).zones.empty());
}

}  // namespace standpoint::cards_test
