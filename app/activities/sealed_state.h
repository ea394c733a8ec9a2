// What a screen may know of the secret inputs of an open activity: how many are in, and which of the people it carries
// have theirs in. Filled from the Replica by the shell; never says what is in them.
#pragma once

#include <cstdint>
#include <vector>

#include "core/workshop/ids.h"

namespace standpoint {

struct SealedState {
  std::uint32_t done = 0;
  std::uint32_t of = 0;
  std::vector<SeatId> sealed;
  std::uint32_t again = 0;  // how many had answered, and what they chose was removed; who is known to them alone
};

}  // namespace standpoint
