// The heat of a Canvas: where placements lie thick, and that it tells no more than the points do.
#include "core/activities/activities.h"
#include "core/boards/heat.h"
#include "core/workshop/activity_parts.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace standpoint::heat_test {

namespace {

const BoardId canvas_id = mint<BoardId>(SeatId{1}, 1);
const ActivityId round_id = mint<ActivityId>(SeatId{1}, 2);
const Item ada(mint<StakeholderId>(SeatId{1}, 3)), ben(mint<StakeholderId>(SeatId{1}, 4));

Workshop placed(const std::vector<CanvasPlace>& places, Phase phase = Phase::revealed) {
  Workshop workshop;
  Board board;
  board.id = canvas_id;
  board.kind = BoardKind::canvas;
  workshop.boards.push_back(board);
  Activity round;
  round.id = round_id;
  set_kind(round, ActivityKind::place);
  round.board = canvas_id;
  round.phase = phase;
  *items_in(round) = {ada, ben};
  for (const CanvasPlace& place : places) round.inputs.push_back({{}, PlacementSheet{{place}}});
  workshop.activities.push_back(round);
  return workshop;
}

Heat heat_on(const Workshop& workshop, Item only = {}) { return heat_of(build_canvas(workshop, canvas_id, round_id), only); }

// The value at the grid point nearest to a place.
float at(const Heat& heat, BoardPoint place) {
  const auto column = static_cast<std::size_t>(std::lround(static_cast<double>(place.x) * (heat.columns - 1) / board_max));
  const auto row = static_cast<std::size_t>(std::lround(static_cast<double>(board_max - place.y) * (heat.rows - 1) / board_max));
  return heat.values.at(row * static_cast<std::size_t>(heat.columns) + column);
}

const std::vector<CanvasPlace> two_camps{{ada, {2000, 8000}}, {ada, {2200, 8100}}, {ada, {2100, 7900}}, {ben, {8000, 2000}}, {ben, {8100, 2100}}};

}  // namespace

TEST_CASE("R97 there is no heat before the reveal, nor without placements") {
  for (const Phase phase : {Phase::planned, Phase::open, Phase::closed}) {
    const Heat heat = heat_on(placed(two_camps, phase));
    CHECK(heat.columns == 0);
    CHECK(heat.values.empty());
  }
  CHECK(heat_on(placed({})).values.empty());
}

TEST_CASE("R97 heat is the same whoever put the placements there") {
  const Heat one = heat_on(placed(two_camps));
  Workshop other = placed({two_camps[4], two_camps[2], two_camps[0], two_camps[3], two_camps[1]});
  for (std::size_t i = 0; i < other.activities[0].inputs.size(); ++i)
    other.activities[0].inputs[i].seat = SeatId{static_cast<std::uint32_t>(i + 1)};
  other.activities[0].secrecy = Secrecy::named;
  CHECK(heat_on(other).values == one.values);
}

TEST_CASE("heat is thickest where most placements are, lower at the smaller camp, and nothing between") {
  const Heat heat = heat_on(placed(two_camps));
  REQUIRE(heat.values.size() == static_cast<std::size_t>(heat.columns) * static_cast<std::size_t>(heat.rows));
  CHECK(at(heat, {2100, 8000}) > 0.95F);
  CHECK(at(heat, {8000, 2000}) > 0.5F);
  CHECK(at(heat, {8000, 2000}) < 0.8F);
  CHECK(at(heat, {5000, 5000}) == 0.0F);
  CHECK(at(heat, {8000, 8000}) == 0.0F);  // low x and high y are at the top left, not mirrored
  for (const float value : heat.values) {
    CHECK(value >= 0.0F);
    CHECK(value <= 1.0F);
  }
}

TEST_CASE("one item's heat leaves the others out") {
  const Heat heat = heat_on(placed(two_camps), ben);
  CHECK(at(heat, {8050, 2050}) > 0.95F);
  CHECK(at(heat, {2100, 8000}) == 0.0F);
}

TEST_CASE("the radius is Silverman's for the spread within items, and stays between 0.6 and 1.6 of 10") {
  CHECK(heat_on(placed(two_camps)).radius == 600);
  CHECK(heat_on(placed({{ada, {0, 0}}, {ada, {10000, 10000}}})).radius == 1600);
  CHECK(heat_on(placed({{ada, {5000, 5000}}})).radius == 600);
  // Two far apart, each placed by four at 500 from its own middle: sigma² = (4 + 4) · 500² / 2 / 6.
  std::vector<CanvasPlace> places;
  for (const std::int32_t side : {-500, 500}) {
    places.push_back({ada, {2000 + side, 2000}});
    places.push_back({ada, {2000, 2000 + side}});
    places.push_back({ben, {8000 + side, 8000}});
    places.push_back({ben, {8000, 8000 + side}});
  }
  const double expected = 2.78 * std::sqrt(8 * 500.0 * 500.0 / 2 / 6) * std::pow(8.0, -1.0 / 6);
  CHECK(std::abs(heat_on(placed(places)).radius - expected) <= 1);
}

TEST_CASE("heat is the sum of one kernel a placement") {
  const Heat heat = heat_on(placed({{ada, {5000, 5000}}}));
  const double radius = heat.radius;
  for (int row = 0; row < heat.rows; ++row)
    for (int column = 0; column < heat.columns; ++column) {
      const double dx = column * 10000.0 / (heat.columns - 1) - 5000, dy = row * 10000.0 / (heat.rows - 1) - 5000;
      const double inside = std::max(0.0, 1 - (dx * dx + dy * dy) / (radius * radius));
      CHECK(heat.values[static_cast<std::size_t>(row * heat.columns + column)] == doctest::Approx(inside * inside).epsilon(1e-5));
    }
}

}  // namespace standpoint::heat_test
