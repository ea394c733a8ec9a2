// Curves of ties, in map units. Called by map.cpp.
#include "core/boards/map_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "core/boards/near_grid.h"

namespace standpoint {
namespace {

// Bows of the first, second, third ... tie between two people, seen from the one with the smaller index.
constexpr std::array<double, 6> bows_of_a_pair = {0.10, -0.10, 0.18, -0.18, 0.14, -0.14};
constexpr double clear_of_nodes = 6;  // a curve closer to a node than this looks as if it ended there

MapPoint control_of(MapPoint a, MapPoint b, double bow) {
  return {(a.x + b.x) / 2 - bow * (b.y - a.y), (a.y + b.y) / 2 + bow * (b.x - a.x)};
}

// Chooses sides for ties between two people who share no other.
class Sides {
 public:
  explicit Sides(const MapBoard& board)
      : board_(board), reach_(longest_reach(board)), grid_(2 * reach_, 2 * reach_, board.nodes.size()) {
    grid_.fill(board.nodes.size(), [&](std::size_t i) { return board.nodes[i].at; });
  }

  double bow_of(const MapTie& tie) const {
    // To the left of the way it is drawn; who reports to somebody is drawn from the boss.
    const double preferred = tie.kind == TieKind::reports_to ? -bows_of_a_pair[0] : bows_of_a_pair[0];
    return more_touched(tie, preferred) > 0 ? -preferred : preferred;
  }

 private:
  static double longest_reach(const MapBoard& board) {
    double reach = 0;
    for (const MapNode& node : board.nodes) reach = std::max(reach, node.radius + clear_of_nodes);
    return reach;
  }

  // How many more nodes a tie with this bow touches than one with the opposite bow; its ends do not count. Seen along the
  // tie, the control point in the middle makes the curve a parabola: 2 bow length t (1 - t) beside the straight line, at the
  // share t of the way. A node's distance from it is the distance aside, shortened by the slope there. Nodes before the
  // start or behind the end are as near to one curve as to the other.
  int more_touched(const MapTie& tie, double bow) const {
    const MapPoint a = board_.nodes[tie.from].at, b = board_.nodes[tie.to].at;
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    if (squared <= 0) return 0;
    const double length = std::sqrt(squared), highest = std::abs(bow) / 2 * length;
    int more = 0;
    grid_.each_along(a, b, highest + reach_, [&](std::uint32_t i) {
      const MapNode& node = board_.nodes[i];
      const double x = node.at.x - a.x, y = node.at.y - a.y, t = (x * dx + y * dy) / squared;
      if (t <= 0 || t >= 1 || i == tie.from || i == tie.to) return;
      const double aside = (dx * y - dy * x) / length, curve = 2 * bow * length * t * (1 - t), slope = 2 * bow * (1 - 2 * t);
      const double reach = (node.radius + clear_of_nodes) * (node.radius + clear_of_nodes) * (1 + slope * slope);
      more += ((aside - curve) * (aside - curve) < reach ? 1 : 0) - ((aside + curve) * (aside + curve) < reach ? 1 : 0);
    });
    return more;
  }

  const MapBoard& board_;
  double reach_;
  NearGrid grid_;
};

}  // namespace

MapPoint tie_control(const MapBoard& board, const MapTie& tie) {
  return control_of(board.nodes[tie.from].at, board.nodes[tie.to].at, tie.bow);
}

void bow_ties(MapBoard& board) {
  const auto pair_of = [&](std::size_t i) { return std::minmax(board.ties[i].from, board.ties[i].to); };
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::size_t>> by_pair;
  for (std::size_t i = 0; i < board.ties.size(); ++i) by_pair.push_back({pair_of(i), i});
  std::sort(by_pair.begin(), by_pair.end());
  const Sides sides(board);
  for (std::size_t first = 0; first < by_pair.size();) {
    std::size_t next = first + 1;
    while (next < by_pair.size() && by_pair[next].first == by_pair[first].first) ++next;
    for (std::size_t i = first; i < next; ++i) {
      MapTie& tie = board.ties[by_pair[i].second];
      const double bow = bows_of_a_pair[(i - first) % bows_of_a_pair.size()];
      if (next - first == 1) tie.bow = sides.bow_of(tie);
      else tie.bow = tie.from < tie.to ? bow : -bow;
    }
    first = next;
  }
}

}  // namespace standpoint
