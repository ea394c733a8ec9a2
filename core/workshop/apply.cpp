// The fold. One overload per action, each total: what is gone is left alone. Whether something may be done was decided
// in check; here nothing is refused, so a log written under older, laxer rules still folds.
#include "core/workshop/apply.h"

#include <algorithm>
#include <utility>

#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "core/workshop/first_words.h"
#include "core/workshop/layers.h"
#include "core/workshop/leader.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// ---- the session and its seats ----

void fold(Workshop& w, const Event&, const StartSession& a) {
  w.title = a.title;
  w.subtitle = a.subtitle;
}

void fold(Workshop& w, const Event&, const RenameSession& a) {
  w.title = a.title;
  w.subtitle = a.subtitle;
}

// Whoever comes with the facilitators' link has it from the one who began the session.
SeatId first_who_leads(const Workshop& w) {
  const auto first = std::find_if(w.seats.begin(), w.seats.end(), [](const Seat& seat) { return seat.role == Role::facilitator; });
  return first == w.seats.end() ? SeatId{} : first->id;
}

void fold(Workshop& w, const Event&, const JoinSeat& a) {
  if (Seat* const seat = find_in(w.seats, a.seat)) {
    seat->name = a.name;
    seat->carried_by = a.carried_by;
    seat->present = true;
    return;
  }
  Seat seat;
  seat.id = a.seat;
  seat.name = a.name;
  seat.role = a.role;
  seat.carried_by = a.carried_by;
  if (a.role == Role::facilitator) seat.appointed_by = first_who_leads(w);
  put_in(w.seats, std::move(seat));
}

void fold(Workshop& w, const Event&, const LeaveSeat& a) {
  if (Seat* const seat = find_in(w.seats, a.seat)) seat->present = false;
}

// Whom somebody appointed who leads no more, those are from now on the appointees of whoever appointed that one.
void fold(Workshop& w, const Event& event, const ChangeSeat& a) {
  Seat* const seat = thing_of(w, a);
  if (!seat) return;
  const bool led = seat->role == Role::facilitator;
  put_into(*seat, a);
  const bool leads = seat->role == Role::facilitator;
  if (led == leads) return;
  const SeatId by = std::exchange(seat->appointed_by, leads && event.by != a.seat ? event.by : SeatId{});
  if (leads) return;
  for (Seat& other : w.seats)
    if (other.appointed_by == a.seat) other.appointed_by = other.id == by ? SeatId{} : by;
}

void fold(Workshop& w, const Event& event, const DescribeSeat& a) { fold(w, event, ChangeSeat{a.seat, a.name, a.role}); }

void fold(Workshop& w, const Event&, const MergeSeats& a) {
  Seat* const from = find_in(w.seats, a.from);
  Seat* const into = find_in(w.seats, a.into);
  if (!from || !into || from->merged_into || person_of(w, a.into) == a.from) return;
  from->present = false;
  from->merged_into = a.into;
  into->name = from->name;  // without the addition that it had as somebody else's
  for (Activity& activity : w.activities)
    if (SeatId* const decider = decider_in(activity); decider && *decider == a.from) *decider = a.into;
}

// Whatever is said of the highest seat, it stays: the next one's number comes after it.
void fold(Workshop& w, const Event&, const ClearSeats& a) {
  for (const SeatId seat : a.seats)
    if (!w.seats.empty() && seat != w.seats.back().id) take_out(w.seats, seat);
}

// ---- stakeholders and ties ----

void fold(Workshop& w, const Event&, const AddStakeholder& a) { put_in(w.stakeholders, a.stakeholder); }

void fold(Workshop& w, const Event&, const ChangeStakeholder& a) {
  Stakeholder* const stakeholder = thing_of(w, a);
  if (!stakeholder) return;
  if (a.name) keep_first_words(w, Item(a.stakeholder), stakeholder->name, *a.name);
  put_into(*stakeholder, a);
}

void fold(Workshop& w, const Event& event, const DescribeStakeholder& a) {
  Stakeholder* const stakeholder = find_in(w.stakeholders, a.stakeholder.id);
  if (!stakeholder) return;
  Stakeholder before = std::exchange(*stakeholder, a.stakeholder);
  keep_first_words(w, Item(before.id), before.name, a.stakeholder.name);
  if (facilitates(w, event.by)) return;
  // What others do not see, they cannot mean to change.
  stakeholder->note = std::move(before.note);
  if (open_layers(w).stance) return;
  stakeholder->stance = before.stance;
  stakeholder->desired_stance = before.desired_stance;
}

