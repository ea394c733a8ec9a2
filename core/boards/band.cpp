// Superellipses of exponent 2.5 without libm: v^2.5 is v v sqrt(v), and a fifth root takes a few steps of Newton.
#include "core/boards/band.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace standpoint {
namespace {

constexpr double narrowest_margin = 0.45;  // of the full one, however small the nodes
// At full size.
constexpr std::array<Band, ring_count> bands = {{
    {0.0, 0.20, 0.30},     // team, up to 0.36
    {0.42, 0.51, 0.605},   // internal, up to 0.655
    {0.70, 0.75, 0.805},   // external, up to 0.85
    {0.895, 0.92, 0.945},  // regulators, up to 1
}};

double five_halves(double v) { return v * v * std::sqrt(v); }

// Newton from the tangent or, far from 1, from the fourth root: after the first step it comes down from above, and ends
// where it comes down no more.
double fifth_root(double v) {
  double root = v > 0.5 && v < 2 ? 1 + (v - 1) / 5 : std::sqrt(std::sqrt(v));
  for (bool first = true;; first = false) {
    const double fourth = root * root * root * root;
    const double next = root - (fourth * root - v) / (5 * fourth);
    if (!first && next >= root) return root;
    root = next;
  }
}

MapPoint scaled_to(MapPoint p, double level, double wanted) {
  const double factor = fifth_root(wanted / level);
  return {p.x * factor * factor, p.y * factor * factor};
}

}  // namespace

Band band_of(Ring ring, double scale) {
  const std::size_t at = static_cast<std::size_t>(ring);
  const double inner_edge = at == 0 ? 0 : ring_edge_thousandths[at - 1] / 1000.0, outer_edge = ring_edge_thousandths[at] / 1000.0;
  const double margin = std::max(scale, narrowest_margin);
  const Band full = bands[at];
  return {inner_edge + (full.inner - inner_edge) * margin, full.middle, outer_edge - (outer_edge - full.outer) * margin};
}

double level_of(MapPoint p) {
  return five_halves(std::abs(p.x) / (map_width / 2)) + five_halves(std::abs(p.y) / (map_height / 2));
}

MapPoint at_radius(MapPoint direction, double radius) {
  const double level = level_of(direction);
  if (level <= 0) return {radius * map_width / 2, 0};
  if (radius <= 0) return {0, 0};
  return scaled_to(direction, level, five_halves(radius));
}

MapPoint kept_in(MapPoint p, const Band& band) {
  const double level = level_of(p);
  const double outer = five_halves(band.outer), inner = five_halves(band.inner);
  if (level > outer) return scaled_to(p, level, outer);
  if (level < inner) return level > 0 ? scaled_to(p, level, inner) : at_radius(p, band.inner);
  return p;
}

}  // namespace standpoint
