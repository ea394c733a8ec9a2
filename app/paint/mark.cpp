// Draws the mark. See mark.h.
#include "app/paint/mark.h"

namespace standpoint {

void paint_mark(Painter& painter, const Theme& theme, Vec centre, float radius) {
  const float unit = radius / 19;
  painter.arc(centre, 16.5F * unit, -0.6F, 4.71F, {theme.ink.primary, 5 * unit, {}, Cap::round});
  painter.fill_circle(centre, 7 * unit, theme.accent.base);
  painter.fill_circle(centre + Vec{8.8F, -14.8F} * unit, 3.1F * unit, theme.ink.primary);
}

}  // namespace standpoint
