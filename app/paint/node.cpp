// Shapes, fills and glyphs of stakeholders. Called by paint of the map and by panels that show a person's sign.
// Measures are multiples of the guide's r (app/measures.h, map_look); nothing here knows colours beyond the theme's.
#include "app/paint/node.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace standpoint {
namespace {

using namespace map_look;

constexpr float root_half = 0.70710678F;

float ring_radius(float radius, float scale) { return radius + sponsor_ring_offset * scale; }
float ring_width(float radius) { return std::max(2.0F, sponsor_ring_stroke * radius); }

float outside_rounded_box(Vec point, Vec half, float corner) {
  const Vec q{std::fabs(point.x) - half.x + corner, std::fabs(point.y) - half.y + corner};
  return length(Vec{std::max(q.x, 0.0F), std::max(q.y, 0.0F)}) + std::min(std::max(q.x, q.y), 0.0F) - corner;
}

float outside_hexagon(Vec point, float circumradius) {
  const float inner = circumradius * std::numbers::sqrt3_v<float> / 2;
  const float x = std::fabs(point.x);
  const float y = std::fabs(point.y);
  return std::max(y, x * std::numbers::sqrt3_v<float> / 2 + y / 2) - inner;
}

void chevron(Painter& painter, Vec center, float radius, float up, const Stroke& line) {
  const float wide = glyph_half_width * radius;
  const float rise = glyph_rise * radius * up;
  const std::array<Vec, 3> points{center + Vec{-wide, rise}, center + Vec{0, -rise}, center + Vec{wide, rise}};
  painter.stroke(polyline_path(points), line);
}

void paint_body(Painter& painter, const Theme& theme, Vec center, const NodeLook& look) {
  const bool sponsor = look.kind == StakeholderKind::sponsor;
  const float r = sponsor ? look.radius * sponsor_radius : look.radius;
  const bool hollow = look.show_stance && look.stance == Stance::unaware;
  if (hollow) {
    const float width = std::max(unaware_stroke_min, unaware_stroke * look.radius);
    const Dash dash{unaware_dash_on * look.radius, unaware_dash_off * look.radius};
    painter.fill(node_outline(look.kind, center, r), theme.stance.unaware.with_alpha(look.alpha));
    painter.stroke(node_outline(look.kind, center, r, -width / 2), {theme.stance.unaware_line.with_alpha(look.alpha), width, dash});
  } else {
    painter.fill(node_outline(look.kind, center, r),
                 (look.show_stance ? stance_color(theme, look.stance) : theme.ink.secondary).with_alpha(look.alpha));
  }
  if (sponsor) {
    const Color ring = hollow ? theme.stance.unaware_line : look.show_stance ? stance_color(theme, look.stance) : theme.ink.secondary;
    painter.stroke_circle(center, ring_radius(look.radius, look.scale), {ring.with_alpha(look.alpha), ring_width(look.radius)});
  }
}

}  // namespace

Color stance_color(const Theme& theme, Stance stance) {
  switch (stance) {
    case Stance::unaware: return theme.stance.unaware;
    case Stance::resistant: return theme.stance.resistant;
    case Stance::neutral: return theme.stance.neutral;
    case Stance::supportive: return theme.stance.supportive;
    case Stance::leading: return theme.stance.leading;
  }
  return theme.stance.neutral;
}

Path node_outline(StakeholderKind kind, Vec center, float radius, float grown) {
  switch (kind) {
    case StakeholderKind::internal:
    case StakeholderKind::sponsor: return circle_path(center, radius + grown);
    case StakeholderKind::external: {
      const float half = external_half_side * radius + grown;
      return box_path(box_around(center, half, half), external_corner * radius + std::max(0.0F, grown));
    }
    case StakeholderKind::customer:
      return diamond_path(center, customer_half_diagonal * radius + grown / root_half, customer_corner * radius + std::max(0.0F, grown));
    case StakeholderKind::regulator:
      return hexagon_path(center, regulator_circumradius * radius + grown * 2 / std::numbers::sqrt3_v<float>,
                          regulator_corner * radius + std::max(0.0F, grown));
    case StakeholderKind::partner:
      return capsule_path(center, partner_half_width * radius + grown, partner_half_height * radius + grown);
  }
  return circle_path(center, radius + grown);
}

