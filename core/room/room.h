// The one authority of a session: checks, numbers and times commands, keeps them safe, then tells everybody who may
// know. Knows messages and a given `now`; never sockets, threads or files (those are behind its two ports). Who may
// claim which seat is settled by the owner of the links before it hands a Hello on. Used by app/net/host.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/file/codec.h"
#include "core/file/ports.h"
#include "core/room/message.h"

namespace standpoint {

using LinkId = std::uint32_t;
// By number. All links of one role share one group, the same object until a link comes, goes or changes its role.
using LinkGroup = std::shared_ptr<const std::vector<LinkId>>;

// One message to all links of a group.
struct Told {
  LinkGroup to;
  HostMessage message;
};

class Room {
 public:
  // `workshop` is the fold of everything in the log. Boxes of activities that were revealed but whose box outlived a
  // crash are destroyed here.
  Room(Workshop workshop, OrderedLog& log, BallotBoxes& boxes);

  void connect(LinkId);
  void disconnect(LinkId);
  // Takes one message. Nothing is answered before commit(), except refusals, presence and naming. A reveal, a question about
  // naming, and a secret input for an activity opened since the last commit, commit what came before them. `now_ms`: ms since the Unix epoch, UTC;
  // the events of one room never go back in time, even if the clock does. They may lie before those of an earlier one, whose clock was wrong.
  void hear(LinkId, const ScreenMessage&, std::int64_t now_ms);
  // Makes everything heard since the last commit safe with one append and one sync, then releases the answers.
  void commit();
  // Which devices in the room cannot start, in place of what was told before; said with the next commit.
  void set_stranded(std::vector<Stranded>);
  // Who shares a device, in the same way; of whom somebody said that they are two, nobody is told again.
  void set_one_device(std::vector<OneDevice>);
  // Storage failed, and takes everything again: from now on so does the room. What was refused meanwhile stays refused.
  void turn_writable();
  bool read_only() const { return read_only_.has_value(); }
  // A sentence for whoever leads, on every screen of theirs: something about the room itself happened.
  void tell_facilitators(const std::string& sentence);
  // What is to be sent, in order, since the last call.
  std::vector<Told> take_outbox();

  const Workshop& workshop() const { return confirmed_; }
  // The seat that the link has, or will have with the next commit; none: it has not said who it is, or was refused.
  SeatId seat_of(LinkId) const;
  // Somebody new can have a seat in this role, if need be that of somebody who left without a trace.
  bool has_seat_for(Role) const;

 private:
  struct Link {
    SeatId seat;                       // none: has not said who it is
    bool live = false;                 // has everything up to confirmed_ and gets what comes
    std::uint64_t have_sequence = 0;   // while not live: where its catching up starts
  };
  struct QueuedEvent {
    LinkId link = 0;
    Event event;
  };
  struct QueuedInput {
    LinkId link = 0;
    ActivityId activity;
    BallotBoxes::Sealed sealed;
  };
  // What was answered to one command, for when it comes again.
  struct Outcome {
    std::uint32_t counter = 0;
    std::uint64_t sequence = 0;
    std::optional<Refusal> refusal;
  };
  struct Heard {
    std::uint32_t highest = 0, sealed = first_sealed_counter;  // counter of any command of this seat, accepted or refused, and of its inputs
    std::deque<Outcome> outcomes;    // the latest ones
  };

  using MaybeRefusal = std::optional<Refusal>;

  // room.cpp: what is heard
  void hear_from(LinkId, Link&, const Hello&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const Command&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const Presence&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const Remind&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const AskNaming&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const StageTurn&, std::int64_t now_ms);
  void hear_from(LinkId, Link&, const AreTwo&, std::int64_t now_ms);
  MaybeRefusal take_new_seat(LinkId, Link&, const Hello&, std::int64_t now_ms);
  MaybeRefusal take_seat(LinkId, Link&, SeatId, std::int64_t now_ms);
  std::uint32_t& highest_counter(SeatId, std::uint32_t counter);
  MaybeRefusal queue(LinkId, const Command&, std::int64_t now_ms);
  MaybeRefusal queue_event(LinkId, const Command&, std::int64_t now_ms);
  MaybeRefusal queue_reveal(LinkId, const Command&, const RevealActivity&, std::int64_t now_ms);
  MaybeRefusal queue_input(LinkId, const Command&, const SealInput&);
  MaybeRefusal queue_close(LinkId, const Command&, const CloseActivity&, std::int64_t now_ms);
  MaybeRefusal queue_clearing(LinkId, const Command&, const ClearSeats&, std::int64_t now_ms);
  MaybeRefusal differs_from_count(ActivityId, std::size_t inputs);
  MaybeRefusal box_is_lost(ActivityId, const std::string& why);
  MaybeRefusal enqueue(LinkId, const Command&, std::int64_t now_ms);
  void answer_again(LinkId, const Command&);
  struct Earlier {
    std::map<std::pair<SeatId, std::uint32_t>, std::uint64_t> events;  // the numbers they got
    std::set<std::pair<ActivityId, std::uint64_t>> receipts;           // of inputs that counted
  };
  const Earlier& earlier();
  std::uint64_t earlier_event_of(const Command&);
  bool counted_earlier(const Command&, const SealInput&);
  bool carries(const Link&, SeatId) const;
  std::uint32_t sealed_counter(ActivityId, SeatId) const;
  bool has_answered(ActivityId, SeatId) const;
  std::vector<SeatId> who_answered(ActivityId) const;
  Result<std::vector<BallotBoxes::Sealed>> read_counting(ActivityId);

