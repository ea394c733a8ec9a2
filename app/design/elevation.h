// How high something lies over the paper, as soft shadows. The theme holds the levels; paint/elevation.h draws them.
#pragma once

#include <array>

#include "app/design/box.h"
#include "app/design/color.h"

namespace standpoint {

// One soft rounded-rectangle shadow, as in CSS: blur is twice the standard deviation.
struct Shadow {
  Vec offset;
  float blur = 0.0F;
  float spread = 0.0F;
  Color color;
};

// Two shadows together make one level of height.
using Elevation = std::array<Shadow, 2>;

// A level between two, t 0..1.
Elevation between(const Elevation& low, const Elevation& high, float t);

}  // namespace standpoint
