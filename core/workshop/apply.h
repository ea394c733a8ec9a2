// The fold: workshop + event -> workshop. Total (an action about something gone does nothing), deterministic, and
// without clock, random, I/O, libm or unordered iteration: native and WebAssembly give the same value, bit for bit.
#pragma once

#include <span>

#include "core/workshop/event.h"

namespace standpoint {

void apply(Workshop&, const Event&);
// What a seat that may not see the event folds in its place.
void apply(Workshop&, const Blank&);
// Of an event's seat: that it sent this command and made this id. Part of apply.
void count_commands_of(Workshop&, const Event&);
Workshop folded(Workshop, std::span<const Event>);

}  // namespace standpoint
