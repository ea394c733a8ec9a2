// The parts of check, one overload per action, and the judgements they share. Included by check*.cpp and the rules of kinds (core/activities).
// Roles were looked at before any of these is called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/changes.h"
#include "core/workshop/event.h"
#include "core/workshop/leader.h"

namespace standpoint {

using Verdict = std::optional<Refusal>;  // nullopt: allowed
using Why = Refusal::Why;

// The tie is there, but not for this seat (R127): to be answered as if it were not.
bool hidden_from(const Workshop&, SeatId, const Tie&);
// How many ties that seat knows of: no limit tells that there are more.
std::size_t ties_seen_by(const Workshop&, SeatId);

// ---- judgements; each answers with a whole sentence ----
Verdict refused(Why, std::string sentence);
Verdict gone(std::string_view what);  // "This card is no longer there; ..."
// One line that must say something (R4, R5); `what` as in "The name".
Verdict check_name(std::string_view text, std::string_view what);
// One line or several that may be empty (R4, R5).
Verdict check_line(std::string_view text, std::string_view what);
Verdict check_text(std::string_view text, std::string_view what, std::size_t max_bytes);
Verdict check_on_board(BoardPoint);
Verdict check_room_for(std::size_t have, std::size_t more, std::size_t most, std::string_view things);

// A new id: made by the sender, later than all it made before (R2). `free` says that nothing of that id is there.
Verdict check_new_id(const Workshop&, SeatId by, SeatId minted_by, std::uint32_t nth, bool free);
// An id that may also come back: once made by a seat and free now (R3).
Verdict check_new_or_returning_id(const Workshop&, SeatId by, SeatId minted_by, std::uint32_t nth, bool free);
Verdict check_returning_id(const Workshop&, SeatId minted_by, std::uint32_t nth, bool free);

// While people answer in secret on a board, nobody of them changes it in the open (R201). One overload per action that would.
template <class A>
Verdict check_not_answered_on(const Workshop&, const A&) { return {}; }
Verdict check_not_answered_on(const Workshop&, const AddStakeholder&);
Verdict check_not_answered_on(const Workshop&, const ChangeStakeholder&);
Verdict check_not_answered_on(const Workshop&, const MoveStakeholders&);
Verdict check_not_answered_on(const Workshop&, const AddTie&);
Verdict check_not_answered_on(const Workshop&, const ChangeTie&);
Verdict check_not_answered_on(const Workshop&, const AddCard&);
Verdict check_not_answered_on(const Workshop&, const ChangeCard&);
Verdict check_not_answered_on(const Workshop&, const MoveCards&);
Verdict check_not_answered_on(const Workshop&, const PlaceOnCanvas&);
Verdict check_not_answered_on(const Workshop&, const TakeOffCanvas&);
Verdict check_not_answered_on(const Workshop&, const RemoveItems&);
Verdict check_not_answered_on(const Workshop&, const RestoreItems&);

// The values of things, apart from their ids.
Verdict check_values(const Stakeholder&);
Verdict check_values(const Workshop&, const Tie&);
// May this seat say anything in the tie's layer? Asked before anything that a hidden tie could answer.
Verdict check_layer(const Workshop&, SeatId by, const Tie&);
Verdict check_values(const Workshop&, const Card&);
// A sealed or revealed input against its activity (R25, R26, R27); phases are not looked at.
Verdict check_input(const Workshop&, const Activity&, const Input&);

// Of an activity that something came back into: one star, and inputs that its rules allow. Dots that came together when two became one may be
// more than one choice takes (R339).
Verdict check_parts(const Workshop&, const Activity&);

// Of every change: it touches something that the thing has, and nobody was there first (R346, R347). Asked after everything that somebody may
// not know of the thing.
Verdict check_touched(const ChangedFields&, std::uint64_t over);
template <Change C>
Verdict check_fields(const ThingOf<C>& thing, const C& change) { return check_touched(fields_of(change, thing), change.over); }
// The thing as it would be.
template <Change C>
ThingOf<C> with_change(ThingOf<C> thing, const C& change) {
  put_into(thing, change);
  return thing;
}

// ---- check.cpp ----
Verdict check_action(const Workshop&, SeatId, const StartSession&);
Verdict check_action(const Workshop&, SeatId, const RenameSession&);
Verdict check_action(const Workshop&, SeatId, const JoinSeat&);
Verdict check_action(const Workshop&, SeatId, const ChangeSeat&);
Verdict check_action(const Workshop&, SeatId, const MergeSeats&);
Verdict check_action(const Workshop&, SeatId, const ClearSeats&);
Verdict check_action(const Workshop&, SeatId, const LockLobby&);
Verdict check_action(const Workshop&, SeatId, const CoverStage&);
Verdict check_action(const Workshop&, SeatId, const ChangeNotes&);
Verdict check_action(const Workshop&, SeatId, const LeaveSeat&);
Verdict check_action(const Workshop&, SeatId, const StartTimer&);
Verdict check_action(const Workshop&, SeatId, const StopTimer&);
Verdict check_action(const Workshop&, SeatId, const AdjustTimer&);
Verdict check_action(const Workshop&, SeatId, const RecordDecision&);
Verdict check_action(const Workshop&, SeatId, const ChangeDecision&);
Verdict check_action(const Workshop&, SeatId, const RemoveDecision&);
Verdict check_action(const Workshop&, SeatId, const SetBookmark&);
Verdict check_action(const Workshop&, SeatId, const RemoveBookmark&);
Verdict check_action(const Workshop&, SeatId, const ShowOnStage&);

// ---- check_things.cpp ----
Verdict check_action(const Workshop&, SeatId, const AddStakeholder&);
Verdict check_action(const Workshop&, SeatId, const ChangeStakeholder&);
Verdict check_action(const Workshop&, SeatId, const MoveStakeholders&);
Verdict check_action(const Workshop&, SeatId, const AddTie&);
Verdict check_action(const Workshop&, SeatId, const ChangeTie&);
Verdict check_action(const Workshop&, SeatId, const AddCard&);
Verdict check_action(const Workshop&, SeatId, const ChangeCard&);
Verdict check_action(const Workshop&, SeatId, const MoveCards&);

// ---- check_boards.cpp ----
Verdict check_action(const Workshop&, SeatId, const AddBoard&);
Verdict check_action(const Workshop&, SeatId, const ChangeBoard&);
Verdict check_action(const Workshop&, SeatId, const RemoveBoard&);
Verdict check_action(const Workshop&, SeatId, const PlaceOnCanvas&);
Verdict check_action(const Workshop&, SeatId, const TakeOffCanvas&);

// ---- check_removal.cpp ----
Verdict check_action(const Workshop&, SeatId, const RemoveItems&);
Verdict check_action(const Workshop&, SeatId, const RestoreItems&);

// ---- check_merging.cpp ----
Verdict check_action(const Workshop&, SeatId, const MergeStakeholders&);
Verdict check_action(const Workshop&, SeatId, const SeparateStakeholders&);

// ---- check_activities.cpp ----
Verdict check_action(const Workshop&, SeatId, const AddActivity&);
Verdict check_action(const Workshop&, SeatId, const ChangeActivity&);
Verdict check_action(const Workshop&, SeatId, const ChangeSetup&);
Verdict check_action(const Workshop&, SeatId, const RemoveActivity&);
Verdict check_action(const Workshop&, SeatId, const OpenActivity&);
Verdict check_action(const Workshop&, SeatId, const CloseActivity&);
Verdict check_action(const Workshop&, SeatId, const RevealActivity&);
Verdict check_action(const Workshop&, SeatId, const GiveStar&);
Verdict check_action(const Workshop&, SeatId, const TakeStar&);

// ---- check_inputs.cpp ----
Verdict check_action(const Workshop&, SeatId, const TellLost&);
Verdict check_action(const Workshop&, SeatId, const TellCount&);
Verdict check_action(const Workshop&, SeatId, const TellReceipts&);
Verdict check_action(const Workshop&, SeatId, const SealInput&);

}  // namespace standpoint
