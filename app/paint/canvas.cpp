// Draws the plane of the Canvas, agreed places and what a hand holds. Spread: canvas_spread.cpp, moves: canvas_moves.cpp,
// rail: canvas_rail.cpp, names: canvas_names.cpp.
#include "app/paint/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/paint/canvas_parts.h"
#include "app/paint/label.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float word_inset_x = 24, word_inset_y = 32;

TextLook region_look(const Theme& theme, const PlaneLook& plane, Align align) {
  const TextStyle style = plane.compact ? TextStyle{Face::semibold, plane.text, plane.text * 1.3F} : stage_type::strong;
  return {style, theme.ink.tertiary, align, Anchor::middle};
}

void paint_axis_words(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, const PlaneLook& of) {
  const bool compact = of.compact;
  const TextStyle word = compact ? TextStyle{Face::medium, of.text, of.text * 1.3F} : stage_type::label;
  const TextStyle strong = compact ? TextStyle{Face::semibold, of.text, of.text * 1.3F} : stage_type::strong;
  const TextLook ends{word, theme.ink.tertiary, Align::left, Anchor::middle};
  const TextLook name{strong, theme.ink.secondary, Align::center, Anchor::middle};
  const float below = plane.max.y + (compact ? of.text * 1.3F : 32.0F), beside = plane.min.x - (compact ? of.text * 1.2F : 33.0F);
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

// The paper beyond the plane's round corners, over what filled it to the edge.
void round_corners(Painter& painter, const Theme& theme, Box plane) {
  for (const float x : {-1.0F, 1.0F})
    for (const float y : {-1.0F, 1.0F}) {
      const Vec tip = plane.center() + Vec{x * plane.width() / 2, y * plane.height() / 2};
      const Vec arc = tip - Vec{x * corner, y * corner};
      const float straight_up = y * std::numbers::pi_v<float> / 2, sideways = x > 0 ? 0.0F : 2 * straight_up;
      Path path;
      path.move_to(tip + Vec{x, y}).line_to({arc.x, tip.y + y}).line_to({arc.x, tip.y});
      path.arc_to(arc, corner, straight_up, sideways).line_to({tip.x + x, arc.y}).close();
      painter.fill(path, theme.bg.paper);
    }
}

}  // namespace

float disc_radius(int number) { return number > 0 ? median_disputed_radius : median_radius; }

// The outline runs along the edge, half of it inside.
void paint_disc(Painter& painter, const Theme& theme, Vec at, int number, float grown, float alpha) {
  if (grown <= 0 || alpha <= 0) return;
  const float size = disc_radius(number) * grown;
  painter.fill_circle(at, size + median_outline / 2, theme.bg.surface.with_alpha(alpha));
  painter.fill_circle(at, std::max(0.0F, size - median_outline / 2), (number > 0 ? theme.accent.base : theme.ink.primary).with_alpha(alpha));
  if (number > 0)
    painter.text(at, std::to_string(number), {TextStyle{Face::bold, 20, 24}.scaled(grown), theme.accent.on.with_alpha(alpha), Align::center, Anchor::middle});
}

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
  const TextStyle style = stage_type::strong;
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

void paint_plane(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, const PlaneLook& look) {
  const bool compact = look.compact;
  painter.fill_box(plane, corner, theme.bg.surface);
  const Vec c = plane.center();
  if (look.heat != nullptr && look.heat->columns > 0) {
    painter.heat(plane, {look.heat->columns, look.heat->rows, look.heat->values}, theme.heat);
    round_corners(painter, theme, plane);
  } else {
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
  const float in_x = compact ? look.text : word_inset_x, in_y = compact ? look.text * 1.3F : word_inset_y;
  for (std::size_t i = 0; i < 4 && i < board.regions.size(); ++i) {
    const bool left = i % 2 == 0;
    TextLook words = region_look(theme, look, left ? Align::left : Align::right);
    if (look.heat != nullptr) words.halo = Halo{theme.bg.surface, heat_halo};
    draw_label(painter, {left ? plane.min.x + in_x : plane.max.x - in_x, i < 2 ? plane.max.y - in_y : plane.min.y + in_y}, board.regions[i],
               words);
  }
  paint_axis_words(painter, theme, board, plane, look);
}

void paint_places(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  std::vector<InkedName> names;
  for (const CanvasItem& item : board.items) {
    if (std::find(look.hidden.begin(), look.hidden.end(), item.item) != look.hidden.end()) continue;
    const Vec at = canvas_to_design(look.plane, item.at);
    paint_disc(painter, theme, at, 0);
    names.push_back({{at, disc_radius(0), item.short_name, stage_type::label}, theme.ink.primary});
  }
  paint_names(painter, theme, board, look.plane, names);
}

void paint_handle(Painter& painter, const Theme& theme, Box plane, Vec at, std::string_view name, std::string_view initials,
                  const HandleLook& look) {
  const Stroke dots{theme.accent.base, crosshair + 0.5F, {crosshair_dash_on, crosshair_dash_off}};
  painter.line({at.x, plane.min.y}, {at.x, plane.max.y}, dots);
  painter.line({plane.min.x, at.y}, {plane.max.x, at.y}, dots);
  painter.fill_circle(at, look.aura, theme.accent.base.with_alpha(aura_alpha));
  painter.fill_circle(at, look.radius + 3, theme.bg.surface);
  painter.fill_circle(at, look.radius, theme.accent.base);
  painter.text(at, initials, {TextStyle{Face::semibold, 19, 24}, theme.accent.on, Align::center, Anchor::middle});
  const float width = label_width(painter, name, look.name) + look.name.size * 1.5F;
  const float high = look.name.size;  // half of the pill
  const float y = at.y - caption_offset - high < plane.min.y ? at.y + caption_offset + 10 : at.y - caption_offset - 10;
  const float x = std::clamp(at.x, plane.min.x + width / 2, std::max(plane.min.x + width / 2, plane.max.x - width / 2));
  const Box pill = box_around({x, y}, width / 2, high);
  painter.fill_box(pill, radius::control, theme.ink.primary);
  draw_label(painter, pill.center(), name, {look.name, theme.ink.inverse, Align::center, Anchor::middle});
}

}  // namespace standpoint
