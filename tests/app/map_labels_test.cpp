// Where names stand: the rules of the design guide, section 5, on small pictures that can be checked by eye.
#include <doctest/doctest.h>

#include "app/paint/labels.h"
#include "app/paint/node.h"

using namespace standpoint;

namespace {

const Box wide{{-1000, -1000}, {1000, 1000}};
LabelNode node(Vec center, int weight = 3) { return {center, {20, 20}, {120, 20}, weight, false, std::nullopt}; }
bool overlap(Box a, Box b) { return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y; }

}  // namespace

TEST_CASE("a name with room stands below its node") {
  const std::vector nodes{node({0, 0})};
  const auto places = place_labels(nodes, {{}, {}, wide}, 8);
  CHECK(places[0].shown);
  CHECK(places[0].side == LabelSide::below);
  CHECK(places[0].box == Box{{-60, 28}, {60, 48}});
}

TEST_CASE("a name goes where no node, name or tie is") {
  const std::vector nodes{node({0, 0}), node({0, 50})};
  const auto places = place_labels(nodes, {{}, {{{20, 0}, {400, 0}}}, wide}, 8);
  CHECK(places[0].side != LabelSide::below);
  CHECK(places[0].side != LabelSide::right);
  CHECK_FALSE(overlap(places[0].box, places[1].box));
}

TEST_CASE("names stay inside the bounds") {
  const std::vector nodes{node({0, 0})};
  const auto places = place_labels(nodes, {{}, {}, {{-80, -200}, {400, 30}}}, 8);
  CHECK(places[0].side == LabelSide::right);
}

TEST_CASE("a name keeps its side unless another is better by more than a quarter") {
  std::vector nodes{node({0, 0})};
  nodes[0].previous = LabelSide::above;
  // A tie touches the name above a little: not reason enough to hop.
  const LabelGround ground{{}, {{{-60, -38}, {0, -38}}, {{-50, 40}, {0, 40}}}, wide};
  CHECK(place_labels(nodes, ground, 8)[0].side != LabelSide::below);
  nodes[0].previous = LabelSide::right;
  CHECK(place_labels(nodes, ground, 8)[0].side == LabelSide::right);
}

TEST_CASE("when two names cannot both stand, the one of lower influence is hidden until it is looked at") {
  // Five people on one spot, and only four sides.
  std::vector<LabelNode> nodes;
  for (const int weight : {2, 5, 3, 1, 4}) nodes.push_back(node({static_cast<float>(weight), 0}, weight));
  const auto places = place_labels(nodes, {{}, {}, wide}, 8);
  for (std::size_t i = 0; i < nodes.size(); ++i) CHECK(places[i].shown == (nodes[i].weight > 1));
  nodes[3].keep = true;
  CHECK(place_labels(nodes, {{}, {}, wide}, 8)[3].shown);
}

TEST_CASE("a caption takes the first free place") {
  const std::vector nodes{node({0, 0})};
  const std::vector places{box_around({0, 0}, 40, 10), box_around({200, 0}, 40, 10), box_around({0, 200}, 40, 10)};
  CHECK(least_cluttered(places, nodes, {{}, {}, wide}) == 1);
  CHECK(least_cluttered(places, nodes, {{box_around({200, 0}, 50, 50)}, {}, wide}) == 2);
}

TEST_CASE("every kind's outline is as far from its middle as its half size says, and has about the same area") {
  for (int k = 0; k < stakeholder_kind_count; ++k) {
    const auto kind = static_cast<StakeholderKind>(k);
    const Vec half = node_half(kind, 31);
    CHECK(outside_of(kind, 31, {half.x + 1, 0}) > 0);
    CHECK(outside_of(kind, 31, {0, half.y + 1}) > 0);
    CHECK(outside_of(kind, 31, {half.x - map_look::node_gap - 2, 0}) < 0);
    CHECK(outside_of(kind, 31, {0, half.y - map_look::node_gap - 2}) < 0);
    if (kind == StakeholderKind::sponsor) continue;  // its ring is outside
    int inside = 0;
    for (int x = -60; x <= 60; ++x)
      for (int y = -60; y <= 60; ++y) inside += outside_of(kind, 31, {static_cast<float>(x), static_cast<float>(y)}) <= 0 ? 1 : 0;
    CHECK(inside == doctest::Approx(3.14159 * 31 * 31).epsilon(0.12));
  }
}
