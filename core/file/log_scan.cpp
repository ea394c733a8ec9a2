// The rules by which a torn tail is told from damage.
//
// A group is written with one write and synced before the next one is written. So whatever follows a group's commit
// proves that the group was on disk; and only the last group of the last segment can be the victim of a crash. A crash
// leaves a part of that one write: an end cut off, or sectors that never arrived and read as zeros. Any other
// difference is damage to bytes that had been acknowledged. Zeros up to the end of the file are room that nothing was
// written into yet.
#include "core/file/log_scan.h"

#include <algorithm>

#include "core/file/little_endian.h"

namespace standpoint {
namespace {

constexpr std::size_t window_size = 1024 * 1024;
constexpr std::uint64_t sector = 512;  // the smallest piece that a disk writes whole
static_assert(least_room >= sector);

bool is_type(const RecordHeader& header, RecordType type) { return header.type == static_cast<std::uint8_t>(type); }

// Takes one verified record into the group that `pending` is walking through. False: it contradicts what came before.
struct GroupWalk {
  LogPoint pending;
  std::uint32_t count = 0;
  bool committed = false;

  bool take(const RecordAt& record, std::uint32_t header_crc) {
    pending.crc = record.header.crc;
    pending.offset += record.bytes.size();
    committed = false;
    if (is_type(record.header, RecordType::event)) {
      if (record.header.sequence != pending.sequence + 1) return false;
      pending.sequence = record.header.sequence;
      pending.hash = mix_into_hash(pending.hash, pending.sequence, record.header.schema, record.payload());
      ++count;
      return true;
    }
    if (!is_type(record.header, RecordType::commit)) return true;
    if (record.bytes.size() != commit_size) return false;
    const auto commit = decode_commit(record.bytes.first<commit_size>(), header_crc);
    committed = commit && commit->count == count && commit->hash == pending.hash && commit->sequence == pending.sequence;
    return committed;
  }
};

// Where the bytes end that are not room. Looks no further back than `from`.
Result<std::uint64_t> end_of_content(const File& file, std::uint64_t from, std::uint64_t size) {
  std::vector<std::byte> bytes;
  std::uint64_t end = size;
  while (end > from) {
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(end - from, window_size)));
    const auto read = file.read_at(end - bytes.size(), bytes);
    if (!read) return failed(read.error());
    const auto last = std::find_if(bytes.rbegin(), bytes.rend(), [](std::byte each) { return each != std::byte{0}; });
    end -= static_cast<std::uint64_t>(last - bytes.rbegin());
    if (last != bytes.rend()) break;
  }
  return size - end >= least_room ? end : size;
}

// `stopped`: what stands where the walk could not go on; `walk`: how far the unfinished group goes.
Result<SegmentScan::Ending> judge_tail(FileWindow& window, SegmentScan& scan, const GroupWalk& walk, const RecordAt& stopped,
                                       std::uint32_t header_crc) {
  const auto behind = find_sealed_commits(window, scan.safe.offset, header_crc);
  if (!behind) return failed(behind.error());
  scan.highest_sequence = std::max(scan.highest_sequence, behind->highest_sequence);
  const bool other_group_behind = behind->count > 1 || (behind->count == 1 && behind->first_sequence_before != scan.safe.sequence);
  if (other_group_behind) return SegmentScan::Ending::damaged;
  if (behind->sector_missing) return SegmentScan::Ending::torn;
  if (behind->count == 1) return SegmentScan::Ending::damaged;
  // All events of the group are right and something just as long as its commit follows, but is none.
  const bool like_a_commit = is_type(stopped.header, RecordType::commit) || stopped.header.length == commit_payload_size;
  const bool commit_damaged = walk.count > 0 && like_a_commit && window.size() - walk.pending.offset == commit_size;
  if (!commit_damaged) return SegmentScan::Ending::torn;
  // A recovery writes a commit alone, and of what it crosses one sector may never have arrived.
  const auto commit_alone = find_sealed_commits(window, walk.pending.offset, header_crc);
  if (!commit_alone) return failed(commit_alone.error());
  if (commit_alone->sector_missing) return SegmentScan::Ending::torn;
  scan.highest_sequence = std::max(scan.highest_sequence, walk.pending.sequence);
  return SegmentScan::Ending::damaged;
}

// Keeps track of which sectors of a range are all zeros, piece by piece.
struct ZeroSectors {
  std::uint64_t end;
  bool found = false;
  bool only_zeros = true;

  void take(std::uint64_t offset, std::byte byte) {
    only_zeros = only_zeros && byte == std::byte{0};
    const bool sector_ends = (offset + 1) % sector == 0 || offset + 1 == end;
    if (!sector_ends) return;
    found = found || only_zeros;
    only_zeros = true;
  }
};

}  // namespace

