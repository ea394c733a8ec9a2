// The rules' front door: who may send what (R6 to R9), then one overload per action. The judgements all overloads
// share, and the actions about the session as a whole, are here; the others in check_*.cpp.
#include "core/workshop/check.h"

#include <algorithm>

#include "core/workshop/changes.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/leader.h"
#include "core/workshop/names.h"
#include "core/workshop/seats.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::int64_t max_timer_ms = 24 * 60 * 60 * 1000;

// What people in the room do themselves; everything else is the facilitator's.
template <class A>
constexpr bool for_contributors =
    is_one_of<A, AddStakeholder, ChangeStakeholder, MoveStakeholders, AddTie, ChangeTie, AddCard, ChangeCard, MoveCards,
              PlaceOnCanvas, TakeOffCanvas, RemoveItems, RestoreItems, SealInput, GiveStar, TakeStar>;
template <class A>
constexpr bool for_the_room = is_one_of<A, StartSession, JoinSeat, LeaveSeat, ClearSeats, TellLost, TellCount, TellReceipts>;
// Their own overloads say who may.
template <class A>
constexpr bool for_anybody_seated = is_one_of<A, JoinSeat, LeaveSeat, ChangeSeat>;

template <class A>
Verdict check_sender(const Workshop& w, SeatId by, const A&) {
  if (!by) {
    if (for_the_room<A>) return {};
    return refused(Why::not_allowed, "The room itself does not do this; a person has to.");
  }
  if (is_one_of<A, StartSession>) return refused(Why::not_allowed, "This session has started already.");
  if (is_one_of<A, TellLost, TellCount, TellReceipts>) return refused(Why::not_allowed, "Only the host opens the ballot box. Nothing was changed.");
  const Seat* const seat = find(w, by);
  if (!seat) return refused(Why::not_found, "This seat is not part of the session; join again.");
  if (seat->merged_into) return refused(Why::not_allowed, seat->name + " goes on on another screen; nothing was changed here.");
  if (for_anybody_seated<A> || seat->role == Role::facilitator) return {};
  if (seat->role != Role::participant)
    return refused(Why::not_allowed, "This screen only watches; ask the facilitator for a participant's seat.");
  if (for_contributors<A>) return {};
  return refused(Why::not_allowed, "Only the facilitator can do this; nothing was changed.");
}

}  // namespace

template <class A>
std::optional<Refusal> check_one(const Workshop& w, SeatId by, const A& a) {
  if (Verdict no = check_sender(w, by, a)) return no;
  if constexpr (is_whole_description<A>) {
    return refused(Why::not_allowed, "This screen is older than the session, so nothing was changed. Reload it and change it again.");
  } else {
    if (!facilitates(w, by))
      if (Verdict no = check_not_answered_on(w, a)) return no;
    return check_action(w, by, a);
  }
}
template std::optional<Refusal> check_one(const Workshop&, SeatId, const AddStakeholder&);
template std::optional<Refusal> check_one(const Workshop&, SeatId, const AddTie&);
template std::optional<Refusal> check_one(const Workshop&, SeatId, const RemoveItems&);
template std::optional<Refusal> check_one(const Workshop&, SeatId, const GiveStar&);
template std::optional<Refusal> check_one(const Workshop&, SeatId, const TakeStar&);

std::optional<Refusal> check(const Workshop& w, SeatId by, const Action& action) {
  return std::visit([&](const auto& a) { return check_one(w, by, a); }, action);
}

// ---- judgements ----

Verdict refused(Why why, std::string sentence) { return Refusal{why, std::move(sentence)}; }

Verdict gone(std::string_view what) {
  return refused(Why::not_found, "This " + std::string(what) + " is no longer there; nothing was changed.");
}

Verdict check_touched(const ChangedFields& fields, std::uint64_t over) {
  bool something = false;
  for (const ChangedField& field : fields) {
    if (!field.type->there(field.field)) continue;
    if (!field.member) return gone("word of the board");
    something = true;
  }
  if (!something) return refused(Why::malformed, "There is nothing to change.");
  if (over != 0 && over != seen_of(fields)) return refused(Why::changed_since, overtaken_words);
  return {};
}

