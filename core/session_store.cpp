// Events as records, inputs as slots, and the way in: open_session, create_session.
#include "core/session_store.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "core/apply.h"
#include "core/check.h"

namespace standpoint {
namespace {

// A file of that name in the same folder, written as the path is.
std::string beside(const std::string& path, const std::string& name) { return path.substr(0, path.size() - name_of(path).size()) + name; }

static_assert(max_event_bytes <= max_payload, "the room must not accept what the file refuses");
static_assert(max_input_bytes <= max_ballot, "the room must not accept what the box refuses");

// A box is this long before anything is put into it; shorter only when a crash cut off its making.
constexpr std::uint64_t empty_box_size = 512;

// The activity a file beside the session belongs to, when it is one of its boxes or what a box left behind.
std::optional<ActivityId> activity_of_box(std::string_view name, std::string_view prefix) {
  if (name.substr(0, prefix.size()) != prefix) return std::nullopt;
  const std::string_view rest = name.substr(prefix.size());
  ActivityId activity;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), activity.value);
  const std::string_view ending = rest.substr(static_cast<std::size_t>(end - rest.data()));
  if (error != std::errc() || (!ending.empty() && ending != ".anew")) return std::nullopt;
  return activity;
}

bool still_collects(const Workshop& workshop, ActivityId id) {
  const Activity* const activity = find(workshop, id);
  return activity && activity->phase != Phase::revealed;
}

Result<bool> was_cut_off(FileSystem& files, const std::string& path) {
  const auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  return (*file)->size().map([](std::uint64_t size) { return size <= empty_box_size; });
}

}  // namespace

// ---- events ----

Result<void> SessionStore::append(std::span<const Event> events) {
  std::vector<Bytes> payloads;
  std::vector<LogRecord> records;
  payloads.reserve(events.size());
  records.reserve(events.size());
  for (const Event& event : events) {
    payloads.push_back(encoded(event));
    records.push_back(LogRecord{event.sequence, event_schema, payloads.back()});
  }
  return log_.append(records);
}

Result<std::vector<Event>> SessionStore::read_from(std::uint64_t first) {
  std::vector<Event> events;
  const Result<void> read = log_.for_each(first, [&](const LogRecord& record) -> Result<void> {
    Result<Event> event = decoded_event(record.payload, record.schema);
    if (!event) return failed(event.error());
    events.push_back(std::move(*event));
    return {};
  });
  if (!read) return failed(read.error());
  return events;
}

// ---- boxes ----

// A box lies beside its session and says whose it is: by that it is found when the session has another name than it had. Else it
// is where a new one belongs, under a name that no box of another session has.
Result<std::string> SessionStore::box_path(ActivityId activity) const {
  const std::string usual = BallotBox::path_for(log_.path(), activity);
  const BoxOwner ours{log_.identity().uuid, activity};
  const std::string ending = usual.substr(usual.rfind(".ballots-"));
  const auto names = files_.list(directory_of(log_.path()));
  if (!names) return failed(names.error());
  bool taken = false;
  for (const std::string& name : *names) {
    if (name.size() < ending.size() || name.compare(name.size() - ending.size(), ending.size(), ending) != 0) continue;
    const std::string path = beside(log_.path(), name);
    const auto owner = BallotBox::owner_of(files_, path);
    if (!owner) return failed(owner.error());
    if (*owner == ours) return path;
    taken = taken || (name == name_of(usual) && owner->has_value());
  }
  if (!taken) return usual;
  std::string id;
  for (const std::uint8_t byte : ours.session) for (const int digit : {byte >> 4, byte & 15}) id += "0123456789abcdef"[digit];
  return beside(log_.path(), id + ending);
}

// The open box, from disk if need be. nullptr: there is none, and none was to be made.
Result<BallotBox*> SessionStore::box_of(ActivityId activity, bool make) {
  if (const auto open = boxes_.find(activity); open != boxes_.end()) return &open->second;
  const Result<std::string> found = box_path(activity);
  if (!found) return failed(found.error());
  const std::string& path = *found;
  Result<bool> there = files_.exists(path);
  if (!there) return failed(there.error());
  if (*there) {
    const Result<bool> cut_off = was_cut_off(files_, path);
    if (!cut_off) return failed(cut_off.error());
    if (*cut_off) {
      if (Result<void> gone = BallotBox::destroy(files_, path); !gone) return failed(gone.error());
      *there = false;
    }
  }
  if (!*there && !make) return nullptr;
  Result<BallotBox> box = *there ? BallotBox::open(files_, path, log_.identity().uuid, activity)
                                 : BallotBox::create(files_, path, log_.identity().uuid, activity);
  if (!box) return failed(box.error());
  return &boxes_.emplace(activity, std::move(*box)).first->second;
}

