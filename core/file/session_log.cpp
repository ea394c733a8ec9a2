// Creating, opening and writing a session file. What is sound in it was decided by log_survey.
#include "core/file/session_log.h"

#include <algorithm>
#include <utility>

#include "core/file/log_report.h"

namespace standpoint {
namespace {

constexpr std::size_t copy_size = 1024 * 1024;
constexpr std::size_t events_per_copied_group = 512;
// A file that grows with a group has its new length to be synced, too, which costs as much as the group. So it grows ahead: by its
// own length, to the end of a page, and by no more than this.
constexpr std::uint64_t most_room = 256 * 1024;
constexpr std::uint64_t page = 4096;

// "a.standpoint" gives "a-kept.standpoint", then "a-kept-2.standpoint".
std::string kept_path(const std::string& path, std::uint32_t number) {
  constexpr std::string_view ending = ".standpoint";
  const bool ends_so = path.size() > ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
  const std::string stem = ends_so ? path.substr(0, path.size() - ending.size()) : path;
  return stem + "-kept" + (number == 1 ? "" : "-" + std::to_string(number)) + std::string(ending);
}

Result<std::vector<std::byte>> read_bytes(const File& file, std::uint64_t from, std::uint64_t size) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(size));
  const auto read = file.read_at(from, bytes);
  if (!read) return failed(read.error());
  if (*read != bytes.size()) return failed("The session file became shorter while it was read. Open it again.");
  return bytes;
}

// Keeps the tail in a file of its own, NAME.torn-1 or the next free number, and returns its path. A file that already
// keeps the very same bytes is from a recovery that was itself interrupted, and serves.
Result<std::string> set_aside(FileSystem& files, const std::string& path, const std::vector<std::byte>& bytes) {
  for (std::uint32_t number = 1;; ++number) {
    const std::string aside = path + ".torn-" + std::to_string(number);
    const auto taken = files.exists(aside);
    if (!taken) return failed(taken.error());
    if (*taken) {
      const auto kept = files.open(aside, Access::read);
      if (!kept) return failed(kept.error());
      const auto size = (*kept)->size();
      if (!size) return failed(size.error());
      if (*size != bytes.size()) continue;
      const auto same = read_bytes(**kept, 0, *size);
      if (!same) return failed(same.error());
      if (*same != bytes) continue;
    }
    // Written again even if it is there: the recovery that wrote it may have died before its sync.
    auto file = *taken ? files.open(aside, Access::write) : files.create(aside);
    if (!file) return failed(file.error());
    return (*file)->write_at(0, bytes).and_then([&] { return (*file)->sync(); })
        .and_then([&] { return files.sync_directory(directory_of(path)); })
        .map([&] { return aside; });
  }
}

// Cuts the tail off its file behind its whole events, or removes the file when all of it is tail. The cut is on disk with the sync that ends
// prepare_to_write.
Result<void> cut(FileSystem& files, const TornTail& tail) {
  if (tail.from == 0) {
    return files.remove(tail.path).and_then([&] { return files.sync_directory(directory_of(tail.path)); });
  }
  auto file = files.open(tail.path, Access::write);
  if (!file) return failed(file.error());
  // Safe before anything is written behind it: a commit in what is cut off would speak for what follows.
  return (*file)->truncate(tail.from + tail.whole).and_then([&] { return (*file)->sync(); });
}

Result<void> set_tails_aside(FileSystem& files, const std::string& path, const LogSurvey& survey, LogReport& report) {
  for (const TornTail& tail : survey.torn) {
    const auto file = files.open(tail.path, Access::read);
    if (!file) return failed(file.error());
    const auto bytes = read_bytes(**file, tail.from, tail.size);
    if (!bytes) return failed(bytes.error());
    const auto aside = set_aside(files, path, *bytes);
    if (!aside) return failed(aside.error());
    report.tail_path = *aside;
    if (auto done = cut(files, tail); !done) return done;
  }
  return {};
}

}  // namespace

Result<SessionLog> SessionLog::create(FileSystem& files, const std::string& path, const SessionIdentity& identity) {
  auto file = files.create(path);
  if (!file) return failed(file.error());
  const auto locked = (*file)->lock();
  if (!locked) return failed(locked.error());
  if (!*locked) return failed("Another program took " + name_of(path) + " at the same moment. Choose another name.");
  const auto header = encode_header(SegmentHeader{.identity = identity});
  const auto safe = (*file)->write_at(0, header).and_then([&] { return (*file)->sync(); }).and_then([&] {
    return files.sync_directory(directory_of(path));
  });
  if (!safe) {
    // Nothing is in it yet, and a name without a session would be in the way of the next try.
    file->reset();
    const auto removed = files.remove(path);
    return failed(removed ? safe.error() : removed.error());
  }
  SessionLog log;
  log.files_ = &files;
  log.path_ = path;
  log.identity_ = identity;
  log.header_crc_ = stored_header_crc(header);
  log.end_.crc = log.header_crc_;
  log.room_ends_ = log_header_size;
  log.segment_ends_ = {log_header_size};
  log.marks_ = {{1, log.end_}};
  log.lock_ = std::move(*file);
  auto again = files.open(path, Access::write);
  if (!again) return failed(again.error());
  log.segment_ = std::move(*again);
  log.note_stamps();
  return log;
}

