// The grid answers what asking everybody would answer.
#include "core/boards/near_grid.h"

#include <doctest/doctest.h>

#include <set>

namespace standpoint::near_grid_test {

namespace {

// Spread over the map and a little beyond it; the generator is part of the test.
std::vector<MapPoint> scattered(std::size_t bodies, std::uint32_t seed) {
  const auto next = [&] { return static_cast<double>((seed = seed * 1664525u + 1013904223u) >> 8) / 16777216.0 - 0.5; };
  std::vector<MapPoint> places;
  for (std::size_t i = 0; i < bodies; ++i) {
    const double x = 1.1 * map_width * next();
    places.push_back({x, 1.1 * map_height * next()});
  }
  return places;
}

NearGrid grid_of(const std::vector<MapPoint>& places, double wide, double high) {
  NearGrid grid(wide, high, places.size());
  grid.fill(places.size(), [&](std::size_t i) { return places[i]; });
  return grid;
}

struct Cell { double wide, high; };
constexpr Cell cells[] = {{30, 20}, {200, 500}, {5000, 5000}};

}  // namespace

TEST_CASE("a grid finds every two that are less than a cell apart, once") {
  const std::vector<MapPoint> places = scattered(150, 3);
  for (const Cell cell : cells) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    grid_of(places, cell.wide, cell.high).each_pair([&](std::uint32_t a, std::uint32_t b) {
      CHECK(found.insert(std::minmax(a, b)).second);
    });
    for (std::uint32_t a = 0; a < places.size(); ++a)
      for (std::uint32_t b = a + 1; b < places.size(); ++b)
        if (std::abs(places[a].x - places[b].x) < cell.wide && std::abs(places[a].y - places[b].y) < cell.high)
          CHECK(found.count({a, b}) == 1);
  }
}

TEST_CASE("the runs around a cell hold everybody less than a cell away, once") {
  const std::vector<MapPoint> places = scattered(150, 4);
  for (const Cell cell : cells) {
    const NearGrid grid = grid_of(places, cell.wide, cell.high);
    std::set<std::uint32_t> asked;
    grid.each_cell([&](NearGrid::Run own, const std::array<NearGrid::Run, 3>& around) {
      std::set<std::uint32_t> near;
      for (const NearGrid::Run run : around)
        for (std::uint32_t i = run.first; i < run.last; ++i) CHECK(near.insert(grid.order()[i]).second);
      for (std::uint32_t i = own.first; i < own.last; ++i) {
        const std::uint32_t body = grid.order()[i];
        CHECK(asked.insert(body).second);
        for (std::uint32_t other = 0; other < places.size(); ++other)
          if (std::abs(places[body].x - places[other].x) < cell.wide && std::abs(places[body].y - places[other].y) < cell.high)
            CHECK(near.count(other) == 1);
      }
    });
    CHECK(asked.size() == places.size());
  }
}

TEST_CASE("along a line the grid finds everybody beside it") {
  const std::vector<MapPoint> places = scattered(150, 5), ends = scattered(40, 6);
  const NearGrid grid = grid_of(places, 40, 40);
  constexpr double aside = 55;
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    const MapPoint a = ends[i];
    for (const MapPoint b : {ends[i + 1], MapPoint{ends[i + 1].x, a.y}, MapPoint{a.x, ends[i + 1].y}}) {
      std::set<std::uint32_t> found;
      grid.each_along(a, b, aside, [&](std::uint32_t body) { CHECK(found.insert(body).second); });
      const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
      for (std::uint32_t body = 0; body < places.size(); ++body) {
        const double x = places[body].x - a.x, y = places[body].y - a.y, t = (x * dx + y * dy) / squared;
        const double off = (dx * y - dy * x) * (dx * y - dy * x) / squared;
        if (t >= 0 && t <= 1 && off < aside * aside) CHECK(found.count(body) == 1);
      }
    }
  }
}

}  // namespace standpoint::near_grid_test
