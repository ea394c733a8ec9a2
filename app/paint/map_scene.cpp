// Where everything of a map is drawn. Called by paint_map and by the map's screen for hit tests and keyboard stops.
// Nothing here paints; where names stand is decided in map_names.cpp.
#include <algorithm>
#include <cmath>

#include "app/paint/map.h"
#include "app/paint/node.h"

namespace standpoint {
namespace {

constexpr int edge_steps = 96;

// How far along the curve, from its start, the node's outline and the gap reach.
float length_to_edge(const Quad& curve, StakeholderKind kind, const ShownNode& node, float scale, float gap) {
  float along = 0;
  Vec before = curve.from;
  for (int i = 1; i <= edge_steps; ++i) {
    const Vec here = point_at(curve, static_cast<float>(i) / edge_steps);
    const float outside = outside_of(kind, node.radius, here - node.center, scale);
    if (outside >= gap) {
      const float step = length(here - before);
      return along + std::max(0.0F, step - (outside - gap));
    }
    along += length(here - before);
    before = here;
  }
  return along;
}

ShownTie shown_tie(const MapBoard& board, const MapScene& scene, const MapLook& look, const MapTie& tie) {
  const ShownNode& from = scene.nodes[tie.from];
  const ShownNode& to = scene.nodes[tie.to];
  const Quad whole{from.center, on_screen(look.view, tie_control(board, tie)), to.center};
  const Quad backwards{whole.to, whole.control, whole.from};
  const float gap = map_look::node_gap * scene.weight;
  const float start = length_to_edge(whole, board.nodes[tie.from].kind, from, scene.scale, gap + map_look::tie_start_gap * scene.weight);
  const float end = length_to_edge(backwards, board.nodes[tie.to].kind, to, scene.scale, gap + map_look::tie_end_gap * scene.weight);
  return {trimmed(whole, start, end), 0};
}

float tie_alpha(const MapBoard& board, const MapLook& look, const MapTie& tie, bool many) {
  if (tie.kind == TieKind::conflicts_with && !look.show_conflicts) return 0;
  if (look.chosen_tie && look.chosen_tie == tie.id) return 1;
  if (look.focused) {
    const bool its = board.nodes[tie.from].id == look.focused || board.nodes[tie.to].id == look.focused;
    if (!its) return map_look::tie_dim_alpha;
    if (tie.matches) return 1;
  }
  if (!tie.matches) return map_look::tie_dim_alpha;
  const bool minor = tie.strength < 2 && tie.kind != TieKind::conflicts_with;
  return many && minor ? map_look::tie_dim_alpha : map_look::tie_alpha;
}

}  // namespace

std::vector<bool> near_focus(const MapBoard& board, StakeholderId focused) {
  std::vector<bool> near(board.nodes.size(), false);
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

MapScene scene_of(const MapBoard& board, const MapLook& look) {
  MapScene scene;
  const float fit = look.view.fit();
  const float zoom = look.view.camera.zoom;
  // Zooming in gives crowded people room: they grow slower than the distances between them.
  scene.scale = fit * (zoom > 1 ? std::sqrt(zoom) : zoom);
  scene.weight = std::clamp(fit, 0.3F, 1.0F);
  const std::vector<bool> near = near_focus(board, look.focused);
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const MapNode& node = board.nodes[i];
    const float least = std::min(map_look::node_radius_min, map_look::node_radius_min * fit / 0.4F);
    const float radius = std::max(least, static_cast<float>(node.radius) * scene.scale);
    const bool dimmed = !node.matches || (look.focused && !near[i]);
    scene.nodes.push_back({on_screen(look.view, node.at), radius, node_half(node.kind, radius, scene.scale), dimmed});
    if (look.halo && node.hidden_influencer && scene.spotlit == SIZE_MAX) scene.spotlit = i;
  }
  const auto matching = std::count_if(board.ties.begin(), board.ties.end(), [](const MapTie& tie) { return tie.matches; });
  for (const MapTie& tie : board.ties) {
    ShownTie shown = shown_tie(board, scene, look, tie);
    shown.alpha = tie_alpha(board, look, tie, matching > map_look::many_ties);
    scene.ties.push_back(shown);
  }
  return scene;
}

std::optional<std::size_t> node_under(const MapScene& scene, const MapBoard& board, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
    const float outside = outside_of(board.nodes[i].kind, scene.nodes[i].radius, at - scene.nodes[i].center, scene.scale);
    if (outside <= std::max(0.0F, least)) {
      best = i;
      least = outside;
    }
  }
  return best;
}

std::optional<std::size_t> tie_under(const MapScene& scene, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  for (std::size_t i = 0; i < scene.ties.size(); ++i) {
    if (scene.ties[i].alpha < map_look::tie_alpha) continue;
    for (int step = 0; step <= 48; ++step) {
      const float away = length(at - point_at(scene.ties[i].curve, static_cast<float>(step) / 48));
      if (away < least) {
        best = i;
        least = away;
      }
    }
  }
  return best;
}

}  // namespace standpoint
