// Events as records, inputs as slots, and the way in: open_session, create_session.
#include "core/file/session_store.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/file/little_endian.h"
#include "core/workshop/apply.h"
#include "core/workshop/check.h"

namespace standpoint {
namespace {

static_assert(max_event_bytes <= max_payload, "the room must not accept what the file refuses");
// Before an input that has a receipt stands, in its slot, this byte and the receipt. Without one (older boxes, screens beside the host) the slot
// is the input, which begins with the 1 of little-endian bytes.
constexpr std::byte with_receipt{2};
constexpr std::size_t receipt_size = 1 + sizeof(std::uint64_t);
static_assert(max_input_bytes + receipt_size <= max_ballot, "the room must not accept what the box refuses");

// A box is this long before anything is put into it; shorter only when a crash cut off its making.
constexpr std::uint64_t empty_box_size = 512;

std::string hex_of(const SessionUuid& session) {
  std::string id;
  for (const std::uint8_t byte : session)
    for (const int digit : {byte >> 4, byte & 15}) id += "0123456789abcdef"[digit];
  return id;
}

bool still_collects(const Workshop& workshop, ActivityId id) {
  const Activity* const activity = find(workshop, id);
  return activity && activity->phase != Phase::revealed;
}

Bytes slot_of(const BallotBoxes::Sealed& sealed) {
  const std::size_t before = sealed.receipt == 0 ? 0 : receipt_size;
  Bytes slot(before + sealed.input.size());
  if (before != 0) {
    slot[0] = with_receipt;
    put_number(slot, 1, sealed.receipt);
  }
  std::copy(sealed.input.begin(), sealed.input.end(), slot.begin() + static_cast<std::ptrdiff_t>(before));
  return slot;
}

BallotBoxes::Sealed sealed_in(SealedBallot& ballot) {
  BallotBoxes::Sealed sealed{ballot.seat, ballot.counter, {}, 0};
  const bool has_receipt = ballot.input.size() > receipt_size && ballot.input[0] == with_receipt;
  if (has_receipt) sealed.receipt = get_number<std::uint64_t>(ballot.input, 1);
  sealed.input.assign(ballot.input.begin() + static_cast<std::ptrdiff_t>(has_receipt ? receipt_size : 0), ballot.input.end());
  wipe(ballot.input);
  return sealed;
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
  return append_records(records);
}

Result<void> SessionStore::look_after_file() { return append_records({}); }

bool SessionStore::try_again() {
  if (!log_.may_try_again()) return false;
  const std::string before = log_.path();
  const bool done = log_.try_again().has_value();
  take_boxes_along(before);
  return done;
}

Result<void> SessionStore::append_records(std::span<const LogRecord> records) {
  const std::string before = log_.path();
  const Result<void> done = log_.append(records);
  take_boxes_along(before);
  return done;
}

// Where the session goes on in another file, its boxes go with it.
void SessionStore::take_boxes_along(const std::string& from) {
  if (log_.path() == from) return;
  for (auto& [activity, box] : boxes_) (void)box.move_to(BallotBox::path_for(log_.path(), activity));  // else it stays, and counts from there
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

// Another session file of this id has it, or a window that is open.
std::string SessionStore::who_else_has(const FoundBox& box) const {
  const std::string owner = session_with(files_, box);
  if (!owner.empty() && !log_.is_at(owner)) return owner;
  return BallotBox::in_use(files_, box.path) ? box.path : std::string();
}

Result<SessionStore::BoxPath> SessionStore::box_path(ActivityId activity) const {
  const BoxOwner ours{log_.identity().uuid, activity};
  const std::string usual = BallotBox::path_for(log_.path(), activity);
  BoxPath found{usual, usual, {}};
  const auto there = files_.exists(usual);
  if (!there) return failed(there.error());
  if (*there) {
    const auto owner = BallotBox::owner_of(files_, usual);
    if (!owner) return failed(owner.error());
    if (!*owner || **owner == ours) return found;
    found.path = found.belongs = beside(usual, hex_of(ours.session) + usual.substr(usual.rfind(".ballots-")));  // another session's has the name
  }
  std::vector<std::string> folders = places_.elsewhere;
  folders.insert(folders.begin(), directory_of(log_.path()));
  for (const std::string& folder : folders) {
    const auto boxes = boxes_in(files_, folder);
    if (!boxes) continue;  // a folder that is gone
    for (const FoundBox& box : *boxes) {
      if (!(box.owner == ours)) continue;
      found.with = who_else_has(box);
      found.path = box.path;
      if (found.with.empty()) return found;
    }
  }
  found.path = found.belongs;
  return found;
}

// The open box, from disk if need be. nullptr: there is none, and none was to be made.
Result<BallotBox*> SessionStore::box_of(ActivityId activity, bool make) {
  if (const auto open = boxes_.find(activity); open != boxes_.end()) return &open->second;
  const Result<BoxPath> found = box_path(activity);
  if (!found) return failed(found.error());
  const std::string& path = found->path;
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
                                 : BallotBox::create(files_, found->belongs, log_.identity().uuid, activity);
  if (!box) return failed(box.error());
  if (*there && path != found->belongs) (void)box->move_to(found->belongs);  // else it counts from where it is
  if (places_.made) places_.made(directory_of(box->path()));
  return &boxes_.emplace(activity, std::move(*box)).first->second;
}

std::string SessionStore::who_has_boxes_of(const Workshop& workshop) {
  for (const Activity& activity : workshop.activities) {
    if (!collects_inputs(workshop, activity) || (activity.phase != Phase::open && activity.phase != Phase::closed) || boxes_.count(activity.id) > 0) continue;
    if (const auto found = box_path(activity.id); found && !found->with.empty()) return found->with;
  }
  return {};
}

Result<void> SessionStore::put(ActivityId activity, std::span<const Sealed> inputs) {
  if (!writable()) return failed(log_.read_only_because());
  const Result<BallotBox*> box = box_of(activity, true);
  if (!box) return failed(box.error());
  std::vector<BallotView> views;
  std::vector<Bytes> slots;
  views.reserve(inputs.size());
  for (const Sealed& sealed : inputs) {
    slots.push_back(slot_of(sealed));
    views.push_back(BallotView{sealed.seat, sealed.counter, slots.back()});
  }
  Result<void> put = (*box)->put(views);
  for (Bytes& slot : slots) wipe(slot);
  return put;
}

Result<std::vector<BallotBoxes::Sealed>> SessionStore::read(ActivityId activity) {
  const Result<BallotBox*> box = box_of(activity, false);
  if (!box) return failed(box.error());
  std::vector<Sealed> inputs;
  if (!*box) return inputs;
  for (SealedBallot& ballot : (*box)->read_all()) inputs.push_back(sealed_in(ballot));
  return inputs;
}

Result<std::uint32_t> SessionStore::unreadable(ActivityId activity) {
  const Result<BallotBox*> box = box_of(activity, false);
  if (!box) return failed(box.error());
  return *box ? (*box)->unreadable_seats() : 0;
}

Result<void> SessionStore::destroy(ActivityId activity) {
  std::string path;
  if (const auto open = boxes_.find(activity); open != boxes_.end()) {
    path = open->second.path();
    boxes_.erase(open);
  } else {
    const Result<BoxPath> found = box_path(activity);
    if (!found) return failed(found.error());
    path = found->path;
  }
  return BallotBox::destroy(files_, path);
}

// Those of this session file alone: of a copy, another one may be answered still.
Result<void> SessionStore::destroy_boxes_not_in(const Workshop& workshop) {
  for (const FoundBox& box : boxes_of(files_, log_.path())) {
    if (still_collects(workshop, box.owner.activity) || BallotBox::in_use(files_, box.path)) continue;
    boxes_.erase(box.owner.activity);
    if (Result<void> gone = BallotBox::destroy(files_, box.path); !gone) return gone;
  }
  return {};
}

// ---- opening and creating ----

Result<OpenedSession> open_session(FileSystem& files, const std::string& path, OpenFor purpose, BoxPlaces places) {
  Result<OpenedLog> opened = SessionLog::open(files, path, purpose);
  if (!opened) return failed(opened.error());
  OpenedSession session;
  session.report = std::move(opened->report);
  session.store = std::make_unique<SessionStore>(files, std::move(opened->log), std::move(places));
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
  if (purpose == OpenFor::writing)
    if (const std::string other = session.store->who_has_boxes_of(session.workshop); !other.empty())
      session.note = "What was answered in secret lies with " + name_of(other) + ", of which this is a copy, and counts there. Nothing is lost; here, people answer anew.";
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
