// Where a control of a stage screen lies on the desk. Included by the controls only, which all begin with it: whatever frame they
// are drawn with, their words are never smaller than designed.
#pragma once

#include <algorithm>

#include "app/design/frame.h"

namespace standpoint {

// A control drawn with the stage's frame keeps its middle and its width, and a height that its words have room in.
inline Box control_box(const Frame& frame, Box box, float least = 40) {
  if (frame.desk_painter == nullptr) return box;
  const Box on_desk = frame.on_desk(box);
  return box_around(on_desk.center(), on_desk.width() / 2, std::max(on_desk.height(), std::min(least, box.height())) / 2);
}

}  // namespace standpoint
