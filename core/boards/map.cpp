// The Map, read off the Workshop: nodes, ties, filters and search. Called by the map screen, the stage and the picture
// command through core/boards/map.h; the bows of ties and the hit tests are in map_shapes.cpp.
#include "core/boards/map.h"

#include <algorithm>
#include <cmath>

#include "core/boards/fold.h"
#include "core/boards/layout.h"
#include "core/boards/map_shapes.h"

namespace standpoint {
namespace {

constexpr std::size_t no_node = static_cast<std::size_t>(-1);
constexpr double smallest_radius = 12;
constexpr double map_area = 0.845 * map_width * map_height;  // of a superellipse of exponent 2.5
constexpr double covered_at_most = 1.0 / 3;

std::size_t index_of(const std::vector<MapNode>& nodes, StakeholderId id) {
  const auto at = std::lower_bound(nodes.begin(), nodes.end(), id,
                                   [](const MapNode& node, StakeholderId wanted) { return node.id < wanted; });
  return at != nodes.end() && at->id == id ? static_cast<std::size_t>(at - nodes.begin()) : no_node;
}

bool passes(const Stakeholder& s, const MapFilter& filter, const std::string& search) {
  if (!(filter.kinds >> static_cast<int>(s.kind) & 1)) return false;
  if (filter.show_stance && !(filter.stances >> static_cast<int>(s.stance) & 1)) return false;
  return search.empty() || finds(search, folded_text(s.name + '\n' + s.role + '\n' + s.organisation));
}

MapNode node_of(const Stakeholder& s, MapPoint at, double scale) {
  MapNode node;
  node.id = s.id;
  node.name = s.name;
  node.at = at;
  node.radius = node_radius(s.influence, scale);
  node.kind = s.kind;
  node.stance = s.stance;
  node.ring = s.ring;
  node.influence = s.influence;
  node.placed = s.placed;
  return node;
}

void add_ties(MapBoard& board, const Workshop& workshop, const MapFilter& filter) {
  for (const Tie& tie : workshop.ties) {
    if (tie.kind == TieKind::conflicts_with && !filter.show_conflicts) continue;
    MapTie drawn;
    drawn.id = tie.id;
    drawn.from = index_of(board.nodes, tie.from);
    drawn.to = index_of(board.nodes, tie.to);
    if (drawn.from == no_node || drawn.to == no_node) continue;
    drawn.kind = tie.kind;
    drawn.strength = tie.strength;
    const bool from = board.nodes[drawn.from].matches, to = board.nodes[drawn.to].matches;
    // Somebody found keeps their ties; somebody filtered out loses them.
    const bool ends = filter.search.empty() ? from && to : from || to;
    drawn.matches = ends && (filter.ties & only(tie.kind));
    board.ties.push_back(drawn);
  }
}

}  // namespace

MapPoint map_from_board(BoardPoint p) {
  return {(static_cast<double>(p.x) / board_max - 0.5) * map_width,
          (static_cast<double>(p.y) / board_max - 0.5) * map_height};
}

BoardPoint board_from_map(MapPoint p) {
  return {clamp_to_board(std::llround((p.x / map_width + 0.5) * board_max)),
          clamp_to_board(std::llround((p.y / map_height + 0.5) * board_max))};
}

double node_radius(int influence, double scale) { return std::max(smallest_radius, (16 + 5 * influence) * scale); }

double node_scale(const Workshop& workshop) {
  constexpr double pi = 3.14159265358979;
  double area = 0;
  for (const Stakeholder& s : workshop.stakeholders) {
    const double radius = node_radius(s.influence, 1);
    area += pi * radius * radius;
  }
  const double allowed = covered_at_most * map_area;
  return area <= allowed ? 1 : std::sqrt(allowed / area);
}

MapBoard build_map(const Workshop& workshop, const MapFilter& filter, const std::vector<Influence>& influence) {
  MapBoard board;
  board.show_stance = filter.show_stance;
  const std::vector<MapPoint> places = laid_out(workshop);
  const std::string search = folded_text(filter.search);
  const StakeholderId hidden = hidden_influencer(influence);
  const double scale = node_scale(workshop);
  board.nodes.reserve(workshop.stakeholders.size());
  for (std::size_t i = 0; i < workshop.stakeholders.size(); ++i) {
    const Stakeholder& s = workshop.stakeholders[i];
    MapNode node = node_of(s, places[i], scale);
    node.hidden_influencer = hidden && s.id == hidden;
    node.matches = passes(s, filter, search);
    board.nodes.push_back(std::move(node));
  }
  add_ties(board, workshop, filter);
  bow_ties(board);
  return board;
}

}  // namespace standpoint
