// Undo is one more event that puts things back; the log never shrinks. Callers keep the inverses they may want to send.
#pragma once

#include <vector>

#include "core/workshop/action.h"

namespace standpoint {

// The actions that take `action` back, given the workshop before it, to be sent together by the same seat: one, or two for a placing that both
// adds and moves. Empty for what cannot be undone (R37: joining, phases, sealing, the timer, removing a bookmark) and for what changes
// nothing. The inverses of an inverse are the redo. The inverse of a change is refused once somebody else changed the same fields (R349).
std::vector<Action> inverses(const Workshop& before, const Action& action);

// What `back` would take back of `done`, a move, lies elsewhere by now: taken back, it would undo what somebody else did (R359).
bool moved_since(const Workshop&, const Action& done, const Action& back);
// Both move one thing, on the same board where it is a canvas.
bool move_the_same(const Action&, const Action&);

}  // namespace standpoint
