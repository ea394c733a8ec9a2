// Who leads a session, by name. Used at the door and on the pages of those who wait.
#pragma once

#include <string>
#include <string_view>

#include "core/model.h"

namespace standpoint {

// The name of a facilitator's seat while nobody typed one: it names a role, nobody in the room.
inline constexpr std::string_view unnamed_facilitator = "Facilitator";

// The first facilitator who is there and has a name of their own; empty: none has.
std::string leader_name(const Workshop&);

}  // namespace standpoint
