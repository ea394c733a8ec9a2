// Who may see an event: decided per event and role, on the host, before anything is sent.
#pragma once

#include <optional>

#include "core/event.h"

namespace standpoint {

// The event as that role may see it: as it is, with private fields emptied (a stakeholder's note; for the stage,
// whose a named input is), or nullopt, for which the seat gets a numbered blank.
std::optional<Event> as_seen_by(Role, const Event&);
// The workshop as that role may see it: equal to the fold of all events, and blanks, as that role may see them.
Workshop as_seen_by(Role, const Workshop&);

}  // namespace standpoint
