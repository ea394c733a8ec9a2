// The kinds of activities, and what each has of its own: how it is set up before it opens, and what a seat seals. A method that has
// something of its own adds one alternative at the end of each list; everything else about it stands in its row (activities.h).
#pragma once

#include <cstdint>
#include <variant>

#include "core/activities/place/setup.h"
#include "core/activities/vote/setup.h"

namespace standpoint {

enum class ActivityKind : std::uint8_t { brainstorm, nominate, place, vote, rate, discuss, decide };

struct NoSetup {  // nothing is chosen before it opens
  bool operator==(const NoSetup&) const = default;
};
inline bool same_terms(const NoSetup&, const NoSetup&) { return true; }
using Setup = std::variant<NoSetup, PlaceSetup, VoteSetup>;

// What somebody changed of it. The order is the order in files.
using SetupChange = std::variant<PlaceSetupChange, VoteSetupChange>;

// What a seat seals into the ballot box. The order is the order in files.
using Input = std::variant<Ballot, PlacementSheet>;

}  // namespace standpoint
