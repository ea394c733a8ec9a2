// Draws the plane of the Canvas and what stands on it. The rail is in canvas_rail.cpp, name places in canvas_names.cpp.
#include "app/paint/canvas.h"

#include <algorithm>
#include <cmath>

#include "app/paint/label.h"
#include "app/paint/motion.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float word_inset_x = 24, word_inset_y = 32;

TextLook region_look(const Theme& theme, bool compact, Align align) {
  const TextStyle style = compact ? TextStyle{Face::semibold, 20, 26} : TextStyle{Face::semibold, 26, 34};
  return {style, theme.ink.tertiary, align, Anchor::middle};
}

void paint_axis_words(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, bool compact) {
  const TextStyle word = compact ? TextStyle{Face::medium, 20, 26} : stage_type::label;
  const TextStyle strong = compact ? TextStyle{Face::semibold, 20, 26} : TextStyle{Face::semibold, 26, 34};
  const TextLook ends{word, theme.ink.tertiary, Align::left, Anchor::middle};
  const TextLook name{strong, theme.ink.secondary, Align::center, Anchor::middle};
  const float below = plane.max.y + (compact ? 26.0F : 32.0F), beside = plane.min.x - (compact ? 24.0F : 33.0F);
  TextLook look = ends;
  draw_label(painter, {plane.min.x, below}, board.x_low, look);
  look.align = Align::right;
  draw_label(painter, {plane.max.x, below}, board.x_high, look);
  draw_label(painter, {plane.center().x, below}, board.x_name, name);
  look.turn = Turn::upward;
  look.align = Align::left;
  draw_label(painter, {beside, plane.max.y}, board.y_low, look);
  look.align = Align::right;
  draw_label(painter, {beside, plane.min.y}, board.y_high, look);
  TextLook upward = name;
  upward.turn = Turn::upward;
  draw_label(painter, {beside, plane.center().y}, board.y_name, upward);
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

// 0..1 of each part of the reveal for the n-th item; with reduced motion one short fade for all.
struct RevealParts {
  float points, median, ellipse;
};
RevealParts parts_of(const CanvasLook& look, std::size_t n) {
  if (look.reduced_motion) {
    const float fade = std::clamp(look.since_reveal_ms / motion::reduced, 0.0F, 1.0F);
    return {fade, fade, fade};
  }
  const float t = look.since_reveal_ms - stagger_of(n);
  const float part = motion::reveal / 3;
  return {step_at(t, 0, part), step_at(t, part, part), step_at(t, 2 * part, part)};
}

void paint_ellipse(Painter& painter, const Theme& theme, const CanvasItem& item, Box plane, float open) {
  if (!item.spread || item.spread->points.size() < 3 || open <= 0) return;
  const SeenEllipse seen = seen_ellipse(*item.spread, plane);
  const Vec center = canvas_to_design(plane, item.spread->centre);
  const Vec semi = seen.semi * (0.4F + 0.6F * open);
  if (item.disputed > 0) {
    painter.fill_ellipse(center, semi, seen.radians, theme.accent.base.with_alpha(ellipse_disputed_fill_alpha * open));
    painter.stroke_ellipse(center, semi, seen.radians,
                           {theme.accent.base.with_alpha(open), ellipse_disputed_stroke, {ellipse_dash_on, ellipse_dash_off}});
  } else {
    painter.fill_ellipse(center, semi, seen.radians, theme.ink.primary.with_alpha(ellipse_fill_alpha * open));
    painter.stroke_ellipse(center, semi, seen.radians, {theme.ink.tertiary.with_alpha(ellipse_stroke_alpha * open), ellipse_stroke});
  }
}

void paint_points(Painter& painter, const Theme& theme, const CanvasItem& item, Box plane, float fade) {
  if (!item.spread) return;
  const bool disputed = item.disputed > 0;
  const Color color =
      disputed ? theme.accent.base.with_alpha(point_disputed_alpha * fade) : theme.ink.primary.with_alpha(point_alpha * fade);
  for (const BoardPoint at : item.spread->points)
    painter.fill_circle(canvas_to_design(plane, at), disputed ? point_disputed_radius : point_radius, color);
}

void paint_disc(Painter& painter, const Theme& theme, const CanvasItem& item, Vec at, float grown) {
  if (grown <= 0) return;
  const float size = (item.disputed > 0 ? median_disputed_radius : median_radius) * grown;
  painter.fill_circle(at, size + median_outline - 0.5F, theme.bg.surface);
  painter.fill_circle(at, size, item.disputed > 0 ? theme.accent.base : theme.ink.primary);
  if (item.disputed > 0)
    painter.text(at, std::to_string(item.disputed),
                 {TextStyle{Face::bold, 20, 24}.scaled(grown), theme.accent.on, Align::center, Anchor::middle});
}

// Names lie above every disc and ellipse, disputed ones first, so that they get the better side.
void paint_names(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < board.items.size(); ++i)
    if (look.hidden.id == 0 || !(board.items[i].item == look.hidden)) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto rank = [&](std::size_t i) { return board.items[i].disputed == 0 ? 99 : board.items[i].disputed; };
    return rank(a) < rank(b);
  });
  std::vector<CanvasName> names;
  for (const std::size_t i : order) {
    const CanvasItem& item = board.items[i];
    const bool disputed = item.disputed > 0;
    names.push_back({canvas_to_design(look.plane, item.at), disputed ? median_disputed_radius : median_radius, item.short_name,
                     disputed ? stage_type::label_strong : stage_type::label});
  }
  place_names(painter, look.plane, words_of(painter, board, look.plane).regions, names);
  for (std::size_t n = 0; n < names.size(); ++n) {
    const float fade = parts_of(look, order[n]).median;
    const Color ink = board.items[order[n]].disputed > 0 ? theme.accent.ink : theme.ink.primary;
    draw_label(
        painter, {names[n].box.min.x, names[n].box.center().y}, names[n].text,
        {names[n].style, ink.with_alpha(fade), Align::left, Anchor::middle, Halo{theme.bg.surface.with_alpha(fade), map_look::label_halo}},
        names[n].width + 1);
  }
}

}  // namespace

