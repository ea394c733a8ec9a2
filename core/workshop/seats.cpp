#include "core/workshop/seats.h"

#include <algorithm>

#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

template <class Things>
void add_makers(std::vector<SeatId>& seats, const Things& things) {
  for (const auto& thing : things) seats.push_back(minted_by(thing.id));
}

}  // namespace

std::vector<SeatId> seats_that_stay(const Workshop& w) {
  std::vector<SeatId> stay;
  add_makers(stay, w.stakeholders);
  add_makers(stay, w.ties);
  add_makers(stay, w.boards);
  add_makers(stay, w.cards);
  add_makers(stay, w.activities);
  add_makers(stay, w.decisions);
  add_makers(stay, w.bookmarks);
  for (const Activity& activity : w.activities) {
    stay.push_back(decider_of(activity));
    for (const RevealedInput& input : activity.inputs) stay.push_back(input.seat);
  }
  for (const Seat& seat : w.seats) {
    if (seat.role == Role::facilitator || seat.carried_by || seat.merged_into || seat.id == w.seats.back().id) stay.push_back(seat.id);
    stay.push_back(seat.carried_by);
    stay.push_back(seat.merged_into);
  }
  std::sort(stay.begin(), stay.end());
  stay.erase(std::unique(stay.begin(), stay.end()), stay.end());
  return stay;
}

}  // namespace standpoint
