// What the workshop's data says: who is really listened to. (Where the group disagrees and what moved between rounds:
// core/activities/place/result.h.) Called by the boards, the screens and the command line. Pure functions over the Workshop; floats are fine
// here, nothing of it is folded. The rules are in core/README.md, section insights.
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

}  // namespace standpoint