Vec node_half(StakeholderKind kind, float radius, float scale) {
  switch (kind) {
    case StakeholderKind::internal: return {radius + node_gap, radius + node_gap};
    case StakeholderKind::sponsor: {
      const float all = ring_radius(radius, scale) + ring_width(radius) / 2 + node_gap;
      return {all, all};
    }
    case StakeholderKind::external: {
      const float half = external_half_side * radius + node_gap;
      return {half, half};
    }
    case StakeholderKind::customer: {
      // The rounded corner stands back from the tip.
      const float half = (customer_half_diagonal - customer_corner * (1 / root_half - 1) * root_half) * radius + node_gap;
      return {half, half};
    }
    case StakeholderKind::regulator:
      return {regulator_circumradius * radius * 0.96F + node_gap, regulator_circumradius * radius * 0.866F + node_gap};
    case StakeholderKind::partner: return {partner_half_width * radius + node_gap, partner_half_height * radius + node_gap};
  }
  return {radius, radius};
}

float outside_of(StakeholderKind kind, float radius, Vec point, float scale) {
  switch (kind) {
    case StakeholderKind::internal: return length(point) - radius;
    case StakeholderKind::sponsor: return length(point) - ring_radius(radius, scale) - ring_width(radius) / 2;
    case StakeholderKind::external: {
      const float half = external_half_side * radius;
      return outside_rounded_box(point, {half, half}, external_corner * radius);
    }
    case StakeholderKind::customer: {
      const float half = customer_half_diagonal * radius * root_half;
      const Vec turned{(point.x + point.y) * root_half, (point.y - point.x) * root_half};
      return outside_rounded_box(turned, {half, half}, customer_corner * radius);
    }
    case StakeholderKind::regulator: return outside_hexagon(point, regulator_circumradius * radius);
    case StakeholderKind::partner: {
      const Vec half{partner_half_width * radius, partner_half_height * radius};
      return outside_rounded_box(point, half, half.y);
    }
  }
  return length(point) - radius;
}

void paint_glyph(Painter& painter, Vec center, float radius, Stance stance, Color color) {
  const Stroke line{color, std::max(glyph_stroke_min, glyph_stroke * radius), {}, Cap::round};
  const Vec apart{0, glyph_double_offset * radius};
  switch (stance) {
    case Stance::leading:
      chevron(painter, center - apart, radius, 1, line);
      chevron(painter, center + apart, radius, 1, line);
      return;
    case Stance::supportive: chevron(painter, center, radius, 1, line); return;
    case Stance::resistant: chevron(painter, center, radius, -1, line); return;
    case Stance::neutral:
      painter.line(center - Vec{glyph_half_width * radius, 0}, center + Vec{glyph_half_width * radius, 0}, line);
      return;
    case Stance::unaware:
      painter.text(center, "?", {{Face::semibold, radius * 0.95F, radius * 1.2F}, color, Align::center, Anchor::middle});
      return;
  }
}

void paint_node(Painter& painter, const Theme& theme, Vec center, const NodeLook& look) {
  const float outer = look.kind == StakeholderKind::sponsor ? node_half(look.kind, look.radius, look.scale).x - look.radius : node_gap;
  painter.fill(node_outline(look.kind, center, look.radius, outer), look.ground);
  paint_body(painter, theme, center, look);
  if (!look.show_stance) return;
  const Color glyph = look.stance == Stance::unaware ? theme.stance.glyph_unaware : theme.stance.glyph;
  paint_glyph(painter, center, look.radius, look.stance, glyph.with_alpha(look.alpha));
}

}  // namespace standpoint
