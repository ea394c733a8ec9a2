// Where everything of a map is drawn. Called by paint_map and by the map's screen for hit tests and keyboard stops.
// Nothing here paints; where names stand is decided in paint_names.cpp.
#include <algorithm>
#include <cmath>

#include "app/boards/map/paint_board.h"
#include "app/paint/node.h"
#include "app/paint/tie.h"

namespace standpoint {
namespace {

TieLevel level_of(const MapBoard& board, const MapLook& look, const MapTie& tie, int plain) {
  if (tie.kind == TieKind::conflicts_with && !look.show_conflicts) return TieLevel::hidden;
  if (look.chosen_tie && look.chosen_tie == tie.id) return TieLevel::full;
  if (look.focused) {
    const bool its = board.nodes[tie.from].id == look.focused || board.nodes[tie.to].id == look.focused;
    if (!its) return TieLevel::dim;
    if (tie.matches) return TieLevel::full;
  }
  if (!tie.matches) return TieLevel::dim;
  return stands_out(tie, plain) ? TieLevel::normal : TieLevel::dim;
}

int plain_strength_of(const MapBoard& board) {
  const auto matching = std::count_if(board.ties.begin(), board.ties.end(), [](const MapTie& tie) { return tie.matches; });
  return plain_strength(static_cast<std::size_t>(matching));
}

TieShape tie_shape(const MapBoard& board, const MapTie& tie, TieLevel level) {
  const MapNode& from = board.nodes[tie.from];
  const MapNode& to = board.nodes[tie.to];
  const auto kind = [](const MapNode& node) { return static_cast<unsigned>(node.kind); };
  const auto radius = [](const MapNode& node) { return static_cast<std::uint16_t>(node.radius / size_unit + 0.5); };
  const unsigned look = static_cast<unsigned>(tie.kind) | static_cast<unsigned>(tie.strength) << 3U | static_cast<unsigned>(level) << 5U |
                        kind(from) << 7U | kind(to) << 10U;
  return {static_cast<float>(from.at.x), static_cast<float>(-from.at.y), static_cast<float>(to.at.x), static_cast<float>(-to.at.y),
          static_cast<std::int16_t>(tie.bow / bow_unit), radius(from), radius(to), static_cast<std::uint16_t>(look)};
}

}  // namespace

int plain_strength(std::size_t ties) { return ties > map_look::crowd_of_ties ? 3 : ties > map_look::many_ties ? 2 : 1; }

bool stands_out(const MapTie& tie, int plain_strength) {
  const int bonus = tie.kind == TieKind::conflicts_with ? 1 : 0;
  return tie.strength + bonus >= plain_strength;
}

std::vector<bool> near_focus(const MapBoard& board, StakeholderId focused) {
  std::vector<bool> near(board.nodes.size(), false);
  if (!focused) return near;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) near[i] = board.nodes[i].id == focused;
  for (const MapTie& tie : board.ties) {
    if (board.nodes[tie.from].id == focused) near[tie.to] = true;
    if (board.nodes[tie.to].id == focused) near[tie.from] = true;
  }
  return near;
}

float ring_growth(const MapNode& node, const ShownNode& shown) {
  const bool sponsor = node.kind == StakeholderKind::sponsor;
  return map_look::focus_ring_plus + (sponsor ? shown.half.x - map_look::node_gap - shown.radius : 0.0F);
}

Vec on_screen(const View& view, MapPoint point) {
  return view.to_screen({static_cast<float>(point.x), -static_cast<float>(point.y)});
}

MapPoint on_map(const View& view, Vec at) {
  const Vec plane = view.to_plane(at);
  return {plane.x, -plane.y};
}

View map_view(Box box, const Camera& camera) {
  return {box, {static_cast<float>(map_width), static_cast<float>(map_height)}, line_width::regular, camera};
}

ShapeView shape_view(const MapLook& look) {
  const float fit = look.view.fit();
  const float zoom = look.view.camera.zoom;
  ShapeView view;
  view.origin = look.view.to_screen({});
  view.scale = look.view.scale();
  // Zooming in gives crowded people room: they grow slower than the distances between them.
  view.node_scale = fit * (zoom > 1 ? std::sqrt(zoom) : zoom);
  view.radius_least = std::min(map_look::node_radius_min, map_look::node_radius_min * fit / 0.4F);
  view.weight = std::clamp(fit, 0.3F, 1.0F);
  view.show_stance = look.show_stance;
  return view;
}

