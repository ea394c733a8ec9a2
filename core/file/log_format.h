// Bytes of the session file, and nothing but their layout: used by session_log and its reader. All numbers little-endian.
//
// A segment is a 64-byte header and records. Segment 1 is NAME.standpoint; NAME.standpoint.2 and so on exist only after
// a disk failure and continue it.
//   header  0 magic "STNDPNT\n" | 8 u16 format version | 10 u16 header size (64) | 12 u32 segment number
//           16 session uuid (16 bytes) | 32 u64 number of the first event | 40 u64 sound bytes of the previous segment
//           48 u32 crc of the last record there | 52 i64 created, ms since the Unix epoch, UTC | 60 u32 crc32c of 0..60
//   record  0 u32 payload length | 4 u32 crc | 8 u8 type | 9 u8 flags (0) | 10 u16 schema | 12 u64 sequence | 20 payload
//           crc: crc32c of bytes 0..4 and 8..end, continued from the crc of the record before (for the first: of the header),
//           so bytes left over from another place or time never verify.
//   commit  a record of type 2 that ends each group; a group without its commit does not count. Its sequence is that of
//           the last event. Payload: 0 u32 events in the group | 4 u32 seal | 8 u64 running hash | 16 u64 end mark.
//           seal: crc32c of the record's bytes 0..4, 8..24, 28..44, continued from the crc in the segment's header: a
//           commit behind damage can be known without what stands before it.
//           running hash: see mix_into_hash; over every event since number 1.
//   room    zeros behind the last commit up to the end of the file, 512 or more: nothing was written there yet.
// Records of an unknown type are skipped, their crc still verified: a later version may add some.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace standpoint {

inline constexpr std::uint16_t log_format_version = 1;
inline constexpr std::size_t log_header_size = 64;
inline constexpr std::size_t record_header_size = 20;
inline constexpr std::size_t commit_payload_size = 24;
inline constexpr std::size_t commit_size = record_header_size + commit_payload_size;
inline constexpr std::size_t max_payload = 1024 * 1024;  // bytes; a longer length is refused before it is believed
inline constexpr std::uint64_t commit_end_mark = 0xC377'1B5E'D0E5'9AE5;  // no byte is 0: a missing sector shows

using SessionUuid = std::array<std::uint8_t, 16>;

// Who a session is; written once, the same in every segment.
struct SessionIdentity {
  SessionUuid uuid{};
  std::int64_t created_ms = 0;  // ms since the Unix epoch, UTC
  bool operator==(const SessionIdentity&) const = default;
};

struct SegmentHeader {
  std::uint16_t version = log_format_version;
  std::uint32_t segment = 1;
  SessionIdentity identity;
  std::uint64_t first_sequence = 1;
  std::uint64_t previous_size = 0;
  std::uint32_t previous_crc = 0;
  bool operator==(const SegmentHeader&) const = default;
};

enum class RecordType : std::uint8_t { event = 1, commit = 2 };

struct RecordHeader {
  std::uint32_t length = 0;
  std::uint32_t crc = 0;
  std::uint8_t type = 0;
  std::uint8_t flags = 0;
  std::uint16_t schema = 0;
  std::uint64_t sequence = 0;
};

struct Commit {
  std::uint64_t sequence = 0;  // of the last event in the group
  std::uint32_t count = 0;
  std::uint64_t hash = 0;
};

// A place between two groups and what continues from it.
struct LogPoint {
  std::uint64_t offset = log_header_size;  // in its segment
  std::uint64_t sequence = 0;              // of the last event before it
  std::uint64_t hash = 0;                  // running hash up to it
  std::uint32_t crc = 0;                   // of the record before it
  bool operator==(const LogPoint&) const = default;
};

std::array<std::byte, log_header_size> encode_header(const SegmentHeader& header);
bool has_magic(std::span<const std::byte> file);
// The header's own crc, as stored and as its bytes give it: equal in a sound header.
std::uint32_t stored_header_crc(std::span<const std::byte, log_header_size> bytes);
std::uint32_t computed_header_crc(std::span<const std::byte, log_header_size> bytes);
SegmentHeader decode_header(std::span<const std::byte, log_header_size> bytes);

// Adds one event record to `out` and moves `point` behind it.
void encode_event(std::vector<std::byte>& out, LogPoint& point, std::uint64_t sequence, std::uint16_t schema,
                  std::span<const std::byte> payload);
// Ends the group of `count` events.
void encode_commit(std::vector<std::byte>& out, LogPoint& point, std::uint32_t count, std::uint32_t header_crc);

RecordHeader decode_record_header(std::span<const std::byte, record_header_size> bytes);
// `record`: header and payload; `before`: the crc that the record continues.
std::uint32_t record_crc(std::uint32_t before, std::span<const std::byte> record);
// The commit if these bytes are one by themselves: length, type, end mark and seal are right.
std::optional<Commit> decode_commit(std::span<const std::byte, commit_size> bytes, std::uint32_t header_crc);

// One step of the running hash: takes in the number, the schema and every byte of an event, eight at a time:
// h = (h ^ word) * 0x9E3779B97F4A7C15, h ^= h >> 32. A second witness beside the crc, and a fingerprint of the session.
std::uint64_t mix_into_hash(std::uint64_t hash, std::uint64_t sequence, std::uint16_t schema, std::span<const std::byte> payload);

}  // namespace standpoint
