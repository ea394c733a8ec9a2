// Who leads a session: by name, for the door and the pages of those who wait, and by whose appointment, for check and the console.
#pragma once

#include <string>
#include <string_view>

#include "core/workshop/model.h"

namespace standpoint {

// The name of a facilitator's seat while nobody typed one: it names a role, nobody in the room.
inline constexpr std::string_view unnamed_facilitator = "Facilitator";

// The first facilitator who is there and has a name of their own; empty: none has.
std::string leader_name(const Workshop&);

// Leads from that seat, whoever sits there; false when there is no such seat.
bool facilitates(const Workshop&, SeatId);

// `other` appointed `seat`, or whoever appointed `seat`, and so on: `seat` cannot remove them or take their role.
bool appointed(const Workshop&, SeatId other, SeatId seat);

}  // namespace standpoint
