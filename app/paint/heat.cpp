// Draws a field as bands of colour, made of filled paths: marching squares with interpolated crossings. Called through
// Painter::heat by back ends that have no better way, so a file shows the bands that a screen shows.
#include <algorithm>
#include <cmath>
#include <vector>

#include "app/paint/painter.h"

namespace standpoint {
namespace {

// One closed line of equal value, clockwise on the screen when the field is higher inside.
struct Contour {
  std::vector<Vec> points;
  float area = 0;  // signed
  std::size_t band = 0;  // of what lies inside
};

// The field with a rim of nothing round it, so that every line closes beyond the box.
class Grid {
 public:
  Grid(Box box, const HeatField& field)
      : field_(field), columns_(field.columns + 2), rows_(field.rows + 2), origin_(box.min),
        step_{box.width() / static_cast<float>(field.columns - 1), box.height() / static_cast<float>(field.rows - 1)} {}

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  float value(int column, int row) const {
    if (column < 1 || row < 1 || column > field_.columns || row > field_.rows) return 0;
    return field_.values[static_cast<std::size_t>((row - 1) * field_.columns + column - 1)];
  }
  Vec place(int column, int row) const {
    return origin_ + Vec{static_cast<float>(column - 1) * step_.x, static_cast<float>(row - 1) * step_.y};
  }
  // Every edge between two neighbours has a number: even ones run right from their point, odd ones down.
  int edge_right(int column, int row) const { return 2 * (row * columns_ + column); }
  int edge_down(int column, int row) const { return 2 * (row * columns_ + column) + 1; }
  int edges() const { return 2 * columns_ * rows_; }
  Vec crossing(int edge, float level) const {
    const int column = edge / 2 % columns_, row = edge / 2 / columns_;
    const int next_column = column + (edge % 2 == 0 ? 1 : 0), next_row = row + (edge % 2 == 0 ? 0 : 1);
    const float from = value(column, row), to = value(next_column, next_row);
    return lerp(place(column, row), place(next_column, next_row), (level - from) / (to - from));
  }

 private:
  const HeatField& field_;
  int columns_, rows_;
  Vec origin_, step_;
};

// For every edge a line of this level crosses, the edge it crosses next; the higher side lies on its right.
std::vector<int> next_crossings(const Grid& grid, float level) {
  std::vector<int> next(static_cast<std::size_t>(grid.edges()), -1);
  for (int row = 0; row + 1 < grid.rows(); ++row)
    for (int column = 0; column + 1 < grid.columns(); ++column) {
      const float corners[4] = {grid.value(column, row), grid.value(column + 1, row), grid.value(column + 1, row + 1), grid.value(column, row + 1)};
      const int edges[4] = {grid.edge_right(column, row), grid.edge_down(column + 1, row), grid.edge_right(column, row + 1),
                            grid.edge_down(column, row)};  // clockwise from the top; edge i lies between the corners i and i + 1
      const bool middle_is_in = corners[0] + corners[1] + corners[2] + corners[3] >= 4 * level;
      // Walking clockwise, a line enters the cell where the corners fall out of the higher side. It leaves over the edge
      // where they come back: the next one, or at a saddle with a low middle the one before.
      for (int i = 0; i < 4; ++i) {
        const auto in = [&](int corner) { return corners[corner % 4] >= level; };
        if (!in(i) || in(i + 1)) continue;
        const bool saddle = in(i + 2) && !in(i + 3);
        int out = i + 1;
        if (saddle && !middle_is_in) out = i + 3;
        else while (in(out) == in(out + 1)) ++out;
        next[static_cast<std::size_t>(edges[i])] = edges[out % 4];
      }
    }
  return next;
}

void add_contours(const Grid& grid, float level, std::size_t band, std::vector<Contour>& contours) {
  std::vector<int> next = next_crossings(grid, level);
  for (std::size_t start = 0; start < next.size(); ++start) {
    if (next[start] < 0) continue;
    Contour contour;
    for (std::size_t edge = start; next[edge] >= 0;) {
      contour.points.push_back(grid.crossing(static_cast<int>(edge), level));
      const int onward = next[edge];
      next[edge] = -1;
      edge = static_cast<std::size_t>(onward);
    }
    for (std::size_t i = 0; i < contour.points.size(); ++i) {
      const Vec a = contour.points[i], b = contour.points[(i + 1) % contour.points.size()];
      contour.area += (a.x * b.y - a.y * b.x) / 2;
    }
    contour.band = contour.area > 0 ? band : band - 1;
    contours.push_back(std::move(contour));
  }
}

// Through the middles of the pieces, with the crossings as handles: the steps of the grid do not show.
Path smooth_path(const std::vector<Vec>& points) {
  const auto middle = [&](std::size_t i) { return lerp(points[i % points.size()], points[(i + 1) % points.size()], 0.5F); };
  Path path;
  path.move_to(middle(0));
  for (std::size_t i = 1; i <= points.size(); ++i) path.quad_to(points[i % points.size()], middle(i));
  path.close();
  return path;
}

}  // namespace

// Lines of equal value never cross, so drawing them from the largest to the smallest, each filled with the band inside it,
// needs no holes: a hollow is painted over with the band below.
void Painter::heat(Box box, const HeatField& field, std::span<const Color> bands) {
  if (bands.empty()) return;
  const ClipScope clip(*this, box);
  fill_box(box, 0, bands[0]);
  if (field.columns < 2 || field.rows < 2 || field.values.size() < static_cast<std::size_t>(field.columns * field.rows)) return;
  const Grid grid(box, field);
  std::vector<Contour> contours;
  for (std::size_t band = 1; band < bands.size(); ++band)
    add_contours(grid, static_cast<float>(band) / static_cast<float>(bands.size()), band, contours);
  std::stable_sort(contours.begin(), contours.end(), [](const Contour& a, const Contour& b) { return std::abs(a.area) > std::abs(b.area); });
  for (const Contour& contour : contours)
    if (contour.points.size() > 2) fill(smooth_path(contour.points), bands[contour.band]);
}

}  // namespace standpoint
