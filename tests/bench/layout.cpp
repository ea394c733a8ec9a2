// The layout of the map: one iteration of its forces beside d3-force and ngraph.forcelayout, and the whole of it. See parts.h.
// An iteration is what the peers call one: everybody pushes everybody (Barnes and Hut, theta 0.9), ties pull, all move.
#include <cstdio>
#include <fstream>
#include <random>

#include "core/boards/layout.h"
#include "core/boards/layout_forces.h"
#include "core/boards/map.h"
#include "core/boards/repulsion.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

constexpr int turns = 5;       // ours, theirs, ours, theirs ...
constexpr int warm_up = 20;    // iterations before any is counted, so that node.js has compiled what it will
constexpr float pull = 0.1F, rest_length = 30, kept_speed = 0.6F, step = 0.1F;

struct Network {
  Columns places;
  std::vector<BodyPair> ties;
};

// Anybody tied to anybody, spread over a square with the room that a settled network takes.
Network network(std::size_t people, std::size_t ties) {
  std::mt19937 random{7};
  const float side = 30 * std::sqrt(static_cast<float>(people));
  const auto somewhere = [&] { return side * static_cast<float>(random() % 65536) / 65536; };
  Network made;
  for (std::size_t i = 0; i < people; ++i) {
    made.places.x.push_back(somewhere());
    made.places.y.push_back(somewhere());
  }
  while (made.ties.size() < ties) {
    const std::size_t a = random() % people, b = random() % people;
    if (a != b) made.ties.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
  }
  return made;
}

void write(const Network& network, const std::string& path) {
  Json graph = {{"x", network.places.x}, {"y", network.places.y}, {"ties", Json::array()}};
  for (const BodyPair& tie : network.ties) graph["ties"].push_back({tie.first, tie.second});
  std::ofstream(path) << graph;
}

// Our forces in the loop the peers have too: velocities that decay.
class Iterations {
 public:
  explicit Iterations(const Network& network)
      : places_(network.places), ties_(network.ties), repulsion_(std::vector<float>(network.places.size(), 1)) {
    speeds_.resize(places_.size());
    forces_.resize(places_.size());
  }
  void next() {
    std::fill(forces_.x.begin(), forces_.x.end(), 0.0F);
    std::fill(forces_.y.begin(), forces_.y.end(), 0.0F);
    repulsion_.add(places_, {30, 1, 0, 0.9F}, forces_);
    add_springs(places_, ties_, pull, rest_length, forces_);
    move(places_.x, speeds_.x, forces_.x);
    move(places_.y, speeds_.y, forces_.y);
  }
  float any() const { return places_.x.front(); }

 private:
  static void move(std::vector<float>& places, std::vector<float>& speeds, const std::vector<float>& forces) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      speeds[i] = kept_speed * (speeds[i] + step * forces[i]);
      places[i] += speeds[i];
    }
  }
  Columns places_, speeds_, forces_;
  std::vector<BodyPair> ties_;
  Repulsion repulsion_;
};

