// The lengths that need a root. See box.h.
#include "app/design/box.h"

#include <cmath>

namespace standpoint {

float length(Vec v) { return std::sqrt(dot(v, v)); }

Vec unit(Vec v) {
  const float size = length(v);
  return size > 0.0F ? v * (1.0F / size) : Vec{1.0F, 0.0F};
}

}  // namespace standpoint