Verdict check_text(std::string_view text, std::string_view what, std::size_t max_bytes) {
  if (const std::size_t over = characters_beyond(text, max_bytes))
    return refused(Why::malformed, std::string(what) + " is too long by " + (over == 1 ? "one letter" : std::to_string(over) + " letters") +
                                       "; shorten it and send again.");
  if (!valid_text(text))
    return refused(Why::malformed, std::string(what) + " has characters that cannot be kept; type it again.");
  return {};
}

Verdict check_line(std::string_view text, std::string_view what) {
  if (Verdict no = check_text(text, what, max_name_bytes)) return no;
  if (!valid_line(text)) return refused(Why::malformed, std::string(what) + " has to fit on one line.");
  if (without_unseen(text) != text) return refused(Why::malformed, std::string(what) + " has signs in it that nobody can see; type it again.");
  return {};
}

Verdict check_name(std::string_view text, std::string_view what) {
  if (!shows_something(text)) return refused(Why::malformed, std::string(what) + " is empty; type at least one letter.");
  return check_line(text, what);
}

Verdict check_on_board(BoardPoint p) {
  if (on_board(p)) return {};
  return refused(Why::malformed, "This place is outside the board; nothing was moved.");
}

Verdict check_room_for(std::size_t have, std::size_t more, std::size_t most, std::string_view things) {
  if (more <= most && have <= most - more) return {};
  return refused(Why::full, "This session holds at most " + std::to_string(most) + " " + std::string(things) +
                                "; remove some first.");
}

Verdict check_new_id(const Workshop& w, SeatId by, SeatId minted_by, std::uint32_t nth, bool free) {
  const Seat* const seat = find(w, by);
  if (!seat || minted_by != by)
    return refused(Why::malformed, "This addition carries somebody else's number; nothing was added.");
  if (!free || nth <= seat->minted)
    return refused(Why::duplicate_id, "This was added already; nothing was added twice.");
  return {};
}

Verdict check_returning_id(const Workshop& w, SeatId minted_by, std::uint32_t nth, bool free) {
  if (!free) return refused(Why::duplicate_id, "This is there already; nothing was added twice.");
  const Seat* const seat = find(w, minted_by);
  const bool once_there = seat ? nth <= seat->minted : was_cleared(w, minted_by);
  if (nth == 0 || !once_there)
    return refused(Why::malformed, "This was never part of the session, so it cannot be put back.");
  return {};
}

Verdict check_new_or_returning_id(const Workshop& w, SeatId by, SeatId minted_by, std::uint32_t nth, bool free) {
  const Seat* const seat = find(w, minted_by);
  if (seat ? nth <= seat->minted : was_cleared(w, minted_by)) return check_returning_id(w, minted_by, nth, free);
  return check_new_id(w, by, minted_by, nth, free);
}

// ---- names of people (R154) ----

Verdict check_seen(std::string_view name) {
  if (Verdict no = check_name(name, "The name")) return no;
  if (clean_name(name) != name) return refused(Why::malformed, "The name has signs in it that nobody can see; type it again.");
  return {};
}

Verdict check_alone(const Workshop& w, SeatId seat, std::string_view name) {
  const Seat* const other = named_alike(w, name, seat);
  if (!other) return {};
  return refused(Why::duplicate_id, other->name + " is here already; add a letter or a family name, so that everybody knows who is meant.");
}

// ---- the session and its seats ----

Verdict check_action(const Workshop& w, SeatId, const StartSession& a) {
  if (w.sequence != 0) return refused(Why::wrong_phase, "This session has started already.");
  if (Verdict no = check_name(a.title, "The title")) return no;
  return check_line(a.subtitle, "The subtitle");
}

Verdict check_action(const Workshop&, SeatId, const RenameSession& a) {
  if (Verdict no = check_name(a.title, "The title")) return no;
  return check_line(a.subtitle, "The subtitle");
}

