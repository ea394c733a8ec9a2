// Finds who leads. See leader.h.
#include "core/leader.h"

namespace standpoint {

std::string leader_name(const Workshop& workshop) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::facilitator && seat.present && seat.name != unnamed_facilitator) return seat.name;
  return {};
}

}  // namespace standpoint