CanvasLayout canvas_layout(Box area) {
  CanvasLayout layout;
  layout.has_rail = area.width() >= 1500;
  const float right = layout.has_rail ? area.max.x - stage::rail_width : area.max.x;
  layout.rail = {{right, area.min.y + 8}, {area.max.x, area.max.y - 16}};
  layout.plane = {{area.min.x + 56, area.min.y + 8}, {right - (layout.has_rail ? 82.0F : 8.0F), area.max.y - 56}};
  return layout;
}

Vec canvas_to_design(Box plane, BoardPoint at) {
  return {plane.min.x + plane.width() * static_cast<float>(at.x) / board_max,
          plane.max.y - plane.height() * static_cast<float>(at.y) / board_max};
}

BoardPoint canvas_from_design(Box plane, Vec at) {
  const auto units = [](float part) { return clamp_to_board(std::lround(part * board_max)); };
  return {units((at.x - plane.min.x) / plane.width()), units((plane.max.y - at.y) / plane.height())};
}

CanvasWords words_of(const Painter& painter, const CanvasBoard& board, Box plane) {
  const TextStyle style{Face::semibold, 26, 34};
  const auto wide = [&](const std::string& text) { return std::max(96.0F, label_width(painter, text, style) + 24); };
  const auto region = [&](std::size_t i) { return i < board.regions.size() ? board.regions[i] : std::string(); };
  CanvasWords words;
  words.x_name = box_around({plane.center().x, plane.max.y + 32}, wide(board.x_name) / 2, 24);
  words.y_name = box_around({plane.min.x - 33, plane.center().y}, 24, wide(board.y_name) / 2);
  for (std::size_t i = 0; i < 4; ++i) {
    const float width = wide(region(i));
    const float x = i % 2 == 0 ? plane.min.x + word_inset_x - 12 : plane.max.x - word_inset_x + 12 - width;
    words.regions[i] = box_at(x, (i < 2 ? plane.max.y - word_inset_y : plane.min.y + word_inset_y) - 24, width, 48);
  }
  return words;
}

void paint_plane(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, bool compact) {
  painter.fill_box(plane, corner, theme.bg.surface);
  const Vec c = plane.center();
  {
    const ClipScope clip(painter, {{c.x, plane.min.y}, {plane.max.x, c.y}});
    painter.fill_box(plane, corner, mix(theme.bg.surface, theme.bg.paper, 0.55F));
  }
  painter.line({c.x, plane.min.y}, {c.x, plane.max.y}, {theme.line.soft, midline_stroke});
  painter.line({plane.min.x, c.y}, {plane.max.x, c.y}, {theme.line.soft, midline_stroke});
  if (!compact) {
    painter.stroke(
        polyline_path(std::array<Vec, 3>{Vec{plane.min.x, plane.min.y - 7}, {plane.min.x, plane.max.y}, {plane.max.x + 7, plane.max.y}}),
        {theme.ink.tertiary, axis_stroke, {}, Cap::round});
  }
  const float in_x = compact ? 20 : word_inset_x, in_y = compact ? 26 : word_inset_y;
  for (std::size_t i = 0; i < 4 && i < board.regions.size(); ++i) {
    const bool left = i % 2 == 0;
    draw_label(painter, {left ? plane.min.x + in_x : plane.max.x - in_x, i < 2 ? plane.max.y - in_y : plane.min.y + in_y}, board.regions[i],
               region_look(theme, compact, left ? Align::left : Align::right));
  }
  paint_axis_words(painter, theme, board, plane, compact);
}

void paint_places(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  for (const CanvasItem& item : board.items)
    if (look.hidden.id == 0 || !(item.item == look.hidden)) paint_disc(painter, theme, item, canvas_to_design(look.plane, item.at), 1);
  paint_names(painter, theme, board, look);
}

