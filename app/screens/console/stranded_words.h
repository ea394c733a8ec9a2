// Devices in the room whose page cannot draw, in one sentence for the facilitator. Called by the console.
#pragma once

#include <string>
#include <vector>

#include "core/room/message.h"

namespace standpoint {

// "Could not start: an iPad (its browser has no WebGL 2). Pass the screen instead."; empty: there are none.
std::string words_of_stranded(const std::vector<Stranded>& devices);

}  // namespace standpoint
