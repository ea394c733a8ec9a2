// Mixes two levels. See elevation.h.
#include "app/design/elevation.h"

#include <cstddef>

namespace standpoint {

Elevation between(const Elevation& low, const Elevation& high, float t) {
  Elevation level = low;
  for (std::size_t i = 0; i < level.size(); ++i) {
    level[i].offset = lerp(low[i].offset, high[i].offset, t);
    level[i].blur = low[i].blur + (high[i].blur - low[i].blur) * t;
    level[i].spread = low[i].spread + (high[i].spread - low[i].spread) * t;
    level[i].color = mix(low[i].color, high[i].color, t);
  }
  return level;
}

}  // namespace standpoint
