// How small letters may be in a window that draws the stage smaller than it was designed.
#pragma once

#include <algorithm>

#include "app/design/frame.h"
#include "app/design/measures.h"

namespace standpoint {

// In the frame's pixels: what is the desk's smallest on the glass, and never more than the stage's own.
inline float least_letters(const Frame& frame) { return std::min(stage_type::smallest, desk_type::smallest / frame.scale); }

// The style, or larger where the window would make it too small to read.
inline TextStyle legible(const Frame& frame, TextStyle style) {
  const float size = std::max(style.size, least_letters(frame));
  style.line *= size / style.size;
  style.size = size;
  return style;
}

}  // namespace standpoint
