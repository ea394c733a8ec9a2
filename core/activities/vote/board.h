// A vote as screens and files draw it: its options and, once it is revealed, who is first. Shows nothing of it before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/activities/vote/result.h"

namespace standpoint {

struct VoteOption {
  Item item;
  std::string letter;  // "A", "B", ... "Z", "AA"
  std::string text;      // as the vote was opened with it
  bool later_changed = false;  // the card, or the person, is called otherwise now
};
// Several items on the same rank, from row `first` to `last`, asking for a run-off.
struct TieGroup { std::size_t first = 0, last = 0; int rank = 0; };
// Who gave a row its dots, of a named vote.
struct Giver { std::string name; int dots = 0; };  // the first name, or the whole one where two share the first
// What a result says where it puts nothing first: a sentence, and what follows from it.
struct NoOrder { std::string title, more; };
struct VoteBoard {
  std::vector<VoteOption> options;  // in the activity's order
  bool revealed = false;
  VoteResult result;                // only when revealed
  std::vector<TieGroup> tie_groups; // the ones that matter: ranks 1 to 3, and never all choices at once
  std::vector<std::string> near_ties;  // "11 and 10 are as good as equal", ranks 1 to 3
  std::optional<NoOrder> no_order;  // nobody gave a dot, or everything has the same
  std::string decider;              // name, or empty
  std::string lost;                 // what was lost with what was removed before the reveal, in words, or empty
  std::vector<std::vector<Giver>> givers;  // of each row, most dots first; empty unless the vote was named and is revealed
};
VoteBoard build_vote(const Workshop&, ActivityId);


// A vote among the rows that share a rank, with one dot each.
Activity run_off_of(const Workshop&, const Activity&, const VoteBoard&, const TieGroup&, SeatId by);

}  // namespace standpoint