Result<std::span<const std::byte>> FileWindow::at(std::uint64_t offset, std::size_t length) {
  const bool inside = offset >= start_ && offset - start_ <= bytes_.size() && bytes_.size() - (offset - start_) >= length;
  if (!inside) {
    const std::uint64_t available = size_ - offset;
    bytes_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(available, std::max(window_size, length))));
    start_ = offset;
    const auto read = file_->read_at(offset, bytes_);
    if (!read) return failed(read.error());
    if (*read != bytes_.size()) return failed("The file became shorter while it was read. Open it again.");
  }
  return std::span<const std::byte>(bytes_).subspan(static_cast<std::size_t>(offset - start_), length);
}

Result<RecordAt> read_record(FileWindow& window, std::uint64_t offset, std::uint32_t crc_before) {
  RecordAt result;
  const std::uint64_t left = window.size() - offset;
  if (left == 0) return result;
  result.kind = RecordAt::Kind::cut;
  if (left < record_header_size) return result;
  const auto head = window.at(offset, record_header_size);
  if (!head) return failed(head.error());
  result.header = decode_record_header(head->first<record_header_size>());
  if (result.header.length > max_payload) {
    result.kind = RecordAt::Kind::bad;
    return result;
  }
  const std::size_t whole = record_header_size + result.header.length;
  if (left < whole) return result;
  const auto bytes = window.at(offset, whole);
  if (!bytes) return failed(bytes.error());
  const bool right = record_crc(crc_before, *bytes) == result.header.crc;
  result.kind = right ? RecordAt::Kind::record : RecordAt::Kind::bad;
  if (right) result.bytes = *bytes;
  return result;
}

Result<SegmentScan> scan_segment(const File& file, std::uint64_t size, const LogPoint& start, std::uint32_t header_crc,
                                 const GroupVisitor& visit) {
  FileWindow window(file, size);
  SegmentScan scan;
  scan.safe = scan.last_group = scan.whole = start;
  scan.content = size;
  scan.highest_sequence = start.sequence;
  GroupWalk walk{start};
  while (true) {
    const auto record = read_record(window, walk.pending.offset, walk.pending.crc);
    if (!record) return failed(record.error());
    if (record->kind == RecordAt::Kind::end && walk.pending == scan.safe) return scan;
    const GroupWalk before = walk;
    if (record->kind != RecordAt::Kind::record || !walk.take(*record, header_crc)) {
      const auto content = end_of_content(file, scan.safe.offset, size);
      if (!content) return failed(content.error());
      scan.content = *content;
      const bool only_room = *content == scan.safe.offset && scan.safe.offset != start.offset;
      if (only_room) return scan;
      FileWindow written(file, *content);
      const auto ending = judge_tail(written, scan, before, *record, header_crc);
      if (!ending) return failed(ending.error());
      scan.ending = *ending;
      if (before.count != 0) scan.whole = before.pending;
      scan.whole_events = before.count;
      return scan;
    }
    if (!walk.committed) continue;
    scan.last_group = scan.safe;
    scan.safe = scan.whole = walk.pending;
    scan.highest_sequence = std::max(scan.highest_sequence, scan.safe.sequence);
    walk.count = 0;
    visit(scan.safe);
  }
}

Result<SealedCommits> find_sealed_commits(FileWindow& window, std::uint64_t from, std::uint32_t header_crc) {
  SealedCommits result;
  ZeroSectors zeros{window.size()};
  constexpr std::uint64_t step = window_size / 2;
  for (std::uint64_t start = from; start < window.size(); start += step) {
    const std::uint64_t left = window.size() - start;
    const auto piece = window.at(start, static_cast<std::size_t>(std::min<std::uint64_t>(left, step + commit_size - 1)));
    if (!piece) return failed(piece.error());
    const auto own = static_cast<std::size_t>(std::min<std::uint64_t>(left, step));
    for (std::size_t i = 0; i < own; ++i) {
      zeros.take(start + i, (*piece)[i]);
      if ((*piece)[i] != std::byte{commit_payload_size} || piece->size() - i < commit_size) continue;
      const auto commit = decode_commit(piece->subspan(i).first<commit_size>(), header_crc);
      if (!commit) continue;
      if (result.count == 0) result.first_sequence_before = commit->sequence - commit->count;
      ++result.count;
      result.highest_sequence = std::max(result.highest_sequence, commit->sequence);
    }
  }
  result.sector_missing = zeros.found;
  return result;
}

}  // namespace standpoint
