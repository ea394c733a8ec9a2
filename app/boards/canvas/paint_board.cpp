// Where things of the Canvas lie, agreed places and what a hand holds. The plane: paint_plane.cpp, spread: paint_spread.cpp,
// moves: paint_moves.cpp, rail: paint_rail.cpp, names: paint_names.cpp.
#include "app/boards/canvas/paint_board.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/boards/canvas/paint_parts.h"
#include "app/paint/text/label.h"

namespace standpoint {

using namespace canvas_look;

namespace {

constexpr float tag_padding = 1.5F;  // of the name at a hand: both sides together, of the type's size
constexpr float disc_pitch = 2 * median_radius + median_outline + 1;

// As the seeds of a sunflower, so that any number lies close together and nobody on somebody else.
void fan_group(const std::vector<std::size_t>& together, float pitch, Box plane, std::vector<Vec>& at) {
  constexpr float golden = 2.3999632F, packed = 0.62F;
  Vec middle;
  for (const std::size_t i : together) middle = middle + at[i] * (1.0F / static_cast<float>(together.size()));
  const float reach = pitch * packed * std::sqrt(static_cast<float>(together.size())) + pitch / 2;
  const auto inside = [reach](float v, float low, float high) { return high - low < 2 * reach ? v : std::clamp(v, low + reach, high - reach); };
  middle = {inside(middle.x, plane.min.x, plane.max.x), inside(middle.y, plane.min.y, plane.max.y)};
  for (std::size_t n = 0; n < together.size(); ++n) {
    const float turn = golden * static_cast<float>(n), out = pitch * packed * std::sqrt(static_cast<float>(n) + 0.5F);
    at[together[n]] = middle + Vec{std::cos(turn), std::sin(turn)} * out;
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

CanvasLayout canvas_layout(Box area, bool rail) {
  CanvasLayout layout;
  layout.has_rail = rail && area.width() >= 1500;
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

Fanned fan_out(std::vector<Vec> places, float pitch, Box plane) {
  Fanned fanned{std::move(places), {}};
  std::vector<Vec>& at = fanned.at;
  std::vector<std::size_t>& group = fanned.group;
  group.resize(at.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto first_of = [&](std::size_t i) {
    while (group[i] != i) i = group[i];
    return i;
  };
  std::vector<std::size_t> by_x = group;
  std::stable_sort(by_x.begin(), by_x.end(), [&](std::size_t a, std::size_t b) { return at[a].x < at[b].x; });
  for (std::size_t k = 0; k < by_x.size(); ++k)
    for (std::size_t l = k + 1; l < by_x.size() && at[by_x[l]].x - at[by_x[k]].x < pitch / 2; ++l) {
      if (length(at[by_x[l]] - at[by_x[k]]) >= pitch / 2) continue;
      const std::size_t one = first_of(by_x[k]), other = first_of(by_x[l]);
      group[std::max(one, other)] = std::min(one, other);
    }
  std::vector<std::vector<std::size_t>> members(at.size());
  for (std::size_t i = 0; i < at.size(); ++i) members[group[i] = first_of(i)].push_back(i);
  for (const std::vector<std::size_t>& together : members)
    if (together.size() > 1) fan_group(together, pitch, plane, at);
  return fanned;
}

Fanned fanned_discs(const CanvasBoard& board, Box plane) {
  std::vector<Vec> places;
  for (const CanvasItem& item : board.items) places.push_back(canvas_to_design(plane, item.at));
  return fan_out(std::move(places), disc_pitch, plane);
}

void paint_places(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look) {
  std::vector<InkedName> names;
  const Fanned discs = fanned_discs(board, look.plane);
  for (std::size_t i = 0; i < board.items.size(); ++i) {
    const CanvasItem& item = board.items[i];
    if (std::find(look.hidden.begin(), look.hidden.end(), item.item) != look.hidden.end()) continue;
    paint_disc(painter, theme, discs.at[i], 0);
    const bool looked_at = std::find(look.named.begin(), look.named.end(), item.item) != look.named.end();
    names.push_back({{discs.at[i], disc_radius(0), item.short_name, stage_type::label, looked_at ? always_named : 0, discs.group[i]}, theme.ink.primary});
  }
  paint_names(painter, theme, board, look.plane, names);
}

Box handle_tag(const Painter& painter, Box plane, Vec at, std::string_view name, const HandleLook& look) {
  const float width = std::min(label_width(painter, name, look.name) + look.name.size * tag_padding, plane.width());
  const float high = look.name.size;  // half of the tag
  const float y = at.y - caption_offset - high < plane.min.y ? at.y + caption_offset + 10 : at.y - caption_offset - 10;
  return box_around({std::clamp(at.x, plane.min.x + width / 2, std::max(plane.min.x + width / 2, plane.max.x - width / 2)), y}, width / 2, high);
}

void paint_handle(Painter& painter, const Theme& theme, Box plane, Vec at, std::string_view name, std::string_view initials,
                  const HandleLook& look) {
  const Stroke dots{theme.accent.base, crosshair + 0.5F, {crosshair_dash_on, crosshair_dash_off}};
  Box free = plane;  // where the lines run: from the name at the left to the one at the right, from the upper to the lower
  for (const Box& region : look.regions) {
    if (at.y >= region.min.y && at.y <= region.max.y) {
      if (region.center().x < plane.center().x) free.min.x = std::max(free.min.x, region.max.x);
      else free.max.x = std::min(free.max.x, region.min.x);
    }
    if (at.x >= region.min.x && at.x <= region.max.x) {
      if (region.center().y < plane.center().y) free.min.y = std::max(free.min.y, region.max.y);
      else free.max.y = std::min(free.max.y, region.min.y);
    }
  }
  if (free.min.y < free.max.y) painter.line({at.x, free.min.y}, {at.x, free.max.y}, dots);
  if (free.min.x < free.max.x) painter.line({free.min.x, at.y}, {free.max.x, at.y}, dots);
  painter.fill_circle(at, look.aura, theme.accent.base.with_alpha(aura_alpha));
  painter.fill_circle(at, look.radius + 3, theme.bg.surface);
  painter.fill_circle(at, look.radius, theme.accent.base);
  painter.text(at, initials, {TextStyle{Face::semibold, 19, 24}, theme.accent.on, Align::center, Anchor::middle});
  const Box tag = handle_tag(painter, plane, at, name, look);
  painter.fill_box(tag, radius::control, theme.ink.primary);
  draw_label(painter, tag.center(), name, {look.name, theme.ink.inverse, Align::center, Anchor::middle}, plane.width() - look.name.size * tag_padding);
}

}  // namespace standpoint
