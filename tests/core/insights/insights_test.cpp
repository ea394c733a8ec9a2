// Influence by position, held to published numbers, to shapes anybody can work out by hand, and to a second, plain way
// of counting paths.
#include "core/insights/insights.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/core/insights/known_networks.h"

namespace standpoint::insights_test {

namespace {

Influence of_person(const Workshop& workshop, const std::vector<Influence>& all, std::size_t person) {
  for (const Influence& one : all)
    if (one.stakeholder == workshop.stakeholders[person].id) return one;
  FAIL("nobody of that number");
  return {};
}

std::vector<std::string> hidden_names(const Workshop& workshop, TieKinds kinds = all_tie_kinds) {
  std::vector<std::string> names;
  for (const Influence& one : influence_of(workshop, kinds))
    if (one.hidden) names.push_back(find(workshop, one.stakeholder)->name);
  return names;
}

// Counts shortest paths between every two people directly from the definition: no queue, no dependency sums.
struct PlainPaths {
  std::size_t n;
  std::vector<int> length;
  std::vector<double> count;
  explicit PlainPaths(const std::vector<std::vector<bool>>& tied)
      : n(tied.size()), length(n * n, 1000), count(n * n, 0) {
    for (std::size_t s = 0; s < n; ++s) {
      length[s * n + s] = 0;
      count[s * n + s] = 1;
      for (int steps = 1; steps < static_cast<int>(n); ++steps) add_paths(tied, s, steps);
    }
  }
  void add_paths(const std::vector<std::vector<bool>>& tied, std::size_t s, int steps) {
    for (std::size_t t = 0; t < n; ++t) {
      if (length[s * n + t] < steps) continue;
      double paths = 0;
      for (std::size_t before = 0; before < n; ++before)
        if (tied[before][t] && length[s * n + before] == steps - 1) paths += count[s * n + before];
      if (paths > 0) {
        length[s * n + t] = steps;
        count[s * n + t] = paths;
      }
    }
  }
  double betweenness(std::size_t v) const {
    double sum = 0;
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = s + 1; t < n; ++t) {
        if (s == v || t == v || length[s * n + t] == 1000) continue;
        if (length[s * n + v] + length[v * n + t] == length[s * n + t])
          sum += count[s * n + v] * count[v * n + t] / count[s * n + t];
      }
    return sum / (static_cast<double>(n - 1) * static_cast<double>(n - 2) / 2);
  }
};

}  // namespace

TEST_CASE("R80 betweenness of the marriages of Florence is the published one to three digits") {
  const std::map<std::string, double> published = {
      {"Medici", 0.522},     {"Guadagni", 0.255},   {"Albizzi", 0.212},    {"Salviati", 0.143}, {"Ridolfi", 0.114},
      {"Bischeri", 0.104},   {"Strozzi", 0.103},    {"Barbadori", 0.093},  {"Tornabuoni", 0.092}, {"Castellani", 0.055},
      {"Peruzzi", 0.022},    {"Acciaiuoli", 0},     {"Ginori", 0},         {"Lamberteschi", 0}, {"Pazzi", 0},
      {"Pucci", 0}};
  const Workshop workshop = florence();
  const std::vector<Influence> all = influence_of(workshop, only(TieKind::trusts));
  REQUIRE(all.size() == 16);
  for (const Influence& one : all) {
    const std::string name = find(workshop, one.stakeholder)->name;
    INFO(name);
    CHECK(std::abs(one.betweenness - published.at(name)) < 0.0005 + 1e-12);
  }
  CHECK(find(workshop, all[0].stakeholder)->name == "Medici");
  CHECK(find(workshop, all[1].stakeholder)->name == "Guadagni");
  CHECK(all[0].degree == 6);
}

