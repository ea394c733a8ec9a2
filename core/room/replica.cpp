// Rebase by folding again: with values there is no reverse diff. What the host confirms goes into confirmed_; the
// commands still without an answer are then folded over a copy of it.
#include "core/room/replica.h"

#include <algorithm>
#include <utility>

#include "core/file/secret.h"
#include "core/workshop/apply.h"

namespace standpoint {

Hello Replica::hello(std::string name, Role role) const {
  return Hello{seat_, std::move(name), role, confirmed_.sequence};
}

Command Replica::issue(SeatId by, Action action, std::uint64_t receipt) {
  const bool seals = std::holds_alternative<SealInput>(action);
  const Seat* const seat = seals ? nullptr : find(confirmed_, by);
  std::uint32_t& counter = (seals ? sealed_counters_ : counters_)[by];
  counter = std::max({counter, seals ? heard_sealed_ : heard_, seat ? seat->last_counter : 0u}) + 1;
  pending_.push_back(Command{by, counter, std::move(action), receipt});
  show(pending_.back());
  return pending_.back();
}

void Replica::receive(const HostMessage& message) {
  std::visit([this](const auto& m) { take(m); }, message);
}

std::vector<Command> Replica::unanswered() const { return {pending_.begin(), pending_.end()}; }

void Replica::forget_confirmed() {
  confirmed_ = Workshop{};
  stale_ = true;
}

Progress Replica::progress(ActivityId activity) const {
  const auto known = progress_.find(activity);
  return known == progress_.end() ? Progress{activity, 0, 0, 0} : known->second;
}

std::vector<SeatId> Replica::sealed_seats(ActivityId activity) const {
  const auto known = sealed_.find(activity);
  return known == sealed_.end() ? std::vector<SeatId>{} : known->second.seats;
}

bool Replica::lost_something(ActivityId activity) const {
  const auto known = sealed_.find(activity);
  return known != sealed_.end() && known->second.again;
}

std::optional<Naming> Replica::take_naming() { return std::exchange(naming_, {}); }

bool Replica::sealing(ActivityId activity) const {
  return std::any_of(pending_.begin(), pending_.end(), [&](const Command& command) {
    const auto* seal = std::get_if<SealInput>(&command.action);
    return seal != nullptr && seal->activity == activity;
  });
}

std::vector<Refusal> Replica::take_refusals() { return std::exchange(refusals_, {}); }

std::vector<Action> Replica::take_overtaken() { return std::exchange(overtaken_, {}); }

StageTurn Replica::turn_stage(StageTurn turn) {
  turn.by = seat_;
  ++turns_under_way_;
  return turn_ = turn;
}

// What others turned before the room heard of ours is behind us.
void Replica::take(const StageTurn& turn) {
  if (turn.by == seat_ && turns_under_way_ > 0) --turns_under_way_;
  if (turns_under_way_ == 0) turn_ = turn;
}

void Replica::take(const Welcome& welcome) {
  turns_under_way_ = 0;
  seat_ = welcome.seat;
  heard_ = std::max(heard_, welcome.counter);
  heard_sealed_ = std::max(heard_sealed_, welcome.sealed);
  minted_ = std::max(minted_, welcome.minted);
}

// Events come in order without gaps; one that is not the next was seen already or belongs to a link that is gone.
void Replica::take(const Event& event) {
  if (event.sequence != confirmed_.sequence + 1) return;
  const bool nothing_pending = pending_.empty();
  apply(confirmed_, event);
  if (const auto* reveal = std::get_if<RevealActivity>(&event.action)) sealed_.erase(reveal->activity);
  drop_pending(event.by, event.counter);
  if (nothing_pending && !stale_) apply(shown_, event);  // spares the copy while a screen catches up on a long session
  else stale_ = true;
}

void Replica::take(const Blank& blank) {
  if (blank.sequence != confirmed_.sequence + 1) return;
  apply(confirmed_, blank);
  stale_ = true;
}

// The event itself came before this, so there is something left to drop only when it was told without a number or went into the box.
void Replica::take(const Acknowledged& acknowledged) {
  if (drop_pending(acknowledged.by, acknowledged.counter)) stale_ = true;
}

void Replica::take(const Refused& refused) {
  std::optional<Action> dropped = drop_pending(refused.by, refused.counter);
  if (dropped && refused.refusal.why == Refusal::Why::changed_since) overtaken_.push_back(std::move(*dropped));
  else refusals_.push_back(refused.refusal);
  if (dropped) stale_ = true;
}

void Replica::take(const Progress& progress) { progress_[progress.activity] = progress; }

void Replica::take(const SealedSeats& sealed) { sealed_[sealed.activity] = sealed; }

void Replica::take(const ReadOnly& read_only) {
  if (read_only.sentence.empty()) read_only_.reset();
  else read_only_ = read_only.sentence;
}

// Answers stand in no workshop, so what is pending stays pending until its own answer comes. Nor do the numbers of seats, to who does not
// lead: how many ids its own seats have made, a screen knows itself.
void Replica::take(const Snapshot& snapshot) {
  const Workshop before = std::exchange(confirmed_, snapshot.workshop);
  for (Seat& seat : confirmed_.seats) {
    if (seat.id != seat_ && seat.carried_by != seat_) continue;
    const Seat* const known = find(before, seat.id);
    seat.minted = std::max({seat.minted, known ? known->minted : 0u, seat.id == seat_ ? minted_ : 0u});
  }
  const auto over = [&](const auto& told) {
    const Activity* const activity = find(confirmed_, told.first);
    return !activity || activity->phase == Phase::revealed;
  };
  std::erase_if(sealed_, over);
  stale_ = true;
}

void Replica::take(const Here& here) { here_ = here; }

// What was pending, without its secrets; nullopt: nothing was.
std::optional<Action> Replica::drop_pending(SeatId by, std::uint32_t counter) {
  const auto answered = std::find_if(pending_.begin(), pending_.end(), [&](const Command& c) {
    return c.by == by && c.counter == counter;
  });
  if (answered == pending_.end()) return {};
  erase_secret(answered->action);
  Action dropped = std::move(answered->action);
  pending_.erase(answered);
  return dropped;
}

const Workshop& Replica::shown() const {
  if (!std::exchange(stale_, false)) return shown_;
  shown_ = confirmed_;
  for (const Command& command : pending_) show(command);
  return shown_;
}

// The number and time are guesses until the room gives the real ones.
void Replica::show(const Command& command) const {
  if (std::holds_alternative<SealInput>(command.action) || std::holds_alternative<RevealActivity>(command.action)) return;
  apply(shown_, Event{shown_.sequence + 1, shown_.changed_ms, command.by, command.counter, command.action});
}

}  // namespace standpoint
