// Finds who leads. See leader.h.
#include "core/workshop/leader.h"

namespace standpoint {

std::string leader_name(const Workshop& workshop) {
  for (const Seat& seat : workshop.seats)
    if (seat.role == Role::facilitator && seat.present && seat.name != unnamed_facilitator) return seat.name;
  return {};
}

bool appointed(const Workshop& workshop, SeatId other, SeatId seat) {
  const Seat* at = find(workshop, seat);
  for (std::size_t steps = 0; at && at->appointed_by && steps < workshop.seats.size(); ++steps) {
    if (at->appointed_by == other) return true;
    at = find(workshop, at->appointed_by);
  }
  return false;
}

bool facilitates(const Workshop& w, SeatId seat) {
  const Seat* const found = find(w, seat);
  return found != nullptr && found->role == Role::facilitator;
}

}  // namespace standpoint
