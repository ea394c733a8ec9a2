// The session file NAME.standpoint: events as numbered, checksummed bytes, on disk before append returns. Written by the
// host, read by replay and the command line. Does not know what an event means (codec does) and never changes its past.
// Format: log_format.h. One thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/file/file_system.h"
#include "core/file/log_survey.h"

namespace standpoint {

// One event as bytes. A view: to append, it must live through the call; when visited, only until the visitor returns.
struct LogRecord {
  std::uint64_t sequence = 0;
  std::uint16_t schema = 0;
  std::span<const std::byte> payload;
};

// A Failure ends the visit and is handed on.
using RecordVisitor = std::function<Result<void>(const LogRecord&)>;

struct LogReport {
  LogState state = LogState::not_a_session;
  std::uint64_t safe_events = 0;
  std::uint64_t readable_events = 0;  // safe_events and the whole events of a group that was cut off or damaged
  std::uint64_t total_events = 0;  // never less than readable_events; how many there were, as far as the rest can tell
  std::uint64_t tail_bytes = 0;    // torn_tail: how many bytes were left out
  std::string tail_path;           // torn_tail opened for writing: the file that keeps those bytes
  // The last safe event, so that the caller can say when the damage begins; empty when sound or when there is none.
  std::vector<std::byte> last_payload;
  std::uint16_t last_schema = 0;
  std::string sentence;            // for a person; empty when sound
};

enum class OpenFor : std::uint8_t {
  reading,  // takes no lock, writes nothing; a torn tail is left out
  saving,   // as reading, but with every readable event: for a copy
  writing,  // takes the lock, keeps the whole events of a torn tail and cuts the rest; of a damaged file, turns read-only
};

struct OpenedLog;

class SessionLog {
 public:
  // A new session file, on disk with its directory entry when this returns, and locked. Failure: the name is taken.
  static Result<SessionLog> create(FileSystem& files, const std::string& path, const SessionIdentity& identity);
  // Failure: newer, not_a_session, unreadable, or (writing) open in another window. A damaged file opens read-only.
  // Opening what was opened before changes nothing more.
  static Result<OpenedLog> open(FileSystem& files, const std::string& path, OpenFor purpose);

  SessionLog(SessionLog&&) = default;
  SessionLog& operator=(SessionLog&&) = default;
  ~SessionLog();  // gives the room behind the last event back

  // Makes the records safe with one write and one sync; after a crash they all count, or the first of them that were whole on
  // disk. Their numbers must follow last_sequence() without gaps; a payload holds at most max_payload bytes. When the disk fails,
  // the records go to a new segment file beside this one; when that fails too, the log is read-only from then on and the sentence
  // says what is safe. After a failure nothing may be acknowledged. When the file is no longer the one that was written (removed,
  // replaced, emptied, cut, written by others, at the same length, too), all is written into a new file beside it and the log goes on there: path() is
  // another one then. With no records, only this is looked after.
  Result<void> append(std::span<const LogRecord> records);

  // After a failure of the disk: writes all that is safe into a new file beside this one, and goes on there, as soon as it is taken.
  // Failure: it is not, and the log stays read-only.
  Result<void> try_again();
  // It is read-only only because the disk failed while it was open.
  bool may_try_again() const { return disk_failed_; }

  // Visits the safe events from number `first` on, in order. Re-reads and re-verifies the file; memory stays small.
  Result<void> for_each(std::uint64_t first, const RecordVisitor& visit) const;

  std::uint64_t last_sequence() const { return end_.sequence; }  // 0: no event yet
  const SessionIdentity& identity() const { return identity_; }
  bool writable() const { return read_only_because_.empty(); }
  const std::string& read_only_because() const { return read_only_because_; }  // one sentence
  const std::string& path() const { return path_; }
  // That path names the very file that is written, by whatever name.
  bool is_at(const std::string& path) const { return lock_ && lock_->is_still(path).value_or(false); }
  // Once, after the file was found to be another one: what happened, what is safe and where the session is now.
  std::optional<std::string> take_news() { return std::exchange(news_, std::nullopt); }

 private:
  SessionLog() = default;
  Result<void> prepare_to_write(const LogSurvey& survey, LogReport& report);
  void reach(const LogPoint& end);
  void make_room(std::uint64_t behind);
  LogPoint encode_group(std::span<const LogRecord> records, LogPoint point, std::uint32_t header_crc);
  Result<void> write_group(std::span<const LogRecord> records);
  Result<void> continue_in_new_segment(std::span<const LogRecord> records);
  void take_back();
  bool room_untouched() const;
  bool undisturbed();
  void note_stamps();
  Result<void> go_on_beside(const std::string& why);
  Result<void> append_held(const SessionLog& from);
  void hold(const LogRecord& record);
  Result<void> visit_segment(std::uint32_t segment, const LogPoint& from, std::uint64_t first, const RecordVisitor& visit) const;

  FileSystem* files_ = nullptr;
  std::string path_;
  SessionIdentity identity_;
  std::unique_ptr<File> lock_;     // the session file, for its lock only: never read or written
  std::unique_ptr<File> segment_;  // the last segment; dropped for ever after a failed write or sync
  FileStamp first_stamp_, stamp_;  // of the first and the last segment, when this log had written them
  std::uint32_t header_crc_ = 0;   // of the last segment
  std::vector<std::uint64_t> segment_ends_;  // sound bytes of segment 1, 2, ...
  std::vector<LogMark> marks_;
  LogPoint end_;                   // everything before it is on disk
  std::uint64_t room_ends_ = 0;    // how long the last segment is: zeros behind end_, if there is room
  bool may_take_room_ = true;      // no disk has failed yet, for want of room or else
  std::vector<std::byte> buffer_;  // the group being written
  std::string read_only_because_;
  bool disk_failed_ = false;
  std::optional<std::string> news_;
  // All events of a log that is written, one behind the other: the file may go at any time.
  struct Held {
    std::size_t end = 0;  // of its payload in held_bytes_
    std::uint16_t schema = 0;
  };
  std::vector<Held> held_;
  std::vector<std::byte> held_bytes_;
};

struct OpenedLog {
  SessionLog log;
  LogReport report;
};

// What `standpoint check` tells: never fails, never writes, takes no lock.
LogReport inspect_session(FileSystem& files, const std::string& path);

// Writes the readable events of `from` into the new sound file `to` and never touches `from`. Nothing named `to` is left
// behind on failure. Returns the report on `from`. Failure: `to` exists, or `from` has nothing that can be saved.
Result<LogReport> repair_session(FileSystem& files, const std::string& from, const std::string& to);

}  // namespace standpoint