// Median CPU milliseconds of one iteration; a stopwatch of the system's ticks needs several at once.
double ours(const Network& network, int iterations) {
  Iterations run(network);
  for (int i = 0; i < warm_up; ++i) run.next();
  const int at_once = std::max(1, static_cast<int>(20'000 / network.places.size()));
  std::vector<double> times;
  for (int i = 0; i < iterations; ++i) {
    const Stopwatch watch;
    for (int one = 0; one < at_once; ++one) run.next();
    times.push_back(watch.cpu_milliseconds() / at_once);
  }
  if (!std::isfinite(run.any())) throw std::runtime_error("The made-up network flew apart.");
  return percentile(times, 0.5);
}

// One peer in a process of its own: the same of it, or what is missing.
Json theirs(const Peers& peers, const std::string& peer, const std::string& graph, int iterations) {
  return printed_by("node '" + peers.scripts + "/layout.mjs' '" + peers.packages + "/layout' " + peer + " '" + graph + "' " + std::to_string(warm_up) + " " + std::to_string(iterations));
}

Json one_iteration(const std::string& folder, const Peers& peers, std::size_t people, std::size_t ties) {
  const Network made = network(people, ties);
  const std::string graph = folder + "/graph.json";
  write(made, graph);
  const int iterations = people > 5000 ? 9 : 31;
  std::vector<double> mine, d3, ngraph;
  for (int turn = 0; turn < turns; ++turn) {
    mine.push_back(ours(made, iterations));
    if (peers.packages.empty()) continue;
    d3.push_back(theirs(peers, "d3-force", graph, iterations)["p50_cpu_ms"]);
    ngraph.push_back(theirs(peers, "ngraph.forcelayout", graph, iterations)["p50_cpu_ms"]);
  }
  Json one = {{"people", people}, {"ties", ties}, {"standpoint_cpu_ms", rounded(percentile(mine, 0.5))}};
  const auto compare = [&](const char* name, const std::vector<double>& times) {
    if (times.empty()) return;
    const double median = percentile(times, 0.5);
    one[name] = {{"cpu_ms", rounded(median)}, {"times_ours", rounded(median / percentile(mine, 0.5))}};
  };
  compare("d3_force", d3);
  compare("ngraph_forcelayout", ngraph);
  return one;
}

Workshop workshop_of(std::uint32_t people, std::uint32_t ties) {
  std::mt19937 random{11};
  constexpr Ring rings[] = {Ring::team, Ring::internal, Ring::internal, Ring::internal, Ring::external, Ring::external, Ring::regulator};
  Workshop workshop;
  for (std::uint32_t n = 1; n <= people; ++n) {
    Stakeholder person;
    person.id = mint<StakeholderId>(SeatId{1}, n);
    person.name = "Person " + std::to_string(n);
    person.ring = rings[random() % 7];
    person.influence = static_cast<std::uint8_t>(1 + random() % 5);
    workshop.stakeholders.push_back(person);
  }
  for (std::uint32_t n = 1; n <= ties; ++n) {
    Tie tie;
    tie.id = mint<TieId>(SeatId{1}, people + n);
    tie.from = workshop.stakeholders[random() % people].id;
    tie.to = workshop.stakeholders[random() % people].id;
    if (tie.from != tie.to) workshop.ties.push_back(tie);
  }
  return workshop;
}

Json whole(std::uint32_t people, std::uint32_t ties) {
  const Workshop workshop = workshop_of(people, ties);
  std::vector<double> layout, board;
  for (int run = 0; run < 5; ++run) {
    const Stopwatch first;
    if (laid_out(workshop).size() != people) throw std::runtime_error("The layout lost somebody.");
    layout.push_back(first.cpu_milliseconds());
    const Stopwatch second;
    if (build_map(workshop).nodes.size() != people) throw std::runtime_error("The map lost somebody.");
    board.push_back(second.cpu_milliseconds());
  }
  return {{"people", people}, {"ties", ties}, {"laid_out_cpu_ms", rounded(percentile(layout, 0.5))}, {"build_map_cpu_ms", rounded(percentile(board, 0.5))}};
}

}  // namespace

Json measure_layout(const std::string& folder, const Peers& peers) {
  Json figures;
  if (peers.packages.empty()) figures["peers"] = "Not measured: npm's packages were not fetched.";
  for (const auto& [people, ties] : {std::pair{300u, 900u}, std::pair{1000u, 3000u}, std::pair{10000u, 30000u}})
    figures["one_iteration"].push_back(one_iteration(folder, peers, people, ties));
  for (const auto& [people, ties] : {std::pair{300u, 900u}, std::pair{1200u, 16000u}, std::pair{10000u, 30000u}})
    figures["whole"].push_back(whole(people, ties));
  return figures;
}

}  // namespace standpoint::bench
