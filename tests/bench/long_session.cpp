// Fold, and a session of a million events: written in groups, opened, sought in. See parts.h.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "core/file/session_store.h"
#include "core/workshop/apply.h"
#include "tests/bench/busy_session.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

constexpr std::size_t group = 1000;
constexpr int seeks = 200;

// The most memory this process ever had in use, in MB; 0 where the system does not tell.
double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmHWM:", 0) == 0) return std::atof(line.c_str() + 6) / 1024;
  return 0;
}

std::vector<Event> some_events(std::uint64_t count) {
  BusySession session;
  std::vector<Event> events;
  events.reserve(static_cast<std::size_t>(count));
  while (events.size() < count) events.push_back(session.next());
  return events;
}

Json seek_times(const Replay& replay) {
  std::mt19937_64 random{7};
  std::vector<double> times;
  std::uint64_t sum = 0;  // of what was found, so that no seek is optimised away
  for (int i = 0; i < seeks; ++i) {
    const std::uint64_t at = random() % (replay.last_sequence() + 1);
    const Stopwatch watch;
    sum += replay.at(at).sequence - at;
    times.push_back(watch.milliseconds());
  }
  if (sum != 0) throw std::runtime_error("A seek led to another moment than the one asked for.");
  return {{"places", seeks}, {"p50_ms", rounded(percentile(times, 0.5))}, {"p95_ms", rounded(percentile(times, 0.95))}, {"max_ms", rounded(percentile(times, 1))}};
}

}  // namespace

Json measure_fold(std::uint64_t count) {
  const std::vector<Event> events = some_events(count);
  const double all = static_cast<double>(count);
  const Stopwatch folding;
  const Workshop workshop = folded({}, events);
  const double folded_s = folding.seconds();
  std::vector<Bytes> payloads;
  payloads.reserve(events.size());
  std::size_t bytes = 0;
  const Stopwatch encoding;
  for (const Event& event : events) bytes += payloads.emplace_back(encoded(event)).size();
  const double encoded_s = encoding.seconds();
  const Stopwatch decoding;
  for (const Bytes& payload : payloads) expected(decoded_event(payload));
  const double decoded_s = decoding.seconds();
  return {{"events", count},
          {"stakeholders", workshop.stakeholders.size()},
          {"ties", workshop.ties.size()},
          {"mean_payload_bytes", rounded(static_cast<double>(bytes) / all)},
          {"folded_per_s", std::llround(all / folded_s)},
          {"encoded_per_s", std::llround(all / encoded_s)},
          {"decoded_per_s", std::llround(all / decoded_s)}};
}

Json write_long_session(const std::string& path, std::uint64_t events) {
  const auto files = posix_file_system();
  SessionStore store(*files, expected(SessionLog::create(*files, path, SessionIdentity{{1, 2, 3}, 1'795'093'200'000})));
  BusySession session;
  std::vector<Event> batch;
  double appending_s = 0;
  for (std::uint64_t done = 0; done < events; done += batch.size()) {
    batch.clear();
    while (batch.size() < group && done + batch.size() < events) batch.push_back(session.next());
    const Stopwatch watch;
    expected(store.append(batch));
    appending_s += watch.seconds();
  }
  return {{"events", events},
          {"group", group},
          {"file_mb", rounded(static_cast<double>(std::filesystem::file_size(path)) / 1e6)},
          {"encoded_and_durable_per_s", std::llround(static_cast<double>(events) / appending_s)},
          {"workshop_hash", std::to_string(hash_of(session.workshop()))}};
}

Json open_long_session(const std::string& path) {
  const auto files = posix_file_system();
  const Stopwatch scanning;
  const LogReport report = inspect_session(*files, path);
  const double inspect_ms = scanning.milliseconds();
  if (report.state != LogState::sound) throw std::runtime_error(report.sentence);
  const double before_mb = peak_memory_mb();
  const Stopwatch opening;
  const OpenedSession session = expected(open_session(*files, path, OpenFor::reading));
  const double open_ms = opening.milliseconds(), open_cpu_ms = opening.cpu_milliseconds();
  Json figures = {{"open_ms", rounded(open_ms)}, {"open_cpu_ms", rounded(open_cpu_ms)}, {"verify_alone_ms", rounded(inspect_ms)}, {"events", session.replay.last_sequence()}};
  figures["seek"] = seek_times(session.replay);
  figures["keyframe_every"] = session.replay.keyframe_every();
  figures["peak_memory_mb"] = rounded(peak_memory_mb());
  figures["peak_memory_before_open_mb"] = rounded(before_mb);
  figures["workshop_hash"] = std::to_string(hash_of(session.workshop));
  return figures;
}

}  // namespace standpoint::bench
