// What the layout promises, measured on the two sample networks and on crowds: rings, room, determinism, and how
// little an edit moves those who have nothing to do with it.
#include "core/boards/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/boards/band.h"
#include "tests/core/insights/known_networks.h"

namespace standpoint::layout_test {

namespace {

double distance(MapPoint a, MapPoint b) { return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)); }

// People of all rings and sizes with random ties; the generator is part of the test.
Workshop crowd(std::uint32_t n, std::uint32_t ties, std::uint32_t seed) {
  const auto next = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
  Workshop workshop = strangers(n);
  constexpr Ring rings[] = {Ring::team, Ring::internal, Ring::internal, Ring::internal, Ring::external,
                            Ring::external, Ring::regulator};
  for (Stakeholder& s : workshop.stakeholders) {
    s.ring = rings[next(7)];
    s.influence = static_cast<std::uint8_t>(1 + next(5));
  }
  for (std::uint32_t i = 0; i < ties; ++i) {
    const std::uint32_t a = next(n), b = next(n);
    if (a != b) tie(workshop, a, b);
  }
  return workshop;
}

int overlapping_discs(const Workshop& workshop) {
  const MapBoard board = build_map(workshop);
  int overlaps = 0;
  for (std::size_t i = 0; i < board.nodes.size(); ++i)
    for (std::size_t j = i + 1; j < board.nodes.size(); ++j)
      if (distance(board.nodes[i].at, board.nodes[j].at) < board.nodes[i].radius + board.nodes[j].radius) ++overlaps;
  return overlaps;
}

int out_of_ring(const Workshop& workshop) {
  const std::vector<MapPoint> places = laid_out(workshop);
  int out = 0;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (ring_at(board_from_map(places[i])) != workshop.stakeholders[i].ring) ++out;
  return out;
}

// How many ties away everybody is from the nearest of `start`; 1000: not to be reached.
std::vector<int> ties_away(const Workshop& workshop, std::vector<std::size_t> start) {
  std::vector<int> away(workshop.stakeholders.size(), 1000);
  for (const std::size_t s : start) away[s] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Tie& t : workshop.ties) {
      std::size_t ends[2] = {0, 0};
      for (std::size_t i = 0; i < workshop.stakeholders.size(); ++i) {
        if (workshop.stakeholders[i].id == t.from) ends[0] = i;
        if (workshop.stakeholders[i].id == t.to) ends[1] = i;
      }
      for (const int e : {0, 1})
        if (away[ends[e]] + 1 < away[ends[1 - e]]) {
          away[ends[1 - e]] = away[ends[e]] + 1;
          changed = true;
        }
    }
  }
  return away;
}

// Displacement of people more than two ties from an edit, as a share of the map's width.
struct Displacement {
  int edits = 0, jumps = 0;  // jumps: edits that moved one such person by more than a tenth
  double mean = 0, worst_mean = 0;
  void add(const std::vector<MapPoint>& before, const std::vector<MapPoint>& after, const std::vector<int>& away) {
    double sum = 0, most = 0;
    int people = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (away[i] <= 2) continue;
      const double moved = distance(before[i], after[i]) / map_width;
      sum += moved;
      most = std::max(most, moved);
      ++people;
    }
    if (people == 0) return;
    mean = (mean * edits + sum / people) / (edits + 1);
    ++edits;
    worst_mean = std::max(worst_mean, sum / people);
    if (most > 0.1) ++jumps;
  }
};

Displacement of_every_new_tie(const Workshop& before) {
  Displacement displacement;
  const std::vector<MapPoint> places = laid_out(before);
  for (std::size_t i = 0; i < before.stakeholders.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      Workshop after = before;
      tie(after, i, j);
      displacement.add(places, laid_out(after), ties_away(after, {i, j}));
    }
  return displacement;
}

}  // namespace

TEST_CASE("R87 everybody stands in their ring, whatever the crowd") {
  CHECK(out_of_ring(florence()) == 0);
  CHECK(out_of_ring(checkout_relaunch()) == 0);
  for (const std::uint32_t n : {1u, 2u, 30u, 120u, 300u, 1200u}) CHECK(out_of_ring(crowd(n, n, n)) == 0);
}

TEST_CASE("R87 no two discs overlap, from one person to six hundred") {
  CHECK(overlapping_discs(florence()) == 0);
  CHECK(overlapping_discs(checkout_relaunch()) == 0);
  for (const std::uint32_t n : {1u, 2u, 24u, 60u, 120u, 300u, 600u}) {
    INFO(n);
    CHECK(overlapping_discs(crowd(n, n + n / 2, n)) == 0);
  }
}

