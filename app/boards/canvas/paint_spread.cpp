// Draws a revealed placing: every point, the ellipses, medians and names, and how they come at the reveal. See paint_board.h.
#include <algorithm>
#include <cmath>

#include "app/boards/canvas/paint_parts.h"
#include "app/paint/motion.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "core/activities/place/result.h"

namespace standpoint {
namespace {

using namespace canvas_look;

// Points, medians, ellipses and rail share the reveal evenly.
constexpr float part_ms = motion::reveal / 4;
constexpr std::size_t rail_rows = 5;

// One after the other, evenly within the design's limit, so that the last of many does not wait.
float delay_of(std::size_t n, std::size_t count) {
  if (count < 2) return 0;
  return static_cast<float>(n) * std::min(motion::reveal_stagger, motion::reveal_stagger_max / static_cast<float>(count - 1));
}
float last_delay(std::size_t count) { return count == 0 ? 0 : delay_of(count - 1, count); }
float reduced_fade(const CanvasLook& look) { return std::clamp(look.since_reveal_ms / motion::reduced, 0.0F, 1.0F); }

// With many on the plane the calm ones step back: their medians stay, their points grow faint, their ellipses go.
bool is_crowded(const CanvasBoard& board) { return board.items.size() > many_items; }

// Over the bands of one item the others would be half a name on half a colour: they go.
float presence_of(const CanvasItem& item, const CanvasLook& look) {
  if (look.focused.id == 0 || item.item == look.focused) return 1;
  return look.heat ? 0 : unfocused_alpha;
}

// The covariance ellipse of board units as it looks on a plane that is wider than high: turned and stretched anew.
struct SeenEllipse {
  Vec semi;
  float radians = 0;
};
SeenEllipse seen_ellipse(const Spread& spread, Box plane) {
  const double sx = plane.width() / board_max, sy = plane.height() / board_max;
  const double c = std::cos(spread.angle), s = std::sin(spread.angle);
  const double a2 = spread.semi_major * spread.semi_major, b2 = spread.semi_minor * spread.semi_minor;
  const double xx = (a2 * c * c + b2 * s * s) * sx * sx;
  const double yy = (a2 * s * s + b2 * c * c) * sy * sy;
  const double xy = -(a2 - b2) * c * s * sx * sy;  // y runs down on the screen
  const double middle = (xx + yy) / 2, half = std::hypot((xx - yy) / 2, xy);
  const double major = std::sqrt(std::max(0.0, middle + half)), minor = std::sqrt(std::max(0.0, middle - half));
  return {{std::max(static_cast<float>(major), ellipse_min_x), std::max(static_cast<float>(minor), ellipse_min_y)},
          static_cast<float>(std::atan2(2 * xy, xx - yy) / 2)};
}

void paint_ellipse(Painter& painter, const Theme& theme, const CanvasItem& item, Box plane, float open, float alpha) {
  if (!item.spread || item.spread->points.size() < 3 || open <= 0) return;
  const SeenEllipse seen = seen_ellipse(*item.spread, plane);
  const Vec center = canvas_to_design(plane, item.spread->centre);
  const Vec semi = seen.semi * (0.4F + 0.6F * open);
  const float fade = open * alpha;
  if (item.disputed > 0) {
    painter.fill_ellipse(center, semi, seen.radians, theme.accent.base.with_alpha(ellipse_disputed_fill_alpha * fade));
    painter.stroke_ellipse(center, semi, seen.radians,
                           {theme.accent.base.with_alpha(fade), ellipse_disputed_stroke, {ellipse_dash_on, ellipse_dash_off}});
  } else {
    painter.fill_ellipse(center, semi, seen.radians, theme.ink.primary.with_alpha(ellipse_fill_alpha * fade));
    painter.stroke_ellipse(center, semi, seen.radians, {theme.ink.tertiary.with_alpha(ellipse_stroke_alpha * fade), ellipse_stroke});
  }
}

void paint_points(Painter& painter, const Theme& theme, const CanvasItem& item, Box plane, float fade) {
  if (!item.spread || fade <= 0) return;
  const bool disputed = item.disputed > 0;
  const Color color =
      disputed ? theme.accent.base.with_alpha(point_disputed_alpha * fade) : theme.ink.primary.with_alpha(point_alpha * fade);
  for (const BoardPoint at : item.spread->points)
    painter.fill_circle(canvas_to_design(plane, at), disputed ? point_disputed_radius : point_radius, color);
}

// The disputed ones get the better side of their disc, and keep their name when room is short.
std::vector<InkedName> names_of(const Theme& theme, const CanvasBoard& board, const CanvasLook& look, const Fanned& discs) {
  std::vector<InkedName> names;
  for (std::size_t i = 0; i < board.items.size(); ++i) {
    const CanvasItem& item = board.items[i];
    const bool disputed = item.disputed > 0;
    const RevealParts parts = parts_of(look, i, board.items.size());
    const int weight = item.item == look.focused ? always_named : disputed ? 10 - item.disputed : 0;
    names.push_back({{discs.at[i], disc_radius(item.disputed), item.short_name, disputed ? stage_type::label_strong : stage_type::label, weight,
                      discs.group[i]},
                     disputed ? theme.accent.ink : theme.ink.primary,
                     parts.median * parts.fade * presence_of(item, look)});
  }
  return names;
}

}  // namespace

RevealParts parts_of(const CanvasLook& look, std::size_t n, std::size_t count) {
  if (look.reduced_motion) return {1, 1, 1, reduced_fade(look)};
  const float t = look.since_reveal_ms - delay_of(n, count);
  return {step_at(t, 0, part_ms), step_at(t, part_ms, part_ms), step_at(t, 2 * part_ms, part_ms), 1};
}

float row_part(const CanvasLook& look, std::size_t n, std::size_t count) {
  if (look.reduced_motion) return reduced_fade(look);
  const float first = last_delay(count) + 3 * part_ms - static_cast<float>(rail_rows - 1) * motion::reveal_stagger;
  return step_at(look.since_reveal_ms, first + static_cast<float>(n) * motion::reveal_stagger, part_ms);
}

float canvas_reveal_ms(std::size_t items, bool reduced_motion) {
  return reduced_motion ? motion::reduced : motion::reveal + last_delay(items);
}

void paint_spread(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  const bool crowded = is_crowded(board);
  const auto each = [&](auto&& paint) {
    for (int disputed = 0; disputed < 2; ++disputed)  // the disputed ones lie above the calm ones
      for (std::size_t i = 0; i < board.items.size(); ++i)
        if ((board.items[i].disputed > 0) == (disputed == 1))
          paint(i, board.items[i], parts_of(look, i, board.items.size()), presence_of(board.items[i], look));
  };
  if (!look.heat) {
    const ClipScope clip(painter, look.plane);
    each([&](std::size_t, const CanvasItem& item, RevealParts parts, float alpha) {
      const bool looked_at = item.disputed > 0 || item.item == look.focused;
      if (looked_at || !crowded) paint_ellipse(painter, theme, item, look.plane, parts.ellipse, parts.fade * alpha);
    });
    each([&](std::size_t, const CanvasItem& item, RevealParts parts, float alpha) {
      const bool looked_at = item.disputed > 0 || item.item == look.focused;
      paint_points(painter, theme, item, look.plane, parts.points * parts.fade * alpha * (crowded && !looked_at ? crowded_point_share : 1));
    });
  }
  const Fanned discs = fanned_discs(board, look.plane);
  each([&](std::size_t i, const CanvasItem& item, RevealParts parts, float alpha) {
    paint_disc(painter, theme, discs.at[i], item.disputed, parts.median, parts.fade * alpha);
  });
  paint_names(painter, theme, board, look.plane, names_of(theme, board, look, discs));
}

}  // namespace standpoint
