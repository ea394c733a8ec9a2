// Keyframes and folding between them. All stored payloads were decoded once when they were added, so decoding them
// again cannot fail.
#include "core/file/replay.h"

#include <algorithm>

#include "core/workshop/apply.h"

namespace standpoint {

Result<void> Replay::add(std::span<const std::byte> payload, std::uint16_t schema) {
  const Result<Event> event = decoded_event(payload, schema);
  if (!event) return tl::unexpected<Failure>(event.error());
  if (event->sequence != last_sequence() + 1)
    return failed("The events of this session are not in order. Nothing was changed; run `standpoint check` on the file.");
  keep(payload, *event);
  return {};
}

void Replay::add(const Event& event) {
  if (event.sequence != last_sequence() + 1) return;
  keep(encoded(event), event);
}

void Replay::reserve(std::uint64_t events, std::uint64_t bytes) {
  bytes_.reserve(static_cast<std::size_t>(bytes));
  ends_.reserve(static_cast<std::size_t>(events));
  times_.reserve(static_cast<std::size_t>(events));
}

void Replay::keep(std::span<const std::byte> payload, const Event& event) {
  bytes_.insert(bytes_.end(), payload.begin(), payload.end());
  ends_.push_back(bytes_.size());
  const std::int64_t ahead = set_backs_.empty() ? 0 : set_backs_.back().ahead_ms, last = times_.empty() ? event.time_ms : times_.back();
  if (event.time_ms + ahead < last) set_backs_.push_back({event.sequence, last - event.time_ms});
  times_.push_back(std::max(last, event.time_ms + ahead));
  apply(latest_, event);
  if (event.sequence % keyframe_every_ == 0) add_keyframe();
}

void Replay::add_keyframe() {
  keyframes_.push_back(latest_);
  if (keyframes_.size() <= most_keyframes) return;
  std::vector<Workshop> kept;
  kept.reserve(most_keyframes);
  for (std::size_t i = 1; i < keyframes_.size(); i += 2) kept.push_back(std::move(keyframes_[i]));
  keyframes_ = std::move(kept);
  keyframe_every_ *= 2;
}

Workshop Replay::at(std::uint64_t n) const {
  if (n >= last_sequence()) return latest_;
  const std::size_t keyframe = static_cast<std::size_t>(n / keyframe_every_);
  Workshop workshop = keyframe == 0 ? Workshop{} : keyframes_[keyframe - 1];
  for (std::uint64_t next = keyframe * keyframe_every_ + 1; next <= n; ++next) apply(workshop, event(next));
  return workshop;
}

Event Replay::event(std::uint64_t n) const {
  if (n == 0 || n > last_sequence()) return {};
  const std::size_t index = static_cast<std::size_t>(n - 1);
  const std::uint64_t start = index == 0 ? 0 : ends_[index - 1];
  const auto payload = std::span(bytes_).subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(ends_[index] - start));
  return decoded_event(payload).value_or(Event{});
}

std::int64_t Replay::time_of(std::uint64_t n) const {
  return n == 0 || n > last_sequence() ? 0 : times_[static_cast<std::size_t>(n - 1)];
}

std::uint64_t Replay::last_at_or_before(std::int64_t time_ms) const {
  const auto after = std::upper_bound(times_.begin(), times_.end(), time_ms);
  return static_cast<std::uint64_t>(after - times_.begin());
}

std::int64_t Replay::ahead_of(std::uint64_t n) const {
  const auto after = std::upper_bound(set_backs_.begin(), set_backs_.end(), n, [](std::uint64_t event, const SetBack& each) { return event < each.first; });
  return after == set_backs_.begin() ? 0 : std::prev(after)->ahead_ms;
}

std::int64_t Replay::by_file(std::int64_t played_ms) const { return played_ms - ahead_of(last_at_or_before(played_ms)); }

// Of stretches that the file dates alike, the earlier one.
std::int64_t Replay::played(std::int64_t file_ms) const {
  std::uint64_t first = 1;
  for (std::size_t i = 0; i <= set_backs_.size(); ++i) {
    const std::uint64_t next = i < set_backs_.size() ? set_backs_[i].first : last_sequence() + 1;
    if (stamp_of(first) <= file_ms && (file_ms <= stamp_of(next - 1) || i == set_backs_.size())) return file_ms + ahead_of(first);
    first = next;
  }
  return file_ms;
}

std::int64_t Replay::set_back_before(std::uint64_t n) const {
  const std::int64_t back = ahead_of(n) - ahead_of(n - 1);
  return n > 1 && back > 0 ? back : 0;
}

std::string set_back_words(const Replay& replay, std::uint64_t n) {
  constexpr std::int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
  const std::int64_t back = replay.set_back_before(n);
  if (back < minute) return {};
  const std::string by = back >= 2 * day ? std::to_string(back / day) + " days"
                       : back >= hour    ? std::to_string(back / hour) + " h " + std::to_string(back % hour / minute) + " min"
                                         : std::to_string(back / minute) + " min";
  return "The clock was set back by " + by;
}

}  // namespace standpoint
