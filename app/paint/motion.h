// How far a movement has come: easing curves of the design and staggered steps, as pure functions of elapsed time.
// Paint and screens call it; it must not read a clock.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/design/measures.h"

namespace standpoint {

// CSS cubic-bezier(x1, y1, x2, y2) at `t` 0..1; t outside is clamped. Solved by bisection: 20 steps are exact enough for a pixel.
inline float eased(float t, motion::Easing curve = motion::standard) {
  if (t <= 0.0F) return 0.0F;
  if (t >= 1.0F) return 1.0F;
  const auto bezier = [](float a, float b, float s) {
    const float r = 1.0F - s;
    return 3.0F * r * r * s * a + 3.0F * r * s * s * b + s * s * s;
  };
  float low = 0.0F, high = 1.0F;
  for (int i = 0; i < 20; ++i) {
    const float middle = (low + high) / 2;
    (bezier(curve.x1, curve.x2, middle) < t ? low : high) = middle;
  }
  return bezier(curve.y1, curve.y2, (low + high) / 2);
}

// 0..1 of a step that begins at `start` and lasts `duration` (all in ms since the movement began).
inline float step_at(float elapsed, float start, float duration) { return eased((elapsed - start) / std::max(1.0F, duration)); }

// When the n-th of several things starts: one after the other, all of them within the design's limit.
inline float stagger_of(std::size_t n) { return std::min(static_cast<float>(n) * motion::reveal_stagger, motion::reveal_stagger_max); }

}  // namespace standpoint
