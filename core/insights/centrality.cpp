// Everything lies in flat arrays by number, and the inner loops decide without branches: which way they go is chance, and a
// guess of the processor that fails costs more than all the rest of a step.
#include "core/insights/centrality.h"

#include <algorithm>
#include <limits>

namespace standpoint {
namespace {

constexpr double pagerank_damping = 0.85;
constexpr int pagerank_rounds = 100;
constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// All shortest paths from one person, and what they give to whom they lead over. Kept from start to start: its arrays are as
// large as the network.
class PathsFrom {
 public:
  explicit PathsFrom(const Network& network)
      : network_(network), reached_(network.people() + 1), next_(network.to.size() + 1), next_end_(network.people()), at_(network.people()), gives_(network.people()) {}

  void add_to(std::vector<double>& betweenness, std::uint32_t start) {
    walk(start);
    gather(betweenness);
  }

 private:
  struct At {
    std::uint32_t steps = unseen;  // from the start
    double paths = 0;              // shortest ones from there
  };

  // Breadth first. Beside who is reached, notes which links go on a shortest path, in the order of those they begin at. What is
  // written behind the end of either list is written again by whoever comes next.
  void walk(std::uint32_t start) {
    std::fill(at_.begin(), at_.end(), At{});
    at_[start] = {0, 1};
    reached_[0] = start;
    std::size_t count = 1, noted = 0;
    std::uint32_t* const reached = reached_.data();
    std::uint32_t* const next = next_.data();
    At* const at = at_.data();
    const std::uint32_t* const to = network_.to.data();
    for (std::size_t nth = 0; nth < count; ++nth) {
      const std::uint32_t here = reached[nth], steps = at[here].steps + 1;
      const double paths_if[2] = {0, at[here].paths};
      const std::uint32_t* const end = to + network_.begin[here + 1];
      for (const std::uint32_t* link = to + network_.begin[here]; link != end; ++link) {
        const std::uint32_t other = *link;
        At& there = at[other];
        const std::uint32_t known = there.steps;
        reached[count] = other;
        count += known == unseen;
        const std::uint32_t now = std::min(known, steps);
        there.steps = now;
        const std::size_t goes_on = now == steps;
        there.paths += paths_if[goes_on];
        next[noted] = other;
        noted += goes_on;
      }
      next_end_[nth] = noted;
    }
    count_ = count;
  }

  // From the farthest back to the start: each gives on to those before, in parts as their paths are.
  void gather(std::vector<double>& betweenness) {
    for (std::size_t nth = count_; nth-- > 1;) {
      double taken = 0;
      for (std::size_t link = next_end_[nth - 1]; link < next_end_[nth]; ++link) taken += gives_[next_[link]];
      const std::uint32_t here = reached_[nth];
      const double depend = at_[here].paths * taken;
      gives_[here] = (1 + depend) / at_[here].paths;
      betweenness[here] += depend;
    }
  }

  const Network& network_;
  std::vector<std::uint32_t> reached_;  // nearest first
  std::size_t count_ = 0;               // of reached_
  std::vector<std::uint32_t> next_;     // where the noted links lead
  std::vector<std::size_t> next_end_;   // where those of the nth that was reached end
  std::vector<At> at_;
  std::vector<double> gives_;  // to each path that leads there
};

}  // namespace

Network network_of(std::size_t people, const std::vector<NumberedLink>& links) {
  Network network{std::vector<std::size_t>(people + 1, 0), std::vector<std::uint32_t>(links.size())};
  for (const auto& [from, to] : links) ++network.begin[from + 1];
  for (std::size_t n = 0; n < people; ++n) network.begin[n + 1] += network.begin[n];
  std::vector<std::size_t> next(network.begin.begin(), network.begin.end() - 1);
  for (const auto& [from, to] : links) network.to[next[from]++] = to;
  return network;
}

std::vector<double> betweenness_of(const Network& both_ways) {
  const std::size_t people = both_ways.people();
  std::vector<double> betweenness(people, 0.0);
  if (people < 3) return betweenness;
  PathsFrom paths(both_ways);
  for (std::uint32_t start = 0; start < people; ++start) paths.add_to(betweenness, start);
  // Each pair was met twice, from either end.
  const double twice_the_pairs = static_cast<double>(people - 1) * static_cast<double>(people - 2);
  for (double& value : betweenness) value /= twice_the_pairs;
  return betweenness;
}

// The rank of people who have no link is lost on the way. Dividing by the sum gives exactly the ranks that come out when such a
// person's rank goes to everybody alike, since both solve the same linear equations up to a factor.
std::vector<double> pagerank_of(const Network& attention) {
  const std::size_t people = attention.people();
  std::vector<double> rank(people, people == 0 ? 0.0 : 1.0 / static_cast<double>(people)), next(people);
  for (int round = 0; round < pagerank_rounds; ++round) {
    std::fill(next.begin(), next.end(), 1 - pagerank_damping);
    for (std::size_t from = 0; from < people; ++from) {
      const double given = pagerank_damping * rank[from] / static_cast<double>(std::max<std::size_t>(attention.links_of(from), 1));
      for (std::size_t link = attention.begin[from]; link < attention.begin[from + 1]; ++link) next[attention.to[link]] += given;
    }
    rank.swap(next);
  }
  double sum = 0;
  for (const double value : rank) sum += value;
  for (double& value : rank) value /= sum;
  return rank;
}

}  // namespace standpoint
