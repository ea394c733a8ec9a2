// The benchmarks, printed as JSON. Started by tests/bench/run; not a test: a slow machine fails nothing.
//   bench FOLDER [EVENTS]   everything, its files in FOLDER (on the disk to be measured), a session of EVENTS events
//   bench paint             frames of maps alone
//   bench layout FOLDER     the layout alone
//   bench network FOLDER    the host and its tablets alone
//   bench open FILE         opens and seeks in one session; started by the first, so that memory is counted alone
// The environment names the peers' scripts and packages (STANDPOINT_BENCH_PEER_SCRIPTS, STANDPOINT_BENCH_PEERS); without them
// there is no comparison with them. STANDPOINT_BENCH_PROGRAM is the program whose host is measured.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <thread>

#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

double load_average() {
  double load = 0;
  return getloadavg(&load, 1) == 1 ? load : 0;
}

// What `bench open` prints, from a process of its own.
Json opened_alone(const std::string& path) {
  return printed_by("'" + std::filesystem::read_symlink("/proc/self/exe").string() + "' open '" + path + "'");
}

Json long_session(const std::string& folder, std::uint64_t events) {
  const std::string path = folder + "/long.standpoint";
  Json figures = {{"written", write_long_session(path, events)}};
  for (int run = 0; run < 3; ++run) figures["opened"].push_back(opened_alone(path));
  for (const Json& opened : figures["opened"])
    if (opened["workshop_hash"] != figures["written"]["workshop_hash"]) throw std::runtime_error("The session opened as another workshop than was written.");
  return figures;
}

// The median of what the runs say.
double median(const Json& runs, const Json::json_pointer& figure) {
  std::vector<double> values;
  for (const Json& run : runs) values.push_back(run.at(figure).get<double>());
  return percentile(values, 0.5);
}

Json aims(const Json& figures) {
  const Json& opened = figures["long_session"]["opened"];
  return {at_most("open, ms", 1000, median(opened, Json::json_pointer("/open_ms"))),
          at_most("seek p95, ms", 16, median(opened, Json::json_pointer("/seek/p95_ms"))),
          at_most("seek max, ms", 16, median(opened, Json::json_pointer("/seek/max_ms"))),
          at_most("peak memory, MB", 300, median(opened, Json::json_pointer("/peak_memory_mb"))),
          at_least("durable events per second in groups of 1,000", 100'000, figures["durable"].back()["session_log"]["events_per_s"]),
          at_most("a still frame of 300 people and 900 ties, processor p95, ms", 2, figures["paint"].front()["still"]["p95_ms"]),
          at_most("panning over 10,000 people and 30,000 ties, processor p95, ms", 5, figures["paint"].back()["panning"]["p95_ms"]),
          at_most("bytes of shapes sent while panning over them", 0, figures["paint"].back()["panning"]["max_shape_bytes_sent"]),
          at_most("bytes of shapes sent when all of them moved", 1'048'576, figures["paint"].back()["positions_changed"]["max_shape_bytes_sent"]),
          at_most("betweenness of 1,000 people and 3,000 ties, ms", 50, figures["betweenness"].back()["influence_of"]["p50_ms"]),
          at_most("the same, of what Boost takes, processor", 0.5,
                  figures["betweenness"].back()["influence_of"]["p50_cpu_ms"].get<double>() / figures["betweenness"].back()["boost_alone"]["p50_cpu_ms"].get<double>())};
}

std::string named(const char* variable) {
  const char* const value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

Peers peers() { return {named("STANDPOINT_BENCH_PEER_SCRIPTS"), named("STANDPOINT_BENCH_PEERS")}; }

// How many times our CPU time the peers take: a tenth and a third of theirs are aimed at.
Json layout_aims(const Json& layout) {
  Json aims = Json::array();
  for (const Json& one : layout["one_iteration"]) {
    const std::string size = " at " + std::to_string(one["people"].get<int>()) + " people";
    if (one["people"] == 300 || !one.contains("d3_force")) continue;
    aims.push_back(at_least(("times faster than d3-force" + size).c_str(), 10, one["d3_force"]["times_ours"]));
    aims.push_back(at_least(("times faster than ngraph.forcelayout" + size).c_str(), 3, one["ngraph_forcelayout"]["times_ours"]));
  }
  constexpr double whole_at_most[] = {10, 80, 1000};
  for (std::size_t i = 0; i < layout["whole"].size(); ++i)
    aims.push_back(at_most(("map of " + std::to_string(layout["whole"][i]["people"].get<int>()) + " people, CPU ms").c_str(), whole_at_most[i], layout["whole"][i]["build_map_cpu_ms"]));
  return aims;
}

Json layout_alone(const std::string& folder) {
  const double load = load_average();
  const Json layout = measure_layout(folder, peers());
  return {{"machine", {{"processors", std::thread::hardware_concurrency()}, {"load_before", rounded(load)}, {"load_after", rounded(load_average())}}}, {"layout", layout}, {"aims", layout_aims(layout)}};
}

Json network_alone(const std::string& folder) {
  const double load = load_average();
  const Json network = measure_network(folder, named("STANDPOINT_BENCH_PROGRAM"), peers());
  return {{"machine", {{"processors", std::thread::hardware_concurrency()}, {"load_before", rounded(load)}, {"load_after", rounded(load_average())}}}, {"network", network}, {"aims", network_aims(network)}};
}

Json everything(const std::string& folder, std::uint64_t events) {
  Json figures = {{"machine", {{"processors", std::thread::hardware_concurrency()}, {"load_before", rounded(load_average())}}}};
  figures["fold"] = measure_fold(200'000);
  figures["betweenness"] = measure_betweenness();
  figures["paint"] = measure_paint();
  figures["layout"] = measure_layout(folder, peers());
  figures["durable"] = measure_durable(folder);
  figures["long_session"] = long_session(folder, events);
  figures["network"] = measure_network(folder, named("STANDPOINT_BENCH_PROGRAM"), peers());
  figures["machine"]["load_after"] = rounded(load_average());
  figures["aims"] = aims(figures);
  for (const Json& aim : layout_aims(figures["layout"])) figures["aims"].push_back(aim);
  for (const Json& aim : network_aims(figures["network"])) figures["aims"].push_back(aim);
  return figures;
}

}  // namespace
}  // namespace standpoint::bench

int main(int count, char** words) {
  using namespace standpoint::bench;
  try {
    if (count == 3 && std::string(words[1]) == "open") std::cout << open_long_session(words[2]) << '\n';
    else if (count == 2 && std::string(words[1]) == "paint") std::cout << measure_paint().dump(2) << '\n';
    else if (count == 3 && std::string(words[1]) == "network") std::cout << network_alone(words[2]).dump(2) << '\n';
    else if (count == 3 && std::string(words[1]) == "layout") std::cout << layout_alone(words[2]).dump(2) << '\n';
    else if (count >= 2) std::cout << everything(words[1], count > 2 ? std::strtoull(words[2], nullptr, 10) : 1'000'000).dump(2) << '\n';
    else std::cerr << "bench needs a folder on the disk to measure. Nothing was measured; start tests/bench/run instead.\n";
    return count >= 2 ? 0 : 2;
  } catch (const std::exception& trouble) {
    std::cerr << "The benchmark stopped: " << trouble.what() << '\n';
    return 1;
  }
}