void fold(Workshop& w, const Event&, const MoveStakeholders& a) {
  for (const StakeholderMove& move : a.moves) {
    Stakeholder* const stakeholder = find_in(w.stakeholders, move.stakeholder);
    if (!stakeholder) continue;
    stakeholder->placed = move.placed;
    stakeholder->at = move.placed ? move.at : BoardPoint{};
    stakeholder->ring = move.placed ? ring_at(move.at) : move.ring;
  }
}

void add_tie(Workshop& w, const Tie& tie) {
  if (find(w, tie.from) && find(w, tie.to)) put_in(w.ties, tie);
}

void fold(Workshop& w, const Event&, const AddTie& a) { add_tie(w, a.tie); }

void fold(Workshop& w, const Event&, const ChangeTie& a) {
  Tie* const tie = thing_of(w, a);
  if (tie && find(w, a.from.value_or(tie->from)) && find(w, a.to.value_or(tie->to))) put_into(*tie, a);
}

void fold(Workshop& w, const Event&, const DescribeTie& a) {
  Tie* const tie = find_in(w.ties, a.tie.id);
  if (tie && find(w, a.tie.from) && find(w, a.tie.to)) *tie = a.tie;
}

// ---- boards, cards, canvas places ----

void fold(Workshop& w, const Event&, const AddBoard& a) { put_in(w.boards, a.board); }

void fold(Workshop& w, const Event&, const ChangeBoard& a) {
  if (Board* const board = thing_of(w, a)) put_into(*board, a);
}

void fold(Workshop& w, const Event&, const DescribeBoard& a) {
  Board* const board = find_in(w.boards, a.board.id);
  if (!board) return;
  // The kind is for good, and places have actions of their own: a renamed axis must not undo a move made meanwhile.
  const BoardKind kind = board->kind;
  std::vector<CanvasPlace> places = std::move(board->places);
  *board = a.board;
  board->kind = kind;
  board->places = std::move(places);
}

void fold(Workshop& w, const Event&, const AddCard& a) {
  if (find(w, a.card.board)) put_in(w.cards, a.card);
}

void fold(Workshop& w, const Event&, const ChangeCard& a) {
  Card* const card = thing_of(w, a);
  if (!card) return;
  if (a.text) keep_first_words(w, Item(a.card), card->text, *a.text);
  put_into(*card, a);
}

void fold(Workshop& w, const Event& event, const EditCard& a) { fold(w, event, ChangeCard{a.card, a.text, a.colour}); }

void fold(Workshop& w, const Event&, const MoveCards& a) {
  for (const CardMove& move : a.moves)
    if (Card* const card = find_in(w.cards, move.card)) {
      card->zone = move.zone;
      card->at = move.at;
    }
}

void place(Workshop& w, Board& board, const CanvasPlace& place) {
  if (!exists(w, place.item)) return;
  if (CanvasPlace* const there = find_in(board.places, place.item)) there->at = place.at;
  else put_in(board.places, place);
}

void fold(Workshop& w, const Event&, const PlaceOnCanvas& a) {
  if (Board* const board = find_in(w.boards, a.board))
    for (const CanvasPlace& p : a.places) place(w, *board, p);
}

void fold(Workshop& w, const Event&, const TakeOffCanvas& a) {
  if (Board* const board = find_in(w.boards, a.board))
    for (const Item& item : a.items) take_out(board->places, item);
}

// ---- removing and restoring ----

void take_out_everywhere(Workshop& w, Item item) {
  for (Board& board : w.boards) take_out(board.places, item);
  for (Activity& activity : w.activities) take_out_of(activity, item);
}

void fold(Workshop& w, const Event&, const RemoveItems& a) {
  for (const TieId tie : a.ties) take_out(w.ties, tie);
  for (const StakeholderId id : a.stakeholders) {
    if (!take_out(w.stakeholders, id)) continue;
    const auto hangs_on = [&](const Tie& tie) { return tie.from == id || tie.to == id; };
    w.ties.erase(std::remove_if(w.ties.begin(), w.ties.end(), hangs_on), w.ties.end());
    take_out_everywhere(w, Item(id));
  }
  for (const CardId id : a.cards)
    if (take_out(w.cards, id)) take_out_everywhere(w, Item(id));
}

