// Rules about removing things and putting them back: R19 to R21.
#include <algorithm>

#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

template <class AnyId>
bool each_once(std::vector<AnyId> ids) {
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

template <class AnyId>
bool all_there(const Workshop& w, const std::vector<AnyId>& ids) {
  return std::all_of(ids.begin(), ids.end(), [&](AnyId id) { return find(w, id) != nullptr; });
}

// Also on a seat that became one with theirs.
template <class AnyId>
bool added_by(const Workshop& w, SeatId seat, AnyId id) {
  return person_of(w, minted_by(id)) == seat;
}

template <class AnyId>
bool all_added_by(const Workshop& w, SeatId seat, const std::vector<AnyId>& ids) {
  return std::all_of(ids.begin(), ids.end(), [&](AnyId id) { return added_by(w, seat, id); });
}

bool in_an_activity(const Workshop& w, Item item) {
  return std::any_of(w.activities.begin(), w.activities.end(), [&](const Activity& a) { return holds(a, item); });
}

// Somebody else's work would go with it, as far as its owner sees: an answer that knew more would tell that there is more.
bool others_built_on(const Workshop& w, SeatId by, StakeholderId id) {
  return in_an_activity(w, Item(id)) || std::any_of(w.ties.begin(), w.ties.end(), [&](const Tie& tie) {
           return (tie.from == id || tie.to == id) && !added_by(w, by, tie.id) && !hidden_from(w, by, tie);
         });
}

Verdict check_own(const Workshop& w, SeatId by, const RemoveItems& a) {
  if (!all_added_by(w, by, a.stakeholders) || !all_added_by(w, by, a.ties) || !all_added_by(w, by, a.cards))
    return refused(Why::not_allowed, "You can remove what you added yourself; ask the facilitator to remove this.");
  for (const StakeholderId id : a.stakeholders)
    if (others_built_on(w, by, id))
      return refused(Why::not_allowed, "Others have built on this; ask the facilitator to remove it.");
  for (const CardId id : a.cards)
    if (in_an_activity(w, Item(id)))
      return refused(Why::not_allowed, "Others have built on this; ask the facilitator to remove it.");
  return {};
}

// A participant puts back what they could have removed, so nothing of anybody else's.
Verdict check_own(const Workshop& w, SeatId by, const RestoreItems& a) {
  const auto own = [&](const auto& thing) { return added_by(w, by, thing.id); };
  const bool all_own = std::all_of(a.stakeholders.begin(), a.stakeholders.end(), own) &&
                       std::all_of(a.ties.begin(), a.ties.end(), own) && std::all_of(a.cards.begin(), a.cards.end(), own);
  const bool notes = std::any_of(a.stakeholders.begin(), a.stakeholders.end(), [](const Stakeholder& s) { return !s.note.empty(); });
  if (all_own && !notes && a.activities.empty()) return {};
  return refused(Why::not_allowed, "You can put back what you added yourself; ask the facilitator to put this back.");
}

// The checks below put things back one by one into `w`, a copy, so that each is judged with the earlier ones there.
Verdict put_back_things(Workshop& w, SeatId by, const RestoreItems& a) {
  for (const Stakeholder& s : a.stakeholders) {
    if (Verdict no = check_returning_id(w, minted_by(s.id), minted_nth(s.id), !find(w, s.id))) return no;
    if (Verdict no = check_values(s)) return no;
    put_in(w.stakeholders, s);
  }
  for (const Card& c : a.cards) {
    if (Verdict no = check_returning_id(w, minted_by(c.id), minted_nth(c.id), !find(w, c.id))) return no;
    if (Verdict no = check_values(w, c)) return no;
    put_in(w.cards, c);
  }
  for (const Tie& t : a.ties) {
    if (const Tie* const there = find(w, t.id); there && hidden_from(w, by, *there)) take_out(w.ties, t.id);  // as in the fold
    if (Verdict no = check_returning_id(w, minted_by(t.id), minted_nth(t.id), !find(w, t.id))) return no;
    if (!find(w, t.from) || !find(w, t.to)) return gone("stakeholder");
    if (Verdict no = check_values(w, t)) return no;
    put_in(w.ties, t);
  }
  return {};
}

bool restores(const RestoreItems& a, Item item) {
  return std::any_of(a.stakeholders.begin(), a.stakeholders.end(), [&](const Stakeholder& s) { return Item(s.id) == item; }) ||
         std::any_of(a.cards.begin(), a.cards.end(), [&](const Card& c) { return Item(c.id) == item; });
}

Verdict put_back_places(Workshop& w, const RestoreItems& a) {
  for (const RestoredPlace& restored : a.places) {
    Board* const board = find_in(w.boards, restored.board);
    if (!board) return gone("board");
    const bool fits = board->kind == BoardKind::canvas && restores(a, restored.place.item) &&
                      !find_in(board->places, restored.place.item);
    if (!fits) return refused(Why::malformed, "Only places of what comes back can be put back, each once.");
    if (Verdict no = check_on_board(restored.place.at)) return no;
    put_in(board->places, restored.place);
  }
  return {};
}

bool same_people(const std::vector<RevealedInput>& a, const std::vector<RevealedInput>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const RevealedInput& x, const RevealedInput& y) { return x.seat == y.seat; });
}