Result<OpenedLog> SessionLog::open(FileSystem& files, const std::string& path, OpenFor purpose) {
  SessionLog log;
  log.files_ = &files;
  log.path_ = path;
  if (purpose == OpenFor::writing) {
    auto file = files.open(path, Access::write);
    if (!file) return failed(file.error());
    const auto locked = (*file)->lock();
    if (!locked) return failed(locked.error());
    if (!*locked) return failed(name_of(path) + " is open in another window. Close it there, or open it here in replay.");
    log.lock_ = std::move(*file);
  }
  const LogSurvey survey = survey_log(files, path);
  LogReport report = report_on(survey, path);
  if (survey.segments.empty() || survey.state == LogState::newer) return failed(report.sentence);
  log.identity_ = survey.identity;
  log.marks_ = survey.marks;
  log.end_ = survey.end();
  log.header_crc_ = survey.segments.back().header_crc;
  for (const SurveyedSegment& segment : survey.segments) log.segment_ends_.push_back(segment.safe.offset);
  if (auto described = describe_last_event(log, report); !described) return failed(described.error());
  if (purpose == OpenFor::saving) log.reach(survey.segments.back().whole);
  if (purpose != OpenFor::writing) {
    log.read_only_because_ = "This session is open for reading only. Open it to run it.";
  } else if (survey.state == LogState::damaged) {
    log.read_only_because_ = report.sentence;
  } else if (auto ready = log.prepare_to_write(survey, report); !ready) {
    log.segment_.reset();
    log.read_only_because_ = ready.error().sentence + " All " + grouped(report.safe_events) +
                             " events are safe. Nothing new can be saved until the disk works again.";
  }
  if (log.writable()) {
    const auto held = log.for_each(1, [&](const LogRecord& record) -> Result<void> {
      log.hold(record);
      return {};
    });
    if (!held) return failed(held.error());
  }
  return OpenedLog{std::move(log), std::move(report)};
}

void SessionLog::reach(const LogPoint& end) {
  end_ = end;
  segment_ends_.back() = end.offset;
}

// Cuts what a crash left behind the last whole event, then writes the last group again, byte for byte, with a commit for the
// events that had none, and syncs: after a failed sync the system may show pages that never reached the disk, and whoever
// reads them here would trust them.
Result<void> SessionLog::prepare_to_write(const LogSurvey& survey, LogReport& report) {
  if (auto aside = set_tails_aside(*files_, path_, survey, report); !aside) return aside;
  const SurveyedSegment& last = survey.segments.back();
  auto file = files_->open(last.path, Access::write);
  if (!file) return failed(file.error());
  segment_ = std::move(*file);
  const bool first_group = last.last_group.offset == log_header_size;
  for (std::uint64_t at = first_group ? 0 : last.last_group.offset; at < last.whole.offset; at += copy_size) {
    const auto bytes = read_bytes(*segment_, at, std::min<std::uint64_t>(copy_size, last.whole.offset - at));
    if (!bytes) return failed(bytes.error());
    if (auto written = segment_->write_at(at, *bytes); !written) return written;
  }
  LogPoint end = last.whole;
  buffer_.clear();
  if (last.whole_events != 0) encode_commit(buffer_, end, last.whole_events, header_crc_);
  if (auto written = segment_->write_at(last.whole.offset, buffer_); !written) return written;
  if (auto synced = segment_->sync(); !synced) return synced;
  reach(end);
  const auto size = segment_->size();
  if (!size) return failed(size.error());
  room_ends_ = *size;
  note_stamps();
  report.safe_events = end.sequence;
  return files_->sync_directory(directory_of(path_));
}

// Zeros that stay are no harm, so nothing is synced and no failure told.
SessionLog::~SessionLog() {
  if (segment_ && room_ends_ > end_.offset && undisturbed()) (void)segment_->truncate(end_.offset);
}

