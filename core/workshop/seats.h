// Which seats stay whatever happens: those of whom there is a trace. Used by the rules and the room.
#pragma once

#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// Of whoever leads, uses a screen in turn or carries others, added anything that is there, gave a named input, decides, or is one
// with another seat; and the highest, whose number the next one follows. Sorted. What lies in a ballot box only the room knows.
std::vector<SeatId> seats_that_stay(const Workshop&);

}  // namespace standpoint
