// Fourteen people's blind placements with a given middle and spread, the same on every run. Used by make_samples only.
#pragma once

#include <cstddef>

#include "sessions/rehearsal.h"

namespace standpoint {

inline constexpr std::size_t placing_people = 14;

// Where person number 0 to 13 puts somebody. Over all of them the median is the opinion's middle and the standard
// deviation its spread, up to rounding and the edge of the board.
BoardPoint placement(const Opinion& opinion, std::size_t person);

}  // namespace standpoint
