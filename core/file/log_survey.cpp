// Follows the segments of a session from the first to the last that counts.
#include "core/file/log_survey.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace standpoint {
namespace {

constexpr std::uint64_t mark_distance = 64 * 1024;  // bytes that a visit may have to read before it meets its first event

// Segment numbers above 1 that have a file, sorted.
Result<std::vector<std::uint32_t>> later_segments(FileSystem& files, const std::string& path) {
  const auto names = files.list(directory_of(path));
  if (!names) return failed(names.error());
  const std::string prefix = name_of(path) + ".";
  std::vector<std::uint32_t> numbers;
  for (const std::string& name : *names) {
    if (name.size() <= prefix.size() || name.compare(0, prefix.size(), prefix) != 0) continue;
    std::uint32_t number = 0;
    const char* const end = name.data() + name.size();
    const auto parsed = std::from_chars(name.data() + prefix.size(), end, number);
    if (parsed.ec == std::errc() && parsed.ptr == end && number > 1) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// A segment's file with what its first bytes say.
struct Candidate {
  std::unique_ptr<File> file;
  std::uint64_t size = 0;
  std::array<std::byte, log_header_size> bytes{};
  bool whole = false;  // long enough to hold a header
  bool sound = false;  // the header's crc is right
  SegmentHeader header;
};

Result<Candidate> load_candidate(FileSystem& files, const std::string& path) {
  Candidate candidate;
  auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  candidate.file = std::move(*file);
  const auto size = candidate.file->size();
  if (!size) return failed(size.error());
  candidate.size = *size;
  const auto read = candidate.file->read_at(0, candidate.bytes);
  if (!read) return failed(read.error());
  candidate.whole = *read == log_header_size;
  candidate.sound = candidate.whole && has_magic(candidate.bytes) &&
                    stored_header_crc(candidate.bytes) == computed_header_crc(candidate.bytes);
  candidate.header = decode_header(candidate.bytes);
  return candidate;
}

Result<SealedCommits> sealed_commits_of(const Candidate& candidate) {
  if (!candidate.whole) return SealedCommits{};
  FileWindow window(*candidate.file, candidate.size);
  auto commits = find_sealed_commits(window, log_header_size, stored_header_crc(candidate.bytes));
  const bool crc_may_be_wrong = commits && commits->count == 0 && !candidate.sound;
  return crc_may_be_wrong ? find_sealed_commits(window, log_header_size, computed_header_crc(candidate.bytes)) : commits;
}

// One walk over the files of a session; its steps fill in `survey`.
class Surveyor {
 public:
  Surveyor(FileSystem& files, const std::string& path, LogSurvey& survey) : files_(files), path_(path), survey_(survey) {}

  Result<void> run() {
    auto first = load_candidate(files_, path_);
    if (!first) return failed(first.error());
    candidates_.push_back(std::move(*first));
    if (auto loaded = load_later(); !loaded) return loaded;
    if (any_newer()) {
      survey_.state = LogState::newer;
      return {};
    }
    survey_.state = LogState::sound;
    if (auto ended = scan_first(); !ended) return ended;
    const auto whole = [this] { return survey_.state == LogState::sound || survey_.state == LogState::torn_tail; };
    for (std::size_t i = 1; i < candidates_.size() && whole(); ++i) {
      if (auto scanned = scan_later(i); !scanned) return scanned;
    }
    return survey_.state == LogState::damaged ? count_what_was_lost() : Result<void>{};
  }

 private:
  Result<void> load_later() {
    const auto numbers = later_segments(files_, path_);
    if (!numbers) return failed(numbers.error());
    for (const std::uint32_t number : *numbers) {
      auto next = load_candidate(files_, segment_path(path_, number));
      if (!next) return failed(next.error());
      gap_ = gap_ || number != candidates_.size() + 1;
      candidates_.push_back(std::move(*next));
    }
    return {};
  }

  bool any_newer() const {
    return std::any_of(candidates_.begin(), candidates_.end(),
                       [](const Candidate& candidate) { return candidate.sound && candidate.header.version > log_format_version; });
  }

  Result<void> scan_first() {
    const Candidate& first = candidates_.front();
    survey_.identity = first.header.identity;
    const bool begins = first.header.segment == 1 && first.header.first_sequence == 1;
    if (first.sound && !begins) {
      survey_.state = LogState::not_a_session;  // a later segment; the session is opened by its first
      return {};
    }
    if (!first.sound) {
      const auto commits = sealed_commits_of(first);
      if (!commits) return failed(commits.error());
      const bool ours = first.whole && (has_magic(first.bytes) || commits->count > 0);
      survey_.state = ours ? LogState::damaged : LogState::not_a_session;
      if (!ours) return {};
    }
    if (auto scanned = scan(0, LogPoint{}, stored_header_crc(first.bytes)); !scanned) return scanned;
    // If it is the stored crc of the header that changed, the one its bytes give still begins the chain.
    const bool nothing = survey_.end().sequence == 0 && !first.sound;
    if (!nothing) return {};
    survey_.segments.clear();
    survey_.marks.clear();
    return scan(0, LogPoint{}, computed_header_crc(first.bytes));
  }

  Result<void> scan_later(std::size_t index) {
    const Candidate& candidate = candidates_[index];
    const LogPoint& before = survey_.end();
    if (candidate.sound) {
      const SegmentHeader& header = candidate.header;
      const bool follows = !gap_ && header.segment == index + 1 && header.identity == survey_.identity &&
                           header.first_sequence == before.sequence + 1 && header.previous_crc == before.crc &&
                           header.previous_size == before.offset;
      if (!follows) {
        survey_.state = LogState::damaged;
        return {};
      }
      LogPoint start = before;
      start.offset = log_header_size;
      return scan(index, start, stored_header_crc(candidate.bytes));
    }
    const auto commits = sealed_commits_of(candidate);
    if (!commits) return failed(commits.error());
    const bool never_finished = index + 1 == candidates_.size() && commits->count == 0 && !gap_;
    survey_.state = never_finished ? LogState::torn_tail : LogState::damaged;
    if (never_finished) survey_.torn.push_back({segment_path(path_, static_cast<std::uint32_t>(index + 1)), 0, candidate.size, 0});
    return {};
  }

  // Scans segment index + 1 from `start`, whose crc becomes the header's.
  Result<void> scan(std::size_t index, LogPoint start, std::uint32_t header_crc) {
    start.crc = header_crc;
    const Candidate& candidate = candidates_[index];
    const auto number = static_cast<std::uint32_t>(index + 1);
    survey_.marks.push_back({number, start});
    // A sealed segment counts up to where the next one says it took over; what lies behind is a write that failed.
    const bool sealed = index + 1 < candidates_.size() && candidates_[index + 1].sound && candidates_[index + 1].header.segment == number + 1;
    const std::uint64_t limit = sealed ? std::min(candidate.size, candidates_[index + 1].header.previous_size) : candidate.size;
    if (limit < log_header_size) {
      survey_.segments.push_back({segment_path(path_, number), header_crc, candidate.size, start, start, start, 0});
      survey_.state = LogState::damaged;
      return {};
    }
    const auto scanned = scan_segment(*candidate.file, limit, start, header_crc,
                                      [&](const LogPoint& point) { add_mark(survey_.marks, number, point); });
    if (!scanned) return failed(scanned.error());
    survey_.segments.push_back({segment_path(path_, number), header_crc, scanned->content, scanned->safe, scanned->last_group, scanned->whole,
                                scanned->whole_events});
    survey_.highest_sequence = std::max(survey_.highest_sequence, scanned->highest_sequence);
    judge(scanned->ending, index, sealed);
    return {};
  }

  void judge(SegmentScan::Ending ending, std::size_t index, bool sealed) {
    if (ending == SegmentScan::Ending::clean || survey_.state == LogState::damaged) return;
    // Only the last segment can have been interrupted; one that is no segment yet does not make this one sealed.
    const bool last = !sealed && index + 2 >= candidates_.size();
    // The first group is written before anybody is told that there is a session.
    const bool begun = survey_.end().sequence != 0;
    if (ending == SegmentScan::Ending::damaged || !last || !begun) {
      survey_.state = LogState::damaged;
      return;
    }
    survey_.state = LogState::torn_tail;
    const SurveyedSegment& segment = survey_.segments.back();
    survey_.torn.push_back({segment.path, segment.safe.offset, segment.content - segment.safe.offset,
                            segment.whole.offset - segment.safe.offset});
  }

  // Commits in the segments that were not reached tell how many events there were.
  Result<void> count_what_was_lost() {
    for (std::size_t i = survey_.segments.size(); i < candidates_.size(); ++i) {
      const auto commits = sealed_commits_of(candidates_[i]);
      if (!commits) return failed(commits.error());
      survey_.highest_sequence = std::max(survey_.highest_sequence, commits->highest_sequence);
    }
    return {};
  }

  FileSystem& files_;
  const std::string& path_;
  LogSurvey& survey_;
  std::vector<Candidate> candidates_;  // segment 1, 2, ... as far as there are files
  bool gap_ = false;                   // a segment between them is missing
};

}  // namespace

std::string segment_path(const std::string& path, std::uint32_t number) {
  return number == 1 ? path : path + "." + std::to_string(number);
}

void add_mark(std::vector<LogMark>& marks, std::uint32_t segment, const LogPoint& point) {
  const LogMark& last = marks.back();
  if (last.segment == segment && point.offset - last.at.offset < mark_distance) return;
  marks.push_back({segment, point});
}

LogSurvey survey_log(FileSystem& files, const std::string& path) {
  LogSurvey survey;
  const auto done = Surveyor(files, path, survey).run();
  if (!done) {
    survey.state = LogState::unreadable;
    survey.trouble = done.error().sentence;
  }
  return survey;
}

}  // namespace standpoint