TEST_CASE("R80 a star's middle lies between everybody, its points between nobody") {
  Workshop workshop = strangers(6);
  for (std::size_t point = 1; point < 5; ++point) tie(workshop, 0, point);
  const std::vector<Influence> all = influence_of(workshop);
  CHECK(of_person(workshop, all, 0).betweenness == doctest::Approx(1));  // the sixth has no tie and does not count
  CHECK(of_person(workshop, all, 0).degree == 4);
  CHECK(of_person(workshop, all, 1).betweenness == 0);
  CHECK(of_person(workshop, all, 5).betweenness == 0);
  CHECK(of_person(workshop, all, 5).pagerank == 0);
  CHECK(of_person(workshop, all, 1).rank_by_position == 2);
  CHECK(of_person(workshop, all, 5).rank_by_position == 2);
}

TEST_CASE("R80 on a path of four the inner two lie between two pairs of three") {
  Workshop workshop = strangers(4);
  for (std::size_t i = 0; i < 3; ++i) tie(workshop, i, i + 1);
  const std::vector<Influence> all = influence_of(workshop);
  CHECK(of_person(workshop, all, 0).betweenness == 0);
  CHECK(of_person(workshop, all, 1).betweenness == doctest::Approx(2.0 / 3));
  CHECK(of_person(workshop, all, 2).betweenness == doctest::Approx(2.0 / 3));
  CHECK(of_person(workshop, all, 1).rank_by_position == 1);
  CHECK(of_person(workshop, all, 2).rank_by_position == 1);
  CHECK(of_person(workshop, all, 3).rank_by_position == 3);
}

TEST_CASE("R80 pairs that cannot reach each other count for nobody") {
  Workshop workshop = strangers(5);
  tie(workshop, 0, 1);
  tie(workshop, 1, 2);
  tie(workshop, 3, 4);
  CHECK(of_person(workshop, influence_of(workshop), 1).betweenness == doctest::Approx(1.0 / 6));
}

TEST_CASE("R80 several ties between the same two people count once, whatever their kind and direction") {
  Workshop once = strangers(4), often = strangers(4);
  for (Workshop* workshop : {&once, &often}) {
    tie(*workshop, 0, 1);
    tie(*workshop, 1, 2);
    tie(*workshop, 0, 3);
    tie(*workshop, 3, 2);
  }
  tie(often, 1, 0, TieKind::supports);
  tie(often, 0, 1, TieKind::influences);
  // Two equally short paths between opposite corners of the square: half a pair of three each.
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(of_person(once, influence_of(once), i).betweenness == doctest::Approx(0.5 / 3));
    CHECK(of_person(often, influence_of(often), i).betweenness == doctest::Approx(0.5 / 3));
    CHECK(of_person(often, influence_of(often), i).degree == 2);
  }
}

