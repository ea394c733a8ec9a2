// Cells filled by counting. See near_grid.h.
#include "core/boards/near_grid.h"

namespace standpoint {
namespace {

std::uint32_t cells_along(double length, double cell, std::size_t most) {
  const double cells = std::floor(length / std::max(cell, 1.0));
  return static_cast<std::uint32_t>(std::clamp(cells, 1.0, std::max(1.0, static_cast<double>(most))));
}

}  // namespace

NearGrid::NearGrid(double wide, double high, std::size_t bodies)
    : columns_(cells_along(map_width, wide, bodies)), rows_(cells_along(map_height, high, bodies)),
      cells_per_x_(columns_ / map_width), cells_per_y_(rows_ / map_height) {}

void NearGrid::sort() {
  starts_.assign(columns_ * rows_ + 1, 0);
  bodies_.resize(cell_of_.size());
  for (const std::uint32_t cell : cell_of_) ++starts_[cell + 1];
  for (std::size_t cell = 1; cell < starts_.size(); ++cell) starts_[cell] += starts_[cell - 1];
  for (std::uint32_t i = 0; i < bodies_.size(); ++i) bodies_[starts_[cell_of_[i]]++] = i;
  // Each start has moved on to the next cell's: move them back.
  for (std::size_t cell = starts_.size() - 1; cell > 0; --cell) starts_[cell] = starts_[cell - 1];
  starts_[0] = 0;
}

}  // namespace standpoint