Result<void> SessionLog::append(std::span<const LogRecord> records) {
  if (!writable()) return failed(read_only_because_);
  if (!undisturbed())
    if (auto beside = go_on_beside(name_of(path_) + " was removed, replaced or changed by another program while it was open. "); !beside) return beside;
  if (records.empty()) return {};
  std::uint64_t expected = end_.sequence;
  for (const LogRecord& record : records) {
    if (record.sequence != ++expected) return failed("An event has the wrong number, so nothing was saved. Open the session again.");
    if (record.payload.size() > max_payload) return failed("This change is larger than 1 MB, so it was not saved. Make it smaller.");
  }
  bool kept = write_group(records).has_value();
  Result<void> continued;
  if (!kept) {
    segment_.reset();
    continued = continue_in_new_segment(records);
    kept = continued.has_value();
  }
  for (const LogRecord& record : records)
    if (kept) hold(record);
  if (kept) return {};
  take_back();
  disk_failed_ = true;
  read_only_because_ = "The disk does not take any more: " + continued.error().sentence + " All " + grouped(end_.sequence) +
                       " events up to now are safe. Free some space; a session that is open goes on by itself as soon as the disk takes it.";
  return failed(read_only_because_);
}

LogPoint SessionLog::encode_group(std::span<const LogRecord> records, LogPoint point, std::uint32_t header_crc) {
  for (const LogRecord& record : records) encode_event(buffer_, point, record.sequence, record.schema, record.payload);
  encode_commit(buffer_, point, static_cast<std::uint32_t>(records.size()), header_crc);
  return point;
}

Result<void> SessionLog::write_group(std::span<const LogRecord> records) {
  buffer_.clear();
  const LogPoint behind = encode_group(records, end_, header_crc_);
  make_room(behind.offset);
  const auto safe = segment_->write_at(end_.offset, buffer_).and_then([&] { return segment_->sync(); });
  if (!safe) return safe;
  room_ends_ = std::max(room_ends_, end_.offset + buffer_.size());
  end_ = behind;
  segment_ends_.back() = end_.offset;
  note_stamps();
  add_mark(marks_, static_cast<std::uint32_t>(segment_ends_.size()), end_);
  return {};
}

// Lengthens the write that ends at `behind` by zeros, when too little of the room before would be left.
void SessionLog::make_room(std::uint64_t behind) {
  if (!may_take_room_ || behind + least_room <= room_ends_) return;
  const std::uint64_t ends = (behind + least_room + std::min(behind, most_room) + page - 1) / page * page;
  buffer_.resize(static_cast<std::size_t>(ends - end_.offset));
}

// The failed file keeps what was acknowledged; the header of the new one says up to where.
Result<void> SessionLog::continue_in_new_segment(std::span<const LogRecord> records) {
  const auto number = static_cast<std::uint32_t>(segment_ends_.size() + 1);
  const std::string new_path = segment_path(path_, number);
  auto file = files_->create(new_path);
  if (!file) return failed(file.error());
  const auto header = encode_header(SegmentHeader{.segment = number, .identity = identity_, .first_sequence = end_.sequence + 1,
                                                  .previous_size = end_.offset, .previous_crc = end_.crc});
  const std::uint32_t crc = stored_header_crc(header);
  LogPoint start = end_;
  start.offset = log_header_size;
  start.crc = crc;
  buffer_.assign(header.begin(), header.end());
  const LogPoint behind = encode_group(records, start, crc);
  const auto safe = (*file)->write_at(0, buffer_).and_then([&] { return (*file)->sync(); }).and_then([&] {
    return files_->sync_directory(directory_of(path_));
  });
  if (!safe) {
    file->reset();
    (void)files_->remove(new_path).and_then([&] { return files_->sync_directory(directory_of(path_)); });
    return safe;
  }
  segment_ = std::move(*file);
  may_take_room_ = false;
  header_crc_ = crc;
  end_ = behind;
  room_ends_ = end_.offset;
  segment_ends_.push_back(end_.offset);
  note_stamps();
  marks_.push_back({number, start});
  add_mark(marks_, number, end_);
  return {};
}

void SessionLog::hold(const LogRecord& record) {
  held_bytes_.insert(held_bytes_.end(), record.payload.begin(), record.payload.end());
  held_.push_back({held_bytes_.size(), record.schema});
}

// Whether nothing was written into the room, as far as anybody would who goes on behind the last event as we do.
bool SessionLog::room_untouched() const {
  std::array<std::byte, least_room> begin;
  const auto room = std::span(begin).first(static_cast<std::size_t>(std::min<std::uint64_t>(begin.size(), room_ends_ - end_.offset)));
  const auto read = segment_->read_at(end_.offset, room);
  return read && *read == room.size() && std::all_of(room.begin(), room.end(), [](std::byte each) { return each == std::byte{0}; });
}

void SessionLog::note_stamps() {
  first_stamp_ = lock_->stamp().value_or(FileStamp{});
  stamp_ = segment_->stamp().value_or(FileStamp{});
}

