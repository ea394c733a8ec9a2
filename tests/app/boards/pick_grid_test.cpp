// Picking by squares finds what looking at everybody finds; ties end where the guide says, at every outline and zoom.
#include "app/boards/map/paint_pick_grid.h"

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <random>

#include "app/boards/map/paint_board.h"
#include "app/paint/node.h"
#include "app/paint/tie.h"

namespace standpoint::pick_grid_test {

namespace {

MapBoard crowd(std::mt19937& random, int people, int ties) {
  const auto up_to = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  MapBoard board;
  for (int i = 0; i < people; ++i) {
    MapNode node;
    node.id = mint<StakeholderId>(SeatId{1}, static_cast<std::uint32_t>(i + 1));
    node.at = {up_to(14800) / 10.0 - 740, up_to(8800) / 10.0 - 440};
    node.radius = 12 + up_to(30);
    node.kind = static_cast<StakeholderKind>(up_to(stakeholder_kind_count));
    board.nodes.push_back(node);
  }
  for (int i = 0; i < ties && people > 1; ++i) {
    MapTie tie;
    tie.id = mint<TieId>(SeatId{1}, static_cast<std::uint32_t>(people + i + 1));
    tie.from = static_cast<std::size_t>(up_to(people));
    tie.to = (tie.from + 1 + static_cast<std::size_t>(up_to(people - 1))) % static_cast<std::size_t>(people);
    tie.kind = static_cast<TieKind>(up_to(tie_kind_count));
    tie.strength = 1 + up_to(3);
    tie.bow = (up_to(37) - 18) / 100.0;
    board.ties.push_back(tie);
  }
  return board;
}

// The one drawn last of those under the place, else the nearest: looked for among all.
std::optional<std::size_t> node_among_all(const MapScene& people, const MapBoard& board, Vec at, float slop) {
  std::optional<std::size_t> best;
  float least = slop;
  for (std::size_t i = 0; i < board.nodes.size(); ++i) {
    const float outside = std::max(0.0F, outside_of(board.nodes[i].kind, people.nodes[i].radius, at - people.nodes[i].center, people.scale));
    if (outside > least) continue;
    best = i;
    least = outside;
  }
  return best;
}

std::vector<ShownTie> ties_of(const MapBoard& board, const MapLook& look, const MapScene& people) {
  std::vector<ShownTie> ties;
  for (std::size_t i = 0; i < board.ties.size(); ++i) ties.push_back(tie_of(board, look, people, i));
  return ties;
}

// By looking everywhere along every tie, and closer where it was nearest.
float least_distance_of_ties(const std::vector<ShownTie>& ties, Vec at) {
  float least = 1e9F;
  for (const ShownTie& tie : ties) {
    if (tie.alpha < map_look::tie_alpha) continue;
    float here = 1e9F, nearest = 0;
    const auto look = [&](float t) {
      const float away = length(at - point_at(tie.curve, t));
      if (away < here) nearest = t;
      here = std::min(here, away);
    };
    for (int step = 0; step <= 200; ++step) look(static_cast<float>(step) / 200);
    const float middle = nearest;
    for (int step = -50; step <= 50; ++step) look(std::clamp(middle + static_cast<float>(step) / 10000, 0.0F, 1.0F));
    least = std::min(least, here);
  }
  return least;
}

}  // namespace

TEST_CASE("picking by squares finds the person whom looking at everybody finds") {
  std::mt19937 random{3};
  int found = 0;
  for (const int people : {0, 1, 2, 17, 300, 2000})
    for (const float zoom : {0.5F, 1.0F, 4.0F}) {
      const MapBoard board = crowd(random, people, 0);
      MapLook look;
      look.view = map_view({{0, 0}, {1600, 900}}, {{120, -60}, zoom});
      const MapScene scene = people_of(board, look);
      const PickGrid grid(board);
      for (int i = 0; i < 200; ++i) {
        const Vec at{static_cast<float>(random() % 1800) - 100, static_cast<float>(random() % 1100) - 100};
        for (const float slop : {0.0F, 10.0F, 40.0F}) {
          const auto expected = node_among_all(scene, board, at, slop);
          CHECK(node_under(scene, board, look, grid, at, slop) == expected);
          if (expected) ++found;
        }
      }
    }
  CHECK(found > 1000);
}

TEST_CASE("picking by squares finds a tie that lies as near as the nearest of all") {
  std::mt19937 random{4};
  int found = 0;
  for (const int people : {2, 30, 400})
    for (const float zoom : {0.6F, 1.0F, 5.0F}) {
      const MapBoard board = crowd(random, people, 3 * people);
      MapLook look;
      look.view = map_view({{0, 0}, {1600, 900}}, {{-90, 40}, zoom});
      const MapScene scene = people_of(board, look);
      const std::vector<ShownTie> ties = ties_of(board, look, scene);
      PickGrid grid(board);
      grid.add_ties(board);
      for (int i = 0; i < 60; ++i) {
        const Vec at{static_cast<float>(random() % 1600), static_cast<float>(random() % 900)};
        const float nearest = least_distance_of_ties(ties, at);
        const auto hit = tie_under(scene, board, look, grid, at, 14);
        if (nearest < 13.5F) CHECK(hit.has_value());
        if (nearest > 14.5F) CHECK_FALSE(hit.has_value());
        if (!hit) continue;
        CHECK(ties[*hit].alpha >= map_look::tie_alpha);
        CHECK(distance_to(ties[*hit].curve, at) <= nearest + 0.5F);
        ++found;
      }
    }
  CHECK(found > 100);
}

TEST_CASE("ties end 8 px before the target's edge and start 7 px after the source's, for every kind, direction and zoom") {
  int looked = 0;
  for (int kind = 0; kind < stakeholder_kind_count; ++kind)
    for (const float zoom : {0.5F, 1.0F, 2.5F, 6.0F})
      for (int degrees = 0; degrees < 360; degrees += 15)
        for (const double bow : {-0.18, 0.0, 0.1}) {
          MapBoard board;
          MapNode node;
          node.kind = static_cast<StakeholderKind>(kind);
          node.radius = 41;
          board.nodes.push_back(node);
          const double angle = degrees * 3.14159265358979 / 180;
          node.at = {400 * std::cos(angle), 400 * std::sin(angle)};
          node.radius = 26;
          board.nodes.push_back(node);
          MapTie tie;
          tie.to = 1;
          tie.bow = bow;
          board.ties = {tie};
          MapLook look;
          look.view = map_view({{0, 0}, {1484, 884}}, {{}, zoom});
          const MapScene scene = people_of(board, look);
          const Quad curve = tie_of(board, look, scene, 0).curve;
          const float start = outside_of(node.kind, scene.nodes[0].radius, curve.from - scene.nodes[0].center, scene.scale);
          const float end = outside_of(node.kind, scene.nodes[1].radius, curve.to - scene.nodes[1].center, scene.scale);
          if (node.kind == StakeholderKind::sponsor) {  // whose ring stands in the gap
            CHECK(std::min(start, end) > map_look::sponsor_ring_clear - 0.1F);
            CHECK(std::max(start, end) < 4.5F);  // half size: half of 8 px, less the ring
            ++looked;
            continue;
          }
          CHECK(start == doctest::Approx(map_look::tie_start_gap).epsilon(0.02));
          CHECK(end == doctest::Approx(map_look::tie_end_gap).epsilon(0.02));
          ++looked;
        }
  CHECK(looked == 6 * 4 * 24 * 3);
}

TEST_CASE("the outline reaches as far in every direction as its distance says, grown or not") {
  for (int kind = 0; kind < stakeholder_kind_count; ++kind) {
    if (static_cast<StakeholderKind>(kind) == StakeholderKind::sponsor) continue;  // whose ring counts as gap
    for (const float radius : {12.0F, 41.0F, 90.0F})
      for (const float grown : {0.0F, 8.0F, 15.0F})
        for (int degrees = 0; degrees < 360; degrees += 5) {
          const float angle = static_cast<float>(degrees) * 3.14159265F / 180;
          const Vec direction{std::cos(angle), std::sin(angle)};
          const auto shape = static_cast<StakeholderKind>(kind);
          const Vec at = direction * reach_of(shape, radius, direction, 1, grown);
          CHECK(std::fabs(outside_of(shape, radius, at, 1) - grown) < 0.02F);
        }
  }
}

TEST_CASE("nothing is left of a tie between two who stand on each other") {
  MapBoard board;
  MapNode node;
  node.radius = 30;
  board.nodes = {node, node};
  board.nodes[1].at = {20, 0};
  MapTie tie;
  tie.to = 1;
  board.ties = {tie};
  MapLook look;
  look.view = map_view({{0, 0}, {1484, 884}});
  CHECK(tie_of(board, look, people_of(board, look), 0).alpha == 0);
}

TEST_CASE("over 40 ties the weak step back but for conflicts, and in a crowd all but the strongest") {
  const auto seen = [](int ties, int strength, TieKind kind) {
    MapBoard board;
    MapNode node;
    node.radius = 20;
    board.nodes = {node, node};
    board.nodes[1].at = {400, 0};
    MapTie tie;
    tie.to = 1;
    tie.strength = strength;
    tie.kind = kind;
    board.ties.assign(static_cast<std::size_t>(ties), tie);
    MapLook look;
    look.view = map_view({{0, 0}, {1484, 884}});
    return tie_of(board, look, people_of(board, look), 0).alpha;
  };
  CHECK(seen(40, 1, TieKind::trusts) == map_look::tie_alpha);
  CHECK(seen(41, 1, TieKind::trusts) == map_look::tie_dim_alpha);
  CHECK(seen(41, 1, TieKind::conflicts_with) == map_look::tie_alpha);
  CHECK(seen(250, 2, TieKind::trusts) == map_look::tie_alpha);
  CHECK(seen(251, 2, TieKind::trusts) == map_look::tie_dim_alpha);
  CHECK(seen(251, 1, TieKind::conflicts_with) == map_look::tie_dim_alpha);
  CHECK(seen(251, 2, TieKind::conflicts_with) == map_look::tie_alpha);
  CHECK(seen(251, 3, TieKind::supports) == map_look::tie_alpha);
}

}  // namespace standpoint::pick_grid_test
