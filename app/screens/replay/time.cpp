// The line of time of replay: where each moment of a session lies on it, and what it folds. Drawn by timeline.cpp.
#include <algorithm>

#include "app/screens/replay/replay.h"

namespace standpoint {

namespace {

// Hours in which nothing happened, and what happened between them.
std::vector<ReplayTimeline::Stretch> stretches_of(const Replay& replay, const ReplayTimeline& timeline) {
  constexpr std::int64_t idle_ms = 2 * 3'600'000;
  constexpr double fold_bins = 4, most_folded = 0.4;  // of the line, however many folds
  std::vector<ReplayTimeline::Stretch> all{{timeline.start_ms, timeline.end_ms, 0, 1, false}};
  std::int64_t idle = 0;
  for (std::uint64_t n = 2; n <= replay.last_sequence(); ++n) {
    const std::int64_t from = replay.time_of(n - 1), to = replay.time_of(n);
    if (to - from <= idle_ms) continue;
    all.back().to_ms = from;
    all.push_back({from, to, 0, 0, true});
    all.push_back({to, timeline.end_ms, 0, 0, false});
    idle += to - from;
  }
  const std::int64_t active = timeline.end_ms - timeline.start_ms - idle;
  const auto folds = static_cast<double>(all.size() / 2);
  const double fold = folds == 0 ? 0 : active == 0 ? 1 / folds : std::min(fold_bins / static_cast<double>(timeline.bins.size()), most_folded / folds);
  const double pace = (1 - fold * folds) / static_cast<double>(std::max<std::int64_t>(1, active));
  double at = 0;
  for (ReplayTimeline::Stretch& stretch : all) {
    stretch.from = at;
    at += stretch.folded ? fold : pace * static_cast<double>(stretch.to_ms - stretch.from_ms);
    stretch.to = at;
  }
  return all;
}

}  // namespace

double ReplayTimeline::share_of(std::int64_t ms) const {
  for (const Stretch& stretch : stretches)
    if (ms < stretch.to_ms)
      return stretch.from + (stretch.to - stretch.from) * static_cast<double>(std::max<std::int64_t>(0, ms - stretch.from_ms)) / static_cast<double>(stretch.to_ms - stretch.from_ms);
  return stretches.empty() ? 0 : stretches.back().to;
}

std::int64_t ReplayTimeline::time_at(double share) const {
  for (const Stretch& stretch : stretches)
    if (share < stretch.to)
      return stretch.from_ms + static_cast<std::int64_t>((share - stretch.from) / (stretch.to - stretch.from) * static_cast<double>(stretch.to_ms - stretch.from_ms));
  return end_ms;
}

std::int64_t ReplayTimeline::by_file(std::int64_t ms) const {
  std::int64_t behind = 0;
  for (const auto& [from_ms, by_ms] : set_backs)
    if (from_ms <= ms) behind = by_ms;
  return ms - behind;
}

ReplayTimeline timeline_of(const Replay& replay, int bins) {
  ReplayTimeline timeline;
  timeline.bins.assign(static_cast<std::size_t>(bins), 0);
  const std::uint64_t last = replay.last_sequence();
  if (last == 0) return timeline;
  timeline.start_ms = replay.time_of(1);
  timeline.end_ms = std::max(replay.time_of(last), timeline.start_ms + 1);
  timeline.stretches = stretches_of(replay, timeline);
  for (const Replay::SetBack& back : replay.set_backs()) timeline.set_backs.emplace_back(replay.time_of(back.first), back.ahead_ms);
  timeline.by.reserve(static_cast<std::size_t>(last));
  for (std::uint64_t n = 1; n <= last; ++n) {
    const double share = timeline.share_of(replay.time_of(n));
    const auto bin = std::min(static_cast<std::size_t>(share * bins), static_cast<std::size_t>(bins) - 1);
    ++timeline.bins[bin];
    timeline.by.push_back(replay.event(n).by);
  }
  return timeline;
}

}  // namespace standpoint
