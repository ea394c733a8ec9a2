// Rules about secret inputs, ballots and placements: R25 to R27, R32; and about the board they are about: R201.
#include <algorithm>

#include "core/activities/activities.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

Verdict check_board(const Workshop& w, BoardId board) {
  const Activity* const activity = answered_on(w, board);
  if (!activity) return {};
  return refused(Why::wrong_phase, "Everybody answers " + quoted(activity->title) + " on this board now, so it stays as it is until that is closed.");
}

// People and ties stand on every Map.
Verdict check_maps(const Workshop& w) {
  for (const Board& board : w.boards)
    if (board.kind == BoardKind::map)
      if (Verdict no = check_board(w, board.id)) return no;
  return {};
}

Verdict check_board_of(const Workshop& w, CardId id) {
  const Card* const card = find(w, id);
  return card ? check_board(w, card->board) : Verdict{};
}

template <class Things, class Check>
Verdict check_each(const Things& things, Check check) {
  for (const auto& thing : things)
    if (Verdict no = check(thing)) return no;
  return {};
}

// A screen that has not heard yet that two are one names both, as it was asked: what it sends is read as one at the reveal (R341).
Activity with_those_gone(const Workshop& w, Activity activity) {
  for (const MergedStakeholder& merged : w.merged)
    if (find_in(items_of(activity), standing_for(w, Item(merged.gone)))) put_in(*items_in(activity), Item(merged.gone));
  return activity;
}

// What goes is gone from every canvas it stands on, and could not be put back there.
Verdict check_places_of(const Workshop& w, Item item) {
  return check_each(w.boards, [&](const Board& board) { return find_in(board.places, item) ? check_board(w, board.id) : Verdict{}; });
}

}  // namespace

Verdict check_not_answered_on(const Workshop& w, const AddStakeholder&) { return check_maps(w); }
Verdict check_not_answered_on(const Workshop& w, const ChangeStakeholder&) { return check_maps(w); }
Verdict check_not_answered_on(const Workshop& w, const MoveStakeholders&) { return check_maps(w); }
Verdict check_not_answered_on(const Workshop& w, const AddTie&) { return check_maps(w); }
Verdict check_not_answered_on(const Workshop& w, const ChangeTie&) { return check_maps(w); }
Verdict check_not_answered_on(const Workshop& w, const AddCard& a) { return check_board(w, a.card.board); }
Verdict check_not_answered_on(const Workshop& w, const ChangeCard& a) { return check_board_of(w, a.card); }
Verdict check_not_answered_on(const Workshop& w, const MoveCards& a) {
  return check_each(a.moves, [&](const CardMove& move) { return check_board_of(w, move.card); });
}
Verdict check_not_answered_on(const Workshop& w, const PlaceOnCanvas& a) { return check_board(w, a.board); }
Verdict check_not_answered_on(const Workshop& w, const TakeOffCanvas& a) { return check_board(w, a.board); }
Verdict check_not_answered_on(const Workshop& w, const RemoveItems& a) {
  if (!a.stakeholders.empty() || !a.ties.empty())
    if (Verdict no = check_maps(w)) return no;
  if (Verdict no = check_each(a.cards, [&](CardId card) { return check_board_of(w, card); })) return no;
  if (Verdict no = check_each(a.stakeholders, [&](StakeholderId id) { return check_places_of(w, Item(id)); })) return no;
  return check_each(a.cards, [&](CardId id) { return check_places_of(w, Item(id)); });
}
Verdict check_not_answered_on(const Workshop& w, const RestoreItems& a) {
  if (!a.stakeholders.empty() || !a.ties.empty())
    if (Verdict no = check_maps(w)) return no;
  if (Verdict no = check_each(a.places, [&](const RestoredPlace& restored) { return check_board(w, restored.board); })) return no;
  return check_each(a.cards, [&](const Card& card) { return check_board(w, card.board); });
}

Verdict check_input(const Workshop& w, const Activity& activity, const Input& input) {
  const ActivityRules& rules = rules_of(activity);
  const bool fits = rules.first_input && rules.first_input().index() == input.index();
  if (!fits) return refused(Why::malformed, quoted(activity.title) + " takes other answers than this; nothing was sent.");
  return rules.check_input(w, activity, input);
}

Verdict check_action(const Workshop& w, SeatId, const SealInput& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  if (activity->phase == Phase::planned) return refused(Why::wrong_phase, quoted(activity->title) + " is not open yet; wait for the facilitator.");
  if (activity->phase != Phase::open)
    return refused(Why::wrong_phase, quoted(activity->title) + " is closed; what you sent before it closed counts.");
  if (!collects_inputs(w, *activity)) return refused(Why::malformed, quoted(activity->title) + " is done in the open; nothing was sent.");
  return w.merged.empty() ? check_input(w, *activity, a.input) : check_input(w, with_those_gone(w, *activity), a.input);
}

Verdict check_action(const Workshop& w, SeatId, const TellLost& a) {
  const Activity* const activity = find(w, a.lost.activity);
  if (!activity) return gone("activity");
  const bool counts = collects_inputs(w, *activity) && a.lost.inputs > 0 && a.lost.marks >= a.lost.inputs;
  if (!counts) return refused(Why::malformed, "Nothing was lost, so there is nothing to tell.");
  if (activity->phase != Phase::revealed || find_in(w.lost, activity->id))
    return refused(Why::wrong_phase, "What was lost is told once, with the reveal.");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const TellCount& a) {
  const Activity* const activity = find(w, a.counted.activity);
  if (!activity) return gone("activity");
  if (activity->phase != Phase::closed || !collects_inputs(w, *activity)) return refused(Why::wrong_phase, "Inputs are counted with the close.");
  return {};
}

// In the order of their own numbers, which tells nothing about who or when.
Verdict check_action(const Workshop& w, SeatId, const TellReceipts& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  if (activity->phase != Phase::revealed || !collects_inputs(w, *activity)) return refused(Why::wrong_phase, "What counted is noted with the reveal.");
  if (!std::is_sorted(a.receipts.begin(), a.receipts.end())) return refused(Why::malformed, "Receipts stand in the order of their numbers.");
  return check_room_for(0, a.receipts.size(), max_seats, "receipts");
}

}  // namespace standpoint
