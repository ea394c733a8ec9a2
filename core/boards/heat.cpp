// The density of placements. See heat.h. Only + - * / and square roots, so that every screen of a session shows the same bands.
#include "core/boards/heat.h"

#include <algorithm>
#include <cmath>

namespace standpoint {
namespace {

constexpr int heat_columns = 97, heat_rows = 73;  // a point every 12 px of the stage's plane
constexpr double silverman_biweight = 2.78;
constexpr std::int32_t least_radius = 600, most_radius = 1600;

// The sixth root of a whole number, by Newton's method: libm differs between machines.
double sixth_root(double n) {
  const double square = std::sqrt(n);
  double root = square > 1 ? square : 1;
  for (int i = 0; i < 60; ++i) root = (2 * root + square / (root * root)) / 3;
  return root;
}

// Sum over one item's points of the squared distance to their mean, divided by two for the two axes.
double squares_of(const std::vector<BoardPoint>& points) {
  std::int64_t sum_x = 0, sum_y = 0;
  for (const BoardPoint p : points) {
    sum_x += p.x;
    sum_y += p.y;
  }
  const auto n = static_cast<double>(points.size());
  const double mean_x = static_cast<double>(sum_x) / n, mean_y = static_cast<double>(sum_y) / n;
  double squares = 0;
  for (const BoardPoint p : points) squares += (p.x - mean_x) * (p.x - mean_x) + (p.y - mean_y) * (p.y - mean_y);
  return squares / 2;
}

bool counts(const CanvasItem& item, Item only) { return item.spread && (only.id == 0 || item.item == only); }

std::int32_t radius_for(const CanvasBoard& board, Item only) {
  double squares = 0, free = 0, n = 0;
  for (const CanvasItem& item : board.items) {
    if (!counts(item, only) || item.spread->points.empty()) continue;
    const auto size = static_cast<double>(item.spread->points.size());
    squares += squares_of(item.spread->points);
    free += size - 1;
    n += size;
  }
  if (free <= 0) return least_radius;
  const double radius = silverman_biweight * std::sqrt(squares / free) / sixth_root(n);
  return std::clamp(static_cast<std::int32_t>(radius), least_radius, most_radius);
}

double column_of(std::int32_t x) { return static_cast<double>(x) * (heat_columns - 1) / board_max; }
double row_of(std::int32_t y) { return static_cast<double>(board_max - y) * (heat_rows - 1) / board_max; }

void add_point(std::vector<double>& density, BoardPoint at, double radius) {
  const double reach_x = radius * (heat_columns - 1) / board_max, reach_y = radius * (heat_rows - 1) / board_max;
  const double x = column_of(at.x), y = row_of(at.y);
  const int left = std::max(0, static_cast<int>(x - reach_x)), right = std::min(heat_columns - 1, static_cast<int>(x + reach_x) + 1);
  const int top = std::max(0, static_cast<int>(y - reach_y)), bottom = std::min(heat_rows - 1, static_cast<int>(y + reach_y) + 1);
  for (int row = top; row <= bottom; ++row)
    for (int column = left; column <= right; ++column) {
      const double dx = (column - x) / reach_x, dy = (row - y) / reach_y;
      const double inside = 1 - dx * dx - dy * dy;
      if (inside > 0) density[static_cast<std::size_t>(row * heat_columns + column)] += inside * inside;
    }
}

}  // namespace

Heat heat_of(const CanvasBoard& board, Item only) {
  Heat heat;
  std::vector<double> density(static_cast<std::size_t>(heat_columns * heat_rows), 0.0);
  const std::int32_t radius = radius_for(board, only);
  for (const CanvasItem& item : board.items)
    if (counts(item, only))
      for (const BoardPoint at : item.spread->points) add_point(density, at, radius);
  const double most = *std::max_element(density.begin(), density.end());
  if (most <= 0) return heat;
  heat.columns = heat_columns;
  heat.rows = heat_rows;
  heat.radius = radius;
  heat.values.reserve(density.size());
  for (const double value : density) heat.values.push_back(static_cast<float>(value / most));
  return heat;
}

}  // namespace standpoint
