// Seats that nobody uses: whose line is not there and who left no trace. They end when the facilitator clears them, and when
// somebody new would find no seat.
#include <algorithm>
#include <utility>

#include "core/room/room.h"
#include "core/workshop/seats.h"

namespace standpoint {

// With inputs in a box that is not revealed yet, nothing is cleared: who has answered keeps a seat, so everybody else would be told
// who has not.
const Activity* Room::answered_in_secret() const {
  for (const Activity& activity : tentative_.activities) {
    if (!collects_inputs(tentative_, activity) || (activity.phase != Phase::open && activity.phase != Phase::closed)) continue;
    const auto box = sealed_.find(activity.id);
    const bool on_its_way = std::any_of(inputs_.begin(), inputs_.end(), [&](const QueuedInput& queued) { return queued.activity == activity.id; });
    if (on_its_way || (box != sealed_.end() && !box->second.empty())) return &activity;
  }
  return nullptr;
}

std::vector<SeatId> Room::empty_seats() const {
  std::vector<SeatId> taken = seats_that_stay(tentative_);
  for (const auto& [id, link] : links_) taken.push_back(link.seat);
  std::sort(taken.begin(), taken.end());
  std::vector<SeatId> empty;
  for (const Seat& seat : tentative_.seats)
    if (!std::binary_search(taken.begin(), taken.end(), seat.id)) empty.push_back(seat.id);
  return empty;
}

bool Room::has_seat_for(Role role) const {
  if (next_seat(tentative_).value > max_seat_number) return false;
  return tentative_.seats.size() < seats_in_all(role) || (!answered_in_secret() && !empty_seats().empty());
}

Room::MaybeRefusal Room::queue_clearing(LinkId id, const Command& command, const ClearSeats& clearing, std::int64_t now_ms) {
  if (!clearing.seats.empty()) return Refusal{Refusal::Why::malformed, "Only the host knows which seats are empty. Nothing was changed; reload the screen."};
  const Seat* const asks = find(tentative_, command.by);
  const Activity* const asked = answered_in_secret();
  if (asks && asks->role == Role::facilitator && asked)
    return Refusal{Refusal::Why::wrong_phase, "Clearing now would tell who has not answered “" + asked->title + "”. Nothing was cleared; reveal it first."};
  return queue_event(id, Command{command.by, command.counter, ClearSeats{empty_seats()}}, now_ms);
}

}  // namespace standpoint
