// Influence by position: the ties as a Boost graph, its measures, and the rule for "hidden".
// Called through core/insights.h only; spreads, movement and votes are in insights_activity.cpp.
#include "core/insights.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

namespace standpoint {
namespace {

// Measures that differ by less are equal: the order of additions must not rank anybody.
constexpr double equal_within = 1e-9;
constexpr double pagerank_damping = 0.85;
constexpr std::size_t pagerank_rounds = 100;

using Pair = std::pair<std::size_t, std::size_t>;

// The people who have a tie of the chosen kinds, numbered 0.., and who is tied to whom.
struct TiedPeople {
  std::vector<std::size_t> number;  // per stakeholder; none where they have no such tie
  std::size_t count = 0;
  std::vector<Pair> pairs;      // each pair once, the smaller number first
  std::vector<Pair> attention;  // from who listens to who is listened to, each once
};
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::size_t index_of(const std::vector<Stakeholder>& people, StakeholderId id) {
  const auto at = std::lower_bound(people.begin(), people.end(), id,
                                   [](const Stakeholder& s, StakeholderId wanted) { return s.id < wanted; });
  return at != people.end() && at->id == id ? static_cast<std::size_t>(at - people.begin()) : none;
}

void keep_each_once(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

void add_attention(std::vector<Pair>& attention, TieKind kind, std::size_t from, std::size_t to) {
  if (kind != TieKind::influences) attention.emplace_back(from, to);
  if (kind == TieKind::influences || kind == TieKind::conflicts_with) attention.emplace_back(to, from);
}

TiedPeople tied_people(const Workshop& workshop, TieKinds kinds) {
  TiedPeople tied;
  tied.number.assign(workshop.stakeholders.size(), none);
  const auto number_of = [&](std::size_t index) {
    if (tied.number[index] == none) tied.number[index] = tied.count++;
    return tied.number[index];
  };
  for (const Tie& tie : workshop.ties) {
    if (!(kinds & only(tie.kind))) continue;
    const std::size_t from = index_of(workshop.stakeholders, tie.from);
    const std::size_t to = index_of(workshop.stakeholders, tie.to);
    if (from == none || to == none || from == to) continue;
    const std::size_t a = number_of(from), b = number_of(to);
    tied.pairs.emplace_back(std::min(a, b), std::max(a, b));
    add_attention(tied.attention, tie.kind, a, b);
  }
  keep_each_once(tied.pairs);
  keep_each_once(tied.attention);
  return tied;
}

// Boost's row graph is the fastest to walk and knows directed edges only: every tie is put in both ways, and each pair
// of people is then met twice, from either end.
std::vector<double> betweenness_of(const TiedPeople& tied) {
  using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
  std::vector<double> centrality(tied.count, 0.0);
  if (tied.count < 3) return centrality;
  std::vector<Pair> both_ways = tied.pairs;
  for (const auto& [a, b] : tied.pairs) both_ways.emplace_back(b, a);
  const Graph graph(boost::edges_are_unsorted_multi_pass, both_ways.begin(), both_ways.end(), tied.count);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, graph)));
  const double twice_the_pairs = static_cast<double>(tied.count - 1) * static_cast<double>(tied.count - 2);
  for (double& value : centrality) value /= twice_the_pairs;
  return centrality;
}

// Boost loses the rank of people who listen to nobody. Dividing by the sum gives exactly the ranks that come out when
// such a person's attention goes to everybody alike, since both solve the same linear equations up to a factor.
std::vector<double> pagerank_of(const TiedPeople& tied) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  std::vector<double> rank(tied.count, 0.0);
  if (tied.count == 0) return rank;
  const Graph graph(tied.attention.begin(), tied.attention.end(), tied.count);
  boost::graph::page_rank(graph,
                          boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, graph)),
                          boost::graph::n_iterations(pagerank_rounds), pagerank_damping);
  double sum = 0;
  for (const double value : rank) sum += value;
  for (double& value : rank) value /= sum;
  return rank;
}

std::vector<int> degrees_of(const TiedPeople& tied) {
  std::vector<int> degrees(tied.count, 0);
  for (const auto& [a, b] : tied.pairs) {
    ++degrees[a];
    ++degrees[b];
  }
  return degrees;
}

// Formal power, or the influence the group gave where nobody's power is known.
std::vector<std::int32_t> power_of(const std::vector<Stakeholder>& people) {
  const bool known = std::any_of(people.begin(), people.end(), [](const Stakeholder& s) { return s.formal_power > 0; });
  std::vector<std::int32_t> power;
  power.reserve(people.size());
  for (const Stakeholder& s : people) power.push_back(known ? s.formal_power : s.influence);
  return power;
}

// 1 + how many have more; `sorted` holds the same values, greatest first.
template <class Value>
int rank_in(const std::vector<Value>& sorted, Value value) {
  const auto more = std::lower_bound(sorted.begin(), sorted.end(), value, std::greater<Value>());
  return 1 + static_cast<int>(more - sorted.begin());
}

std::int64_t in_steps(double measure) { return std::llround(measure / equal_within); }

void rank_all(std::vector<Influence>& all, const std::vector<std::int32_t>& power) {
  std::vector<std::int64_t> positions;
  positions.reserve(all.size());
  for (const Influence& one : all) positions.push_back(in_steps(one.betweenness));
  std::vector<std::int64_t> sorted_positions = positions;
  std::sort(sorted_positions.begin(), sorted_positions.end(), std::greater<>());
  std::vector<std::int32_t> sorted_power = power;
  std::sort(sorted_power.begin(), sorted_power.end(), std::greater<>());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].rank_by_position = rank_in(sorted_positions, positions[i]);
    all[i].rank_by_power = rank_in(sorted_power, power[i]);
  }
  const bool alone = sorted_positions.size() == 1 ||
                     (sorted_positions.size() > 1 && sorted_positions[0] > sorted_positions[1]);
  for (Influence& one : all)
    one.hidden = alone && one.rank_by_position == 1 && one.rank_by_power > 1 && one.betweenness >= hidden_betweenness;
}

}  // namespace

std::vector<Influence> influence_of(const Workshop& workshop, TieKinds kinds) {
  const TiedPeople tied = tied_people(workshop, kinds);
  const std::vector<double> betweenness = betweenness_of(tied);
  const std::vector<double> pagerank = pagerank_of(tied);
  const std::vector<int> degrees = degrees_of(tied);
  std::vector<Influence> all(workshop.stakeholders.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].stakeholder = workshop.stakeholders[i].id;
    const std::size_t number = tied.number[i];
    if (number == none) continue;
    all[i].betweenness = betweenness[number];
    all[i].pagerank = pagerank[number];
    all[i].degree = degrees[number];
  }
  rank_all(all, power_of(workshop.stakeholders));
  std::sort(all.begin(), all.end(), [](const Influence& a, const Influence& b) {
    if (a.rank_by_position != b.rank_by_position) return a.rank_by_position < b.rank_by_position;
    if (in_steps(a.pagerank) != in_steps(b.pagerank)) return a.pagerank > b.pagerank;
    return a.stakeholder < b.stakeholder;
  });
  return all;
}

StakeholderId hidden_influencer(const std::vector<Influence>& all) {
  const auto at = std::find_if(all.begin(), all.end(), [](const Influence& one) { return one.hidden; });
  return at == all.end() ? StakeholderId{} : at->stakeholder;
}

}  // namespace standpoint