void paint_spread(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  const auto each = [&](auto&& paint) {
    for (int disputed = 0; disputed < 2; ++disputed)  // the disputed ones lie above the calm ones
      for (std::size_t i = 0; i < board.items.size(); ++i)
        if ((board.items[i].disputed > 0) == (disputed == 1)) paint(board.items[i], parts_of(look, i));
  };
  {
    const ClipScope clip(painter, look.plane);
    each([&](const CanvasItem& item, RevealParts parts) { paint_ellipse(painter, theme, item, look.plane, parts.ellipse); });
    each([&](const CanvasItem& item, RevealParts parts) { paint_points(painter, theme, item, look.plane, parts.points); });
  }
  each([&](const CanvasItem& item, RevealParts parts) {
    paint_disc(painter, theme, item, canvas_to_design(look.plane, item.at), parts.median);
  });
  paint_names(painter, theme, board, look);
}

void paint_moves(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  std::vector<CanvasName> names;
  std::vector<Color> inks;
  for (const CanvasDrift& drift : board.drifts) {
    const bool top = drift.rank > 0;
    const Color color = top ? theme.accent.base : theme.ink.tertiary.with_alpha(0.55F);
    const Vec then = canvas_to_design(look.plane, drift.then), now = canvas_to_design(look.plane, drift.now);
    const float ghost = top ? drift_ghost_radius_top : drift_ghost_radius, disc = top ? median_disputed_radius : median_radius;
    const Vec way = unit(now - then);
    if (length(now - then) > ghost + disc)
      painter.taper(line_path(then + way * ghost, now - way * disc), top ? drift_top_start_width : drift_start_width,
                    top ? drift_top_end_width : drift_end_width, color);
    painter.fill_circle(then, ghost, theme.bg.surface);
    painter.stroke_circle(then, ghost, {color, 2});
  }
  for (const CanvasItem& item : board.items) {
    const auto drift = std::find_if(board.drifts.begin(), board.drifts.end(), [&](const CanvasDrift& d) { return d.item == item.item; });
    CanvasItem seen = item;
    seen.disputed = drift != board.drifts.end() ? drift->rank : 0;
    paint_disc(painter, theme, seen, canvas_to_design(look.plane, item.at), 1);
    names.push_back({canvas_to_design(look.plane, item.at), seen.disputed > 0 ? median_disputed_radius : median_radius, item.short_name,
                     seen.disputed > 0 ? stage_type::label_strong : stage_type::label});
    inks.push_back(seen.disputed > 0 ? theme.accent.ink : theme.ink.tertiary);
  }
  const std::size_t named = names.size();
  for (const CanvasDrift& drift : board.drifts) {  // arrows are in the way of names
    const Vec then = canvas_to_design(look.plane, drift.then), now = canvas_to_design(look.plane, drift.now);
    for (const float part : {0.0F, 0.3F, 0.6F})
      names.push_back({lerp(then, now, part), canvas_look::drift_ghost_radius, {}, stage_type::label});
  }
  place_names(painter, look.plane, words_of(painter, board, look.plane).regions, names);
  for (std::size_t i = 0; i < named; ++i)
    draw_label(painter, {names[i].box.min.x, names[i].box.center().y}, names[i].text,
               {names[i].style, inks[i], Align::left, Anchor::middle, Halo{theme.bg.surface, map_look::label_halo}}, names[i].width + 1);
}

void paint_handle(Painter& painter, const Theme& theme, Box plane, Vec at, std::string_view name, std::string_view initials) {
  const Stroke dots{theme.accent.base, crosshair + 0.5F, {crosshair_dash_on, crosshair_dash_off}};
  painter.line({at.x, plane.min.y}, {at.x, plane.max.y}, dots);
  painter.line({plane.min.x, at.y}, {plane.max.x, at.y}, dots);
  painter.fill_circle(at, aura, theme.accent.base.with_alpha(aura_alpha));
  painter.fill_circle(at, handle + 3, theme.bg.surface);
  painter.fill_circle(at, handle, theme.accent.base);
  painter.text(at, initials, {TextStyle{Face::semibold, 19, 24}, theme.accent.on, Align::center, Anchor::middle});
  const float width = label_width(painter, name, stage_type::label_strong) + 36;
  const float y = at.y - caption_offset - 24 < plane.min.y ? at.y + caption_offset + 10 : at.y - caption_offset - 10;
  const float x = std::clamp(at.x, plane.min.x + width / 2, std::max(plane.min.x + width / 2, plane.max.x - width / 2));
  const Box pill = box_around({x, y}, width / 2, 24);
  painter.fill_box(pill, radius::control, theme.ink.primary);
  draw_label(painter, pill.center(), name, {stage_type::label_strong, theme.ink.inverse, Align::center, Anchor::middle});
}

}  // namespace standpoint
