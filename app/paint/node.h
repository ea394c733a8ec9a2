// One stakeholder as a shape: outline by kind, fill and glyph by stance (design guide, section 5). Drawn by the map, its
// key and every place that shows a person's sign. It must not know ImGui or where a node stands.
#pragma once

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "core/workshop/model.h"

namespace standpoint {

struct NodeLook {
  float radius = 31;         // the guide's r
  StakeholderKind kind = StakeholderKind::internal;
  Stance stance = Stance::neutral;
  bool show_stance = true;   // false: one grey for all, no glyph
  float alpha = 1.0F;
  Color ground;              // of the band below: the 3 px gap and what is seen through a dashed outline
  float scale = 1.0F;        // of distances that do not follow the radius: the sponsor's ring
};

void paint_node(Painter& painter, const Theme& theme, Vec center, const NodeLook& look);

// The stance's own mark alone, as in the rows of a choice.
void paint_glyph(Painter& painter, Vec center, float radius, Stance stance, Color color);

// Of the question mark: the arc that leads from its bowl to its foot, in multiples of the node's radius. Its middle lies at
// (radius, y), so that it ends at x = 0.
struct QuestionStem {
  float radius = 0;
  float y = 0;
};
QuestionStem question_stem();

// The colour of a stance's fill.
Color stance_color(const Theme& theme, Stance stance);

// Half width and half height of the outline with its gap.
Vec node_half(StakeholderKind kind, float radius, float scale = 1.0F);

// How far a point (relative to the node's centre) lies outside the outline, in pixels; negative inside. Signed distances
// of rounded shapes after Quilez, "2D distance functions".
float outside_of(StakeholderKind kind, float radius, Vec point, float scale = 1.0F);

// How far the outline, grown by `grown` pixels, lies from the centre in a direction of length 1. A
// sponsor's ring stands in that gap: there it is as near as the ring allows.
float reach_of(StakeholderKind kind, float radius, Vec direction, float scale = 1.0F, float grown = 0.0F);

// The outline, `grown` pixels larger.
Path node_outline(StakeholderKind kind, Vec center, float radius, float grown = 0.0F);

}  // namespace standpoint