// Whoever puts back a tie of theirs that they do not see any more has it as they saw it.
void fold(Workshop& w, const Event& event, const RestoreItems& a) {
  if (!facilitates(w, event.by))
    for (const Tie& tie : a.ties)
      if (const Tie* const there = find(w, tie.id); there && hidden(open_layers(w), *there)) take_out(w.ties, tie.id);
  for (const Stakeholder& stakeholder : a.stakeholders) put_in(w.stakeholders, stakeholder);
  for (const Card& card : a.cards)
    if (find(w, card.board)) put_in(w.cards, card);
  for (const Tie& tie : a.ties) add_tie(w, tie);
  for (const RestoredPlace& restored : a.places)
    if (Board* const board = find_in(w.boards, restored.board); board && exists(w, restored.place.item))
      put_in(board->places, restored.place);
  for (const RestoredActivity& restored : a.activities) {
    Activity* const activity = find_in(w.activities, restored.activity);
    if (!activity) continue;
    for (const Stakeholder& stakeholder : a.stakeholders) put_back_into(*activity, Item(stakeholder.id), restored);
    for (const Card& card : a.cards) put_back_into(*activity, Item(card.id), restored);
  }
}

void fold(Workshop& w, const Event&, const MergeStakeholders& a) { merge(w, a); }
void fold(Workshop& w, const Event&, const SeparateStakeholders& a) { separate(w, a); }

void fold(Workshop& w, const Event&, const RemoveBoard& a) {
  if (!take_out(w.boards, a.board)) return;
  for (Activity& activity : w.activities)
    if (activity.board == a.board) activity.board = {};
  if (w.stage.board == a.board) w.stage.board = {};
  std::vector<CardId> cards;
  for (const Card& card : w.cards)
    if (card.board == a.board) cards.push_back(card.id);
  fold(w, Event{}, RemoveItems{{}, {}, std::move(cards)});
}

// ---- activities ----

void fold(Workshop& w, const Event&, const AddActivity& a) {
  if (find(w, a.activity.id)) return;
  Activity activity = a.activity;
  activity.phase = Phase::planned;
  activity.opened_ms = activity.closed_ms = 0;
  activity.inputs.clear();
  if (std::vector<Item>* const stars = stars_in(activity)) stars->clear();
  const std::size_t at = std::min<std::size_t>(a.agenda_at, w.agenda.size());
  w.agenda.insert(w.agenda.begin() + static_cast<std::ptrdiff_t>(at), activity.id);
  put_in(w.activities, std::move(activity));
}

void fold(Workshop& w, const Event&, const ChangeActivity& a) {
  if (Activity* const activity = thing_of(w, a)) put_into(*activity, a);
}

void fold(Workshop& w, const Event&, const ChangeSetup& a) {
  if (Activity* const activity = thing_of(w, a)) put_into(*activity, a);
}

void fold(Workshop& w, const Event&, const DescribeActivity& a) {
  Activity* const activity = find_in(w.activities, a.activity.id);
  if (!activity) return;
  Activity described = a.activity;
  described.phase = activity->phase;
  described.opened_ms = activity->opened_ms;
  described.closed_ms = activity->closed_ms;
  described.inputs = std::move(activity->inputs);
  if (std::vector<Item>* const stars = stars_in(described)) *stars = stars_of(*activity);
  *activity = std::move(described);
}

void fold(Workshop& w, const Event&, const RemoveActivity& a) {
  if (!take_out(w.activities, a.activity)) return;
  std::erase_if(w.first_words, [&](const FirstWords& first) { return first.activity == a.activity; });
  take_out(w.lost, a.activity);
  take_out(w.counted, a.activity);
  w.agenda.erase(std::remove(w.agenda.begin(), w.agenda.end(), a.activity), w.agenda.end());
  for (Activity& activity : w.activities)
    if (activity.follows == a.activity) activity.follows = {};
  if (w.stage.activity == a.activity) w.stage.activity = {};
}

void fold(Workshop& w, const Event& event, const OpenActivity& a) {
  Activity* const activity = find_in(w.activities, a.activity);
  if (!activity || activity->phase == Phase::open || activity->phase == Phase::revealed) return;
  activity->phase = Phase::open;
  take_out(w.counted, activity->id);
  if (activity->opened_ms == 0) activity->opened_ms = event.time_ms;  // opened again, it is still the same stretch of time
  activity->closed_ms = 0;
}