Result<void> SessionStore::put(ActivityId activity, std::span<const Sealed> inputs) {
  if (!writable()) return failed(log_.read_only_because());
  const Result<BallotBox*> box = box_of(activity, true);
  if (!box) return failed(box.error());
  std::vector<BallotView> views;
  views.reserve(inputs.size());
  for (const Sealed& sealed : inputs) views.push_back(BallotView{sealed.seat, sealed.counter, sealed.input});
  return (*box)->put(views);
}

Result<std::vector<BallotBoxes::Sealed>> SessionStore::read(ActivityId activity) {
  const Result<BallotBox*> box = box_of(activity, false);
  if (!box) return failed(box.error());
  std::vector<Sealed> inputs;
  if (!*box) return inputs;
  for (SealedBallot& ballot : (*box)->read_all()) inputs.push_back(Sealed{ballot.seat, ballot.counter, std::move(ballot.input)});
  return inputs;
}

Result<std::uint32_t> SessionStore::unreadable(ActivityId activity) {
  const Result<BallotBox*> box = box_of(activity, false);
  if (!box) return failed(box.error());
  return *box ? (*box)->unreadable_seats() : 0;
}

Result<void> SessionStore::destroy(ActivityId activity) {
  const Result<std::string> path = box_path(activity);
  if (!path) return failed(path.error());
  boxes_.erase(activity);
  return BallotBox::destroy(files_, *path);
}

Result<void> SessionStore::destroy_boxes_not_in(const Workshop& workshop) {
  std::string prefix = name_of(BallotBox::path_for(log_.path(), ActivityId{}));
  prefix.pop_back();  // the number of activity 0
  const auto names = files_.list(directory_of(log_.path()));
  if (!names) return failed(names.error());
  for (const std::string& name : *names) {
    // By what it says itself, or, where it says nothing (a crash cut off its making), by its name.
    if (name.find(".ballots-") == name.npos) continue;
    const std::string path = beside(log_.path(), name);
    const auto owner = BallotBox::owner_of(files_, path);
    if (!owner) continue;  // a folder, or not ours to read
    if (*owner && (*owner)->session != log_.identity().uuid) continue;
    const std::optional<ActivityId> activity = *owner ? std::optional((*owner)->activity) : activity_of_box(name, prefix);
    if (!activity || still_collects(workshop, *activity)) continue;
    boxes_.erase(*activity);
    if (Result<void> gone = BallotBox::destroy(files_, path); !gone) return gone;
  }
  return {};
}

// ---- opening and creating ----

Result<OpenedSession> open_session(FileSystem& files, const std::string& path, OpenFor purpose) {
  Result<OpenedLog> opened = SessionLog::open(files, path, purpose);
  if (!opened) return failed(opened.error());
  OpenedSession session;
  session.report = std::move(opened->report);
  session.store = std::make_unique<SessionStore>(files, std::move(opened->log));
  const SessionLog& log = session.store->log();
  if (const auto file = files.open(path, Access::read))
    session.replay.reserve(log.last_sequence(), (*file)->size().value_or(0));
  const Result<void> folded_all = log.for_each(1, [&](const LogRecord& record) { return session.replay.add(record.payload, record.schema); });
  if (!folded_all) return failed(folded_all.error());
  session.workshop = session.replay.latest();
  // A session is named once its first events are on disk: a file without any was cut off or emptied.
  if (session.report.readable_events == 0 && session.report.state != LogState::damaged)
    return failed(name_of(path) + " holds no events: it was cut short or emptied. Nothing was changed. Use a backup of it.");
  if (purpose == OpenFor::writing && session.store->writable())
    if (Result<void> gone = session.store->destroy_boxes_not_in(session.workshop); !gone) return failed(gone.error());
  return session;
}

Result<OpenedSession> create_session(FileSystem& files, const std::string& path, const SessionIdentity& identity,
                                     std::span<const Command> first_commands) {
  OpenedSession session;
  std::vector<Event> events;
  for (const Command& command : first_commands) {
    if (const std::optional<Refusal> refusal = check(session.workshop, command.by, command.action)) return failed(refusal->text);
    events.push_back(Event{session.workshop.sequence + 1, identity.created_ms, command.by, command.counter, command.action});
    apply(session.workshop, events.back());
    session.replay.add(events.back());
  }
  Result<SessionLog> log = SessionLog::create(files, path, identity);
  if (!log) return failed(log.error());
  session.store = std::make_unique<SessionStore>(files, std::move(*log));
  if (Result<void> kept = session.store->append(events); !kept) {
    session.store.reset();
    const Result<void> removed = files.remove(path);
    return failed(removed ? kept.error() : removed.error());
  }
  session.report.state = LogState::sound;
  session.report.safe_events = session.report.readable_events = session.report.total_events = events.size();
  return session;
}

}  // namespace standpoint
