// The Cards board on the shared screen: zones with cards that can be written, edited, moved, coloured and removed. Called by
// the shell. It must not know which template the zones came from.
#pragma once

#include <string>
#include <vector>

#include "app/boards/cards/paint_board.h"
#include "app/design/frame.h"
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
  std::string draft, began;  // `began`: the card's words when its writing began
  BoardPoint draft_at;  // where a new one belongs; it is drawn where the others leave it room, as it will be
  std::uint16_t draft_zone = 0;
  CardColour colour = CardColour::paper;  // of the next new card
  // A card with more words than its place, laid over the board whole; the room's screens follow the facilitator's.
  CardId reading;
  std::size_t reading_page = 0;
};

void draw_cards(const Frame& frame, const Workshop& workshop, BoardId board, CardsUi& ui, Commands& commands);

}  // namespace standpoint
