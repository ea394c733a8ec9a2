// Where names stand: the rules of the design guide, section 5, on small pictures that can be checked by eye.
#include <doctest/doctest.h>

#include "app/boards/map/paint_labels.h"
#include "app/paint/node.h"

namespace standpoint::map_labels_test {

namespace {

const Box wide{{-1000, -1000}, {1000, 1000}};
LabelNode node(Vec center, int weight = 3) { return {center, {20, 20}, {120, 20}, weight, false, std::nullopt}; }
bool overlap(Box a, Box b) { return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y; }

LabelGround ground(std::vector<LabelLine> lines = {}, std::vector<Box> words = {}) {
  LabelGround made;
  made.lines = std::move(lines);
  made.words = std::move(words);
  made.bounds = wide;
  return made;
}

}  // namespace

TEST_CASE("a name with room stands below its node") {
  const std::vector nodes{node({0, 0})};
  const auto places = place_labels(nodes, ground(), 8);
  CHECK(places[0].shown);
  CHECK(places[0].side == LabelSide::below);
  CHECK(places[0].box == Box{{-60, 28}, {60, 48}});
}

TEST_CASE("a name goes where no node, name or tie is") {
  const std::vector nodes{node({0, 0}), node({0, 50})};
  const auto places = place_labels(nodes, ground({{{20, 0}, {400, 0}}}), 8);
  CHECK(places[0].side != LabelSide::below);
  CHECK(places[0].side != LabelSide::right);
  CHECK_FALSE(overlap(places[0].box, places[1].box));
}

TEST_CASE("a name leaves the side to which a tie runs, even where the tie does not touch it") {
  const std::vector nodes{node({0, 0})};
  LabelGround around = ground();
  around.exits = {{0, {0, 1}}};
  CHECK(place_labels(nodes, around, 8)[0].side == LabelSide::right);
}

TEST_CASE("a name reaches into the empty corner of a disc, not of a square") {
  std::vector nodes{node({0, 0}), node({72, 62})};
  nodes[1].name = {};
  const LabelGround only_below = ground({}, {{{-200, -60}, {-25, 20}}, {{25, -60}, {200, 20}}, {{-25, -60}, {25, -25}}});
  CHECK(place_labels(nodes, only_below, 8)[0].shown);
  nodes[1].round = false;
  CHECK_FALSE(place_labels(nodes, only_below, 8)[0].shown);
}

TEST_CASE("names stay inside the bounds") {
  const std::vector nodes{node({0, 0})};
  LabelGround narrow = ground();
  narrow.bounds = {{-80, -200}, {400, 30}};
  CHECK(place_labels(nodes, narrow, 8)[0].side == LabelSide::right);
}

TEST_CASE("a name keeps its side unless another is better by more than a quarter") {
  std::vector nodes{node({0, 0})};
  nodes[0].previous = LabelSide::right;
  CHECK(place_labels(nodes, ground(), 8)[0].side == LabelSide::right);
  // A tie across an eighth of the name is not reason enough, one across half of it is.
  CHECK(place_labels(nodes, ground({{{28, 0}, {43, 0}}, {{-60, 38}, {-40, 38}}}), 8)[0].side == LabelSide::right);
  CHECK(place_labels(nodes, ground({{{28, 0}, {88, 0}}}), 8)[0].side == LabelSide::below);
}

TEST_CASE("no name stands on the name of a ring; one that finds no other place is hidden") {
  const std::vector nodes{node({0, 0})};
  const auto places = place_labels(nodes, ground({}, {{{-60, 30}, {60, 60}}}), 8);
  CHECK(places[0].side == LabelSide::right);
  CHECK(places[0].shown);
  CHECK_FALSE(place_labels(nodes, ground({}, {{{-200, -200}, {200, 200}}}), 8)[0].shown);
}

TEST_CASE("when two names cannot both stand, the one of lower influence is hidden until it is looked at") {
  // Five people on one spot, and only four sides.
  std::vector<LabelNode> nodes;
  for (const int weight : {2, 5, 3, 1, 4}) nodes.push_back(node({static_cast<float>(weight), 0}, weight));
  const auto places = place_labels(nodes, ground(), 8);
  for (std::size_t i = 0; i < nodes.size(); ++i) CHECK(places[i].shown == (nodes[i].weight > 1));
  nodes[3].keep = true;
  const auto looked = place_labels(nodes, ground(), 8);
  CHECK(looked[3].shown);
  for (std::size_t a = 0; a < nodes.size(); ++a)
    for (std::size_t b = a + 1; b < nodes.size(); ++b) CHECK_FALSE((looked[a].shown && looked[b].shown && overlap(looked[a].box, looked[b].box)));
}

TEST_CASE("somebody makes way when two names stand better for it") {
  // The heavier would stand on the left, where it takes the only place of the lighter.
  std::vector nodes{node({0, 0}, 5), node({-190, 0}, 1)};
  const Box below{{-60, 28}, {60, 48}}, above{{-60, -48}, {60, -28}};
  const Box others{{-250, 28}, {-130, 48}}, others_above{{-250, -48}, {-130, -28}}, others_left{{-338, -10}, {-218, 10}};
  LabelGround around = ground({{{28, 0}, {46, 0}}}, {below, above, others, others_above, others_left});
  const auto places = place_labels(nodes, around, 8);
  CHECK(places[0].side == LabelSide::right);
  CHECK(places[1].side == LabelSide::right);
  CHECK(places[1].shown);
}

TEST_CASE("a caption takes the first free place and keeps the one it has") {
  const std::vector nodes{node({0, 0})};
  const std::vector places{box_around({0, 0}, 40, 10), box_around({200, 0}, 40, 10), box_around({0, 200}, 40, 10)};
  CHECK(least_cluttered(places, nodes, ground()) == 1);
  CHECK(least_cluttered(places, nodes, ground({}, {box_around({200, 0}, 50, 50)})) == 2);
  CHECK(least_cluttered(places, nodes, ground(), 2) == 2);
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

}  // namespace standpoint::map_labels_test
