// The row of a discussion: the room talks, and a canvas shows what was placed on it last.
#include "core/activities/rows.h"

namespace standpoint {

const ActivityRules discuss_rules{.words = {.name = "Discuss", .key = "discuss", .noun = "a discussion", .doing = "discussion"}, .input = {}, .talks = true};

}  // namespace standpoint
