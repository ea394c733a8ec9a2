// Who stands near whom on the map, without asking everybody: cells of one size, each with its bodies in the order of their
// indexes. Called by the layout and by the bows of ties. The order of answers hangs on places and indexes alone.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/boards/map.h"

namespace standpoint {

class NearGrid {
 public:
  // Cells at least this wide and high, in map units; no more of them than `bodies` could use.
  NearGrid(double wide, double high, std::size_t bodies);

  // Takes the bodies' places; those off the map count to the outermost cells. `place_of(i)` is body i's MapPoint.
  template <class PlaceOf>
  void fill(std::size_t bodies, PlaceOf place_of) {
    cell_of_.resize(bodies);
    for (std::size_t i = 0; i < bodies; ++i) {
      const MapPoint at = place_of(i);
      cell_of_[i] = row(at.y) * columns_ + column(at.x);
    }
    sort();
  }

  // Calls use(i, j) once for each two bodies in one cell or in two that touch: for all that are less than a cell apart.
  template <class Use>
  void each_pair(Use use) const {
    for (std::uint32_t y = 0; y < rows_; ++y)
      for (std::uint32_t x = 0; x < columns_; ++x) {
        const std::uint32_t cell = y * columns_ + x;
        for (std::uint32_t a = starts_[cell]; a < starts_[cell + 1]; ++a) {
          for (std::uint32_t b = a + 1; b < starts_[cell + 1]; ++b) use(bodies_[a], bodies_[b]);
          if (x + 1 < columns_) each_of(cell + 1, cell + 1, [&](std::uint32_t b) { use(bodies_[a], b); });
          if (y + 1 < rows_) {
            const std::uint32_t above = cell + columns_;
            each_of(x > 0 ? above - 1 : above, x + 1 < columns_ ? above + 1 : above, [&](std::uint32_t b) { use(bodies_[a], b); });
          }
        }
      }
  }

  // All bodies, cell by cell; runs below count in this order.
  const std::vector<std::uint32_t>& order() const { return bodies_; }
  struct Run { std::uint32_t first = 0, last = 0; };
  // Calls use(Run of the cell's bodies, runs of its own and all touching cells' bodies) for each cell with somebody in it.
  template <class Use>
  void each_cell(Use use) const {
    for (std::uint32_t y = 0; y < rows_; ++y)
      for (std::uint32_t x = 0; x < columns_; ++x) {
        const Run own = run(y, x, x);
        if (own.first == own.last) continue;
        const std::uint32_t left = x > 0 ? x - 1 : x, right = std::min(x + 1, columns_ - 1);
        use(own, std::array<Run, 3>{y > 0 ? run(y - 1, left, right) : Run{}, run(y, left, right),
                                    y + 1 < rows_ ? run(y + 1, left, right) : Run{}});
      }
  }

  // Calls use(i) for every body in the cells that the line from a to b touches, drawn `aside` wide to each side.
  template <class Use>
  void each_along(MapPoint a, MapPoint b, double aside, Use use) const {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double left = std::min(a.x, b.x) - aside, right = std::max(a.x, b.x) + aside;
    const double steep = std::abs(dy) > 1e-6 ? dx / dy : 0, around = aside * std::sqrt(1 + steep * steep);
    for (std::uint32_t y = row(std::min(a.y, b.y) - aside), top = row(std::max(a.y, b.y) + aside); y <= top; ++y) {
      double from = left, to = right;
      if (steep != 0) {
        const double at_low = a.x + (y / cells_per_y_ - map_height / 2 - a.y) * steep, at_high = at_low + steep / cells_per_y_;
        from = std::max(from, std::min(at_low, at_high) - around);
        to = std::min(to, std::max(at_low, at_high) + around);
      }
      if (from <= to) each_of(y * columns_ + column(from), y * columns_ + column(to), use);
    }
  }

 private:
  std::uint32_t column(double x) const { return cell_at((x + map_width / 2) * cells_per_x_, columns_); }
  std::uint32_t row(double y) const { return cell_at((y + map_height / 2) * cells_per_y_, rows_); }
  static std::uint32_t cell_at(double cells, std::uint32_t count) {
    return cells <= 0 ? 0 : std::min(static_cast<std::uint32_t>(std::min(cells, 1e6)), count - 1);
  }
  Run run(std::uint32_t y, std::uint32_t left, std::uint32_t right) const {
    return {starts_[y * columns_ + left], starts_[y * columns_ + right + 1]};
  }
  template <class Use>
  void each_of(std::uint32_t first_cell, std::uint32_t last_cell, Use use) const {
    for (std::uint32_t i = starts_[first_cell]; i < starts_[last_cell + 1]; ++i) use(bodies_[i]);
  }
  void sort();

  std::uint32_t columns_ = 1, rows_ = 1;
  double cells_per_x_ = 0, cells_per_y_ = 0;
  std::vector<std::uint32_t> cell_of_, starts_, bodies_;
};

}  // namespace standpoint