void fold(Workshop& w, const Event& event, const CloseActivity& a) {
  Activity* const activity = find_in(w.activities, a.activity);
  if (!activity || activity->phase != Phase::open) return;
  activity->phase = Phase::closed;
  activity->closed_ms = event.time_ms;
}

void fold(Workshop& w, const Event&, const RevealActivity& a) {
  Activity* const activity = find_in(w.activities, a.activity);
  if (!activity || activity->phase != Phase::closed) return;
  activity->phase = Phase::revealed;
  activity->inputs = a.inputs;
}

void fold(Workshop&, const Event&, const SealInput&) {}  // lives in the ballot box, never in the workshop
void fold(Workshop& w, const Event&, const TellLost& a) {
  if (find(w, a.lost.activity)) put_in(w.lost, a.lost);
}
void fold(Workshop& w, const Event&, const TellCount& a) {
  if (!find(w, a.counted.activity)) return;
  take_out(w.counted, a.counted.activity);
  put_in(w.counted, a.counted);
}

void fold(Workshop&, const Event&, const TellReceipts&) {}  // the room looks for them in the log

void fold(Workshop& w, const Event&, const GiveStar& a) {
  Activity* const activity = find_in(w.activities, a.activity);
  if (activity && stars_in(*activity) && find_in(items_of(*activity), a.item)) put_in(*stars_in(*activity), a.item);
}
void fold(Workshop& w, const Event&, const TakeStar& a) {
  Activity* const activity = find_in(w.activities, a.activity);
  if (activity && stars_in(*activity)) take_out(*stars_in(*activity), a.item);
}

// ---- timer, decisions, bookmarks, stage, lobby, notes ----

void fold(Workshop& w, const Event& event, const StartTimer& a) { w.timer = {true, event.time_ms, a.duration_ms}; }

// What was left stays, so that stopping is pausing.
void fold(Workshop& w, const Event& event, const StopTimer&) {
  Timer& t = w.timer;
  if (t.running) t = {false, t.started_ms, std::clamp<std::int64_t>(t.started_ms + t.duration_ms - event.time_ms, 0, t.duration_ms)};
}

void fold(Workshop& w, const Event& event, const AdjustTimer& a) { w.timer = {runs_at(w.timer, event.time_ms), event.time_ms, a.left_ms}; }

void fold(Workshop& w, const Event&, const RecordDecision& a) {
  if (Decision* const decision = find_in(w.decisions, a.decision.id)) *decision = a.decision;
  else put_in(w.decisions, a.decision);
}
void fold(Workshop& w, const Event&, const ChangeDecision& a) {
  if (Decision* const decision = thing_of(w, a)) put_into(*decision, a);
}
void fold(Workshop& w, const Event&, const RemoveDecision& a) { take_out(w.decisions, a.decision); }

void fold(Workshop& w, const Event& event, const SetBookmark& a) {
  put_in(w.bookmarks, Bookmark{a.bookmark, a.title, event.sequence, event.time_ms});
}
void fold(Workshop& w, const Event&, const RemoveBookmark& a) { take_out(w.bookmarks, a.bookmark); }
void fold(Workshop& w, const Event&, const ShowOnStage& a) { w.stage = a.view; }
void fold(Workshop& w, const Event&, const LockLobby& a) { w.lobby_locked = a.locked; }
void fold(Workshop& w, const Event&, const WriteNotes& a) { w.notes = a.text; }
void fold(Workshop& w, const Event&, const ChangeNotes& a) { put_into(w, a); }

void fold(Workshop& w, const Event& event, const CoverStage& a) {
  if (w.cover == a.cover) return;  // pressed twice: the moment that is shown stays
  w.cover = a.cover;
  w.covered_ms = a.cover == StageCover::none ? 0 : event.time_ms;
}

}  // namespace

void apply(Workshop& w, const Event& event) {
  if (w.sequence == 0) w.started_ms = event.time_ms;
  std::visit([&](const auto& action) { fold(w, event, action); }, event.action);
  count_commands_of(w, event);
  apply(w, Blank{event.sequence, event.time_ms});
}

Workshop folded(Workshop workshop, std::span<const Event> events) {
  for (const Event& event : events) apply(workshop, event);
  return workshop;
}

}  // namespace standpoint
