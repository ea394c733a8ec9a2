// Shapes and curves: where outlines run, how ties are trimmed, dashed and bent.
#include "app/paint/path.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace standpoint::path_test {
namespace {

// A curve that bows `bow` of its length to the side of normal(to - from).
Quad bowed(Vec from, Vec to, float bow) { return {from, lerp(from, to, 0.5F) + normal(to - from) * (2 * bow), to}; }

std::vector<Vec> outline(const Path& path) { return flatten(path, 0.01F).front().points; }

float area_of(const Path& path) {
  float area = 0.0F;
  const std::vector<Vec> points = outline(path);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec a = points[i];
    const Vec b = points[(i + 1) % points.size()];
    area += (a.x * b.y - b.x * a.y) / 2.0F;
  }
  return std::fabs(area);
}

float total_length(const std::vector<Polyline>& pieces) {
  float sum = 0.0F;
  for (const Polyline& piece : pieces)
    for (std::size_t i = 0; i + 1 < piece.points.size(); ++i) sum += length(piece.points[i + 1] - piece.points[i]);
  return sum;
}

}  // namespace

TEST_CASE("a circle keeps its radius everywhere") {
  for (const Vec p : outline(circle_path({100, 50}, 40)))
    CHECK(length(p - Vec{100, 50}) == doctest::Approx(40.0F).epsilon(0.005));
}

TEST_CASE("all kinds of stakeholder have the same visual area within 8 percent") {
  const float circle = pi;
  CHECK(area_of(circle_path({}, 1)) == doctest::Approx(circle).epsilon(0.01));
  CHECK(area_of(box_path(box_around({}, 0.9F, 0.9F), 0.31F)) == doctest::Approx(circle).epsilon(0.08));
  CHECK(area_of(diamond_path({}, 1.24F, 0.34F)) == doctest::Approx(circle).epsilon(0.08));
  CHECK(area_of(hexagon_path({}, 1.1F, 0.28F)) == doctest::Approx(circle).epsilon(0.08));
  CHECK(area_of(capsule_path({}, 1.24F, 0.78F)) == doctest::Approx(circle).epsilon(0.12));
}

TEST_CASE("a rounded box is the box without four corners") {
  CHECK(area_of(box_path(box_at(0, 0, 200, 100), 20)) == doctest::Approx(200.0F * 100.0F - (4.0F - pi) * 400.0F).epsilon(0.001));
  CHECK(area_of(box_path(box_at(0, 0, 200, 100), 0)) == doctest::Approx(20000.0F));
  // More corner than there is room for gives a capsule, never a knot.
  CHECK(area_of(box_path(box_at(0, 0, 200, 100), 999)) == doctest::Approx(100.0F * 100.0F + pi * 2500.0F).epsilon(0.01));
}

TEST_CASE("points of a superellipse satisfy its equation") {
  for (const Vec p : outline(superellipse_path({0, 0}, {740, 440}, 2.5F, 128)))
    CHECK(std::pow(std::fabs(p.x / 740), 2.5F) + std::pow(std::fabs(p.y / 440), 2.5F) == doctest::Approx(1.0).epsilon(0.001));
}

TEST_CASE("a trimmed tie loses exactly what is asked at both ends") {
  const Quad whole = bowed({0, 0}, {300, 40}, 0.18F);
  const Quad shorter = trimmed(whole, 30, 20);
  CHECK(length(shorter) == doctest::Approx(length(whole) - 50.0F).epsilon(0.002));
  const Quad nothing = trimmed(whole, 200, 200);
  CHECK(nothing.from == nothing.to);
}

TEST_CASE("a zigzag starts and ends on the tie and swings to both sides evenly") {
  const Quad straight{{0, 0}, {70, 0}, {140, 0}};
  const std::vector<Vec> points = outline(zigzag_path(straight, 6, 14));
  REQUIRE(points.size() == 12);
  CHECK(points.front() == Vec{0, 0});
  CHECK(points.back() == Vec{140, 0});
  for (std::size_t i = 1; i + 1 < points.size(); ++i) CHECK(points[i].y == doctest::Approx(i % 2 == 1 ? 6.0F : -6.0F));
}

TEST_CASE("dashes cover on / (on + off) of a line and start where the shift says") {
  const Polyline line{{{0, 0}, {30, 0}, {110, 0}}, false};
  const auto pieces = dashed(line, 14, 8, 0);
  CHECK(pieces.size() == 5);
  CHECK(total_length(pieces) == doctest::Approx(14.0F * 5.0F));
  CHECK(dashed(line, 14, 8, 14).front().points.front().x == doctest::Approx(0.0F));
  CHECK(dashed(line, 14, 8, 18).front().points.front().x == doctest::Approx(4.0F));
}

TEST_CASE("dashes of no length are single points at the pitch") {
  const auto dots = dashed({{{0, 0}, {60, 0}}, false}, 0, 12, 0);
  REQUIRE(dots.size() >= 5);
  for (std::size_t i = 0; i < dots.size(); ++i) {
    REQUIRE(dots[i].points.size() == 1);
    CHECK(dots[i].points.front().x == doctest::Approx(12.0F * static_cast<float>(i)));
  }
}

TEST_CASE("a closed line is dashed round its whole outline") {
  const Polyline square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true};
  CHECK(total_length(dashed(square, 5, 5, 0)) == doctest::Approx(20.0F));
}

}  // namespace standpoint::path_test
