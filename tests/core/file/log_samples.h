// Events as bytes for the tests of durable storage: each number has its own content, so that a wrong or misplaced event
// is seen. Lengths vary between 1 byte and a few sectors.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/file/session_log.h"

namespace standpoint::samples {

inline const std::string session_path = "s/a.standpoint";
inline constexpr SessionIdentity identity{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, 1'790'000'000'000};

inline std::size_t payload_size(std::uint64_t sequence) {
  if (sequence % 26 == 12) return 700 + static_cast<std::size_t>(sequence % 1500);  // more than a sector
  return 1 + static_cast<std::size_t>(sequence * 7 % 40);
}

inline std::vector<std::byte> event_payload(std::uint64_t sequence) {
  std::vector<std::byte> bytes(payload_size(sequence));
  std::uint64_t state = sequence * 0x9E37'79B9'7F4A'7C15u + 1;
  for (std::byte& each : bytes) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    each = static_cast<std::byte>(state >> 56);
  }
  return bytes;
}

inline std::uint16_t event_schema_of(std::uint64_t sequence) { return static_cast<std::uint16_t>(1 + sequence % 3); }

inline bool is_event(const LogRecord& record) {
  const auto expected = event_payload(record.sequence);
  return record.schema == event_schema_of(record.sequence) &&
         std::equal(record.payload.begin(), record.payload.end(), expected.begin(), expected.end());
}

// Appends events first, first + 1, ... as one group.
inline Result<void> append_events(SessionLog& log, std::uint64_t first, std::uint64_t count) {
  std::vector<std::vector<std::byte>> payloads;
  for (std::uint64_t i = 0; i < count; ++i) payloads.push_back(event_payload(first + i));
  std::vector<LogRecord> records;
  for (std::uint64_t i = 0; i < count; ++i) records.push_back({first + i, event_schema_of(first + i), payloads[static_cast<std::size_t>(i)]});
  return log.append(records);
}

// How many events the log holds, if they are 1, 2, 3 ... each as it was made; otherwise a number no test expects.
inline std::uint64_t sound_events(const SessionLog& log) {
  constexpr std::uint64_t wrong = 999'999'999;
  std::uint64_t last = 0;
  const auto visited = log.for_each(1, [&](const LogRecord& record) -> Result<void> {
    if (record.sequence != last + 1 || !is_event(record)) return failed("A wrong event.");
    ++last;
    return {};
  });
  return visited && last == log.last_sequence() ? last : wrong;
}

// Where the group that begins with event `first` starts, when groups have `per_group` events. From the format
// description: 64 bytes of header, 20 before each payload, 44 for each commit.
inline std::size_t group_offset(std::uint64_t first, std::uint64_t per_group = 1) {
  std::size_t offset = 64;
  for (std::uint64_t event = 1; event < first; ++event) offset += 20 + payload_size(event) + (event % per_group == 0 ? 44 : 0);
  return offset;
}

// How many groups end at or before byte `length` of a session of `events` events.
inline std::uint64_t groups_within(std::size_t length, std::uint64_t events, std::uint64_t per_group) {
  std::uint64_t groups = 0;
  while ((groups + 1) * per_group <= events && group_offset((groups + 1) * per_group + 1, per_group) <= length) ++groups;
  return groups;
}

}  // namespace standpoint::samples
