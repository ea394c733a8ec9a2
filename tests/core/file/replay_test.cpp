// The past of a session, at every event and at its keyframes.
#include "core/file/replay.h"

#include <doctest/doctest.h>

#include "tests/core/samples/sample_workshop.h"

namespace standpoint::replay_test {

namespace {

Event rename_event(std::uint64_t n) {
  return {n, sample_start_ms + static_cast<std::int64_t>(n), SeatId{1}, static_cast<std::uint32_t>(n), RenameSession{std::to_string(n), ""}};
}

}  // namespace

TEST_CASE("replay gives the workshop right after any event") {
  const SampleWorkshop sample;
  Replay replay;
  std::vector<Workshop> after = {Workshop{}};
  for (const Event& event : sample.events) {
    const Bytes payload = encoded(event);
    REQUIRE(replay.add(payload, event_schema));
    after.push_back(after.back());
    apply(after.back(), event);
  }
  REQUIRE(replay.last_sequence() == sample.events.size());
  CHECK(replay.latest() == sample.workshop);
  for (std::size_t n = 0; n < after.size(); ++n) CHECK(replay.at(n) == after[n]);
  CHECK(replay.at(1'000'000) == sample.workshop);
  for (std::size_t n = 1; n <= sample.events.size(); ++n) {
    CHECK(replay.event(n) == sample.events[static_cast<std::size_t>(n - 1)]);
    CHECK(replay.time_of(n) == sample.events[static_cast<std::size_t>(n - 1)].time_ms);
  }
}

TEST_CASE("replay finds the last event at or before a moment") {
  const SampleWorkshop sample;
  Replay replay;
  for (const Event& event : sample.events) replay.add(event);
  CHECK(replay.last_at_or_before(sample.events.front().time_ms - 1) == 0);
  CHECK(replay.last_at_or_before(sample.events.front().time_ms) == 1);
  CHECK(replay.last_at_or_before(sample.events[4].time_ms + 1) == 5);
  CHECK(replay.last_at_or_before(sample.events.back().time_ms + 1'000'000) == sample.events.size());
}

TEST_CASE("replay of nothing is an empty workshop") {
  const Replay replay;
  CHECK(replay.last_sequence() == 0);
  CHECK(replay.at(0) == Workshop{});
  CHECK(replay.at(5) == Workshop{});
  CHECK(replay.time_of(1) == 0);
  CHECK(replay.event(1).sequence == 0);
  CHECK(replay.last_at_or_before(sample_start_ms) == 0);
}

TEST_CASE("replay refuses bytes that are no event, and events out of order") {
  const SampleWorkshop sample;
  Replay replay;
  Bytes first = encoded(sample.events[0]);
  const Bytes third = encoded(sample.events[2]);
  CHECK_FALSE(replay.add(third, event_schema));
  CHECK_FALSE(replay.add(first, event_schema + 1));
  CHECK_FALSE(replay.add(std::span(first).first(first.size() - 1), event_schema));
  CHECK(replay.last_sequence() == 0);
  CHECK(replay.add(first, event_schema));
  replay.add(sample.events[2]);
  CHECK(replay.last_sequence() == 1);
}

TEST_CASE("replay seeks across keyframes, also after their spacing doubled") {
  Replay replay;
  const std::uint64_t spacing = replay.keyframe_every();
  const std::uint64_t last = spacing * 140 + 17;
  for (std::uint64_t n = 1; n <= last; ++n) replay.add(rename_event(n));
  CHECK(replay.keyframe_every() == 2 * spacing);
  for (const std::uint64_t keyframe : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{63}, std::uint64_t{64}, std::uint64_t{65}, std::uint64_t{69}}) {
    const std::uint64_t at = keyframe * replay.keyframe_every();
    for (const std::uint64_t n : {at - 1, at, at + 1}) {
      const Workshop workshop = replay.at(n);
      CHECK(workshop.sequence == n);
      CHECK(workshop.title == std::to_string(n));
      CHECK(workshop.changed_ms == replay.time_of(n));
    }
  }
  CHECK(replay.at(last - 1).title == std::to_string(last - 1));
}

TEST_CASE("R314 replay plays on where the clock was set back, and says what the file says") {
  constexpr std::int64_t minute = 60'000, year = std::int64_t{365} * 24 * 60 * minute;
  const SampleRoom sample;
  Replay replay;
  std::vector<std::int64_t> stamps;
  const auto add = [&](std::int64_t at) {
    const std::uint64_t n = replay.last_sequence() + 1;
    Event event = n <= sample.events.size() ? sample.events[static_cast<std::size_t>(n - 1)] : Event{n, 0, sample.nadia, 0, RenameSession{"Title " + std::to_string(n), ""}};
    event.time_ms = at;
    replay.add(event);
    stamps.push_back(at);
  };
  for (const std::int64_t at : {0, 1, 2, 3}) add(sample_start_ms + year + at * minute);
  for (const std::int64_t at : {10, 11, 15}) add(sample_start_ms + at * minute);
  add(sample_start_ms + 14 * minute);
  add(sample_start_ms + 16 * minute);
  const std::int64_t start = replay.time_of(1);
  std::vector<std::int64_t> minutes;
  for (std::uint64_t n = 1; n <= replay.last_sequence(); ++n) {
    CHECK(replay.stamp_of(n) == stamps[static_cast<std::size_t>(n - 1)]);
    minutes.push_back((replay.time_of(n) - start) / minute);
    CHECK(replay.played(stamps[static_cast<std::size_t>(n - 1)]) <= replay.time_of(n));
  }
  CHECK(minutes == std::vector<std::int64_t>{0, 1, 2, 3, 3, 4, 8, 8, 10});
  CHECK(replay.played(sample_start_ms + year + minute) == start + minute);
  CHECK(replay.played(sample_start_ms + 11 * minute) == start + 4 * minute);
  CHECK(replay.by_file(start + 4 * minute) == sample_start_ms + 11 * minute);
  CHECK(set_back_words(replay, 5) == "The clock was set back by 364 days");
  CHECK(set_back_words(replay, 8) == "The clock was set back by 1 min");
  CHECK(set_back_words(replay, 9).empty());
  CHECK(set_back_words(replay, 1).empty());
}

}  // namespace standpoint::replay_test
