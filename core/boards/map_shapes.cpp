// Curves of ties, in map units. Called by map.cpp.
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
  return {(a.x + b.x) / 2 - bow * (b.y - a.y), (a.y + b.y) / 2 + bow * (b.x - a.x)};
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

}  // namespace standpoint
