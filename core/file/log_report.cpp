// The sentences about a session file, and the two commands that only look: check and repair.
#include "core/file/log_report.h"

#include <algorithm>

namespace standpoint {
namespace {

constexpr std::uint32_t events_per_group = 512;  // of a repaired file
constexpr std::size_t bytes_per_group = 1024 * 1024;

std::string sentence_for(const LogReport& report, const LogSurvey& survey, const std::string& path) {
  const std::string name = name_of(path);
  switch (report.state) {
    case LogState::sound: return "";
    case LogState::torn_tail:
      return "The last write to this session was cut off before it was confirmed. All " + grouped(report.safe_events) +
             " confirmed events are safe" +
             (report.readable_events == report.safe_events ? "" : ", and " + grouped(report.readable_events - report.safe_events) + " more that can be read are kept") +
             "; the cut-off part is set aside when the session is opened.";
    case LogState::damaged: return damage_sentence(report, "");
    case LogState::newer: return name + " was made by a newer version of Standpoint. Nothing was changed. Open it with that version.";
    case LogState::not_a_session: return name + " is not a Standpoint session. Nothing was changed. Choose a file that ends in .standpoint.";
    case LogState::unreadable: return survey.trouble;
  }
  return "";
}

// Copies events into a new file in groups of moderate size.
class Copier {
 public:
  explicit Copier(SessionLog& out) : out_(out) {}

  Result<void> take(const LogRecord& record) {
    payloads_.emplace_back(record.payload.begin(), record.payload.end());
    records_.push_back({record.sequence, record.schema, {}});
    bytes_ += record.payload.size();
    return records_.size() >= events_per_group || bytes_ >= bytes_per_group ? flush() : Result<void>{};
  }

  Result<void> flush() {
    for (std::size_t i = 0; i < records_.size(); ++i) records_[i].payload = payloads_[i];
    auto appended = out_.append(records_);
    records_.clear();
    payloads_.clear();
    bytes_ = 0;
    return appended;
  }

 private:
  SessionLog& out_;
  std::vector<LogRecord> records_;
  std::vector<std::vector<std::byte>> payloads_;
  std::size_t bytes_ = 0;
};

// Failure: what is at `path` may be unfinished and is to be removed.
Result<void> copy_events(FileSystem& files, const SessionLog& from, const std::string& path) {
  auto out = SessionLog::create(files, path, from.identity());
  if (!out) return failed(out.error());
  Copier copier(*out);
  auto copied = from.for_each(1, [&](const LogRecord& record) { return copier.take(record); }).and_then([&] { return copier.flush(); });
  if (!copied) return copied;
  const auto continued = files.exists(segment_path(path, 2));
  if (!continued) return failed(continued.error());
  // A copy is one file; a disk that failed while it was made is not to be trusted with it.
  if (*continued) return failed("The disk failed while the copy was made. The original is untouched. Use another disk.");
  return {};
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string damage_sentence(const LogReport& report, const std::string& moment) {
  std::string sentence = "This session file is damaged" + (moment.empty() ? "" : " after " + moment) + ". ";
  if (report.safe_events == 0) {
    sentence = "This session file was cut short or is damaged from its start. ";
    if (report.readable_events == 0) return sentence + "None of its events can be had back. Nothing was changed. Use a backup of it.";
    return sentence + grouped(report.readable_events) + " events can be had back: save them into a new file with check --repair. Nothing was changed.";
  }
  sentence += grouped(report.safe_events) + " of " + grouped(report.total_events) + " events are safe";
  if (report.readable_events != report.safe_events) sentence += ", and " + grouped(report.readable_events - report.safe_events) + " more can be had back";
  return sentence + ". Open it to read them, or save them into a new file with check --repair.";
}

LogReport report_on(const LogSurvey& survey, const std::string& path) {
  LogReport report;
  report.state = survey.state;
  report.safe_events = survey.segments.empty() ? 0 : survey.end().sequence;
  report.readable_events = report.safe_events + (survey.segments.empty() ? 0 : survey.segments.back().whole_events);
  report.total_events = std::max(report.readable_events, survey.highest_sequence);
  for (const TornTail& tail : survey.torn) report.tail_bytes += survey.state == LogState::torn_tail ? tail.size : 0;
  report.sentence = sentence_for(report, survey, path);
  return report;
}

Result<void> describe_last_event(const SessionLog& log, LogReport& report) {
  if (report.state != LogState::damaged || report.safe_events == 0) return {};
  return log.for_each(report.safe_events, [&](const LogRecord& record) -> Result<void> {
    report.last_payload.assign(record.payload.begin(), record.payload.end());
    report.last_schema = record.schema;
    return {};
  });
}

LogReport inspect_session(FileSystem& files, const std::string& path) {
  auto opened = SessionLog::open(files, path, OpenFor::reading);
  if (opened) return std::move(opened->report);
  return report_on(survey_log(files, path), path);
}

Result<LogReport> repair_session(FileSystem& files, const std::string& from, const std::string& to) {
  const auto taken = files.exists(to);
  if (!taken) return failed(taken.error());
  if (*taken) return failed(name_of(to) + " is there already and was not touched. Choose a new name for the repaired session.");
  auto damaged = SessionLog::open(files, from, OpenFor::saving);
  if (!damaged) return failed(damaged.error());
  if (damaged->report.readable_events == 0) {
    return failed(name_of(from) + " has no event that can be saved. It was not touched. Use a backup of it.");
  }
  const std::string unfinished = to + ".unfinished";
  std::string left_behind = unfinished;
  if (auto stale = files.remove(unfinished); !stale) return failed(stale.error());
  const auto done = copy_events(files, damaged->log, unfinished)
                        .and_then([&] { return files.rename(unfinished, to); })
                        .and_then([&] {
                          left_behind = to;
                          return files.sync_directory(directory_of(to));
                        });
  if (done) return std::move(damaged->report);
  for (const std::string& left : {left_behind, segment_path(unfinished, 2)}) {
    if (const auto removed = files.remove(left); !removed) return failed(removed.error());
  }
  return failed(done.error());
}

}  // namespace standpoint
