// How far the ties of the Map bow. Called by map.cpp; screens use core/boards/map.h.
#pragma once

#include "core/boards/map.h"

namespace standpoint {

// Chooses the bow of every tie: several between the same pair spread to both sides; a single one bows to the
// left of its direction (reports to: seen from the boss), or to the right where that passes fewer nodes.
void bow_ties(MapBoard&);

}  // namespace standpoint
