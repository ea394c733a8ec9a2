// One tie as a line: five kinds that differ in shape, not only in colour (design guide, section 5). Drawn by the map, its
// key and lists of ties. It must not know ImGui or whom it ties.
#pragma once

#include <optional>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "core/workshop/model.h"

namespace standpoint {

struct TieLook {
  TieKind kind = TieKind::influences;
  int strength = 1;
  float alpha = map_look::tie_alpha;
  float weight = 1.0F;  // of widths and ends: below 1 on small boards
};

// Somebody at one end of a tie.
struct TieEnd {
  Vec center;
  StakeholderKind kind = StakeholderKind::internal;
  float radius = 31;
};

// The curve between two people, bowed by `bow` of its length (as MapTie::bow, seen with y down) and trimmed 7 px after the
// first outline and 8 px before the second, times `weight`; `scale` as NodeLook's. Nothing is left of it between people who
// stand on each other. shaders/tie.vert has the same formula.
std::optional<Quad> tie_curve(const TieEnd& from, const TieEnd& to, float bow, float scale, float weight);

// `curve` runs from edge to edge: trimmed already. Arrows and rings end exactly at curve.to.
void paint_tie(Painter& painter, const Theme& theme, const Quad& curve, const TieLook& look);

Color tie_color(const Theme& theme, TieKind kind);

}  // namespace standpoint
