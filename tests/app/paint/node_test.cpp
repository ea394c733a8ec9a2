// What a finger hits on the map: the shapes as they are drawn, and the curves.
#include <doctest/doctest.h>

#include "app/boards/map/paint_board.h"
#include "app/paint/node.h"

namespace standpoint::node_test {

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
  CHECK(hits(StakeholderKind::regulator, 105, 0));       // a hexagon points left and right, its corners round
  CHECK_FALSE(hits(StakeholderKind::regulator, 107, 0));
  CHECK(hits(StakeholderKind::regulator, 0, 95));        // flat top at 1.1 x 0.866
  CHECK_FALSE(hits(StakeholderKind::regulator, 0, 96));
  CHECK(hits(StakeholderKind::partner, 123, 0));         // a capsule
  CHECK_FALSE(hits(StakeholderKind::partner, 0, 79));
  CHECK(hits(StakeholderKind::partner, 46, 77));
}

TEST_CASE("a finger hits a tie along its curve, not along the straight line") {
  MapBoard board;
  MapNode node;
  for (const double x : {-400.0, 400.0}) {
    node.at = {x, 0};
    node.radius = 31;
    board.nodes.push_back(node);
  }
  MapTie tie;
  tie.to = 1;
  tie.strength = 2;
  tie.bow = 0.2;
  board.ties = {tie};
  MapLook look;
  look.view = map_view({{0, 0}, {1484, 884}});
  const auto hit = [&](Vec at, float slop) {
    PickGrid grid(board);
    grid.add_ties(board);
    return tie_under(people_of(board, look), board, look, grid, at, slop);
  };
  const Vec middle = look.view.to_screen({});
  // The middle of the curve lies half as far out as its control point, upwards for a tie to the right.
  CHECK(hit(middle + Vec{0, -80}, 5) == std::size_t{0});
  CHECK_FALSE(hit(middle, 20).has_value());
  CHECK_FALSE(hit(middle + Vec{0, 80}, 20).has_value());
  CHECK_FALSE(hit(middle + Vec{-440, 0}, 20).has_value());
  look.show_conflicts = false;  // not drawn, so there is nothing to hit
  board.ties[0].kind = TieKind::conflicts_with;
  CHECK_FALSE(hit(middle + Vec{0, -80}, 5).has_value());
}

}  // namespace standpoint::node_test
