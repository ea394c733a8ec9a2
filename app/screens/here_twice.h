// "Ana is here twice": somebody came back as somebody new, and one tap makes them one. Called by the console and by the host's own
// window, for whoever leads. It must not know the network.
#pragma once

#include <vector>

#include "app/frame.h"
#include "core/action.h"

namespace standpoint {

// At the top of the box; returns how much of it that takes, 0 while everybody is here once. `here`: with a screen connected.
float draw_here_twice(const Frame&, const Workshop&, const std::vector<SeatId>& here, Box, Commands&);

}  // namespace standpoint
