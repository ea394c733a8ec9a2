// The forces that spread people over the map: called by layout.cpp only. Every body is tied to its home, so that a
// change somewhere fades with distance instead of turning the whole map.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/boards/band.h"
#include "core/boards/repulsion.h"

namespace standpoint {

struct Body {
  MapPoint home;         // where it wants to be
  MapPoint at;
  double radius = 0;     // of the disc
  double half_name = 0;  // half the width of the name below it
  double name_scale = 0; // of the room around it; 0 in crowds that show no names
  Band band;
  bool fixed = false;    // placed by hand, or a ring's name
  bool person = true;    // people keep more distance from each other than from a ring's name
};
struct BodyPair {  // tied people, by index
  std::uint32_t first = 0, second = 0;
  auto operator<=>(const BodyPair&) const = default;
};

// Moves the free bodies of `bodies`; `ties` has each pair once. `scale` is node_scale.
void spread_out(std::vector<Body>& bodies, const std::vector<BodyPair>& ties, double scale);
// Adds what ties pull: pull x (distance - length) at each end, nothing when the tie is shorter than `length`.
void add_springs(const Columns& places, const std::vector<BodyPair>& ties, float pull, float length, Columns& forces);
// Pushes discs apart until none overlap or nothing helps any more.
void remove_overlaps(std::vector<Body>& bodies, double scale);

}  // namespace standpoint