MapScene people_of(const MapBoard& board, const MapLook& look) {
  MapScene scene;
  const ShapeView view = shape_view(look);
  scene.scale = view.node_scale;
  scene.weight = view.weight;
  scene.plain_strength = plain_strength_of(board);
  const std::vector<bool> near = near_focus(board, look.focused);
  scene.nodes.reserve(board.nodes.size());
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const MapNode& node = board.nodes[i];
    const float radius = view.radius(static_cast<float>(node.radius));
    const bool dimmed = !node.matches || (look.focused && !near[i]);
    scene.nodes.push_back({on_screen(look.view, node.at), radius, node_half(node.kind, radius, scene.scale), dimmed});
    if (look.halo && node.hidden_influencer && scene.spotlit == SIZE_MAX) scene.spotlit = i;
  }
  return scene;
}

ShownTie tie_of(const MapBoard& board, const MapLook& look, const MapScene& people, std::size_t i) {
  const MapTie& tie = board.ties[i];
  const auto end = [&](std::size_t node) { return TieEnd{people.nodes[node].center, board.nodes[node].kind, people.nodes[node].radius}; };
  const auto curve = tie_curve(end(tie.from), end(tie.to), static_cast<float>(tie.bow), people.scale, people.weight);
  const Vec middle = lerp(people.nodes[tie.from].center, people.nodes[tie.to].center, 0.5F);
  return {curve.value_or(Quad{middle, middle, middle}), curve ? alpha_of(level_of(board, look, tie, people.plain_strength)) : 0};
}

MapShapes shapes_of(const MapBoard& board, const MapLook& look) {
  MapShapes shapes;
  const int plain = plain_strength_of(board);
  const std::vector<bool> near = near_focus(board, look.focused);
  shapes.nodes.reserve(board.nodes.size());
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const MapNode& node = board.nodes[i];
    const bool dimmed = !node.matches || (look.focused && !near[i]);
    shapes.nodes.push_back({static_cast<float>(node.at.x), static_cast<float>(-node.at.y), static_cast<float>(node.radius),
                            static_cast<std::uint8_t>(node.kind), static_cast<std::uint8_t>(node.stance), band_at(node.at),
                            static_cast<std::uint8_t>(dimmed ? 1 : 0)});
  }
  shapes.ties.reserve(board.ties.size());
  for (const MapTie& tie : board.ties) shapes.ties.push_back(tie_shape(board, tie, level_of(board, look, tie, plain)));
  shapes.seal();
  return shapes;
}

std::optional<std::size_t> node_under(const MapScene& people, const MapBoard& board, const MapLook& look, const PickGrid& grid, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = std::max(0.0F, slop);
  const ShapeView view = shape_view(look);
  // No outline reaches further from its middle: the diamond's corners, or the sponsor's ring.
  const float most = view.radius(static_cast<float>(grid.largest())) * map_look::customer_half_diagonal + 2 * map_look::sponsor_ring_offset * view.node_scale;
  grid.each_node(on_map(look.view, at), (most + least) / look.view.scale(), [&](std::size_t i) {
    // Inside is inside: of several the one drawn last lies on top.
    const float outside = std::max(0.0F, outside_of(board.nodes[i].kind, people.nodes[i].radius, at - people.nodes[i].center, people.scale));
    if (outside > least || (outside == least && best && i < *best)) return;
    best = i;
    least = outside;
  });
  return best;
}

std::optional<std::size_t> tie_under(const MapScene& people, const MapBoard& board, const MapLook& look, const PickGrid& grid, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  grid.each_tie(on_map(look.view, at), slop / look.view.scale(), [&](std::size_t i) {
    const ShownTie tie = tie_of(board, look, people, i);
    if (tie.alpha < map_look::tie_alpha) return;
    const float away = distance_to(tie.curve, at);
    if (away > least || (away == least && (!best || i > *best))) return;
    best = i;
    least = away;
  });
  return best;
}

}  // namespace standpoint