  // seats.cpp: seats that nobody uses
  const Activity* answered_in_secret() const;
  std::vector<SeatId> empty_seats() const;

  // named.cpp: what sealed inputs name, and what became of those that name what is gone
  void note_sealed(ActivityId, SeatId);
  bool may_tell_naming(const Activity&) const;
  void look_again(ActivityId);
  bool lost_something(ActivityId, SeatId) const;
  std::map<ActivityId, std::size_t> items_answered() const;

  // commit.cpp: what is kept
  void put_inputs();
  bool append_events();
  void turn_read_only(const std::string& sentence);
  void destroy_boxes();
  void remember(SeatId by, Outcome);

  // tell.cpp: what is told
  const LinkGroup& live_links(Role);
  void regroup() {
    groups_.reset();
    here_may_differ_ = true;
  }
  void apply_and_tell(const Event&);
  void tell_all(const HostMessage&);
  void welcome_links();
  std::vector<Event> missed_events();
  std::uint64_t caught_up_from(const Link&, const std::vector<Event>& tail) const;
  void catch_up(Role, std::uint64_t from, const LinkGroup&, const std::vector<Event>& tail);
  Welcome welcome_to(const Link&) const;
  void tell_anew(SeatId);
  void tell_of_merged(SeatId into);
  void tell_here();
  void tell_facilitators_who_sealed(ActivityId);
  void tell_progress();
  void tell_sealed_seats(LinkId, const Link&, ActivityId);
  Progress progress_of(const Activity&) const;
  void tell(LinkId, HostMessage);
  void acknowledge(LinkId, SeatId by, Outcome);
  void refuse(LinkId, SeatId by, std::uint32_t counter, const Refusal&);

  Workshop confirmed_;  // what the disk holds
  Workshop tentative_;  // confirmed_ and the queued events
  OrderedLog& log_;
  BallotBoxes& boxes_;
  std::map<LinkId, Link> links_;
  std::vector<QueuedEvent> events_;
  std::vector<QueuedInput> inputs_;
  std::map<SeatId, Heard> heard_;
  std::int64_t last_ms_ = 0;            // of what was heard
  std::uint64_t sequence_at_start_;  // events up to here may answer commands sent before a restart
  std::optional<Earlier> earlier_;  // read when first needed
  std::map<ActivityId, std::map<SeatId, std::uint32_t>> sealed_;  // whose input is in the box, or was, with its counter
  std::map<ActivityId, std::set<SeatId>> lost_;    // whose input in the box names what is gone; read from the box
  struct NamingTold {
    bool once = false;
    std::set<SeatId> sealed_since;
  };
  std::map<ActivityId, NamingTold> naming_told_;
  std::map<ActivityId, std::array<std::uint32_t, 3>> told_progress_;
  std::optional<StageTurn> turn_;  // the last one
  std::optional<std::vector<SeatId>> told_here_;  // none: somebody is to be told anew
  bool here_may_differ_ = true;                   // a link came, went or took a seat since it was told
  std::vector<Stranded> stranded_;
  std::vector<OneDevice> one_device_;
  std::vector<OneDevice> two_people_;  // on one device, and two all the same
  std::set<ActivityId> boxes_to_destroy_;
  std::set<ActivityId> told_unreadable_;  // whoever leads knows that inputs are lost, and may reveal without them
  std::set<ActivityId> told_difference_;  // or that there are not as many as were counted
  std::optional<std::string> read_only_;
  std::optional<std::array<LinkGroup, 4>> groups_;  // live links by role; none: to be grouped anew
  std::vector<Told> outbox_;
};

}  // namespace standpoint
