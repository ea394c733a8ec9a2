// How far ties bow and what a finger hits: geometry of the Map's shapes. Called by map.cpp; screens use
// core/boards/map.h.
#pragma once

#include "core/boards/map.h"

namespace standpoint {

// Chooses the bow of every tie: several between the same pair spread to both sides; a single one bows upwards, or
// downwards where that passes fewer nodes.
void bow_ties(MapBoard&);

// Whether the node's own shape, grown by slop, contains the point (shapes: design tokens, map.kindShape).
bool covers(const MapNode&, MapPoint, double slop);

}  // namespace standpoint
