// The Cards board, read off the Workshop. Called by the cards screens through core/boards/cards.h. Cards are kept apart in cards_apart.cpp.
#include "core/boards/cards.h"

#include <algorithm>

#include "core/activities/activities.h"

namespace standpoint {

std::uint16_t zone_asked(const Workshop& workshop, const Board& board) {
  const Activity* const staged = find(workshop, workshop.stage.activity);
  if (staged == nullptr || !rules_of(*staged).writes || !(staged->board == board.id)) return 0;
  const auto zone = std::find_if(board.zones.begin(), board.zones.end(), [&](const Zone& z) { return z.name == staged->title; });
  return zone == board.zones.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(zone - board.zones.begin());
}

CardsBoard build_cards(const Workshop& workshop, BoardId id) {
  CardsBoard board;
  if (const Board* found = find(workshop, id)) board.zones = found->zones;
  for (const Card& card : workshop.cards)
    if (card.board == id) board.cards.push_back({card.id, card.text, card.colour, card.zone, card.at});
  return board;
}

}  // namespace standpoint
