// Shapes of nodes and curves of ties, in map units. Called by map.cpp and, for hits, by the map screen.
#include "core/boards/map_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace standpoint {
namespace {

// Bows of the first, second, third ... tie between two people, seen from the one with the smaller index.
constexpr std::array<double, 6> bows_of_a_pair = {0.10, -0.10, 0.18, -0.18, 0.14, -0.14};
constexpr int curve_steps = 12;
constexpr double clear_of_nodes = 6;  // a curve closer to a node than this looks as if it ended there

MapPoint control_of(MapPoint a, MapPoint b, double bow) {
  // The middle of a quadratic curve lies half-way between chord and control point, so the control goes twice as far.
  return {(a.x + b.x) / 2 - 2 * bow * (b.y - a.y), (a.y + b.y) / 2 + 2 * bow * (b.x - a.x)};
}

MapPoint on_curve(MapPoint a, MapPoint control, MapPoint b, double t) {
  const double u = 1 - t;
  return {u * u * a.x + 2 * u * t * control.x + t * t * b.x, u * u * a.y + 2 * u * t * control.y + t * t * b.y};
}

double distance_between(MapPoint a, MapPoint b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double distance_to_segment(MapPoint p, MapPoint a, MapPoint b) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return distance_between(p, {a.x + t * dx, a.y + t * dy});
}

double distance_to_curve(MapPoint p, MapPoint a, MapPoint control, MapPoint b) {
  double nearest = distance_between(p, a);
  MapPoint before = a;
  for (int step = 1; step <= curve_steps; ++step) {
    const MapPoint next = on_curve(a, control, b, static_cast<double>(step) / curve_steps);
    nearest = std::min(nearest, distance_to_segment(p, before, next));
    before = next;
  }
  return nearest;
}

// How many nodes that are not its ends a tie with this bow would touch.
int nodes_touched(const MapBoard& board, const MapTie& tie, double bow) {
  const MapPoint a = board.nodes[tie.from].at, b = board.nodes[tie.to].at;
  const MapPoint control = control_of(a, b, bow);
  const auto [low_x, high_x] = std::minmax({a.x, b.x, control.x});
  const auto [low_y, high_y] = std::minmax({a.y, b.y, control.y});
  int touched = 0;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    if (i == tie.from || i == tie.to) continue;
    const MapNode& node = board.nodes[i];
    const double reach = node.radius + clear_of_nodes;
    if (node.at.x < low_x - reach || node.at.x > high_x + reach) continue;
    if (node.at.y < low_y - reach || node.at.y > high_y + reach) continue;
    if (distance_to_curve(node.at, a, control, b) < reach) ++touched;
  }
  return touched;
}

double bow_of_single(const MapBoard& board, const MapTie& tie) {
  const MapPoint a = board.nodes[tie.from].at, b = board.nodes[tie.to].at;
  const double upwards = b.x >= a.x ? bows_of_a_pair[0] : -bows_of_a_pair[0];
  return nodes_touched(board, tie, -upwards) < nodes_touched(board, tie, upwards) ? -upwards : upwards;
}

// The rounded shapes of the tokens, without the rounding: a finger does not feel a corner.
bool in_polygon_shape(const MapNode& node, double x, double y, double slop) {
  constexpr double half_root_three = 0.8660254037844386;
  switch (node.kind) {
    case StakeholderKind::external: return std::max(x, y) <= 0.9 * node.radius + slop;
    case StakeholderKind::customer: return x + y <= 1.24 * node.radius + slop * 1.414;
    default: {  // regulator: a hexagon with flat top and bottom
      const double apothem = 1.1 * half_root_three * node.radius + slop;
      return y <= apothem && half_root_three * x + y / 2 <= apothem;
    }
  }
}

}  // namespace

MapPoint tie_control(const MapBoard& board, const MapTie& tie) {
  return control_of(board.nodes[tie.from].at, board.nodes[tie.to].at, tie.bow);
}

void bow_ties(MapBoard& board) {
  const auto pair_of = [&](std::size_t i) { return std::minmax(board.ties[i].from, board.ties[i].to); };
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::size_t>> by_pair;
  for (std::size_t i = 0; i < board.ties.size(); ++i) by_pair.push_back({pair_of(i), i});
  std::sort(by_pair.begin(), by_pair.end());
  for (std::size_t first = 0; first < by_pair.size();) {
    std::size_t next = first + 1;
    while (next < by_pair.size() && by_pair[next].first == by_pair[first].first) ++next;
    for (std::size_t i = first; i < next; ++i) {
      MapTie& tie = board.ties[by_pair[i].second];
      const double bow = bows_of_a_pair[(i - first) % bows_of_a_pair.size()];
      if (next - first == 1) tie.bow = bow_of_single(board, tie);
      else tie.bow = tie.from < tie.to ? bow : -bow;
    }
    first = next;
  }
}

bool covers(const MapNode& node, MapPoint p, double slop) {
  const double x = std::abs(p.x - node.at.x), y = std::abs(p.y - node.at.y);
  switch (node.kind) {
    case StakeholderKind::internal: return distance_between(p, node.at) <= node.radius + slop;
    case StakeholderKind::sponsor: return distance_between(p, node.at) <= 0.97 * node.radius + 5.5 + slop;
    case StakeholderKind::partner: {  // a capsule: a thick horizontal line
      const double half_line = (1.24 - 0.78) * node.radius;
      return distance_to_segment({x, y}, {0, 0}, {half_line, 0}) <= 0.78 * node.radius + slop;
    }
    default: return in_polygon_shape(node, x, y, slop);
  }
}

std::optional<std::size_t> node_at(const MapBoard& board, MapPoint p, double slop) {
  std::optional<std::size_t> nearest;
  double best = 0;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    if (!covers(board.nodes[i], p, slop)) continue;
    const double distance = distance_between(p, board.nodes[i].at);
    if (nearest && distance > best) continue;
    best = distance;
    nearest = i;
  }
  return nearest;
}

std::optional<std::size_t> tie_at(const MapBoard& board, MapPoint p, double slop) {
  std::optional<std::size_t> nearest;
  double best = slop;
  for (std::size_t i = 0; i < board.ties.size(); ++i) {
    const MapTie& tie = board.ties[i];
    const MapPoint a = board.nodes[tie.from].at, b = board.nodes[tie.to].at;
    const double distance = distance_to_curve(p, a, tie_control(board, tie), b);
    if (distance > best) continue;
    best = distance;
    nearest = i;
  }
  return nearest;
}

}  // namespace standpoint
