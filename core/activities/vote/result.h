// What a revealed vote says, ranked, and how many dots fit a vote. The rules are R83 and R85 in core/README.md.
#pragma once

#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// A revealed vote, ranked.
struct VoteRow {
  Item item;
  int dots = 0;
  int voters = 0;      // people who gave it at least one dot
  int rank = 0;        // equals share a rank: 1, 2, 3, 3, 5; 0 where nobody gave a dot at all
  bool tied = false;   // shares its rank
  bool near_tie = false;  // near the next rank above or below (is_near_tie), but not equal
  int stars = 0;
};
struct VoteResult {
  std::vector<VoteRow> rows;  // most dots first, then in the activity's order
  int people = 0, dots = 0;
};
VoteResult result_of(const Activity&);
// 39 against 37 is a tie, says practice: within this share of the higher count is near, and so is a single dot once
// the higher count has five.
inline constexpr double near_tie_share = 0.06;
inline constexpr int near_tie_from = 5;
bool is_near_tie(int more, int fewer);

// Default dots per person for n items, max(2, round(n/4)), with the two other rules of practice beside it: a third of
// the items, and MSU Extension's n x n/2 shared among the people.
struct DotsAdvice { int suggested = 2, third = 2, msu = 2; };
DotsAdvice dots_advice(int items, int people);

// The setup of a vote; of something else an empty one, to be read only.
const VoteSetup& vote_of(const Activity&);
// nullptr: it is no vote.
inline VoteSetup* vote_in(Activity& activity) { return std::get_if<VoteSetup>(&activity.setup); }

}  // namespace standpoint
