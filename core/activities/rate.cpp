// The row of a rating.
#include "core/activities/rows.h"

namespace standpoint {

const ActivityRules rate_rules{.words = {.name = "Rate", .key = "rate", .noun = "a rating", .doing = "rating"}, .input = {}};

}  // namespace standpoint