Verdict put_back_parts(Workshop& w, const RestoreItems& a, const RestoredActivity& restored) {
  Activity* const activity = find_in(w.activities, restored.activity);
  if (!activity) return gone("activity");
  if (!same_people(restored.inputs, activity->inputs))
    return refused(Why::wrong_phase, quoted(activity->title) + " was revealed since, so this cannot come back as it was; add it anew.");
  if (!strictly_sorted(restored.items) || !strictly_sorted(restored.stars))
    return refused(Why::malformed, "What is put back into an activity is not in order; nothing was changed.");
  for (const Stakeholder& s : a.stakeholders) put_back_into(*activity, Item(s.id), restored);
  for (const Card& c : a.cards) put_back_into(*activity, Item(c.id), restored);
  return check_parts(w, *activity);
}

// Whoever went on as somebody else is not beside them as well.
Verdict check_not_merged(const Workshop& w, const RestoreItems& a) {
  for (const Stakeholder& s : a.stakeholders)
    if (find_in(w.merged, s.id)) return refused(Why::duplicate_id, s.name + " and somebody else are one person now, so this stays as it is.");
  return {};
}

}  // namespace

Verdict check_parts(const Workshop& w, const Activity& activity) {
  if (stars_of(activity).size() > 1) return refused(Why::over_budget, "The star is on something else now; take it back first.");
  Activity judged = activity;
  judged.inputs.clear();
  if (VoteSetup* const vote = vote_in(judged); vote && has_merged(w, activity)) vote->dots_per_item = 0;
  for (const RevealedInput& revealed : activity.inputs)
    if (Verdict no = check_input(w, judged, revealed.input)) return no;
  return check_room_for(0, items_of(activity).size(), max_items, "things in an activity");
}

Verdict check_action(const Workshop& w, SeatId by, const RemoveItems& a) {
  const std::size_t count = a.stakeholders.size() + a.ties.size() + a.cards.size();
  if (count == 0 || count > max_items)
    return refused(Why::malformed, "Choose at least one thing to remove and at most " + std::to_string(max_items) + ".");
  if (!each_once(a.stakeholders) || !each_once(a.ties) || !each_once(a.cards))
    return refused(Why::malformed, "The same thing is named twice in one step; nothing was removed.");
  if (!all_there(w, a.stakeholders)) return gone("stakeholder");
  if (!all_there(w, a.ties)) return gone("tie");
  if (std::any_of(a.ties.begin(), a.ties.end(), [&](TieId id) { return hidden_from(w, by, *find(w, id)); })) return gone("tie");
  if (!all_there(w, a.cards)) return gone("card");
  return facilitates(w, by) ? Verdict{} : check_own(w, by, a);
}

Verdict check_action(const Workshop& w, SeatId by, const RestoreItems& a) {
  if (a.stakeholders.empty() && a.ties.empty() && a.cards.empty())
    return refused(Why::malformed, "There is nothing to put back.");
  if (!facilitates(w, by))
    if (Verdict no = check_own(w, by, a)) return no;
  for (const Tie& tie : a.ties)
    if (Verdict no = check_layer(w, by, tie)) return no;
  if (Verdict no = check_not_merged(w, a)) return no;
  if (Verdict no = check_room_for(w.stakeholders.size(), a.stakeholders.size(), max_items, "stakeholders")) return no;
  if (Verdict no = check_room_for(ties_seen_by(w, by), a.ties.size(), max_items, "ties")) return no;
  if (Verdict no = check_room_for(w.cards.size(), a.cards.size(), max_items, "cards")) return no;
  Workshop after = w;
  if (Verdict no = put_back_things(after, by, a)) return no;
  if (Verdict no = put_back_places(after, a)) return no;
  for (const RestoredActivity& restored : a.activities)
    if (Verdict no = put_back_parts(after, a, restored)) return no;
  return {};
}

}  // namespace standpoint