Verdict check_action(const Workshop& w, SeatId by, const JoinSeat& a) {
  if (by && !facilitates(w, by)) return refused(Why::not_allowed, "Only the facilitator can add a person to this screen.");
  if (by && a.carried_by != by)
    return refused(Why::not_allowed, "A facilitator adds people to their own screen only; others join on their devices.");
  if (Verdict no = check_name(a.name, "The name")) return no;
  if (a.carried_by && (a.carried_by == a.seat || !find(w, a.carried_by)))
    return refused(Why::not_found, "The screen that carries this person is not part of the session.");
  const Seat* const seat = find(w, a.seat);
  if (!seat) {
    const bool takes_part_or_watches = a.role == Role::participant || a.role == Role::observer;
    if (!by && takes_part_or_watches && w.lobby_locked)
      return refused(Why::not_allowed, "The lobby is locked, so nobody new joins; ask the facilitator to unlock it.");
    if (a.seat != next_seat(w)) return refused(Why::duplicate_id, "Somebody took this seat a moment ago; join again.");
    if (a.seat.value > max_seat_number) return refused(Why::full, "So many people came and went that this session has no new seat; go on in a new session.");
    if (Verdict no = check_seen(a.name)) return no;
    if (by)  // at the door the room has asked already, and who was here before is here twice for a moment
      if (Verdict no = check_alone(w, a.seat, a.name)) return no;
    return check_room_for(w.seats.size(), 1, seats_in_all(a.role), "people");
  }
  if (seat->present) return refused(Why::duplicate_id, seat->name + " is here already.");
  if (seat->merged_into) return refused(Why::not_allowed, seat->name + " goes on on another screen.");
  if (by && seat->carried_by != by) return refused(Why::not_allowed, seat->name + " joins on a device of their own.");
  if (seat->role != a.role) return refused(Why::not_allowed, seat->name + " comes back in the role they had.");
  return {};
}

// Who was appointed does not turn out the one they have it from.
Verdict check_not_over(const Workshop& w, SeatId by, const Seat& seat) {
  if (seat.role != Role::facilitator || !appointed(w, seat.id, by)) return {};
  return refused(Why::not_allowed, "You lead because " + seat.name + " let you, so only they can end their part. Nothing was changed.");
}

Verdict check_action(const Workshop& w, SeatId by, const LeaveSeat& a) {
  const Seat* const seat = find(w, a.seat);
  if (!seat || !seat->present) return gone("person");
  if (by && by != a.seat && !facilitates(w, by))
    return refused(Why::not_allowed, "Only the facilitator can let somebody else leave.");
  return check_not_over(w, by, *seat);
}

// Somebody else must be left to lead. Whoever does it counts, here or not.
bool others_lead(const Workshop& w, SeatId by, SeatId without) {
  return std::any_of(w.seats.begin(), w.seats.end(), [&](const Seat& seat) {
    return seat.id != without && seat.role == Role::facilitator && (seat.present || seat.id == by);
  });
}

Verdict check_action(const Workshop& w, SeatId by, const ChangeSeat& a) {
  const Seat* const seat = thing_of(w, a);
  if (!seat) return gone("person");
  if (by != a.seat && !facilitates(w, by)) return refused(Why::not_allowed, "Only the facilitator can rename somebody else.");
  if (Verdict no = check_fields(*seat, a)) return no;
  if (a.name && *a.name != seat->name) {
    if (Verdict no = check_seen(*a.name)) return no;
    if (Verdict no = check_alone(w, a.seat, *a.name)) return no;
  }
  if (!a.role || *a.role == seat->role) return {};
  if (!facilitates(w, by)) return refused(Why::not_allowed, "Only the facilitator can give somebody another role.");
  if (seat->role == Role::facilitator && !others_lead(w, by, a.seat))
    return refused(Why::not_allowed, "Nobody else leads this session; appoint another facilitator first.");
  return check_not_over(w, by, *seat);
}

bool takes_part_or_watches(const Seat& seat) {
  return (seat.role == Role::participant || seat.role == Role::observer) && !seat.merged_into;
}

