// Draws the shadows of a level of the design. Called by whatever paints a box that lies over the paper.
#pragma once

#include "app/design/theme.h"
#include "app/paint/painter.h"

namespace standpoint {

// Both shadows of a level below a box, and in the dark theme the 1 px light upper edge. Draw it before the box itself.
void draw_elevation(Painter& painter, const Theme& theme, Box box, float corner, const Elevation& level);

}  // namespace standpoint
