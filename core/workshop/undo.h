// Undo is one more event that puts things back; the log never shrinks. Callers keep the inverses they may want to send.
#pragma once

#include <optional>

#include "core/workshop/action.h"

namespace standpoint {

// The action that takes `action` back, given the workshop before it, to be sent by the same seat. nullopt for what
// cannot be undone (R37: joining, phases, sealing, the timer, removing a bookmark, one placing that both adds
// and moves) and for what changes nothing. The inverse of an inverse is the redo.
std::optional<Action> inverse(const Workshop& before, const Action& action);

}  // namespace standpoint