Verdict check_action(const Workshop& w, SeatId, const MergeSeats& a) {
  const Seat* const from = find(w, a.from);
  const Seat* const into = find(w, a.into);
  if (!from || !into || !into->present || from->merged_into) return gone("person");
  if (from == into) return refused(Why::malformed, from->name + " is here once; nothing was changed.");
  if (!takes_part_or_watches(*from) || !takes_part_or_watches(*into))
    return refused(Why::not_allowed, "Only seats of people who take part or watch become one; nothing was changed.");
  if (into->carried_by) return refused(Why::not_allowed, "A person goes on on a device of their own; nothing was changed.");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const ClearSeats& a) {
  if (a.seats.empty()) return refused(Why::not_found, "Every seat is somebody's who is here or left something; nothing was cleared.");
  const std::vector<SeatId> stay = seats_that_stay(w);
  for (const SeatId id : a.seats) {
    if (!find(w, id)) return gone("seat");
    if (std::binary_search(stay.begin(), stay.end(), id)) return refused(Why::not_allowed, "One of these seats is not empty; nothing was cleared.");
  }
  return {};
}

// ---- timer, decisions, bookmarks, stage, lobby, notes ----

Verdict check_timer(std::int64_t ms) {
  if (ms > 0 && ms <= max_timer_ms) return {};
  return refused(Why::malformed, "A timer runs for more than 0 seconds and at most 24 hours.");
}

Verdict check_action(const Workshop&, SeatId, const StartTimer& a) { return check_timer(a.duration_ms); }
Verdict check_action(const Workshop&, SeatId, const AdjustTimer& a) { return check_timer(a.left_ms); }

Verdict check_action(const Workshop& w, SeatId, const StopTimer&) {
  if (!w.timer.running) return refused(Why::wrong_phase, "The timer is not running.");
  return {};
}

Verdict check_values(const Decision& decision) {
  if (!shows_something(decision.text)) return refused(Why::malformed, "The decision is empty; write down what was decided.");
  if (Verdict no = check_text(decision.text, "The decision", max_text_bytes)) return no;
  return check_line(decision.owner, "The owner's name");
}

Verdict check_action(const Workshop& w, SeatId by, const RecordDecision& a) {
  const DecisionId id = a.decision.id;
  if (Verdict no = check_values(a.decision)) return no;
  if (Verdict no = check_new_or_returning_id(w, by, minted_by(id), minted_nth(id), !find_in(w.decisions, id))) return no;
  return check_room_for(w.decisions.size(), 1, max_items, "decisions");
}

Verdict check_action(const Workshop& w, SeatId, const ChangeDecision& a) {
  const Decision* const decision = thing_of(w, a);
  if (!decision) return gone("decision");
  if (Verdict no = check_fields(*decision, a)) return no;
  return check_values(with_change(Decision{a.decision, "-", ""}, a));  // judged is what is touched
}

Verdict check_action(const Workshop& w, SeatId, const RemoveDecision& a) {
  if (!find_in(w.decisions, a.decision)) return gone("decision");
  return {};
}

Verdict check_action(const Workshop& w, SeatId by, const SetBookmark& a) {
  const bool free = !find_in(w.bookmarks, a.bookmark);
  if (Verdict no = check_new_id(w, by, minted_by(a.bookmark), minted_nth(a.bookmark), free)) return no;
  if (Verdict no = check_name(a.title, "The bookmark's name")) return no;
  return check_room_for(w.bookmarks.size(), 1, max_items, "bookmarks");
}

Verdict check_action(const Workshop& w, SeatId, const RemoveBookmark& a) {
  if (!find_in(w.bookmarks, a.bookmark)) return gone("bookmark");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const ShowOnStage& a) {
  if (a.view.board && !find(w, a.view.board)) return gone("board");
  if (a.view.activity && !find(w, a.view.activity)) return gone("activity");
  return {};
}

Verdict check_action(const Workshop&, SeatId, const LockLobby&) { return {}; }
Verdict check_action(const Workshop&, SeatId, const CoverStage&) { return {}; }
Verdict check_action(const Workshop& w, SeatId, const ChangeNotes& a) {
  if (Verdict no = check_fields(w, a)) return no;
  return check_text(*a.notes, "The note", max_note_bytes);
}

}  // namespace standpoint