TEST_CASE("R87 who was placed by hand stays exactly there, and the others make room") {
  Workshop workshop = checkout_relaunch();
  const MapPoint other = laid_out(workshop)[9];
  Stakeholder& moved = workshop.stakeholders[2];
  moved.placed = true;
  moved.at = board_from_map(other);
  moved.ring = ring_at(moved.at);
  CHECK(laid_out(workshop)[2] == map_from_board(moved.at));
  CHECK(overlapping_discs(workshop) == 0);
  for (Stakeholder& s : workshop.stakeholders) {
    s.placed = true;
    s.at = {1234, 5678};
  }
  for (const MapPoint place : laid_out(workshop)) CHECK(place == map_from_board({1234, 5678}));
}

TEST_CASE("R87 the same workshop always gives the same places, and an empty one none") {
  CHECK(laid_out(Workshop{}).empty());
  const Workshop workshop = crowd(60, 90, 3);
  CHECK(laid_out(workshop) == laid_out(workshop));
}

// Recorded natively; the WebAssembly build must agree. Whoever improves the layout records anew.
TEST_CASE("R87 a tablet lays out the same map as the stage") {
  const auto place = [](const Workshop& workshop, std::size_t person) {
    return board_from_map(laid_out(workshop)[person]);
  };
  CHECK(place(florence(), 8) == BoardPoint{2973, 5782});
  CHECK(place(florence(), 15) == BoardPoint{7013, 4161});
  CHECK(place(checkout_relaunch(), 0) == BoardPoint{3832, 5421});
  CHECK(place(checkout_relaunch(), 9) == BoardPoint{6961, 3999});
  CHECK(place(crowd(400, 600, 400), 17) == BoardPoint{4045, 4243});
  CHECK(place(crowd(400, 600, 400), 399) == BoardPoint{6453, 7068});
}

TEST_CASE("R87 people who are tied stand closer than people who are not") {
  for (const Workshop& workshop : {florence(), checkout_relaunch()}) {
    const std::vector<MapPoint> places = laid_out(workshop);
    double tied = 0, all = 0;
    int pairs = 0;
    for (const Tie& t : workshop.ties) {
      MapPoint ends[2];
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (workshop.stakeholders[i].id == t.from) ends[0] = places[i];
        if (workshop.stakeholders[i].id == t.to) ends[1] = places[i];
      }
      tied += distance(ends[0], ends[1]) / static_cast<double>(workshop.ties.size());
    }
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = 0; j < i; ++j, ++pairs) all += distance(places[i], places[j]);
    CHECK(tied < 0.7 * all / pairs);
  }
}

// Measured: a new tie moves the others by 1.1 % of the map's width on average (worst edit 3.0 %, 3 of 276 edits move
// somebody by more than a tenth); a changed influence 0.01 %, a new person 0.6 %. In Florence, 16 people closely tied, a
// new tie moves the few who are further away by 1.1 %.
TEST_CASE("R88 a new tie hardly moves those more than two ties away") {
  const Displacement displacement = of_every_new_tie(checkout_relaunch());
  CHECK(displacement.edits > 250);
  CHECK(displacement.mean <= 0.015);
  CHECK(displacement.worst_mean <= 0.04);
  CHECK(displacement.jumps * 20 <= displacement.edits);
  CHECK(of_every_new_tie(florence()).mean <= 0.02);
}

TEST_CASE("R88 a new person hardly moves the others") {
  const Workshop before = checkout_relaunch();
  const std::vector<MapPoint> places = laid_out(before);
  Displacement displacement;
  for (std::uint32_t nth = 100; nth < 140; ++nth) {
    Workshop after = before;
    Stakeholder s;
    s.id = mint<StakeholderId>(SeatId{2}, nth);  // sorted behind the others
    s.name = "Somebody new";
    s.ring = static_cast<Ring>(nth % 4);
    after.stakeholders.push_back(s);
    displacement.add(places, laid_out(after), std::vector<int>(places.size(), 1000));
  }
  CHECK(displacement.worst_mean <= 0.02);
}

// Without person i and their ties; `places` without them too.
Workshop without(Workshop workshop, std::size_t i, std::vector<MapPoint>& places, std::vector<int>& away) {
  const StakeholderId id = workshop.stakeholders[i].id;
  const auto nth = static_cast<std::ptrdiff_t>(i);
  workshop.stakeholders.erase(workshop.stakeholders.begin() + nth);
  std::erase_if(workshop.ties, [&](const Tie& t) { return t.from == id || t.to == id; });
  places.erase(places.begin() + nth);
  away.erase(away.begin() + nth);
  return workshop;
}

Displacement of_removals(const Workshop& before, std::size_t every) {
  Displacement displacement;
  const std::vector<MapPoint> places = laid_out(before);
  for (std::size_t i = 0; i < places.size(); i += every) {
    std::vector<MapPoint> others = places;
    std::vector<int> away = ties_away(before, {i});
    const Workshop after = without(before, i, others, away);
    displacement.add(others, laid_out(after), away);
  }
  return displacement;
}

