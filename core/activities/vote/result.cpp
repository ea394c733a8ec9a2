// Looks at revealed inputs only, so it cannot tell what is still secret. See result.h.
#include "core/activities/vote/result.h"

#include <algorithm>
#include <cstdint>

#include "core/workshop/activity_parts.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

const VoteSetup no_vote;

std::vector<VoteRow> rows_of(const Activity& activity) {
  std::vector<VoteRow> rows;
  for (const Item item : items_of(activity)) {
    VoteRow row;
    row.item = item;
    row.stars = find_in(stars_of(activity), item) ? 1 : 0;
    rows.push_back(row);
  }
  return rows;
}

void count_ballot(std::vector<VoteRow>& rows, const Ballot& ballot) {
  for (const Dots& dots : ballot.dots) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const VoteRow& r) { return r.item == dots.item; });
    if (row == rows.end() || dots.count == 0) continue;
    row->dots += dots.count;
    ++row->voters;
  }
}

void mark_ties(std::vector<VoteRow>& rows) {
  if (rows.empty() || rows.front().dots == 0) return;  // most dots first: nobody gave one, so nothing is first
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].rank = i > 0 && rows[i].dots == rows[i - 1].dots ? rows[i - 1].rank : static_cast<int>(i) + 1;
  // Neighbours in the list are compared; a whole rank is near when one of its members is.
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (rows[i].rank == rows[i + 1].rank) {
      rows[i].tied = rows[i + 1].tied = true;
    } else if (is_near_tie(rows[i].dots, rows[i + 1].dots)) {
      for (VoteRow& row : rows)
        if (row.rank == rows[i].rank || row.rank == rows[i + 1].rank) row.near_tie = true;
    }
  }
}

}  // namespace

const VoteSetup& vote_of(const Activity& activity) {
  const VoteSetup* const vote = std::get_if<VoteSetup>(&activity.setup);
  return vote ? *vote : no_vote;
}

VoteResult result_of(const Activity& activity) {
  VoteResult result;
  if (!std::holds_alternative<VoteSetup>(activity.setup) || activity.phase != Phase::revealed) return result;
  result.rows = rows_of(activity);
  for (const RevealedInput& revealed : activity.inputs) {
    const auto* ballot = std::get_if<Ballot>(&revealed.input);
    if (!ballot) continue;
    ++result.people;
    count_ballot(result.rows, *ballot);
  }
  for (const VoteRow& row : result.rows) result.dots += row.dots;
  std::stable_sort(result.rows.begin(), result.rows.end(),
                   [](const VoteRow& a, const VoteRow& b) { return a.dots > b.dots; });
  mark_ties(result.rows);
  return result;
}

bool is_near_tie(int more, int fewer) {
  const int apart = more - fewer;
  if (apart <= 0) return false;
  return (apart == 1 && more >= near_tie_from) || apart <= near_tie_share * more;
}

DotsAdvice dots_advice(int items, int people) {
  const auto share = [](std::int64_t whole, std::int64_t parts) {  // rounded, halves upwards
    return static_cast<int>((2 * whole + parts) / (2 * parts));
  };
  const std::int64_t n = std::max(items, 0);
  DotsAdvice advice;
  advice.suggested = std::max(2, share(n, 4));
  advice.third = std::max(1, share(n, 3));
  advice.msu = std::max(1, share(n * n, 2 * static_cast<std::int64_t>(std::max(people, 1))));
  return advice;
}

}  // namespace standpoint
