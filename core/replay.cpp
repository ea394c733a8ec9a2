// Keyframes and folding between them. All stored payloads were decoded once when they were added, so decoding them
// again cannot fail.
#include "core/replay.h"

#include <algorithm>

#include "core/apply.h"

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
  times_.push_back(times_.empty() ? event.time_ms : std::max(times_.back(), event.time_ms));
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

}  // namespace standpoint
