// Sorts people and ties into squares. See paint_pick_grid.h.
#include "app/boards/map/paint_pick_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace standpoint {
namespace {

constexpr int most_squares = 64;     // a side
constexpr int pieces_of_a_tie = 8;   // a curve is sorted in piece by piece: long ties pass few squares then

struct Extent {
  MapPoint low, high;
};

// What holds the piece of a curve between two parameters: its ends and where their tangents meet.
Extent extent_of_piece(MapPoint a, MapPoint control, MapPoint b, double t0, double t1) {
  const auto blend = [](MapPoint p, MapPoint q, double t) { return MapPoint{p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t}; };
  const auto corner = [&](double s, double t) { return blend(blend(a, control, s), blend(control, b, s), t); };
  const std::array<MapPoint, 3> points{corner(t0, t0), corner(t0, t1), corner(t1, t1)};
  Extent extent{points[0], points[0]};
  for (const MapPoint& p : points) {
    extent.low = {std::min(extent.low.x, p.x), std::min(extent.low.y, p.y)};
    extent.high = {std::max(extent.high.x, p.x), std::max(extent.high.y, p.y)};
  }
  return extent;
}

using Placed = std::pair<std::uint32_t, std::uint32_t>;  // a square, an item

// Counting sort by square; within a square in the order given.
void sort_in(const std::vector<Placed>& placed, std::size_t squares, std::vector<std::uint32_t>& starts, std::vector<std::uint32_t>& items) {
  starts.assign(squares + 1, 0);
  items.resize(placed.size());
  for (const auto& [square, item] : placed) ++starts[square + 1];
  for (std::size_t i = 0; i < squares; ++i) starts[i + 1] += starts[i];
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (const auto& [square, item] : placed) items[next[square]++] = item;
}

}  // namespace

PickGrid::PickGrid(const MapBoard& board) {
  if (board.nodes.empty()) return;
  MapPoint low = board.nodes.front().at, high = low;
  for (const MapNode& node : board.nodes) {
    low = {std::min(low.x, node.at.x), std::min(low.y, node.at.y)};
    high = {std::max(high.x, node.at.x), std::max(high.y, node.at.y)};
    largest_ = std::max(largest_, node.radius);
  }
  corner_ = low;
  const double wide = std::max(high.x - low.x, high.y - low.y);
  const int squares = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(board.nodes.size()))), 1, most_squares);
  side_ = std::max(1.0, wide / squares);
  columns_ = static_cast<int>((high.x - low.x) / side_) + 1;
  rows_ = static_cast<int>((high.y - low.y) / side_) + 1;
  add_nodes(board);
}

int PickGrid::column_of(double x) const { return static_cast<int>(std::clamp((x - corner_.x) / side_, 0.0, static_cast<double>(columns_ - 1))); }
int PickGrid::row_of(double y) const { return static_cast<int>(std::clamp((y - corner_.y) / side_, 0.0, static_cast<double>(rows_ - 1))); }

// What lies beyond the last square (a bowed tie) is kept in it, so the range never leaves the grid.
PickGrid::Range PickGrid::around(MapPoint at, double reach) const {
  if (columns_ == 0) return {};
  return {column_of(at.x - reach), column_of(at.x + reach), row_of(at.y - reach), row_of(at.y + reach)};
}

void PickGrid::add_nodes(const MapBoard& board) {
  std::vector<Placed> placed;
  placed.reserve(board.nodes.size());
  for (std::size_t i = 0; i < board.nodes.size(); ++i)
    placed.emplace_back(static_cast<std::uint32_t>(cell(row_of(board.nodes[i].at.y), column_of(board.nodes[i].at.x))), static_cast<std::uint32_t>(i));
  sort_in(placed, cell(rows_, 0), node_starts_, nodes_);
}

void PickGrid::add_ties(const MapBoard& board) {
  if (columns_ == 0 || !tie_starts_.empty()) return;
  std::vector<Placed> placed;
  placed.reserve(board.ties.size() * pieces_of_a_tie);
  for (std::size_t i = 0; i < board.ties.size(); ++i) {
    const MapPoint a = board.nodes[board.ties[i].from].at, b = board.nodes[board.ties[i].to].at;
    const MapPoint control = tie_control(board, board.ties[i]);
    for (int piece = 0; piece < pieces_of_a_tie; ++piece) {
      const Extent extent = extent_of_piece(a, control, b, static_cast<double>(piece) / pieces_of_a_tie, (piece + 1.0) / pieces_of_a_tie);
      for (int row = row_of(extent.low.y); row <= row_of(extent.high.y); ++row)
        for (int column = column_of(extent.low.x); column <= column_of(extent.high.x); ++column)
          placed.emplace_back(static_cast<std::uint32_t>(cell(row, column)), static_cast<std::uint32_t>(i));
    }
  }
  sort_in(placed, cell(rows_, 0), tie_starts_, ties_);
}

std::vector<std::uint32_t> PickGrid::ties_near(const Range& range) const {
  std::vector<std::uint32_t> found;
  if (tie_starts_.empty()) return found;
  const auto note = [&](std::size_t tie) { found.push_back(static_cast<std::uint32_t>(tie)); };
  for (int row = range.first_row; row <= range.last_row; ++row)
    for (int column = range.first_column; column <= range.last_column; ++column) for_each(tie_starts_, ties_, row, column, note);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace standpoint
