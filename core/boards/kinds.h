// Which kind of stakeholder belongs into which ring, for imports, which know the kind, and for the map, where people change
// the ring.
#pragma once

#include "core/workshop/model.h"

namespace standpoint {

constexpr Ring ring_of(StakeholderKind kind) {
  switch (kind) {
    case StakeholderKind::external:
    case StakeholderKind::customer:
    case StakeholderKind::partner: return Ring::external;
    case StakeholderKind::regulator: return Ring::regulator;
    case StakeholderKind::internal:
    case StakeholderKind::sponsor: return Ring::internal;
  }
  return Ring::internal;
}

// In the team or near it, who is internal or a sponsor is at home.
constexpr bool fits(StakeholderKind kind, Ring ring) { return ring_of(kind) == (ring == Ring::team ? Ring::internal : ring); }

constexpr StakeholderKind kind_for(Ring ring) {
  return ring == Ring::external ? StakeholderKind::external : ring == Ring::regulator ? StakeholderKind::regulator : StakeholderKind::internal;
}

}  // namespace standpoint