TEST_CASE("R80 betweenness agrees with counting every shortest path") {
  std::uint32_t seed = 7;
  const auto next = [&](std::uint32_t below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
  for (int round = 0; round < 12; ++round) {
    const std::uint32_t n = 6 + next(14);
    Workshop workshop = strangers(n);
    std::vector<std::vector<bool>> tied(n, std::vector<bool>(n, false));
    for (std::uint32_t i = 0; i < n; ++i) {  // a ring, so that everybody has a tie, and some chords
      const std::uint32_t j = (i + 1) % n, chord = next(n);
      tie(workshop, i, j);
      tied[i][j] = tied[j][i] = true;
      if (chord == i || next(3) > 0) continue;
      tie(workshop, i, chord, static_cast<TieKind>(next(5)));
      tied[i][chord] = tied[chord][i] = true;
    }
    const PlainPaths paths(tied);
    const std::vector<Influence> all = influence_of(workshop);
    for (std::uint32_t i = 0; i < n; ++i)
      CHECK(of_person(workshop, all, i).betweenness == doctest::Approx(paths.betweenness(i)));
  }
}

TEST_CASE("R80 nobody and nobody tied are answered with nothing and zeros") {
  CHECK(influence_of(Workshop{}).empty());
  const std::vector<Influence> all = influence_of(strangers(3));
  REQUIRE(all.size() == 3);
  for (const Influence& one : all) {
    CHECK(one.betweenness == 0);
    CHECK(one.pagerank == 0);
    CHECK(one.rank_by_position == 1);
    CHECK(!one.hidden);
  }
  CHECK(!hidden_influencer(all));
}

TEST_CASE("R81 attention flows to whoever is listened to") {
  // One arrow A to B: B gets 1 + 0.85 where A gets 1, so A holds 1 / 2.85 and B 1.85 / 2.85.
  const double talks = 1 / 2.85, heard = 1.85 / 2.85;
  const auto first_of_two = [](TieKind kind) {
    Workshop workshop = strangers(2);
    tie(workshop, 0, 1, kind);
    return of_person(workshop, influence_of(workshop), 0).pagerank;
  };
  CHECK(first_of_two(TieKind::influences) == doctest::Approx(heard));
  CHECK(first_of_two(TieKind::reports_to) == doctest::Approx(talks));
  CHECK(first_of_two(TieKind::trusts) == doctest::Approx(talks));
  CHECK(first_of_two(TieKind::supports) == doctest::Approx(talks));
  CHECK(first_of_two(TieKind::conflicts_with) == doctest::Approx(0.5));
}

TEST_CASE("R81 PageRank sums to 1 and a star of three listeners gives its middle 3.55 of 6.55") {
  Workshop workshop = strangers(4);
  for (std::size_t listener = 1; listener < 4; ++listener) tie(workshop, listener, 0, TieKind::trusts);
  const std::vector<Influence> all = influence_of(workshop);
  CHECK(of_person(workshop, all, 0).pagerank == doctest::Approx(3.55 / 6.55));
  CHECK(of_person(workshop, all, 1).pagerank == doctest::Approx(1 / 6.55));
  double sum = 0;
  for (const Influence& one : influence_of(checkout_relaunch())) sum += one.pagerank;
  CHECK(sum == doctest::Approx(1));
}

TEST_CASE("R82 the Medici, and nobody else, are hidden in Florence") {
  CHECK(hidden_names(florence(), only(TieKind::trusts)) == std::vector<std::string>{"Medici"});
  CHECK(hidden_names(florence()) == std::vector<std::string>{"Medici"});
  const Workshop workshop = florence();
  const std::vector<Influence> all = influence_of(workshop, only(TieKind::trusts));
  CHECK(find(workshop, hidden_influencer(all))->name == "Medici");
  CHECK(all[0].rank_by_position == 1);
  CHECK(all[0].rank_by_power == 2);  // the Strozzi are richer
}

TEST_CASE("R82 where nobody's power is known influence takes its place: Ruth Kaplan is hidden") {
  CHECK(hidden_names(checkout_relaunch()) == std::vector<std::string>{"Ruth Kaplan"});
}

TEST_CASE("R82 who is first by power too is not hidden, nor when others have as much") {
  Workshop workshop = strangers(4);
  for (std::size_t point = 1; point < 4; ++point) tie(workshop, 0, point);
  CHECK(hidden_names(workshop).empty());  // all have influence 3
  workshop.stakeholders[2].influence = 4;
  CHECK(hidden_names(workshop) == std::vector<std::string>{"Person 1"});
  workshop.stakeholders[0].formal_power = 10;  // from now on power counts, and only the first has any
  CHECK(hidden_names(workshop).empty());
  workshop.stakeholders[3].formal_power = 11;
  CHECK(hidden_names(workshop) == std::vector<std::string>{"Person 1"});
}

TEST_CASE("R82 two who share the first place hide neither, and a small bridge hides nobody") {
  Workshop path = strangers(4);
  for (std::size_t i = 0; i < 3; ++i) tie(path, i, i + 1);
  path.stakeholders[0].influence = 5;
  CHECK(hidden_names(path).empty());

  // Three in a row and seven pairs apart: of 16 x 15 / 2 = 120 pairs one needs the middle, below 0.1.
  Workshop pairs = strangers(17);
  tie(pairs, 0, 1);
  tie(pairs, 1, 2);
  for (std::size_t i = 3; i < 17; i += 2) tie(pairs, i, i + 1);
  pairs.stakeholders[5].influence = 5;
  CHECK(hidden_names(pairs).empty());
}

}  // namespace standpoint::insights_test
