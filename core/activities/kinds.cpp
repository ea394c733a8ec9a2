// A kind's row, and how it begins. Asked by whatever reads an activity; needs nothing but the table.
#include "core/activities/activities.h"

namespace standpoint {

std::vector<ActivityKind> all_kinds() {
  std::vector<ActivityKind> kinds;
  for (std::size_t n = 0; n < all_rules().size(); ++n) kinds.push_back(static_cast<ActivityKind>(n));
  return kinds;
}

const ActivityRules& rules_of(ActivityKind kind) { return *all_rules()[static_cast<std::size_t>(kind)]; }

Setup first_setup(ActivityKind kind) {
  const ActivityRules& rules = rules_of(kind);
  return rules.setup ? rules.setup() : Setup{};
}

void set_kind(Activity& activity, ActivityKind kind) {
  activity.kind = kind;
  activity.setup = first_setup(kind);
}

}  // namespace standpoint
