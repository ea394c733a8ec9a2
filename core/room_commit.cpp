// What the room keeps and tells: inputs into the box, events into the log, then, only then, the answers.
#include <algorithm>
#include <array>
#include <utility>

#include "core/apply.h"
#include "core/audience.h"
#include "core/reveal.h"
#include "core/room.h"
#include "core/secret.h"

namespace standpoint {
namespace {

// Answers kept per seat for commands that come again; more than a screen ever has under way.
constexpr std::size_t outcomes_kept = 256;
constexpr std::size_t role_count = 4;

bool collects(const Workshop& workshop, const Activity& activity) {
  return collects_inputs(workshop, activity) && (activity.phase == Phase::open || activity.phase == Phase::closed);
}

HostMessage as_told_to(Role role, const Event& event) {
  if (std::optional<Event> seen = as_seen_by(role, event)) return std::move(*seen);
  return Blank{event.sequence, event.time_ms};
}

}  // namespace

// Inputs go first: then an event in the log proves that every earlier input of its seat is in the box.
void Room::commit() {
  if (put_inputs() && append_events()) destroy_boxes();
  welcome_links();
  tell_progress();
}

std::vector<std::pair<LinkId, HostMessage>> Room::take_outbox() { return std::exchange(outbox_, {}); }

// ---- keeping ----

bool Room::put_inputs() {
  std::map<ActivityId, std::map<SeatId, BallotBoxes::Sealed>> latest;  // of a seat's inputs, only the last counts
  for (QueuedInput& queued : inputs_) {
    BallotBoxes::Sealed& slot = latest[queued.activity][queued.sealed.seat];
    erase_secret(slot.input);
    slot = BallotBoxes::Sealed{queued.sealed.seat, queued.sealed.counter, std::move(queued.sealed.input)};
  }
  std::optional<Failure> failure;
  for (auto& [activity, by_seat] : latest) {
    std::vector<BallotBoxes::Sealed> group;
    for (auto& [seat, sealed] : by_seat) group.push_back(std::move(sealed));
    if (!failure) {
      if (Result<void> put = boxes_.put(activity, group); !put) failure = put.error();
      else
        for (const BallotBoxes::Sealed& sealed : group) sealed_[activity][sealed.seat] = sealed.counter;
    }
    for (BallotBoxes::Sealed& sealed : group) erase_secret(sealed.input);
  }
  // What did reach a box is acknowledged even when another did not.
  std::vector<QueuedInput> lost;
  for (QueuedInput& queued : std::exchange(inputs_, {})) {
    if (sealed_counter(queued.activity, queued.sealed.seat) < queued.sealed.counter) {
      lost.push_back(std::move(queued));
      continue;
    }
    acknowledge(queued.link, queued.sealed.seat, Outcome{queued.sealed.counter, 0, {}});
    for (const auto& [id, link] : links_)
      if (link.live && carries(link, queued.sealed.seat)) tell_sealed_seats(id, link, queued.activity);
  }
  inputs_ = std::move(lost);
  if (failure) turn_read_only(failure->sentence);
  return !failure;
}

bool Room::append_events() {
  if (events_.empty()) return true;
  std::vector<Event> events;
  events.reserve(events_.size());
  for (QueuedEvent& queued : events_) events.push_back(std::move(queued.event));
  const Result<void> appended = log_.append(events);
  for (std::size_t i = 0; i < events.size(); ++i) events_[i].event = std::move(events[i]);
  if (!appended) {
    turn_read_only(appended.error().sentence);
    return false;
  }
  for (const QueuedEvent& queued : std::exchange(events_, {})) {
    const Event& event = queued.event;
    apply(confirmed_, event);
    if (const auto* reveal = std::get_if<RevealActivity>(&event.action)) boxes_to_destroy_.insert(reveal->activity);
    if (const auto* removal = std::get_if<RemoveActivity>(&event.action)) boxes_to_destroy_.insert(removal->activity);
    tell_event(event);
    if (event.counter != 0) acknowledge(queued.link, event.by, Outcome{event.counter, event.sequence, {}});
  }
  return true;
}

// Nothing queued is kept: everybody who waits is told so, and nothing more is taken.
void Room::turn_read_only(const std::string& sentence) {
  read_only_ = sentence;
  tentative_ = confirmed_;
  const Refusal refusal{Refusal::Why::storage, sentence};
  for (const QueuedInput& queued : inputs_) refuse(queued.link, queued.sealed.seat, queued.sealed.counter, refusal);
  for (const QueuedEvent& queued : events_) refuse(queued.link, queued.event.by, queued.event.counter, refusal);
  inputs_.clear();
  events_.clear();
  for (auto& [id, link] : links_) {
    if (link.seat && !find(confirmed_, link.seat)) link = Link{};
    tell(id, ReadOnly{sentence});
  }
}

// A box that cannot be destroyed now is tried again with the next commit and at the next start.
void Room::destroy_boxes() {
  for (auto box = boxes_to_destroy_.begin(); box != boxes_to_destroy_.end();) {
    sealed_.erase(*box);
    box = boxes_.destroy(*box) ? boxes_to_destroy_.erase(box) : std::next(box);
  }
}

// ---- telling ----

void Room::tell_event(const Event& event) {
  std::array<std::optional<HostMessage>, role_count> by_role;
  for (const auto& [id, link] : links_) {
    if (!link.live) continue;
    const Role role = find(confirmed_, link.seat)->role;
    std::optional<HostMessage>& message = by_role[static_cast<std::size_t>(role)];
    if (!message) message = as_told_to(role, event);
    tell(id, *message);
  }
}

void Room::welcome_links() {
  for (auto& [id, link] : links_) {
    if (link.live || !link.seat) continue;
    if (Result<void> caught_up = catch_up(id, link); !caught_up) {
      refuse(id, link.seat, 0, Refusal{Refusal::Why::storage, caught_up.error().sentence});
      link = Link{};
      continue;
    }
    link.live = true;
    for (const Activity& activity : confirmed_.activities) {
      if (!collects(confirmed_, activity)) continue;
      tell(id, progress_of(activity));
      tell_sealed_seats(id, link, activity.id);
    }
    if (read_only_) tell(id, ReadOnly{*read_only_});
  }
}

Result<void> Room::catch_up(LinkId id, const Link& link) {
  std::vector<Event> missed;
  if (link.have_sequence < confirmed_.sequence) {
    Result<std::vector<Event>> events = log_.read_from(link.have_sequence + 1);
    if (!events) return failed(events.error());
    missed = std::move(*events);
  }
  Welcome welcome{link.seat, 0};
  for (const auto& [seat, heard] : heard_)
    if (carries(link, seat)) welcome.counter = std::max(welcome.counter, heard.highest);
  tell(id, welcome);
  const Role role = find(confirmed_, link.seat)->role;
  for (const Event& event : missed) tell(id, as_told_to(role, event));
  return {};
}

void Room::tell_progress() {
  for (const Activity& activity : confirmed_.activities) {
    if (!collects(confirmed_, activity)) {
      told_progress_.erase(activity.id);
      continue;
    }
    const Progress progress = progress_of(activity);
    const std::pair now{progress.done, progress.of};
    if (const auto told = told_progress_.find(activity.id); told != told_progress_.end() && told->second == now) continue;
    told_progress_[activity.id] = now;
    for (const auto& [id, link] : links_)
      if (link.live) tell(id, progress);
  }
}

// Of those who can take part: participants who are here, and whoever has an input in the box.
Progress Room::progress_of(const Activity& activity) const {
  Progress progress{activity.id, 0, 0};
  for (const Seat& seat : confirmed_.seats) {
    const bool done = sealed_counter(activity.id, seat.id) > 0;
    progress.done += done ? 1 : 0;
    progress.of += done || (seat.role == Role::participant && seat.present) ? 1 : 0;
  }
  return progress;
}

void Room::tell_sealed_seats(LinkId id, const Link& link, ActivityId activity) {
  SealedSeats told{activity, {}};
  if (const auto box = sealed_.find(activity); box != sealed_.end())
    for (const auto& [seat, counter] : box->second)
      if (carries(link, seat)) told.seats.push_back(seat);
  tell(id, std::move(told));
}

void Room::tell(LinkId id, HostMessage message) {
  if (links_.count(id) > 0) outbox_.emplace_back(id, std::move(message));
}

void Room::acknowledge(LinkId id, SeatId by, Outcome outcome) {
  tell(id, Acknowledged{by, outcome.counter, outcome.sequence});
  remember(by, std::move(outcome));
}

void Room::refuse(LinkId id, SeatId by, std::uint32_t counter, const Refusal& refusal) {
  tell(id, Refused{by, counter, refusal});
}

void Room::remember(SeatId by, Outcome outcome) {
  std::deque<Outcome>& outcomes = heard_[by].outcomes;
  for (const Outcome& known : outcomes)
    if (known.counter == outcome.counter) return;
  outcomes.push_back(std::move(outcome));
  if (outcomes.size() > outcomes_kept) outcomes.pop_front();
}

}  // namespace standpoint
