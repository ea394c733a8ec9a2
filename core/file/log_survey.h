// Looks through a session file with all its segments and says what is safe, what is not and why. Reads only; opening,
// checking and repairing all begin here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/file/file_system.h"
#include "core/file/log_format.h"
#include "core/file/log_scan.h"

namespace standpoint {

enum class LogState : std::uint8_t {
  sound,
  torn_tail,      // the last write was cut off by a crash before it was acknowledged: every acknowledged event is safe
  damaged,        // bytes changed after they were on disk, or not one group is whole: the events before are safe, the file is never written again
  newer,          // made by a newer version of Standpoint
  not_a_session,
  unreadable,     // there is no such file, or the operating system would not let us read it
};

// A place to start reading from: between two groups of a segment.
struct LogMark {
  std::uint32_t segment = 1;
  LogPoint at;
};

struct SurveyedSegment {
  std::string path;
  std::uint32_t header_crc = 0;  // what the segment's commits are sealed with
  std::uint64_t content = 0;     // bytes in the file without the room behind them
  LogPoint safe;                 // end of its sound part
  LogPoint last_group;           // where its last group begins; `safe` when it has none
  LogPoint whole;                // behind the last whole event of a group that was cut off or damaged; else `safe`
  std::uint32_t whole_events = 0;  // events from `safe` to there
};

// Bytes that were never acknowledged. From 0: a segment that was never finished, the whole file.
struct TornTail {
  std::string path;
  std::uint64_t from = 0;
  std::uint64_t size = 0;   // how many bytes
  std::uint64_t whole = 0;  // so many of them, at their beginning, are whole events
};

struct LogSurvey {
  LogState state = LogState::not_a_session;
  std::string trouble;                    // unreadable: the operating system's sentence
  SessionIdentity identity;
  std::vector<SurveyedSegment> segments;  // those that count; the last one is where writing would go on
  std::vector<LogMark> marks;             // in order, a bounded number of bytes apart; the first begins segment 1
  std::uint64_t highest_sequence = 0;     // of any commit, safe or not
  std::vector<TornTail> torn;             // torn_tail: one, or two when a crash followed a disk failure

  const LogPoint& end() const { return segments.back().safe; }
};

// The file of segment `number` of the session at `path`; 1 is the session file itself.
std::string segment_path(const std::string& path, std::uint32_t number);
// Remembers `point` if the last mark is far enough behind.
void add_mark(std::vector<LogMark>& marks, std::uint32_t segment, const LogPoint& point);

LogSurvey survey_log(FileSystem& files, const std::string& path);

}  // namespace standpoint
