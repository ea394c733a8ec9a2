// One action of every kind, in the order of the variant, with no field left at its default. Used by the tests of the
// codec, and the values behind tests/golden/event_v1.inc: changing one changes the golden bytes.
#pragma once

#include <vector>

#include "core/workshop/event.h"

namespace standpoint::samples {

std::vector<Action> every_action();

// The event that golden record n (from 0) holds: sequence n + 1, a minute after the one before, by seat 3, counter 7 + n.
Event golden_event(std::size_t n);

}  // namespace standpoint::samples
