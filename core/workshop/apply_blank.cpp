// What every event changes whatever was done: its seat's counters, and, all that is left of one a seat may not see, number and time.
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

void count_commands_of(Workshop& w, const Event& event) {
  Seat* const seat = find_in(w.seats, event.by);
  if (!seat) return;
  seat->last_counter = std::max(seat->last_counter, event.counter);
  const Id<struct AnyTag> added{std::visit([](const auto& a) { return added_id(a); }, event.action)};
  if (added && minted_by(added) == event.by) seat->minted = std::max(seat->minted, minted_nth(added));
}

void apply(Workshop& w, const Blank& blank) {
  w.sequence = blank.sequence;
  w.changed_ms = blank.time_ms;
}

}  // namespace standpoint
