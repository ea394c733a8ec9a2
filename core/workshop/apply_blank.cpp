// What every event changes whatever was done, and all that is left of one a seat may not see: numbers, time and counters.
#include <algorithm>

#include "core/workshop/apply.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// The id an action brings into the world, for Seat.minted; 0 when it brings none.
template <class A>
std::uint64_t added_id(const A&) { return 0; }
std::uint64_t added_id(const AddStakeholder& a) { return a.stakeholder.id.value; }
std::uint64_t added_id(const AddTie& a) { return a.tie.id.value; }
std::uint64_t added_id(const AddBoard& a) { return a.board.id.value; }
std::uint64_t added_id(const AddCard& a) { return a.card.id.value; }
std::uint64_t added_id(const AddActivity& a) { return a.activity.id.value; }
std::uint64_t added_id(const RecordDecision& a) { return a.decision.id.value; }
std::uint64_t added_id(const SetBookmark& a) { return a.bookmark.value; }

}  // namespace

Blank blank_of(const Event& event) {
  const Id<struct AnyTag> added{std::visit([](const auto& a) { return added_id(a); }, event.action)};
  const bool own = added && minted_by(added) == event.by;
  return {event.sequence, event.time_ms, event.by, event.counter, own ? minted_nth(added) : 0};
}

void apply(Workshop& w, const Blank& blank) {
  if (Seat* const seat = find_in(w.seats, blank.by)) {
    seat->last_counter = std::max(seat->last_counter, blank.counter);
    seat->minted = std::max(seat->minted, blank.minted);
  }
  w.sequence = blank.sequence;
  w.changed_ms = blank.time_ms;
}

}  // namespace standpoint
