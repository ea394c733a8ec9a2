// Spreads, movement and votes of revealed activities, against numbers worked out by hand.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"

namespace standpoint::result_test {

namespace {

Item person(std::uint32_t n) { return Item(mint<StakeholderId>(SeatId{1}, n)); }

Activity placed(std::vector<std::vector<CanvasPlace>> sheets) {
  Activity activity;
  set_kind(activity, ActivityKind::place);
  activity.phase = Phase::revealed;
  for (std::vector<CanvasPlace>& sheet : sheets) activity.inputs.push_back({{}, PlacementSheet{std::move(sheet)}});
  return activity;
}

Activity voted(std::uint32_t items, std::vector<std::vector<Dots>> ballots) {
  Activity activity;
  set_kind(activity, ActivityKind::vote);
  activity.phase = Phase::revealed;
  for (std::uint32_t n = 1; n <= items; ++n) items_in(activity)->push_back(person(n));
  for (std::vector<Dots>& dots : ballots) activity.inputs.push_back({{}, Ballot{std::move(dots)}});
  return activity;
}

std::uint16_t count(int n) { return static_cast<std::uint16_t>(n); }

// A vote in which the n-th item got dots[n].
Activity voted_with(const std::vector<int>& dots) {
  std::vector<std::vector<Dots>> ballots;
  for (std::size_t i = 0; i < dots.size(); ++i)
    if (dots[i] > 0) ballots.push_back({{person(static_cast<std::uint32_t>(i + 1)), count(dots[i])}});
  return voted(static_cast<std::uint32_t>(dots.size()), std::move(ballots));
}

std::vector<bool> near_ties(const std::vector<int>& dots) {
  std::vector<bool> near;
  for (const VoteRow& row : result_of(voted_with(dots)).rows) near.push_back(row.near_tie);
  return near;
}

}  // namespace

TEST_CASE("R83 the median is the middle placement on each axis, between the two middle ones for an even number") {
  const std::vector<Spread> odd = spreads_of(placed({{{person(1), {1000, 9000}}}, {{person(1), {3000, 2000}}}, {{person(1), {9000, 3000}}}}));
  REQUIRE(odd.size() == 1);
  CHECK(odd[0].median == BoardPoint{3000, 3000});
  const std::vector<Spread> even = spreads_of(placed({{{person(1), {1000, 1000}}}, {{person(1), {2000, 8000}}}, {{person(1), {4000, 2000}}}, {{person(1), {9000, 3000}}}}));
  CHECK(even[0].median == BoardPoint{3000, 2500});
}

TEST_CASE("R83 the ellipse holds 1.18 sigma along the axes of the covariance") {
  // x: 2000 4000 6000, variance (4 + 0 + 4) / 2 million; y the same and in step: all of it along 45 degrees.
  const Spread diagonal = spreads_of(placed({{{person(1), {2000, 3000}}}, {{person(1), {4000, 5000}}}, {{person(1), {6000, 7000}}}}))[0];
  CHECK(diagonal.semi_major == doctest::Approx(1.18 * std::sqrt(8e6)));
  CHECK(diagonal.semi_minor == doctest::Approx(0).epsilon(0.001));
  CHECK(diagonal.angle == doctest::Approx(std::acos(-1.0) / 4));
  CHECK(diagonal.centre == BoardPoint{4000, 5000});
  CHECK(diagonal.spread == doctest::Approx(std::sqrt(8e6)));
  // A cross: x 3000 7000 5000 5000, variance 8/3 million; y 5000 5000 4000 6000, variance 2/3 million.
  const Spread cross = spreads_of(placed({{{person(1), {3000, 5000}}}, {{person(1), {7000, 5000}}}, {{person(1), {5000, 4000}}}, {{person(1), {5000, 6000}}}}))[0];
  CHECK(cross.semi_major == doctest::Approx(1.18 * std::sqrt(8e6 / 3)));
  CHECK(cross.semi_minor == doctest::Approx(1.18 * std::sqrt(2e6 / 3)));
  CHECK(cross.angle == doctest::Approx(0));
  CHECK(cross.widest_on_x);
  CHECK(cross.low == 3000);
  CHECK(cross.high == 7000);
}

TEST_CASE("R83 the widest spread comes first, and who was placed once comes last") {
  const std::vector<Spread> spreads = spreads_of(placed({
      {{person(1), {5000, 5000}}, {person(2), {1000, 5000}}, {person(3), {4000, 2000}}, {person(4), {1, 1}}},
      {{person(1), {5100, 5000}}, {person(2), {9000, 5000}}, {person(3), {4000, 6000}}},
  }));
  REQUIRE(spreads.size() == 4);
  CHECK(spreads[0].item == person(2));
  CHECK(spreads[0].widest_on_x);
  CHECK(spreads[1].item == person(3));
  CHECK(!spreads[1].widest_on_x);
  CHECK(spreads[1].low == 2000);
  CHECK(spreads[1].high == 6000);
  CHECK(spreads[2].item == person(1));
  CHECK(spreads[3].item == person(4));
  CHECK(spreads[3].spread == 0);
}

TEST_CASE("R84 placements and dots tell nothing before the reveal") {
  Activity activity = placed({{{person(1), {1000, 9000}}}, {{person(1), {3000, 2000}}}});
  activity.phase = Phase::closed;
  CHECK(spreads_of(activity).empty());
  CHECK(people_who_placed(activity) == 0);
  Activity vote = voted_with({3, 2});
  vote.phase = Phase::open;
  CHECK(result_of(vote).rows.empty());
  CHECK(result_of(vote).people == 0);
}

TEST_CASE("who placed is counted by sheets when named, and by the most placements of one item when anonymous") {
  Activity activity = placed({{{person(1), {1, 1}}}, {{person(1), {2, 2}}}, {{person(2), {2, 2}}}});
  CHECK(people_who_placed(activity) == 2);
  activity.secrecy = Secrecy::named;
  CHECK(people_who_placed(activity) == 3);
}

TEST_CASE("movement between rounds is the way of the median, the biggest first") {
  const Activity then = placed({{{person(1), {1000, 1000}}, {person(2), {5000, 5000}}, {person(3), {0, 0}}}});
  const Activity now = placed({{{person(1), {1000, 1200}}, {person(2), {5300, 5400}}, {person(4), {0, 0}}}});
  const std::vector<Movement> moves = movement_between(then, now);
  REQUIRE(moves.size() == 2);
  CHECK(moves[0].item == person(2));
  CHECK(moves[0].distance == doctest::Approx(500));
  CHECK(moves[1].distance == doctest::Approx(200));
  CHECK(moves[1].then == BoardPoint{1000, 1000});
  CHECK(moves[1].now == BoardPoint{1000, 1200});
}

TEST_CASE("R85 equal counts share a rank, and the next rank skips") {
  const VoteResult result = result_of(voted_with({9, 11, 6, 6, 4}));
  REQUIRE(result.rows.size() == 5);
  CHECK(result.dots == 36);
  CHECK(result.people == 5);
  std::vector<int> dots, ranks;
  std::vector<bool> tied;
  for (const VoteRow& row : result.rows) {
    dots.push_back(row.dots);
    ranks.push_back(row.rank);
    tied.push_back(row.tied);
  }
  CHECK(dots == std::vector<int>{11, 9, 6, 6, 4});
  CHECK(ranks == std::vector<int>{1, 2, 3, 3, 5});
  CHECK(tied == std::vector<bool>{false, false, true, true, false});
  CHECK(result.rows[0].item == person(2));
  CHECK(result.rows[2].item == person(3));  // equals stay in the activity's order
}

TEST_CASE("R85 39 against 37 is near, 39 against 36 is not") {
  CHECK(is_near_tie(39, 37));
  CHECK(!is_near_tie(39, 36));
  CHECK(!is_near_tie(39, 39));
  CHECK(is_near_tie(5, 4));
  CHECK(!is_near_tie(4, 3));
  CHECK(!is_near_tie(1, 0));
  CHECK(near_ties({39, 37, 20}) == std::vector<bool>{true, true, false});
  CHECK(near_ties({11, 10, 10, 4}) == std::vector<bool>{true, true, true, false});
}

TEST_CASE("R85 voters are people, dots are dots, and the decider's star is neither") {
  Activity activity = voted(3, {{{person(1), 2}, {person(2), 1}}, {{person(1), 1}}, {}});
  *stars_in(activity) = {person(3)};
  const VoteResult result = result_of(activity);
  CHECK(result.people == 3);
  CHECK(result.dots == 4);
  CHECK(result.rows[0].item == person(1));
  CHECK(result.rows[0].dots == 3);
  CHECK(result.rows[0].voters == 2);
  CHECK(result.rows[2].item == person(3));
  CHECK(result.rows[2].dots == 0);
  CHECK(result.rows[2].stars == 1);
}

TEST_CASE("R86 the default is a quarter of the items, at least two, with the other two rules beside it") {
  const DotsAdvice twelve = dots_advice(12, 8);  // the worked example of practice: 3, 4, 9
  CHECK(twelve.suggested == 3);
  CHECK(twelve.third == 4);
  CHECK(twelve.msu == 9);
  CHECK(dots_advice(16, 128).msu == 1);
  CHECK(dots_advice(4, 10).suggested == 2);
  CHECK(dots_advice(10, 10).suggested == 3);  // 2.5 rounds up
  CHECK(dots_advice(0, 0).suggested == 2);
  CHECK(dots_advice(0, 0).msu == 1);
}

}  // namespace standpoint::result_test
