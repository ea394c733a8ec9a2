// Layout of the session file as log_format.h describes it; the golden test in tests/core/file/session_log_test.cpp pins every byte.
#include "core/file/log_format.h"

#include <algorithm>
#include <cstring>

#include "core/file/crc32c.h"
#include "core/file/little_endian.h"

namespace standpoint {
namespace {

constexpr std::array<char, 8> magic = {'S', 'T', 'N', 'D', 'P', 'N', 'T', '\n'};

// Writes everything but the crc, then the crc over it.
void finish_record(std::span<std::byte> record, RecordType type, std::uint16_t schema, std::uint64_t sequence, LogPoint& point) {
  put_number(record, 0, static_cast<std::uint32_t>(record.size() - record_header_size));
  put_number(record, 8, static_cast<std::uint8_t>(type));
  put_number(record, 9, std::uint8_t{0});
  put_number(record, 10, schema);
  put_number(record, 12, sequence);
  point.crc = record_crc(point.crc, record);
  put_number(record, 4, point.crc);
  point.offset += record.size();
}

std::uint32_t commit_seal(std::uint32_t header_crc, std::span<const std::byte, commit_size> record) {
  std::uint32_t seal = crc32c(header_crc, record.subspan(0, 4));
  seal = crc32c(seal, record.subspan(8, 16));
  return crc32c(seal, record.subspan(28, 16));
}

}  // namespace

std::array<std::byte, log_header_size> encode_header(const SegmentHeader& header) {
  std::array<std::byte, log_header_size> bytes{};
  std::memcpy(bytes.data(), magic.data(), magic.size());
  put_number(bytes, 8, header.version);
  put_number(bytes, 10, static_cast<std::uint16_t>(log_header_size));
  put_number(bytes, 12, header.segment);
  std::memcpy(bytes.data() + 16, header.identity.uuid.data(), header.identity.uuid.size());
  put_number(bytes, 32, header.first_sequence);
  put_number(bytes, 40, header.previous_size);
  put_number(bytes, 48, header.previous_crc);
  put_number(bytes, 52, header.identity.created_ms);
  put_number(bytes, 60, computed_header_crc(bytes));
  return bytes;
}

bool has_magic(std::span<const std::byte> file) {
  return file.size() >= magic.size() && std::memcmp(file.data(), magic.data(), magic.size()) == 0;
}

std::uint32_t stored_header_crc(std::span<const std::byte, log_header_size> bytes) {
  return get_number<std::uint32_t>(bytes, 60);
}

std::uint32_t computed_header_crc(std::span<const std::byte, log_header_size> bytes) { return crc32c(0, bytes.first(60)); }

SegmentHeader decode_header(std::span<const std::byte, log_header_size> bytes) {
  SegmentHeader header;
  header.version = get_number<std::uint16_t>(bytes, 8);
  header.segment = get_number<std::uint32_t>(bytes, 12);
  std::memcpy(header.identity.uuid.data(), bytes.data() + 16, header.identity.uuid.size());
  header.first_sequence = get_number<std::uint64_t>(bytes, 32);
  header.previous_size = get_number<std::uint64_t>(bytes, 40);
  header.previous_crc = get_number<std::uint32_t>(bytes, 48);
  header.identity.created_ms = get_number<std::int64_t>(bytes, 52);
  return header;
}

void encode_event(std::vector<std::byte>& out, LogPoint& point, std::uint64_t sequence, std::uint16_t schema,
                  std::span<const std::byte> payload) {
  const std::size_t start = out.size();
  out.resize(start + record_header_size);
  out.insert(out.end(), payload.begin(), payload.end());
  finish_record(std::span(out).subspan(start), RecordType::event, schema, sequence, point);
  point.sequence = sequence;
  point.hash = mix_into_hash(point.hash, sequence, schema, payload);
}

void encode_commit(std::vector<std::byte>& out, LogPoint& point, std::uint32_t count, std::uint32_t header_crc) {
  const std::size_t start = out.size();
  out.resize(start + commit_size);
  const auto record = std::span(out).subspan(start).first<commit_size>();
  // The seal covers the record's header, the crc covers the seal: so the header comes first, the crc last.
  put_number(record, 0, static_cast<std::uint32_t>(commit_payload_size));
  put_number(record, 8, static_cast<std::uint8_t>(RecordType::commit));
  put_number(record, 12, point.sequence);
  put_number(record, 20, count);
  put_number(record, 28, point.hash);
  put_number(record, 36, commit_end_mark);
  put_number(record, 24, commit_seal(header_crc, record));
  finish_record(record, RecordType::commit, 0, point.sequence, point);
}

RecordHeader decode_record_header(std::span<const std::byte, record_header_size> bytes) {
  RecordHeader header;
  header.length = get_number<std::uint32_t>(bytes, 0);
  header.crc = get_number<std::uint32_t>(bytes, 4);
  header.type = get_number<std::uint8_t>(bytes, 8);
  header.flags = get_number<std::uint8_t>(bytes, 9);
  header.schema = get_number<std::uint16_t>(bytes, 10);
  header.sequence = get_number<std::uint64_t>(bytes, 12);
  return header;
}

std::uint32_t record_crc(std::uint32_t before, std::span<const std::byte> record) {
  return crc32c(crc32c(before, record.first(4)), record.subspan(8));
}

std::optional<Commit> decode_commit(std::span<const std::byte, commit_size> bytes, std::uint32_t header_crc) {
  if (get_number<std::uint32_t>(bytes, 0) != commit_payload_size) return std::nullopt;
  if (get_number<std::uint8_t>(bytes, 8) != static_cast<std::uint8_t>(RecordType::commit)) return std::nullopt;
  if (get_number<std::uint64_t>(bytes, 36) != commit_end_mark) return std::nullopt;
  Commit commit;
  commit.sequence = get_number<std::uint64_t>(bytes, 12);
  commit.count = get_number<std::uint32_t>(bytes, 20);
  commit.hash = get_number<std::uint64_t>(bytes, 28);
  if (get_number<std::uint32_t>(bytes, 24) != commit_seal(header_crc, bytes)) return std::nullopt;
  return commit;
}

std::uint64_t mix_into_hash(std::uint64_t hash, std::uint64_t sequence, std::uint16_t schema, std::span<const std::byte> payload) {
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15u;  // 2^64 divided by the golden ratio, odd: no bit of a word is lost
    hash ^= hash >> 32;
  };
  mix(sequence);
  mix((static_cast<std::uint64_t>(schema) << 32) | payload.size());
  std::size_t at = 0;
  for (; at + 8 <= payload.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, payload.data() + at, 8);  // crc32c.cpp asserts that this machine is little-endian
    mix(word);
  }
  if (at < payload.size()) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; at + i < payload.size(); ++i) word |= std::to_integer<std::uint64_t>(payload[at + i]) << (8 * i);
    mix(word);
  }
  return hash;
}

}  // namespace standpoint
