// The Cards board: zones with cards, and the options of a vote. Pure values for the cards and vote screens and
// app/paint; a vote shows no dot before its reveal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/insights.h"

namespace standpoint {

struct PlacedCard {
  CardId id;
  std::string text;
  CardColour colour{};
  std::uint16_t zone = 0;
  BoardPoint at;  // its middle, on the board
};
struct CardsBoard {
  std::vector<Zone> zones;
  std::vector<PlacedCard> cards;
};
CardsBoard build_cards(const Workshop&, BoardId);

struct VoteOption {
  Item item;
  std::string letter;  // "A", "B", ... "Z", "AA"
  std::string text;
};
// Several items on the same rank, from row `first` to `last`, asking for a run-off.
struct TieGroup { std::size_t first = 0, last = 0; int rank = 0; };
struct VoteBoard {
  std::vector<VoteOption> options;  // in the activity's order
  bool revealed = false;
  VoteResult result;                // only when revealed
  std::vector<TieGroup> tie_groups; // the ones that matter: ranks 1 to 3
  std::vector<std::string> near_ties;  // "11 and 10 are as good as equal", ranks 1 to 3
  std::string decider;              // name, or empty
};
VoteBoard build_vote(const Workshop&, ActivityId);

}  // namespace standpoint
