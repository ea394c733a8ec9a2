// See elevation.h.
#include "app/paint/elevation.h"

namespace standpoint {

void draw_elevation(Painter& painter, const Theme& theme, Box box, float corner, const Elevation& level) {
  for (const Shadow& shadow : level) painter.shadow(box, corner, shadow);
  if (theme.dark) {
    const Box edge{{box.min.x, box.min.y - 1.0F}, {box.max.x, box.max.y}};
    painter.fill_box(edge, corner, theme.card.edge);
  }
}

}  // namespace standpoint
