// Stopwatch and percentiles for the benchmarks. Called by every part of tests/bench; measures, never judges.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/workshop/result.h"

namespace standpoint::bench {

using Json = nlohmann::ordered_json;

class Stopwatch {
 public:
  double milliseconds() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count(); }
  double seconds() const { return milliseconds() / 1000; }
  // What of it this process was at work: the figure to compare on a machine that does other things too.
  double cpu_milliseconds() const { return 1000.0 * static_cast<double>(std::clock() - cpu_start_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t cpu_start_ = std::clock();
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The smallest sample that `share` (0..1) of all samples do not exceed (nearest rank).
inline double percentile(std::vector<double> samples, double share) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
  return samples[std::min(rank, samples.size() - 1)];
}

// Three digits after the point are more than any of this can tell.
inline double rounded(double value) { return std::round(value * 1000) / 1000; }

// What is aimed at, and what came out.
inline Json at_most(const char* what, double aim, double measured) { return {{"what", what}, {"at_most", aim}, {"measured", rounded(measured)}, {"met", measured <= aim}}; }
inline Json at_least(const char* what, double aim, double measured) { return {{"what", what}, {"at_least", aim}, {"measured", rounded(measured)}, {"met", measured >= aim}}; }

// The JSON that a process of its own prints.
inline Json printed_by(const std::string& command) {
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("No process could be started for: " + command);
  std::string printed;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) printed += static_cast<char>(c);
  if (pclose(pipe) != 0) throw std::runtime_error("This process failed: " + command);
  return Json::parse(printed);
}

// A benchmark that cannot go on ends with the sentence of the failure.
template <class Value>
Value expected(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().sentence);
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

}  // namespace standpoint::bench
