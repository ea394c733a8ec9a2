// What the room keeps: inputs into the box, events into the log; then, only then, it tells (tell.cpp).
#include <algorithm>
#include <utility>

#include "core/file/secret.h"
#include "core/room/room.h"

namespace standpoint {
namespace {

// Answers kept per seat for commands that come again; more than a screen ever has under way.
constexpr std::size_t outcomes_kept = 256;
}  // namespace

// Inputs go first: then an event in the log proves that every earlier input of its seat is in the box.
void Room::commit() {
  put_inputs();
  if (append_events()) destroy_boxes();
  welcome_links();
  tell_progress();
  tell_here();
}

// ---- keeping ----

// A box that fails refuses what was on its way into it; the session and the other boxes go on.
void Room::put_inputs() {
  std::map<ActivityId, std::map<SeatId, BallotBoxes::Sealed>> latest;  // of a seat's inputs, only the last counts
  for (QueuedInput& queued : inputs_) {
    BallotBoxes::Sealed& slot = latest[queued.activity][queued.sealed.seat];
    erase_secret(slot.input);
    slot = BallotBoxes::Sealed{queued.sealed.seat, queued.sealed.counter, std::move(queued.sealed.input), queued.sealed.receipt};
  }
  std::map<ActivityId, std::string> failures;
  for (auto& [activity, by_seat] : latest) {
    std::vector<BallotBoxes::Sealed> group;
    for (auto& [seat, sealed] : by_seat) group.push_back(std::move(sealed));
    if (Result<void> put = boxes_.put(activity, group); !put) failures[activity] = put.error().sentence;
    else
      for (const BallotBoxes::Sealed& sealed : group) {
        sealed_[activity][sealed.seat] = sealed.counter;
        note_sealed(activity, sealed.seat);
      }
    for (BallotBoxes::Sealed& sealed : group) erase_secret(sealed.input);
  }
  // What did reach a box is acknowledged even when another did not.
  for (QueuedInput& queued : std::exchange(inputs_, {})) {
    if (sealed_counter(queued.activity, queued.sealed.seat) < queued.sealed.counter) {
      const Refusal refusal{Refusal::Why::storage, failures[queued.activity]};
      refuse(queued.link, queued.sealed.seat, queued.sealed.counter, refusal);
      remember(queued.sealed.seat, Outcome{queued.sealed.counter, 0, refusal});
      erase_secret(queued.sealed.input);
      continue;
    }
    acknowledge(queued.link, queued.sealed.seat, Outcome{queued.sealed.counter, 0, {}});
    if (const auto link = links_.find(queued.link); link != links_.end() && link->second.live)
      tell_sealed_seats(link->first, link->second, queued.activity);
  }
  for (const auto& [activity, by_seat] : latest) tell_facilitators_who_sealed(activity);
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
    const std::map<ActivityId, std::size_t> items_before = items_answered();
    apply_and_tell(event);
    for (const auto& [activity, count] : items_answered())
      if (const auto before = items_before.find(activity); before != items_before.end() && before->second != count) look_again(activity);
    if (const auto* reveal = std::get_if<RevealActivity>(&event.action)) boxes_to_destroy_.insert(reveal->activity);
    if (const auto* removal = std::get_if<RemoveActivity>(&event.action)) boxes_to_destroy_.insert(removal->activity);
    if (const auto* merged = std::get_if<MergeSeats>(&event.action)) tell_of_merged(merged->into);
    if (event.counter != 0) acknowledge(queued.link, event.by, Outcome{event.counter, event.sequence, {}});
  }
  return true;
}

void Room::tell_facilitators(const std::string& sentence) {
  if (!live_links(Role::facilitator)->empty())
    outbox_.push_back({live_links(Role::facilitator), Refused{SeatId{}, 0, Refusal{Refusal::Why::storage, sentence}}});
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
  regroup();
}

void Room::turn_writable() {
  if (!read_only_) return;
  read_only_.reset();
  for (const auto& [id, link] : links_) tell(id, ReadOnly{});
}

// A box that cannot be destroyed now is tried again with the next commit and at the next start. Whose input was in it, and with
// which counter, stays known: a tablet that slept through the reveal asks whether it counted.
void Room::destroy_boxes() {
  for (auto box = boxes_to_destroy_.begin(); box != boxes_to_destroy_.end();)
    box = boxes_.destroy(*box) ? boxes_to_destroy_.erase(box) : std::next(box);
}

// ---- answers, for when a command comes again ----

void Room::remember(SeatId by, Outcome outcome) {
  std::deque<Outcome>& outcomes = heard_[by].outcomes;
  for (const Outcome& known : outcomes)
    if (known.counter == outcome.counter) return;
  outcomes.push_back(std::move(outcome));
  if (outcomes.size() > outcomes_kept) outcomes.pop_front();
}

}  // namespace standpoint
