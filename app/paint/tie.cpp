// The five lines. Called by paint of the map, its key and the panel of a stakeholder. Measures: app/design/measures.h, map_look.
#include "app/paint/tie.h"

#include <algorithm>

#include "app/paint/node.h"

namespace standpoint {
namespace {

using namespace map_look;

// Draws the head and gives back the curve that ends where the head begins.
Quad with_arrow(Painter& painter, const Quad& curve, Color color, float weight) {
  const float size = std::min(arrow_length * weight, length(curve) * arrow_most);
  const Quad rest = trimmed(curve, 0, size * (1 - arrow_notch));
  painter.fill(arrow_path(curve.to, unit(curve.to - rest.to), size, size * arrow_width / arrow_length, arrow_notch), color);
  return rest;
}

// The curve from a centre is 2t u + t^2 v; it leaves the outline at the t where it is as far out as the outline, grown by
// the gap, lies in its own direction.
float leaving(Vec u, Vec v, const TieEnd& end, float scale, float gap) {
  float t = 0;
  for (int i = 0; i < leaving_steps; ++i) {
    const Vec w = u * 2.0F + v * t;
    const float far = length(w);
    if (far <= 0) return 1;
    t = reach_of(end.kind, end.radius, w * (1 / far), scale, gap) / far;
  }
  return t;
}

}  // namespace

std::optional<Quad> tie_curve(const TieEnd& from, const TieEnd& to, float bow, float scale, float weight) {
  const Vec whole = to.center - from.center;
  // The board's own y runs up; with y down the bow turns the other way.
  const Vec control = whole * 0.5F - normal(whole) * bow;
  const Vec curl = whole - control * 2.0F;
  const float t0 = leaving(control, curl, from, scale, tie_start_gap * weight);
  const float t1 = 1 - leaving(control - whole, curl, to, scale, tie_end_gap * weight);
  if (t0 >= t1) return std::nullopt;
  return piece_of({from.center, from.center + control, to.center}, t0, t1);
}

Color tie_color(const Theme& theme, TieKind kind) {
  switch (kind) {
    case TieKind::influences: return theme.tie.influences;
    case TieKind::reports_to: return theme.tie.reports_to;
    case TieKind::trusts: return theme.tie.trusts;
    case TieKind::supports: return theme.tie.supports;
    case TieKind::conflicts_with: return theme.tie.conflicts_with;
  }
  return theme.tie.influences;
}

void paint_tie(Painter& painter, const Theme& theme, const Quad& curve, const TieLook& look) {
  const Color color = tie_color(theme, look.kind).with_alpha(look.alpha);
  const float weight = look.weight;
  switch (look.kind) {
    case TieKind::influences:
      painter.taper(quad_path(with_arrow(painter, curve, color, weight)), influences_start_width(look.strength) * weight,
                    influences_end_width * weight, color);
      return;
    case TieKind::reports_to: {
      const float ring = reports_ring_radius * weight;
      const Quad line = trimmed(curve, 0, 2 * ring);
      const Vec boss = curve.to - unit(curve.to - line.to) * ring;
      painter.stroke(quad_path(line), {color, reports_width * weight});
      painter.stroke_circle(boss, ring, {color, reports_ring_stroke * weight});
      return;
    }
    case TieKind::trusts:
      painter.stroke(quad_path(curve), {color, trusts_diameter * weight, {0, trusts_pitch * weight}, Cap::round});
      return;
    case TieKind::supports:
      painter.stroke(quad_path(with_arrow(painter, curve, color, weight)),
                     {color, supports_width(look.strength) * weight, {supports_dash_on * weight, supports_dash_off * weight}});
      return;
    case TieKind::conflicts_with:
      painter.stroke(zigzag_path(curve, conflicts_amplitude * weight, conflicts_half_pitch * weight), {color, conflicts_width * weight});
      return;
  }
}

}  // namespace standpoint
