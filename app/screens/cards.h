// The Cards board on the shared screen: zones with cards that can be written, edited, moved, coloured and removed. Called by
// the shell. It must not know which template the zones came from.
#pragma once

#include <optional>
#include <string>

#include "app/frame.h"
#include "app/paint/cards.h"
#include "app/widgets/canvas.h"

namespace standpoint {

struct CardsUi {
  std::size_t page = 0, pages = 1;  // of a board with more cards than fit; how many there were in the last frame
  CardId selected;
  CardId held;  // under the hand
  bool dragging = false;
  Vec grip;  // from the card's middle to the hand, design pixels
  Vec pressed_at;
  std::vector<FurtherHand> hands;  // further fingers and their cards
  // Writing: a new card (editing none, writing) or the text of one.
  bool writing = false;
  CardId editing;
  std::string draft;
  Vec draft_at;  // the middle of the card being written
  std::optional<Vec> written_at;  // where the card before was written, which may still be on its way
  bool finds_place = false;  // it was begun without one: where its zone has room, until the first letter
  std::uint16_t draft_zone = 0;
  CardColour colour = CardColour::paper;  // of the next new card
};

void draw_cards(const Frame& frame, const Workshop& workshop, BoardId board, CardsUi& ui, Commands& commands);

}  // namespace standpoint
