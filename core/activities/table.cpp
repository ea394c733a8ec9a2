// The table. A file of its own, so that a program with a method more brings its own table instead.
#include <array>

#include "core/activities/rows.h"

namespace standpoint {
namespace {

// In the order of ActivityKind.
constexpr std::array<const ActivityRules*, 7> rules{&brainstorm_rules, &nominate_rules, &place_rules,  &vote_rules,
                                                    &rate_rules,       &discuss_rules,  &decide_rules};

}  // namespace

std::span<const ActivityRules* const> all_rules() { return rules; }

}  // namespace standpoint