// The first segment, for which the session is known, and the last, which is written: each still has its name and its length, and
// was written by nobody else. Where it was touched, all of it is read: a backup that only sets its time changes nothing.
bool SessionLog::undisturbed() {
  const auto last = static_cast<std::uint32_t>(segment_ends_.size());
  const auto first_named = lock_->is_still(path_), named = segment_->is_still(segment_path(path_, last));
  const auto first = lock_->stamp(), now = segment_->stamp();
  if (!first_named.value_or(false) || !named.value_or(false) || !first || first->size < segment_ends_.front() || !now || now->size != room_ends_)
    return false;
  if (*first == first_stamp_ && *now == stamp_) return true;
  const LogSurvey survey = survey_log(*files_, path_);
  if (survey.state != LogState::sound || !(survey.identity == identity_) || !(survey.end() == end_) || !room_untouched()) return false;
  note_stamps();
  return true;
}

Result<void> SessionLog::append_held(const SessionLog& from) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < from.held_.size();) {
    std::vector<LogRecord> group;
    for (std::size_t bytes = 0; next < from.held_.size() && group.size() < events_per_copied_group && bytes < copy_size; ++next) {
      const Held& held = from.held_[next];
      group.push_back({next + 1, held.schema, std::span(from.held_bytes_).subspan(begin, held.end - begin)});
      bytes += held.end - begin;
      begin = held.end;
    }
    if (auto appended = append(group); !appended) return appended;
  }
  return {};
}

// What was there is left as it is: whoever changed it may want it so.
Result<void> SessionLog::go_on_beside(const std::string& what) {
  std::uint32_t number = 1;
  while (files_->exists(kept_path(path_, number)).value_or(false)) ++number;
  const std::string beside = kept_path(path_, number);
  auto log = create(*files_, beside, identity_);
  const auto written = log ? log->append_held(*this) : failed(log.error());
  if (written) {
    *this = std::move(*log);
    news_ = what + "Nothing is lost: the whole session is now in " + name_of(beside) + " beside it and goes on there.";
    return {};
  }
  if (log) (void)files_->remove(beside);
  segment_.reset();
  disk_failed_ = true;
  read_only_because_ = what + "It could not be written anew: " + written.error().sentence + " All " + grouped(end_.sequence) +
                       " events are still shown here. Export them before you close it.";
  news_ = read_only_because_;
  return failed(read_only_because_);
}

// What was acknowledged is held in memory as well, so nothing is read from a disk that failed.
Result<void> SessionLog::try_again() {
  if (!disk_failed_) return failed(read_only_because_);
  const std::string before = read_only_because_;
  const auto gone_on = go_on_beside("The disk took nothing more for a while. ");
  if (gone_on) return {};
  read_only_because_ = before;
  news_.reset();
  return gone_on;
}

// What is refused may be in the file all the same, whole. As far as the disk still does anything, it is cut off, so that the
// next start does not find it.
void SessionLog::take_back() {
  segment_.reset();
  auto file = files_->open(segment_path(path_, static_cast<std::uint32_t>(segment_ends_.size())), Access::write);
  if (file) (void)(*file)->truncate(end_.offset).and_then([&] { return (*file)->sync(); });
}

Result<void> SessionLog::for_each(std::uint64_t first, const RecordVisitor& visit) const {
  if (first > end_.sequence) return {};
  auto mark = std::find_if(marks_.rbegin(), marks_.rend(), [&](const LogMark& each) { return each.at.sequence < first; });
  if (mark == marks_.rend()) mark = std::prev(marks_.rend());
  LogPoint from = mark->at;
  for (std::uint32_t segment = mark->segment; segment <= segment_ends_.size(); ++segment) {
    const auto begins = [&](const LogMark& each) { return each.segment == segment; };
    if (segment != mark->segment) from = std::find_if(marks_.begin(), marks_.end(), begins)->at;
    if (auto visited = visit_segment(segment, from, first, visit); !visited) return visited;
  }
  return {};
}

Result<void> SessionLog::visit_segment(std::uint32_t segment, const LogPoint& from, std::uint64_t first, const RecordVisitor& visit) const {
  const auto file = files_->open(segment_path(path_, segment), Access::read);
  if (!file) return failed(file.error());
  FileWindow window(**file, segment_ends_[segment - 1]);
  std::uint64_t offset = from.offset;
  std::uint32_t crc = from.crc;
  while (true) {
    const auto record = read_record(window, offset, crc);
    if (!record) return failed(record.error());
    if (record->kind == RecordAt::Kind::end) return {};
    if (record->kind != RecordAt::Kind::record) return failed("The session file changed while it was read. Open it again.");
    offset += record->bytes.size();
    crc = record->header.crc;
    const bool wanted = record->header.type == static_cast<std::uint8_t>(RecordType::event) && record->header.sequence >= first;
    if (!wanted) continue;
    const auto visited = visit(LogRecord{record->header.sequence, record->header.schema, record->payload()});
    if (!visited) return visited;
  }
}

}  // namespace standpoint
