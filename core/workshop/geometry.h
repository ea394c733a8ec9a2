// Spaces a point can be in. Board units are integers 0..10000 on both axes (x to the right, y up), so native and
// WebAssembly fold the same log to the same value; screens convert and never store pixels.
#pragma once

#include <compare>
#include <cstdint>

namespace standpoint {

inline constexpr std::int32_t board_max = 10000;

struct BoardPoint {
  std::int32_t x = 0;
  std::int32_t y = 0;
  constexpr auto operator<=>(const BoardPoint&) const = default;
};

struct BoardRect {
  BoardPoint min;
  BoardPoint max;
  constexpr auto operator<=>(const BoardRect&) const = default;
  constexpr bool contains(BoardPoint p) const {
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
  }
};

constexpr bool on_board(BoardPoint p) {
  return p.x >= 0 && p.x <= board_max && p.y >= 0 && p.y <= board_max;
}

constexpr std::int32_t clamp_to_board(std::int64_t v) {
  return static_cast<std::int32_t>(v < 0 ? 0 : v > board_max ? board_max : v);
}

// Bands of the map, from the middle outwards (design guide section 5).
enum class Ring : std::uint8_t { team, internal, external, regulator };
inline constexpr int ring_count = 4;

// Outer edge of each ring as thousandths of the map's half width and half height (tokens: map.ring.fractions).
inline constexpr std::int32_t ring_edge_thousandths[ring_count] = {360, 655, 850, 1000};

// The ring a point of the map lies in; points outside the last edge belong to it. The bands are superellipses of
// exponent 2.5, |x|^2.5 + |y|^2.5 = r^2.5, computed in integers only (the fold depends on it).
Ring ring_at(BoardPoint p);

// A point's distance from the middle on the superellipse scale, in thousandths of the outermost edge.
std::int32_t ring_radius_thousandths(BoardPoint p);

}  // namespace standpoint
