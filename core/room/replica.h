// A screen's copy of the workshop. Invariant: shown() == the pending commands folded over confirmed(), in order; except
// those whose outcome only the room knows (SealInput, RevealActivity), which change nothing before it answers.
// Used by the window and by every tablet. Knows messages only; the caller sends what it issues.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/room/message.h"

namespace standpoint {

class Replica {
 public:
  Replica() = default;
  // A screen beside the host that already folded the session: it asks only for what comes after.
  explicit Replica(Workshop workshop) : confirmed_(workshop), shown_(std::move(workshop)) {}

  const Workshop& confirmed() const { return confirmed_; }
  // Folded anew when it is asked for, however much was told since: many commands at once are answered one by one.
  const Workshop& shown() const;
  SeatId seat() const { return seat_; }  // none before the Welcome

  // The first thing to say on a new link: the seat this screen had, or, with none, the wish for a new one.
  Hello hello(std::string name, Role role) const;
  // Makes a command of the action, pending and shown at once; the caller sends it. `by` may be a carried seat. `receipt`, of a secret input:
  // a random number, or none where its answer cannot be lost.
  Command issue(SeatId by, Action action, std::uint64_t receipt = 0);
  void receive(const HostMessage&);
  // Commands to send again after the link came back and Welcome arrived, oldest first.
  std::vector<Command> unanswered() const;
  bool all_answered() const { return pending_.empty(); }
  // The events so far were told to another role: they are asked for anew. What is pending stays so.
  void forget_confirmed();

  // Done and expected inputs of an activity, as last told.
  Progress progress(ActivityId) const;
  // Which seats have an input in the box, as last told: of those this screen speaks for; to a facilitator, of all.
  std::vector<SeatId> sealed_seats(ActivityId) const;
  // What this seat sealed names something that was removed since.
  bool lost_something(ActivityId) const;
  // How many sealed inputs name what was asked about, once it was told since the last call.
  std::optional<Naming> take_naming();
  // Whose screen is connected, as last told (facilitators and stages only); sorted.
  const std::vector<SeatId>& here() const { return here_.seats; }
  // Which devices cannot start, as last told.
  const std::vector<Stranded>& stranded() const { return here_.stranded; }
  const std::vector<OneDevice>& one_device() const { return here_.one_device; }
  // How far the stage is turned, as last told or turned here.
  const StageTurn& stage_turn() const { return turn_; }
  // Turns it at once on this screen; the caller sends what it answers with.
  StageTurn turn_stage(StageTurn);
  // An input of this screen for the activity is on its way to the box, without an answer so far.
  bool sealing(ActivityId) const;
  // Refusals since the last call.
  std::vector<Refusal> take_refusals();
  // Changes of this screen since the last call that were refused because somebody else had changed the same before (R347). They are in no
  // take_refusals: whoever shows them says so with what they were.
  std::vector<Action> take_overtaken();
  const std::optional<std::string>& read_only() const { return read_only_; }

 private:
  void take(const Welcome&);
  void take(const Event&);
  void take(const Blank&);
  void take(const Acknowledged&);
  void take(const Refused&);
  void take(const Progress&);
  void take(const SealedSeats&);
  void take(const Presence&) {}  // for the screen that draws it; no part of the workshop
  void take(const ReadOnly&);
  void take(const Snapshot&);
  void take(const Here&);
  void take(const Reminder&) {}   // for the screen that shows it
  void take(const NameTaken&) {}  // for the door
  void take(const Naming& naming) { naming_ = naming; }
  void take(const StageTurn&);
  std::optional<Action> drop_pending(SeatId by, std::uint32_t counter);
  void show(const Command&) const;

  Workshop confirmed_;
  mutable Workshop shown_;
  mutable bool stale_ = false;  // shown_ is to be folded anew
  SeatId seat_;
  std::deque<Command> pending_;
  std::uint32_t heard_ = 0, heard_sealed_ = first_sealed_counter;  // the highest counters the room had heard from this screen's seats at the Welcome
  std::uint32_t minted_ = 0;  // how many ids this screen's own seat had made then
  std::map<SeatId, std::uint32_t> counters_, sealed_counters_;
  std::map<ActivityId, Progress> progress_;
  std::map<ActivityId, SealedSeats> sealed_;
  std::optional<Naming> naming_;
  std::vector<Refusal> refusals_;
  std::vector<Action> overtaken_;
  std::optional<std::string> read_only_;
  Here here_;
  StageTurn turn_;
  std::uint32_t turns_under_way_ = 0;  // sent from here and not told back
};

}  // namespace standpoint
