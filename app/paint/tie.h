// One tie as a line: five kinds that differ in shape, not only in colour (design guide, section 5). Drawn by the map, its
// key and lists of ties. It must not know ImGui or whom it ties.
#pragma once

#include "app/paint/painter.h"
#include "app/theme.h"
#include "core/model.h"

namespace standpoint {

struct TieLook {
  TieKind kind = TieKind::influences;
  int strength = 1;
  float alpha = map_look::tie_alpha;
  float weight = 1.0F;  // of widths and ends: below 1 on small boards
};

// `curve` runs from edge to edge: trimmed already. Arrows and rings end exactly at curve.to.
void paint_tie(Painter& painter, const Theme& theme, const Quad& curve, const TieLook& look);

Color tie_color(const Theme& theme, TieKind kind);

}  // namespace standpoint
