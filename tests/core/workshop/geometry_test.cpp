// The rings in integers, against the same curve computed in floating point, and the corners of the board.
#include "core/workshop/geometry.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

namespace standpoint::geometry_test {

TEST_CASE("the middle of the board is the team's, its corners are the regulators'") {
  CHECK(ring_at({5000, 5000}) == Ring::team);
  CHECK(ring_radius_thousandths({5000, 5000}) == 0);
  for (const BoardPoint corner : {BoardPoint{0, 0}, BoardPoint{0, 10000}, BoardPoint{10000, 0}, BoardPoint{10000, 10000}})
    CHECK(ring_at(corner) == Ring::regulator);
  // A corner lies 2^(1/2.5) = 1.3195 times as far out as the edge.
  CHECK(ring_radius_thousandths({10000, 10000}) >= 1319);
  CHECK(ring_radius_thousandths({10000, 10000}) <= 1321);
}

TEST_CASE("on the axes the rings change at 0.36, 0.655 and 0.85 of the half width and height") {
  const auto right = [](std::int32_t thousandths) { return BoardPoint{5000 + 5 * thousandths, 5000}; };
  const auto up = [](std::int32_t thousandths) { return BoardPoint{5000, 5000 + 5 * thousandths}; };
  for (const auto& along : {+right, +up}) {
    CHECK(ring_at(along(359)) == Ring::team);
    CHECK(ring_at(along(362)) == Ring::internal);
    CHECK(ring_at(along(654)) == Ring::internal);
    CHECK(ring_at(along(657)) == Ring::external);
    CHECK(ring_at(along(849)) == Ring::external);
    CHECK(ring_at(along(852)) == Ring::regulator);
    CHECK(ring_at(along(1000)) == Ring::regulator);
  }
}

TEST_CASE("the integer radius is the superellipse of exponent 2.5 to two thousandths") {
  for (std::int32_t x = 0; x <= board_max; x += 617) {
    for (std::int32_t y = 0; y <= board_max; y += 409) {
      const double dx = std::abs(x - 5000) / 5000.0, dy = std::abs(y - 5000) / 5000.0;
      const double radius = 1000 * std::pow(std::pow(dx, 2.5) + std::pow(dy, 2.5), 0.4);
      CHECK(std::abs(ring_radius_thousandths({x, y}) - radius) <= 2);
    }
  }
}

TEST_CASE("a point lies in the first ring whose edge its radius does not pass") {
  for (std::int32_t x = 0; x <= board_max; x += 83)
    for (std::int32_t y = 0; y <= board_max; y += 71) {
      const std::int32_t radius = ring_radius_thousandths({x, y});
      int ring = 0;
      while (ring < ring_count - 1 && radius > ring_edge_thousandths[ring]) ++ring;
      CHECK(ring_at({x, y}) == static_cast<Ring>(ring));
    }
}

TEST_CASE("the rings are the same left and right, above and below") {
  for (std::int32_t x = 5000; x <= board_max; x += 321)
    for (std::int32_t y = 5000; y <= board_max; y += 321) {
      const std::int32_t radius = ring_radius_thousandths({x, y});
      CHECK(ring_radius_thousandths({10000 - x, y}) == radius);
      CHECK(ring_radius_thousandths({x, 10000 - y}) == radius);
      CHECK(ring_radius_thousandths({10000 - x, 10000 - y}) == radius);
    }
}

TEST_CASE("a point beyond the board is not on it and is brought back to its edge") {
  CHECK(on_board({0, 10000}));
  CHECK(!on_board({-1, 5000}));
  CHECK(!on_board({5000, 10001}));
  CHECK(clamp_to_board(-7) == 0);
  CHECK(clamp_to_board(10007) == 10000);
  CHECK(clamp_to_board(42) == 42);
}

TEST_CASE("a rectangle contains its edges") {
  const BoardRect rect{{1000, 2000}, {3000, 4000}};
  CHECK(rect.contains({1000, 2000}));
  CHECK(rect.contains({3000, 4000}));
  CHECK(!rect.contains({999, 3000}));
  CHECK(!rect.contains({2000, 4001}));
}

}  // namespace standpoint::geometry_test
