// Who may have a name at which zoom when there are many people. Called by paint_names.cpp when people moved, came or went.
// Nothing here looks at the view: at any zoom, those with room are spread evenly over the map, and those who matter most go first.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "app/boards/map/paint_board.h"

namespace standpoint {
namespace {

// In a crowd many a name finds no free place between the others' nodes, so a third more are let in than there is calm for.
constexpr Vec calm_box{map_look::calm_width * 0.85F, map_look::calm_height * 0.85F};
constexpr int levels = 6;            // each half as far apart as the one before
constexpr float widest = 4.0F;       // of the first level, in calm boxes at scale 1; the last is that of a zoom of 8

// Those who were let in at one level, in cells as wide as they are apart; so a cell has only a few.
class Level {
 public:
  explicit Level(float apart) : apart_(apart) {
    columns_ = static_cast<int>(std::ceil(static_cast<float>(map_width) / calm_box.x / apart)) + 1;
    rows_ = static_cast<int>(std::ceil(static_cast<float>(map_height) / calm_box.y / apart)) + 1;
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  }

  float apart() const { return apart_; }

  // The distance to the nearest, if it is less than `apart`.
  float nearest(Vec at) const {
    float least = std::numeric_limits<float>::max();
    const auto [column, row] = cell_of(at);
    for (int y = std::max(0, row - 1); y <= std::min(rows_ - 1, row + 1); ++y)
      for (int x = std::max(0, column - 1); x <= std::min(columns_ - 1, column + 1); ++x)
        for (const Vec other : cells_[static_cast<std::size_t>(y * columns_ + x)])
          least = std::min(least, std::max(std::fabs(other.x - at.x), std::fabs(other.y - at.y)));
    return least;
  }

  void let_in(Vec at) {
    const auto [column, row] = cell_of(at);
    cells_[static_cast<std::size_t>(row * columns_ + column)].push_back(at);
  }

 private:
  std::pair<int, int> cell_of(Vec at) const {
    return {std::clamp(static_cast<int>(at.x / apart_), 0, columns_ - 1), std::clamp(static_cast<int>(at.y / apart_), 0, rows_ - 1)};
  }

  float apart_;
  int columns_ = 1, rows_ = 1;
  std::vector<std::vector<Vec>> cells_;
};

// In calm boxes at scale 1, from the map's corner: there, two names are apart by the greater of the two differences.
Vec in_calm_boxes(MapPoint at) {
  return {static_cast<float>(at.x + map_width / 2) / calm_box.x, static_cast<float>(at.y + map_height / 2) / calm_box.y};
}

}  // namespace

std::vector<float> calm_scales(const MapBoard& board) {
  std::vector<Level> grids;
  for (int l = 0; l < levels; ++l) grids.emplace_back(widest / static_cast<float>(1 << l));
  std::vector<std::size_t> order(board.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&board](std::size_t a, std::size_t b) {
    return std::pair(board.nodes[a].hidden_influencer, board.nodes[a].influence) > std::pair(board.nodes[b].hidden_influencer, board.nodes[b].influence);
  });
  std::vector<float> scales(board.nodes.size(), std::numeric_limits<float>::max());
  for (const std::size_t i : order) {
    const Vec at = in_calm_boxes(board.nodes[i].at);
    for (std::size_t l = 0; l < grids.size(); ++l) {
      const float nearest = grids[l].nearest(at);
      if (nearest < grids[l].apart()) continue;
      scales[i] = l == 0 ? 0.0F : 1.0F / std::min(nearest, grids[l - 1].apart());
      for (std::size_t finer = l; finer < grids.size(); ++finer) grids[finer].let_in(at);
      break;
    }
  }
  return scales;
}

}  // namespace standpoint
