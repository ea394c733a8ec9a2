// "Ana is here twice": somebody came back as somebody new, or two people join from one device, and one tap makes them one, or says
// that they are two. Called by the console and by the host's own window, for whoever leads. It must not know the network.
#pragma once

#include <vector>

#include "app/design/frame.h"
#include "core/room/message.h"
#include "core/workshop/action.h"
#include "core/workshop/names.h"

namespace standpoint {

// At the top of the box; returns how much of it that takes, 0 while everybody is here once. `here`: with a screen connected.
float draw_here_twice(const Frame&, const Workshop&, const std::vector<SeatId>& here, const std::vector<OneDevice>&, Box, Commands&);

}  // namespace standpoint
