// Shapes, fills and glyphs of stakeholders. Called by paint of the map and by panels that show a person's sign.
// Measures are multiples of the guide's r (app/design/measures.h, map_look); nothing here knows colours beyond the theme's.
#include "app/paint/node.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace standpoint {
namespace {

using namespace map_look;

constexpr float root_half = 0.70710678F;
constexpr float half_root_three = std::numbers::sqrt3_v<float> / 2;

float ring_radius(float radius, float scale) { return radius + sponsor_ring_offset * scale; }
float ring_width(float radius) { return std::max(2.0F, sponsor_ring_stroke * radius); }

float outside_rounded_box(Vec point, Vec half, float corner) {
  const Vec q{std::fabs(point.x) - half.x + corner, std::fabs(point.y) - half.y + corner};
  return length(Vec{std::max(q.x, 0.0F), std::max(q.y, 0.0F)}) + std::min(std::max(q.x, q.y), 0.0F) - corner;
}

// Of the hexagon's edges the one ahead of a point: how far the point lies towards it, and along it from its middle.
Vec to_hexagon_edge(Vec point) {
  const float x = std::fabs(point.x), y = std::fabs(point.y);
  const float slanted = half_root_three * x + y / 2;
  return y > slanted ? Vec{y, x} : Vec{slanted, std::fabs(half_root_three * y - x / 2)};
}

// What a ray along `ahead` (first towards the edge, then along it) meets first: the straight part of an edge, or the arc
// of the corner round `pivot`.
float reach_of_edge(Vec ahead, float edge, Vec pivot, float corner) {
  const float straight = edge / ahead.x;
  if (straight * ahead.y <= pivot.y) return straight;
  const float along = dot(ahead, pivot);
  return along + std::sqrt(std::max(0.0F, along * along - dot(pivot, pivot) + corner * corner));
}

// A kind that is a box: half sides and corner. The diamond's are turned by an eighth.
struct BoxShape {
  Vec half;
  float corner = 0;
};
BoxShape box_of(StakeholderKind kind, float radius) {
  if (kind == StakeholderKind::external) return {{external_half_side * radius, external_half_side * radius}, external_corner * radius};
  const float half = customer_half_diagonal * radius * root_half;
  if (kind == StakeholderKind::customer) return {{half, half}, customer_corner * radius};
  return {{partner_half_width * radius, partner_half_height * radius}, partner_half_height * radius};
}

Vec eighth_turn(Vec point) { return Vec{point.x + point.y, point.y - point.x} * root_half; }

struct HexagonShape {
  float edge = 0;    // from the middle to the edges
  float corner = 0;
  Vec pivot;         // of the corner, seen from the edge
};
HexagonShape hexagon_of(float radius) {
  const float edge = regulator_circumradius * radius * half_root_three;
  const float corner = regulator_corner * radius;
  return {edge, corner, {edge - corner, (edge - corner) / std::numbers::sqrt3_v<float>}};
}

float outside_hexagon(Vec point, float radius) {
  const HexagonShape shape = hexagon_of(radius);
  const Vec q = to_hexagon_edge(point);
  const Vec w = q - shape.pivot;
  return w.x > 0 && w.y > 0 ? length(w) - shape.corner : q.x - shape.edge;
}

// Dashes along the outline: as many as fit, one of them in the middle of each edge (of a circle: at 3 o'clock), so that
// every shape's dashes are as regular as the shape. Outlines start at a corner, `flat` after the middle of an edge.
Dash outline_dash(StakeholderKind kind, float radius, float inset, float wanted_on, float wanted_off) {
  float repeats = 2 * pi * (radius - inset), flat = 0;
  if (kind == StakeholderKind::regulator) {
    const HexagonShape shape = hexagon_of(radius);
    flat = (shape.edge - inset - shape.corner) / std::numbers::sqrt3_v<float>;
    repeats = 2 * flat + shape.corner * pi / 3;
  } else if (kind != StakeholderKind::internal && kind != StakeholderKind::sponsor) {
    BoxShape box = box_of(kind, radius);
    if (kind == StakeholderKind::partner) box.corner -= inset;
    const Vec pivot = box.half - Vec{inset + box.corner, inset + box.corner};
    flat = pivot.y;
    repeats = pivot.x + pivot.y + box.corner * pi / 2;
  }
  const float period = repeats / std::max(1.0F, std::floor(repeats / (wanted_on + wanted_off) + 0.5F));
  const float on = period * wanted_on / (wanted_on + wanted_off);
  return {on, period - on, flat + on / 2};
}

void chevron(Painter& painter, Vec center, float radius, float up, const Stroke& line) {
  const float wide = glyph_half_width * radius;
  const float rise = glyph_rise * radius * up;
  painter.fill(elbow_path(center + Vec{-wide, rise}, center + Vec{0, -rise}, center + Vec{wide, rise}, line.width), line.color);
}

constexpr float radians(float degrees) { return degrees * pi / 180; }

// The bowl ends heading back to the middle; the stem bends the other way until it runs straight down.
void question_mark(Painter& painter, Vec center, float radius, Color color) {
  const QuestionStem stem = question_stem();
  const Vec bowl = center + Vec{0, question_bowl_y * radius};
  Path hook = arc_path(bowl, question_bowl * radius, radians(question_bowl_from), radians(question_bowl_to));
  hook.arc_to(center + Vec{stem.radius, stem.y} * radius, stem.radius * radius, radians(question_bowl_to - 180), pi);
  painter.stroke(hook, {color, std::max(glyph_stroke_min, question_stroke * radius), {}, Cap::round});
  painter.fill_circle(center + Vec{0, question_dot_y * radius}, std::max(glyph_stroke_min / 2, question_dot * radius), color);
}

void paint_body(Painter& painter, const Theme& theme, Vec center, const NodeLook& look) {
  const bool sponsor = look.kind == StakeholderKind::sponsor;
  const float r = sponsor ? look.radius * sponsor_radius : look.radius;
  const bool hollow = look.show_stance && look.stance == Stance::unaware;
  if (hollow) {
    const float width = std::max(unaware_stroke_min, unaware_stroke * look.radius);
    const Dash dash = outline_dash(look.kind, r, width / 2, unaware_dash_on * look.radius, unaware_dash_off * look.radius);
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
    case StakeholderKind::regulator: return outside_hexagon(point, radius);
    case StakeholderKind::external:
    case StakeholderKind::customer:
    case StakeholderKind::partner: {
      const BoxShape box = box_of(kind, radius);
      return outside_rounded_box(kind == StakeholderKind::customer ? eighth_turn(point) : point, box.half, box.corner);
    }
  }
  return length(point) - radius;
}

float reach_of(StakeholderKind kind, float radius, Vec direction, float scale, float grown) {
  if (kind == StakeholderKind::internal) return radius + grown;
  // The ring stands in the gap, as in the design: what ends beside a sponsor all but touches it.
  if (kind == StakeholderKind::sponsor)
    return std::max(radius + grown, ring_radius(radius, scale) + ring_width(radius) / 2 + sponsor_ring_clear);
  if (kind == StakeholderKind::regulator) {
    const HexagonShape shape = hexagon_of(radius);
    return reach_of_edge(to_hexagon_edge(direction), shape.edge + grown, shape.pivot, shape.corner + grown);
  }
  const BoxShape box = box_of(kind, radius);
  const Vec turned = kind == StakeholderKind::customer ? eighth_turn(direction) : direction;
  const Vec d{std::fabs(turned.x), std::fabs(turned.y)};
  const Vec edge = box.half + Vec{grown, grown};
  const Vec pivot = box.half - Vec{box.corner, box.corner};
  // The ray leaves through the side or through the top: each is an edge with half a corner at its end.
  if (d.x * edge.y >= d.y * edge.x) return reach_of_edge(d, edge.x, pivot, box.corner + grown);
  return reach_of_edge({d.y, d.x}, edge.y, {pivot.y, pivot.x}, box.corner + grown);
}

QuestionStem question_stem() {
  const float sine = std::sin(radians(question_bowl_to)), cosine = std::cos(radians(question_bowl_to));
  const float stem = question_bowl * cosine / (1 - cosine);
  return {stem, question_bowl_y + (question_bowl + stem) * sine};
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
    case Stance::unaware: question_mark(painter, center, radius, color); return;
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
