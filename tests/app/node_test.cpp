// What a finger hits on the map: the shapes as they are drawn, and the curves.
#include <doctest/doctest.h>

#include "app/paint/map.h"
#include "app/paint/node.h"

using namespace standpoint;

namespace {

// At radius 100 and stage scale; every shape is the same on both sides.
bool hits(StakeholderKind kind, float x, float y, float slop = 0) {
  const bool hit = outside_of(kind, 100, {x, y}, 1) <= slop;
  CHECK((outside_of(kind, 100, {-x, -y}, 1) <= slop) == hit);
  return hit;
}

}  // namespace

TEST_CASE("a finger hits the node's own shape") {
  CHECK(hits(StakeholderKind::internal, 0, 99));
  CHECK_FALSE(hits(StakeholderKind::internal, 72, 72));  // 101.8 from the middle
  CHECK(hits(StakeholderKind::internal, 72, 72, 3));
  CHECK(hits(StakeholderKind::sponsor, 102, 0));         // the ring around it counts
  CHECK(hits(StakeholderKind::external, 89, 0));
  CHECK_FALSE(hits(StakeholderKind::external, 91, 0));
  CHECK_FALSE(hits(StakeholderKind::external, 89, 89));  // a square's corner is round
  CHECK(hits(StakeholderKind::external, 75, 75));
  CHECK(hits(StakeholderKind::customer, 60, 60));        // a diamond's flat side
  CHECK_FALSE(hits(StakeholderKind::customer, 65, 65));
  CHECK(hits(StakeholderKind::customer, 100, 0));
  CHECK(hits(StakeholderKind::regulator, 109, 0));       // a hexagon points left and right
  CHECK(hits(StakeholderKind::regulator, 0, 95));        // flat top at 1.1 x 0.866
  CHECK_FALSE(hits(StakeholderKind::regulator, 0, 96));
  CHECK(hits(StakeholderKind::partner, 123, 0));         // a capsule
  CHECK_FALSE(hits(StakeholderKind::partner, 0, 79));
  CHECK(hits(StakeholderKind::partner, 46, 77));
}

TEST_CASE("a finger hits a tie along its curve, not along the straight line") {
  MapScene scene;
  scene.ties.push_back({{{-370, 0}, {0, 148}, {370, 0}}, 1});  // the middle of the curve lies half as far as its control
  const float side = point_at(scene.ties[0].curve, 0.5F).y;
  CHECK(std::abs(side) == doctest::Approx(74));
  CHECK(tie_under(scene, {0, side}, 5) == std::size_t{0});
  CHECK_FALSE(tie_under(scene, {0, 0}, 20).has_value());
  CHECK_FALSE(tie_under(scene, {-400, 0}, 20).has_value());
  scene.ties[0].alpha = 0;  // not drawn, so there is nothing to hit
  CHECK_FALSE(tie_under(scene, {0, side}, 5).has_value());
}
