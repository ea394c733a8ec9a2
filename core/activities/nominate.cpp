// The row of a nomination.
#include "core/activities/rows.h"

namespace standpoint {

const ActivityRules nominate_rules{.words = {.name = "Nominate", .key = "nominate", .noun = "a nomination", .doing = "nominations"}, .input = {}};

}  // namespace standpoint
