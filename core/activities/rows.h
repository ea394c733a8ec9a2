// The rows of the table: one a kind, each in its own folder or file. Included by what makes a table of them only.
#pragma once

#include "core/activities/activities.h"

namespace standpoint {

extern const ActivityRules brainstorm_rules;
extern const ActivityRules nominate_rules;
extern const ActivityRules place_rules;
extern const ActivityRules vote_rules;
extern const ActivityRules rate_rules;
extern const ActivityRules discuss_rules;
extern const ActivityRules decide_rules;

}  // namespace standpoint
