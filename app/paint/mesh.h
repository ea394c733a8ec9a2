// Smooth-edged triangles for an ImDrawList: strokes of any and varying width, fills, soft shadows and glows.
// ScreenPainter calls it with points in screen pixels. It must not know logical pixels, colours' meanings or fonts.
#pragma once

#include <span>

#include "app/paint/painter.h"
#include "app/paint/path.h"

struct ImDrawList;

namespace standpoint {

// Where triangles go, and how wide the soft edge is: one physical pixel, in units of the draw list.
struct MeshTarget {
  ImDrawList& list;
  float fringe = 1.0F;
};

// A line through the points; its width runs evenly from `start_width` to `end_width`. One mesh, so alpha never doubles at joints.
// A single point with round caps is a disc.
void mesh_stroke(const MeshTarget& target, const Polyline& line, float start_width, float end_width, Cap cap, Color color);

void mesh_fill(const MeshTarget& target, std::span<const Vec> outline, Color color);

// The blur of a rounded box, as CSS draws it: standard deviation blur / 2.
void mesh_shadow(const MeshTarget& target, Box box, float corner, float blur, Color color);

void mesh_glow(const MeshTarget& target, Vec center, float radius, Color color, std::span<const GlowStop> stops);

}  // namespace standpoint
