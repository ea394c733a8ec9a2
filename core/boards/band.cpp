// Superellipses of exponent 2.5 without libm: v^2.5 is v v sqrt(v), and a fifth root takes a few steps of Newton.
#include "core/boards/band.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace standpoint {
namespace {

constexpr std::array<Band, ring_count> bands = {{
    {0.0, 0.20, 0.30},     // team, up to 0.36
    {0.42, 0.51, 0.605},   // internal, up to 0.655
    {0.70, 0.75, 0.805},   // external, up to 0.85
    {0.895, 0.92, 0.945},  // regulators, up to 1
}};

double five_halves(double v) { return v * v * std::sqrt(v); }

// From the fourth root Newton is exact after these many steps, however small or large v is on a map.
double fifth_root(double v) {
  constexpr int newton_steps = 16;
  double root = std::sqrt(std::sqrt(v));
  for (int step = 0; step < newton_steps; ++step) {
    const double fourth = root * root * root * root;
    root -= (fourth * root - v) / (5 * fourth);
  }
  return root;
}

}  // namespace

Band band_of(Ring ring) { return bands[static_cast<std::size_t>(ring)]; }

double level_of(MapPoint p) {
  return five_halves(std::abs(p.x) / (map_width / 2)) + five_halves(std::abs(p.y) / (map_height / 2));
}

MapPoint at_radius(MapPoint direction, double radius) {
  const double level = level_of(direction);
  if (level <= 0) return {radius * map_width / 2, 0};
  if (radius <= 0) return {0, 0};
  const double factor = fifth_root(five_halves(radius) / level);
  return {direction.x * factor * factor, direction.y * factor * factor};
}

MapPoint kept_in(MapPoint p, const Band& band) {
  const double level = level_of(p);
  if (level > five_halves(band.outer)) return at_radius(p, band.outer);
  if (level < five_halves(band.inner)) return at_radius(p, band.inner);
  return p;
}

}  // namespace standpoint
