// The forces that spread people over the map: called by layout.cpp only. Every body is tied to its home, so that a
// change somewhere fades with distance instead of turning the whole map.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/boards/band.h"

namespace standpoint {

struct Body {
  MapPoint home;         // where it wants to be
  MapPoint at;
  double radius = 0;     // of the disc
  double half_name = 0;  // half the width of the name below it
  Band band;
  bool fixed = false;    // placed by hand, or a ring's name
  bool person = true;    // people keep more distance from each other than from a ring's name
};
using BodyPair = std::pair<std::size_t, std::size_t>;

// Moves the free bodies of `bodies`; `ties` are pairs of indexes, each once. `scale` is node_scale.
void spread_out(std::vector<Body>& bodies, const std::vector<BodyPair>& ties, double scale);
// Pushes discs apart until none overlap or nothing helps any more.
void remove_overlaps(std::vector<Body>& bodies, double scale);

}  // namespace standpoint
