// Integer arithmetic of the map's rings. Used by apply, so nothing here may round differently on another machine.
#include "core/workshop/geometry.h"

namespace standpoint {
namespace {

// floor(sqrt(v)), bit by bit: no libm, the same on every machine.
constexpr std::uint64_t integer_sqrt(std::uint64_t v) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 62; bit != 0; bit >>= 2) {
    if (v >= root + bit) {
      v -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  return root;
}

// v^2.5 scaled by 2^10, for v in 0..5000 (thousandths up to five times the edge): below 2^41 * 2^10.
constexpr std::uint64_t power_five_halves(std::uint64_t v) { return v * v * integer_sqrt(v << 20); }

constexpr std::uint64_t edge_power(int ring) { return power_five_halves(static_cast<std::uint64_t>(ring_edge_thousandths[ring])); }
constexpr std::uint64_t edge_powers[ring_count] = {edge_power(0), edge_power(1), edge_power(2), edge_power(3)};

// The radius to the power of 2.5, in the scale of power_five_halves.
std::uint64_t radius_power(BoardPoint p) {
  const auto away = [](std::int32_t v) {
    const std::int64_t d = static_cast<std::int64_t>(v) - board_max / 2;
    return static_cast<std::uint64_t>((d < 0 ? -d : d) * 1000 / (board_max / 2));
  };
  return power_five_halves(away(p.x)) + power_five_halves(away(p.y));
}

}  // namespace

std::int32_t ring_radius_thousandths(BoardPoint p) {
  const std::uint64_t target = radius_power(p);
  std::uint64_t low = 0, high = 2000;  // a corner of the board lies at 1320
  while (low < high) {
    const std::uint64_t middle = (low + high) / 2;
    if (power_five_halves(middle) < target) low = middle + 1;
    else high = middle;
  }
  return static_cast<std::int32_t>(low);
}

// Compares powers, which grow with the radius, so that no root is searched for: every move of a person is folded with this.
Ring ring_at(BoardPoint p) {
  const std::uint64_t power = radius_power(p);
  for (int ring = 0; ring < ring_count - 1; ++ring)
    if (power <= edge_powers[ring]) return static_cast<Ring>(ring);
  return Ring::regulator;
}

}  // namespace standpoint