// Measured: the relaunch sample 1.6 % (worst 2.9 %), a crowd of 120 1.2 % (worst 2.2 %).
TEST_CASE("R88 somebody's removal hardly moves those more than two ties away") {
  const Displacement displacement = of_removals(checkout_relaunch(), 1);
  CHECK(displacement.edits == 24);
  CHECK(displacement.mean <= 0.02);
  CHECK(displacement.worst_mean <= 0.04);
  CHECK(of_removals(crowd(120, 180, 5), 20).mean <= 0.02);
}

// Measured: 1.1 to 1.3 % in 300, 1.3 to 1.6 % in 1,000.
TEST_CASE("R88 an edit moves those more than two ties away by at most 2 percent of the map in crowds of 300 and 1,000") {
  struct Case { std::uint32_t people, ties, edits; };
  for (const Case& c : {Case{300, 450, 6}, Case{1000, 3000, 2}}) {
    const Workshop before = crowd(c.people, c.ties, c.people);
    const std::vector<MapPoint> places = laid_out(before);
    Displacement displacement;
    for (std::size_t edit = 0; edit < c.edits; ++edit) {
      Workshop after = before;
      const std::size_t a = 31 * edit, b = c.people - 7 - 13 * edit;
      tie(after, a, b);
      displacement.add(places, laid_out(after), ties_away(after, {a, b}));
    }
    INFO(c.people);
    CHECK(displacement.edits == static_cast<int>(c.edits));
    CHECK(displacement.worst_mean <= 0.02);
    CHECK(of_removals(before, c.people / c.edits).worst_mean <= 0.02);
  }
}

// The largest share of a ring's people in any eighth of it, over the share that an even ring would have.
double fullest_eighth(const Workshop& workshop) {
  const std::vector<MapPoint> places = laid_out(workshop);
  double fullest = 0;
  for (int ring = 0; ring < ring_count; ++ring) {
    std::array<int, 8> eighths{};
    int people = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (workshop.stakeholders[i].ring != static_cast<Ring>(ring)) continue;
      const double x = places[i].x / map_width, y = places[i].y / map_height;
      ++eighths[static_cast<std::size_t>((x < 0 ? 4 : 0) + (y < 0 ? 2 : 0) + (std::abs(x) < std::abs(y) ? 1 : 0))];
      ++people;
    }
    if (people < 40) continue;  // too few to tell unevenness from chance
    for (const int count : eighths) fullest = std::max(fullest, 8.0 * count / people);
  }
  return fullest;
}

TEST_CASE("R87 a crowd uses its rings evenly: no eighth of a ring holds twice its share") {
  for (const std::uint32_t n : {120u, 300u, 600u}) {
    INFO(n);
    CHECK(fullest_eighth(crowd(n, n + n / 2, n)) <= 2);
  }
}

TEST_CASE("R88 a larger node hardly moves the others") {
  const Workshop before = checkout_relaunch();
  Workshop after = before;
  after.stakeholders[9].influence = 5;
  Displacement displacement;
  displacement.add(laid_out(before), laid_out(after), ties_away(before, {9}));
  CHECK(displacement.edits == 1);
  CHECK(displacement.worst_mean <= 0.01);
  CHECK(displacement.jumps == 0);
}

TEST_CASE("R88 dragging somebody moves their own ties after them and hardly anybody else") {
  const Workshop before = checkout_relaunch();
  const std::vector<MapPoint> places = laid_out(before);
  Displacement displacement;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Workshop after = before;
    after.stakeholders[i].placed = true;
    after.stakeholders[i].at = board_from_map({places[i].x + 90, places[i].y});
    after.stakeholders[i].ring = ring_at(after.stakeholders[i].at);
    displacement.add(places, laid_out(after), ties_away(before, {i}));
  }
  CHECK(displacement.mean <= 0.015);
}

TEST_CASE("a point taken to a radius lies on that ring line") {
  for (const MapPoint direction : {MapPoint{740, 0}, MapPoint{-1, 2}, MapPoint{300, -400}, MapPoint{-0.01, -0.02}})
    for (const double radius : {0.05, 0.36, 0.655, 1.0, 1.3}) {
      const MapPoint p = at_radius(direction, radius);
      CHECK(level_of(p) == doctest::Approx(std::pow(radius, 2.5)));
      CHECK(p.x * direction.y == doctest::Approx(p.y * direction.x));
      CHECK(p.x * direction.x >= 0);
    }
  CHECK(at_radius({0, 0}, 0.5) == MapPoint{370, 0});
  CHECK(at_radius({10, 10}, 0) == MapPoint{0, 0});
}

}  // namespace standpoint::layout_test
