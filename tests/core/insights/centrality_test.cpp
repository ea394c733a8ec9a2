// Betweenness and PageRank, held to Boost.Graph on made-up networks and to shapes that are counted by hand.
#include "core/insights/centrality.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

namespace standpoint::centrality_test {

namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

std::vector<double> boosts_betweenness(std::size_t people, const std::vector<NumberedLink>& both_ways) {
  const BoostGraph graph(both_ways.begin(), both_ways.end(), people);
  std::vector<double> betweenness(people);
  boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(betweenness.begin(), boost::get(boost::vertex_index, graph)));
  for (double& value : betweenness) value /= static_cast<double>(people - 1) * static_cast<double>(people - 2);
  return betweenness;
}

std::vector<double> boosts_pagerank(std::size_t people, const std::vector<NumberedLink>& links) {
  const BoostGraph graph(links.begin(), links.end(), people);
  std::vector<double> rank(people);
  boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, graph)), boost::graph::n_iterations(100), 0.85);
  double sum = 0;
  for (const double value : rank) sum += value;
  for (double& value : rank) value /= sum;
  return rank;
}

void each_once(std::vector<NumberedLink>& links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
}

// Few links leave parts that cannot reach each other and people without any, many make most paths short.
std::vector<NumberedLink> made_up(std::mt19937& random, std::uint32_t people, std::size_t count) {
  std::vector<NumberedLink> links;
  while (links.size() < count) {
    const auto from = static_cast<std::uint32_t>(random() % people), to = static_cast<std::uint32_t>(random() % people);
    if (from != to) links.emplace_back(from, to);
  }
  each_once(links);
  return links;
}

std::vector<NumberedLink> from_both_ends(std::vector<NumberedLink> links) {
  const std::size_t once = links.size();
  for (std::size_t i = 0; i < once; ++i) links.emplace_back(links[i].second, links[i].first);
  each_once(links);
  return links;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

}  // namespace

TEST_CASE("R80 betweenness and PageRank of made-up networks, whole and in parts, are Boost's") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const auto people = static_cast<std::uint32_t>(3 + random() % 70);
    const std::vector<NumberedLink> links = made_up(random, people, 1 + random() % (round % 2 == 0 ? people : 4 * people));
    const std::vector<NumberedLink> ties = from_both_ends(links);
    CAPTURE(round);
    CHECK(farthest(betweenness_of(network_of(people, ties)), boosts_betweenness(people, ties)) < 1e-12);
    CHECK(farthest(pagerank_of(network_of(people, links)), boosts_pagerank(people, links)) < 1e-12);
  }
}

TEST_CASE("R80 nobody stands between fewer than three, and nobody without anybody is ranked") {
  CHECK(betweenness_of(network_of(0, {})).empty());
  CHECK(pagerank_of(network_of(0, {})).empty());
  CHECK(betweenness_of(network_of(2, {{0, 1}, {1, 0}})) == std::vector<double>{0, 0});
  CHECK(pagerank_of(network_of(1, {})) == std::vector<double>{1});
}

// A chain of squares: each doubles the paths from one end to the other, and whole numbers would have wrapped long before.
TEST_CASE("R80 more shortest paths than a whole number holds are counted") {
  constexpr std::uint32_t squares = 80, people = 3 * squares + 1;
  std::vector<NumberedLink> links;
  for (std::uint32_t corner = 0; corner + 3 < people; corner += 3)
    for (const std::uint32_t side : {corner + 1, corner + 2}) {
      links.emplace_back(corner, side);
      links.emplace_back(side, corner + 3);
    }
  const std::vector<double> betweenness = betweenness_of(network_of(people, from_both_ends(links)));
  // The corner in the middle is between every one of its left and every one of its right; a corner further out is between its
  // two sides, too, and so is each of these two between its corners.
  constexpr double pairs = double{people - 1} * (people - 2) / 2, half = (people - 1) / 2.0;
  CHECK(betweenness[people / 2] == doctest::Approx((half * half + 1) / pairs));
  for (std::uint32_t n = 0; n < people; ++n) {
    CAPTURE(n);
    CHECK(betweenness[n] == doctest::Approx(betweenness[people - 1 - n]));
  }
}

}  // namespace standpoint::centrality_test
