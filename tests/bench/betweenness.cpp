// Who is really listened to, on networks of the sizes that the aims name. See parts.h.
#include <random>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include "core/insights/insights.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

constexpr int runs = 15;

// People who have ties get more of them, as in real networks: half of all ends are drawn from the ends there are.
Workshop network(std::uint32_t people, std::uint32_t ties) {
  std::mt19937_64 random{11};
  Workshop workshop;
  for (std::uint32_t n = 1; n <= people; ++n) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, n);
    person.name = "Person " + std::to_string(n);
    workshop.stakeholders.push_back(person);
  }
  std::vector<StakeholderId> ends;
  const auto any_end = [&] {
    const bool known = !ends.empty() && random() % 2 == 0;
    return known ? ends[random() % ends.size()] : workshop.stakeholders[random() % people].id;
  };
  while (workshop.ties.size() < ties) {
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, people + 1 + static_cast<std::uint32_t>(workshop.ties.size()));
    tie.from = any_end();
    tie.to = any_end();
    tie.kind = static_cast<TieKind>(random() % tie_kind_count);
    if (tie.from == tie.to) continue;
    ends.push_back(tie.from);
    ends.push_back(tie.to);
    workshop.ties.push_back(tie);
  }
  return workshop;
}

template <class Work>
Json times_of(Work work) {
  std::vector<double> times, cpu_times;
  for (int run = 0; run < runs; ++run) {
    const Stopwatch watch;
    work();
    times.push_back(watch.milliseconds());
    cpu_times.push_back(watch.cpu_milliseconds());
  }
  return {{"p50_ms", rounded(percentile(times, 0.5))}, {"max_ms", rounded(percentile(times, 1))}, {"p50_cpu_ms", rounded(percentile(cpu_times, 0.5))}};
}

// Boost's betweenness on its usual undirected graph, without reading the workshop and without PageRank.
double boost_alone(const Workshop& workshop) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Graph graph(workshop.stakeholders.size());
  const auto index = [](StakeholderId id) { return static_cast<std::size_t>(minted_nth(id) - 1); };
  for (const Tie& tie : workshop.ties) boost::add_edge(index(tie.from), index(tie.to), graph);
  std::vector<double> centrality(workshop.stakeholders.size());
  boost::brandes_betweenness_centrality(graph, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, graph)));
  return centrality.front();
}

}  // namespace

Json measure_betweenness() {
  Json all = Json::array();
  for (const auto& [people, ties] : {std::pair{300u, 900u}, std::pair{1000u, 3000u}}) {
    const Workshop workshop = network(people, ties);
    double kept = 0;  // so that no run is optimised away
    Json one = {{"people", people}, {"ties", ties}, {"runs", runs}};
    one["influence_of"] = times_of([&] { kept += influence_of(workshop).front().betweenness; });
    one["boost_alone"] = times_of([&] { kept += boost_alone(workshop); });
    if (kept <= 0) throw std::runtime_error("Nobody stands between anybody in the made-up network.");
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace standpoint::bench
