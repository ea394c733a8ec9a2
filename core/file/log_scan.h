// Walks through one segment of a session file and finds where its sound part ends and why. Pure reading: used by
// log_survey and session_log, and by the fuzz target. It believes nothing: every length is checked before it is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/file/file_system.h"
#include "core/file/log_format.h"

namespace standpoint {

// Bytes of a file, read a large piece at a time.
class FileWindow {
 public:
  FileWindow(const File& file, std::uint64_t size) : file_(&file), size_(size) {}
  std::uint64_t size() const { return size_; }
  // `length` bytes from `offset`, which the caller knows to be inside; valid until the next call.
  Result<std::span<const std::byte>> at(std::uint64_t offset, std::size_t length);

 private:
  const File* file_;
  std::uint64_t size_;
  std::uint64_t start_ = 0;
  std::vector<std::byte> bytes_;
};

// What stands at a place where a record should be.
struct RecordAt {
  enum class Kind : std::uint8_t {
    record,  // whole, its crc right
    end,     // nothing: the file ends here
    cut,     // begins like a record and runs off the end of the file
    bad,     // no record
  };
  Kind kind = Kind::end;
  RecordHeader header;                  // record, and cut or bad as far as it could be read
  std::span<const std::byte> bytes;     // record: header and payload; valid until the next read
  std::span<const std::byte> payload() const { return bytes.subspan(record_header_size); }
};

Result<RecordAt> read_record(FileWindow& window, std::uint64_t offset, std::uint32_t crc_before);

struct SegmentScan {
  enum class Ending : std::uint8_t { clean, torn, damaged };
  Ending ending = Ending::clean;
  LogPoint safe;        // end of the last group that counts
  LogPoint last_group;  // where that group begins; equal to `safe` when there is none
  LogPoint whole;       // behind the last whole event of a group that was cut off or damaged; else equal to `safe`
  std::uint32_t whole_events = 0;  // events from `safe` to there
  std::uint64_t content = 0;           // up to here there are bytes of records; behind it is room
  std::uint64_t highest_sequence = 0;  // of any event that was ever committed, behind damage too
};

// Whoever writes makes the file longer than it needs, by zeros that later groups are written over: at least so many bytes of
// room stand behind the last group. Fewer zeros at the end of a file are a part of what is written there.
inline constexpr std::size_t least_room = 512;

// Called at the end of each group that counts.
using GroupVisitor = std::function<void(const LogPoint&)>;

// `start` is the place behind the header; `header_crc` seals the commits of this segment. Looks at the first `size`
// bytes of the file.
Result<SegmentScan> scan_segment(const File& file, std::uint64_t size, const LogPoint& start, std::uint32_t header_crc,
                                 const GroupVisitor& visit);

// Whether any place of the file holds a sealed commit; and the highest sequence of them.
struct SealedCommits {
  std::uint64_t count = 0;
  std::uint64_t highest_sequence = 0;
  std::uint64_t first_sequence_before = 0;  // the sequence that the first of them continues from
  bool sector_missing = false;              // some whole sector of the range, or what of it lies in the range, is all zeros
};
Result<SealedCommits> find_sealed_commits(FileWindow& window, std::uint64_t from, std::uint32_t header_crc);

}  // namespace standpoint
