// What the workshop's data says: who is really listened to, where the group disagrees, what moved between rounds.
// Called by the boards, the screens and the command line. Pure functions over the Workshop; floats are fine here,
// nothing of it is folded. The rules are R80 to R86 in core/README.md, section insights.
#pragma once

#include <cstdint>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

using TieKinds = std::uint8_t;  // bit k: ties of kind k count
inline constexpr TieKinds all_tie_kinds = (1u << tie_kind_count) - 1;
constexpr TieKinds only(TieKind k) { return static_cast<TieKinds>(1u << static_cast<int>(k)); }

struct Influence {
  StakeholderId stakeholder;
  double betweenness = 0;  // 0..1, undirected, over the people with at least one tie of the chosen kinds
  double pagerank = 0;     // sums to 1 over the same people; 0 for the others
  int degree = 0;          // distinct people tied to
  int rank_by_position = 0;  // 1 is first by betweenness; equals share a rank
  int rank_by_power = 0;     // 1 is first by formal power (influence where nobody's power is known)
  bool hidden = false;       // first by position, nobody beside them, at least hidden_betweenness, and not first by power
};

// Below this nobody is a bridge worth pointing at: of every ten pairs of people, less than one needs them.
inline constexpr double hidden_betweenness = 0.1;

// One entry per stakeholder, most betweenness first, ties broken by PageRank, then id.
// Betweenness: Brandes 2001, normalised by (n-1)(n-2)/2; every tie counts as a path both ways.
// PageRank: Brin and Page 1998, damping 0.85, 100 rounds; attention flows to whoever is listened to:
// A influences B: from B to A. A reports to, trusts or supports B: from A to B. Conflicts: both ways.
// Several ties between the same two people count once in each measure (once a direction in PageRank).
std::vector<Influence> influence_of(const Workshop&, TieKinds kinds = all_tie_kinds);
// The one hidden influencer to point at, or none.
StakeholderId hidden_influencer(const std::vector<Influence>&);

// How a revealed Place activity spread an item.
struct Spread {
  Item item;
  BoardPoint median;               // of x and of y
  std::vector<BoardPoint> points;  // every placement, sorted
  double semi_major = 0, semi_minor = 0;  // of the 50 % ellipse (1.18 sigma of the sample covariance), board units
  double angle = 0;                // radians, counter-clockwise from the x axis
  BoardPoint centre;               // of the ellipse: the mean
  double spread = 0;               // sqrt(var x + var y), board units: the ranking
  bool widest_on_x = true;         // the axis people differ on most
  std::int32_t low = 0, high = 0;  // range on that axis
};

// One entry per item placed by anybody. Widest spread first; items with fewer than two placements last.
std::vector<Spread> spreads_of(const Activity&);
// How many people placed. Anonymous sheets hold one item each, so there it is the most placements of one item.
int people_who_placed(const Activity&);

// Below this range on the axis people differ on most, nobody is listed as what they disagree on: 2 of 10.
inline constexpr std::int32_t disagreement_floor = 2000;
// Several people placed it, and no closer together than the floor.
bool is_disputed(const Spread&);

// What moved between two rounds on the same board: medians then and now, biggest move first. Like is compared with like
// (R181): in two named rounds the medians are of those who placed the item both times; else an item is left out unless it
// was placed by at least half as many in one round as in the other.
struct Movement { Item item; BoardPoint then, now; double distance = 0; };
std::vector<Movement> movement_between(const Activity& earlier, const Activity& later);
// Of how many people of the earlier round the later one tells something: "1 of 4 placed again". In anonymous rounds nobody
// knows who they were, so it is the smaller of the two numbers.
struct PlacedAgain { int again = 0, of = 0; };
PlacedAgain placed_again(const Activity& earlier, const Activity& later);

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

}  // namespace standpoint
