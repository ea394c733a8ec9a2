// The table. A file of its own, so that a program with a method more brings its own table instead.
#include <array>

#include "app/activities/rows.h"

namespace standpoint {
namespace {

// In the order of ActivityKind.
constexpr std::array<const ActivityScreens*, 7> screens{&brainstorm_screens, &nominate_screens, &place_screens,  &vote_screens,
                                                        &rate_screens,       &discuss_screens,  &decide_screens};

}  // namespace

std::span<const ActivityScreens* const> all_screens() { return screens; }

}  // namespace standpoint
