// Where the map puts people nobody has placed: deterministic, each inside its ring, no overlaps, near their ties.
// Called by build_map. A pure function without memory, and yet incremental: people placed by hand stay, everybody
// else's home hangs on their own id and on ties near by, so an edit hardly moves those further away.
#pragma once

#include <vector>

#include "core/boards/map.h"

namespace standpoint {

// One point per stakeholder, in the workshop's order. Placed ones keep their place.
std::vector<MapPoint> laid_out(const Workshop&);

}  // namespace standpoint
