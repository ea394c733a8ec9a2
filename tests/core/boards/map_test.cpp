// The Map as a value: units, filters, search and bows.
#include "core/boards/map.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/boards/fold.h"
#include "tests/core/insights/known_networks.h"

namespace standpoint::map_test {

namespace {

// Three people placed by hand, so that nothing depends on the layout: left, right, and one above the middle.
Workshop three_placed() {
  Workshop workshop = strangers(3);
  const BoardPoint places[] = {{2500, 5000}, {7500, 5000}, {5000, 6000}};
  for (std::size_t i = 0; i < 3; ++i) {
    workshop.stakeholders[i].placed = true;
    workshop.stakeholders[i].at = places[i];
    workshop.stakeholders[i].ring = ring_at(places[i]);
  }
  return workshop;
}

std::vector<std::string> found(const Workshop& workshop, const std::string& search) {
  MapFilter filter;
  filter.search = search;
  std::vector<std::string> names;
  for (const MapNode& node : build_map(workshop, filter).nodes)
    if (node.matches) names.push_back(node.name);
  return names;
}

}  // namespace

TEST_CASE("map units are 1480 by 880 around the middle, and the way back gives the same board point") {
  CHECK(map_from_board({5000, 5000}) == MapPoint{0, 0});
  CHECK(map_from_board({10000, 10000}) == MapPoint{740, 440});
  CHECK(map_from_board({0, 5000}) == MapPoint{-740, 0});
  for (std::int32_t v = 0; v <= board_max; v += 37)
    CHECK(board_from_map(map_from_board({v, board_max - v})) == BoardPoint{v, board_max - v});
  CHECK(board_from_map({5000, -5000}) == BoardPoint{10000, 0});
}

TEST_CASE("nodes stand in the workshop's order with radius 16 + 5 x influence") {
  const Workshop workshop = checkout_relaunch();
  const MapBoard board = build_map(workshop);
  REQUIRE(board.nodes.size() == 24);
  CHECK(board.nodes[0].name == "Maya Lindqvist");
  CHECK(board.nodes[0].radius == 36);
  CHECK(board.nodes[9].radius == 26);
  CHECK(board.ties.size() == 23);
  CHECK(board.nodes[board.ties[0].from].name == "Helena Brandt");
  CHECK(board.nodes[board.ties[0].to].name == "Maya Lindqvist");
}

TEST_CASE("a crowd gets smaller discs that together cover a third of the map, none below 12") {
  CHECK(node_scale(checkout_relaunch()) == 1);
  const Workshop crowd = strangers(300);  // influence 3: radius 31, 3019 each
  const double map_area = 0.845 * 1480 * 880, discs = 300 * std::acos(-1.0) * 31 * 31;
  CHECK(node_scale(crowd) == doctest::Approx(std::sqrt(map_area / 3 / discs)));
  CHECK(node_radius(1, 0.1) == 12);
}

TEST_CASE("only the hidden influencer that was handed in is marked") {
  const Workshop workshop = checkout_relaunch();
  for (const MapNode& node : build_map(workshop).nodes) CHECK(!node.hidden_influencer);
  for (const MapNode& node : build_map(workshop, {}, influence_of(workshop)).nodes)
    CHECK(node.hidden_influencer == (node.name == "Ruth Kaplan"));
}

TEST_CASE("a filter leaves everybody in their place and dims who does not pass") {
  Workshop workshop = checkout_relaunch();
  workshop.stakeholders[0].stance = Stance::leading;
  MapFilter filter;
  filter.kinds = 1u << static_cast<int>(StakeholderKind::regulator);
  MapBoard board = build_map(workshop, filter);
  REQUIRE(board.nodes.size() == 24);
  int regulators = 0;
  for (const MapNode& node : board.nodes) {
    CHECK(node.matches == (node.kind == StakeholderKind::regulator));
    regulators += node.matches;
  }
  CHECK(regulators == 3);
  for (const MapTie& t : board.ties) CHECK(!t.matches);  // no regulator is tied to another
  CHECK(board.nodes[5].at == build_map(workshop).nodes[5].at);

  filter = {};
  filter.stances = 1u << static_cast<int>(Stance::leading);
  board = build_map(workshop, filter);
  CHECK(board.nodes[0].matches);
  CHECK(!board.nodes[1].matches);

  filter = {};
  filter.ties = only(TieKind::trusts);
  for (const MapTie& t : build_map(workshop, filter).ties) CHECK(t.matches == (t.kind == TieKind::trusts));
}

TEST_CASE("R89 layers the facilitator has not opened show nothing: no conflicts, no filtering by stance") {
  Workshop workshop = checkout_relaunch();
  workshop.stakeholders[0].stance = Stance::leading;
  MapFilter filter;
  filter.show_conflicts = false;
  filter.show_stance = false;
  filter.stances = 1u << static_cast<int>(Stance::leading);
  const MapBoard board = build_map(workshop, filter);
  CHECK(board.ties.size() == 20);
  for (const MapTie& t : board.ties) CHECK(t.kind != TieKind::conflicts_with);
  for (const MapNode& node : board.nodes) CHECK(node.matches);
  CHECK(!board.show_stance);
}

TEST_CASE("search finds names, roles and organisations without case and accents") {
  Workshop workshop = checkout_relaunch();
  workshop.stakeholders[9].role = "Operations coordinator";
  workshop.stakeholders[10].organisation = "Straße 9";
  CHECK(found(workshop, "nguyen") == std::vector<std::string>{"Nguyễn Thị Lan"});
  CHECK(found(workshop, "LAN") == std::vector<std::string>{"Ruth Kaplan", "Nguyễn Thị Lan"});
  CHECK(found(workshop, "thi lan") == std::vector<std::string>{"Nguyễn Thị Lan"});
  CHECK(found(workshop, "tomas") == std::vector<std::string>{"Tomás Herrera"});
  CHECK(found(workshop, "nystrom") == std::vector<std::string>{"Oskar Nyström"});
  CHECK(found(workshop, "coordinator") == std::vector<std::string>{"Ruth Kaplan"});
  CHECK(found(workshop, "strasse") == std::vector<std::string>{"Viktor Novak"});
  CHECK(found(workshop, "nobody").empty());
  CHECK(found(workshop, "").size() == 24);
}

TEST_CASE("somebody found keeps their ties") {
  MapFilter filter;
  filter.search = "ruth";
  const MapBoard board = build_map(checkout_relaunch(), filter);
  for (const MapTie& t : board.ties)
    CHECK(t.matches == (board.nodes[t.from].name == "Ruth Kaplan" || board.nodes[t.to].name == "Ruth Kaplan"));
}

TEST_CASE("letters of Latin, Greek and Cyrillic fold to their base, others stay") {
  CHECK(folded_text("ÀÉÎÕÜ Çà ñ Þór") == "aeiou ca n thor");
  CHECK(folded_text("Đặng Ươc Łódź Ørsted Ærø Œuvre ẞ") == "dang uoc lodz orsted aero oeuvre ss");
  CHECK(folded_text("Șerban Țîță Ğül Ístván Õ Ő") == "serban tita gul istvan o o");
  CHECK(folded_text("e\xCC\x81") == "e");  // e and a combining acute
  CHECK(folded_text("ΆΈΉ Ψώς") == "αεη ψωσ");
  CHECK(folded_text("ЁЖИК Їжак") == "ежик їжак");
  CHECK(folded_text("李小龙 123 ×") == "李小龙 123 ×");
  CHECK(folded_text("a\xFF" "b") == "ab");
}

TEST_CASE("a single tie bows to its left by a tenth, or the other way where somebody is in its way") {
  Workshop workshop = three_placed();
  tie(workshop, 0, 1);  // from the left to the right, 740 long
  workshop.stakeholders[2].at = {5000, 2000};  // far below
  MapBoard board = build_map(workshop);
  CHECK(board.ties[0].bow == doctest::Approx(0.1));
  CHECK(tie_control(board, board.ties[0]) == MapPoint{0, 0.1 * 740});
  workshop.stakeholders[2].at = {5000, 5000 + 10000 * 37 / 880};  // on the top of the curve
  board = build_map(workshop);
  CHECK(board.ties[0].bow == doctest::Approx(-0.1));
  CHECK(tie_control(board, board.ties[0]).y == doctest::Approx(-74));
  workshop.stakeholders[2].at = {5000, 2000};
  workshop.ties[0].kind = TieKind::reports_to;  // seen from the boss
  board = build_map(workshop);
  CHECK(tie_control(board, board.ties[0]).y == doctest::Approx(-74));
}

TEST_CASE("two ties between the same two bow to opposite sides, whichever way they point") {
  for (const bool back : {false, true}) {
    Workshop workshop = three_placed();
    tie(workshop, 0, 1, TieKind::trusts);
    tie(workshop, back ? 1 : 0, back ? 0 : 1, TieKind::supports);
    const MapBoard board = build_map(workshop);
    CHECK(tie_control(board, board.ties[0]).y * tie_control(board, board.ties[1]).y < 0);
  }
}

TEST_CASE("ties bow by at most 18 % of their length") {
  Workshop workshop = three_placed();
  for (int kind = 0; kind < tie_kind_count; ++kind) tie(workshop, 0, 1, static_cast<TieKind>(kind));
  const MapBoard board = build_map(workshop);
  for (std::size_t i = 0; i < board.ties.size(); ++i) {
    CHECK(std::abs(board.ties[i].bow) <= 0.18);
    for (std::size_t j = 0; j < i; ++j) CHECK(board.ties[i].bow != board.ties[j].bow);
  }
}

}  // namespace standpoint::map_test
