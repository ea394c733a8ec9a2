// Who may see an event: decided per event and role, on the host, before anything is sent.
#pragma once

#include <optional>
#include <span>

#include "core/workshop/event.h"
#include "core/workshop/layers.h"

namespace standpoint {

// The event as that role may see it, or nullopt, for which the seat gets a numbered blank: with private fields emptied (a
// stakeholder's note; for the stage, whose a named input is), stances of a closed layer unset, and nothing of hidden ties. The commands of
// those who lead have no numbers.
// `before`: the workshop it happens to. An event that opens or closes layers is told as it is; what it uncovers is told by
// as_seen_by of the workshop after it.
std::optional<Event> as_seen_by(Role, const Workshop& before, const Event&);
// The workshop as that role may see it: equal to the fold of all events, and blanks, as that role may see them, but for the numbers of seats,
// which only those who lead are told; for events that open or close layers, to this very workshop.
Workshop as_seen_by(Role, const Workshop&);
// The same with these layers open.
Workshop as_seen_by(Role, const Workshop&, const Layers& open);

// Each of these events can be told as seen from `now`, the workshop after them, as well as from the one before it: they
// opened and closed no layer, and did nothing to a hidden tie that only the moment itself could judge.
bool seen_alike_from(Role, const Workshop& now, std::span<const Event> latest);

}  // namespace standpoint
