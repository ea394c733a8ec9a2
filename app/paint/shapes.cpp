// Versions and colours of shapes, and how a Painter without a graphics card draws them: one by one. Called by boards and
// back ends.
#include "app/paint/shapes.h"

#include <array>
#include <cstring>

#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/tie.h"
#include "core/workshop/model.h"

namespace standpoint {

float alpha_of(TieLevel level) {
  switch (level) {
    case TieLevel::hidden: return 0;
    case TieLevel::dim: return map_look::tie_dim_alpha;
    case TieLevel::normal: return map_look::tie_alpha;
    case TieLevel::full: return 1;
  }
  return 0;
}

// Multiplies and folds word by word; sizes are told apart by the start.
std::uint64_t version_of(std::span<const std::byte> content) {
  std::uint64_t sum = 0x9E3779B97F4A7C15U ^ content.size();
  for (std::size_t at = 0; at < content.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, content.data() + at, std::min(sizeof word, content.size() - at));
    sum = (sum ^ word) * 0xD6E8FEB86659FD93U;
    sum ^= sum >> 32U;
  }
  return sum;
}

void MapShapes::seal() {
  nodes_version = version_of(std::as_bytes(std::span(nodes)));
  ties_version = version_of(std::as_bytes(std::span(ties)));
}

std::array<Color, node_color::count> node_colors(const Theme& theme) {
  std::array<Color, node_color::count> colors{};
  for (std::size_t stance = 0; stance < node_color::unaware_line; ++stance) colors[stance] = stance_color(theme, static_cast<Stance>(stance));
  colors[node_color::unaware_line] = theme.stance.unaware_line;
  colors[node_color::plain] = theme.ink.secondary;
  colors[node_color::glyph] = theme.stance.glyph;
  colors[node_color::glyph_unaware] = theme.stance.glyph_unaware;
  const std::array<Color, 5> grounds{theme.ring.team, theme.ring.internal, theme.ring.external, theme.ring.regulator, theme.bg.paper};
  for (std::size_t i = 0; i < grounds.size(); ++i) colors[node_color::ground + i] = grounds[i];
  return colors;
}

std::array<Color, 5> tie_colors(const Theme& theme) {
  std::array<Color, 5> colors{};
  for (std::size_t kind = 0; kind < colors.size(); ++kind) colors[kind] = tie_color(theme, static_cast<TieKind>(kind));
  return colors;
}

void Painter::people(std::span<const NodeShape> nodes, std::uint64_t, const ShapeView& view, const Theme& theme, const ShapeTitle& title) {
  const std::array<Color, node_color::count> colors = node_colors(theme);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NodeShape& node = nodes[i];
    const GroupScope group(*this, keeps_groups() ? title(i) : std::string());
    paint_node(*this, theme, view.origin + Vec{node.x, node.y} * view.scale,
               {view.radius(node.radius), static_cast<StakeholderKind>(node.kind), static_cast<Stance>(node.stance), view.show_stance,
                node.dimmed != 0 ? map_look::dim_node_alpha : 1.0F, colors[node_color::ground + node.ground], view.node_scale});
  }
}

void Painter::ties(std::span<const TieShape> ties, std::uint64_t, const ShapeView& view, const Theme& theme, const ShapeTitle& title) {
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const TieShape& tie = ties[i];
    const unsigned look = tie.look;
    const auto level = static_cast<TieLevel>(look >> 5U & 3U);
    if (level == TieLevel::hidden) continue;
    const auto end = [&](float x, float y, std::uint16_t radius, unsigned kind) {
      return TieEnd{view.origin + Vec{x, y} * view.scale, static_cast<StakeholderKind>(kind & 7U), view.radius(static_cast<float>(radius) * size_unit)};
    };
    const auto curve = tie_curve(end(tie.from_x, tie.from_y, tie.from_radius, look >> 7U), end(tie.to_x, tie.to_y, tie.to_radius, look >> 10U),
                                 static_cast<float>(tie.bow) * bow_unit, view.node_scale, view.weight);
    if (!curve) continue;
    const GroupScope group(*this, keeps_groups() ? title(i) : std::string());
    paint_tie(*this, theme, *curve, {static_cast<TieKind>(look & 7U), static_cast<int>(look >> 3U & 3U), alpha_of(level), view.weight});
  }
}

}  // namespace standpoint
