// The row of a decision: the room talks, and what comes of it is written down.
#include "core/activities/rows.h"

namespace standpoint {

const ActivityRules decide_rules{.words = {.name = "Decide", .key = "decide", .noun = "a decision", .doing = "decisions", .doing_is_many = true},
                                 .input = {},
                                 .talks = true,
                                 .decides = true};

}  // namespace standpoint
