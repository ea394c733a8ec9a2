// Rules about activities, their phases, the reveal, rounds and the decider's star: R23, R24, R28 to R31.
#include <algorithm>

#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::uint16_t max_minutes = 24 * 60;
Verdict check_items(const Workshop& w, const Activity& a) {
  const std::vector<Item>& items = items_of(a);
  if (items.empty()) return {};
  if (!collects_inputs(w, a)) return refused(Why::malformed, "Only a vote and a placing on a canvas have a list of things.");
  if (!strictly_sorted(items)) return refused(Why::malformed, "The activity's things are not in order, each once.");
  if (!std::all_of(items.begin(), items.end(), [&](const Item& item) { return exists(w, item); }))
    return refused(Why::not_found, "Something on the list is no longer there; choose again.");
  return check_room_for(0, items.size(), max_items, "things in an activity");
}

// Walks from round to earlier round; a description must not make them go in a circle.
bool follows_itself(const Workshop& w, const Activity& a) {
  ActivityId earlier = a.follows;
  for (std::size_t steps = 0; earlier && steps <= w.activities.size(); ++steps) {
    if (earlier == a.id) return true;
    const Activity* const found = find(w, earlier);
    earlier = found ? found->follows : ActivityId{};
  }
  return false;
}

Verdict check_follows(const Workshop& w, const Activity& a) {
  if (!a.follows) return {};
  const Activity* const earlier = find(w, a.follows);
  if (!earlier) return gone("earlier round");
  if (follows_itself(w, a)) return refused(Why::malformed, "A round cannot follow itself.");
  if (earlier->kind != a.kind) return refused(Why::malformed, "A round follows one of its own kind.");
  const ActivityRules& rules = rules_of(a);
  return rules.check_round ? rules.check_round(*earlier, a) : Verdict{};
}

// What belongs to every activity.
Verdict check_common(const Workshop& w, const Activity& a) {
  if (Verdict no = check_name(a.title, "The activity's title")) return no;
  if (a.minutes > max_minutes) return refused(Why::malformed, "An activity takes at most 24 hours.");
  const Board* const board = find(w, a.board);
  if (a.board && !board) return gone("board");
  if (rules_of(a).needs_plane && board && board->kind == BoardKind::cards)
    return refused(Why::malformed, "Things are placed on a canvas or a map; choose one.");
  if (Verdict no = check_items(w, a)) return no;
  return check_follows(w, a);
}

// What belongs to its kind.
Verdict check_setup(const Workshop& w, const Activity& a) {
  if (Verdict no = check_items(w, a)) return no;
  if (a.setup.index() != first_setup(a.kind).index()) return refused(Why::malformed, "This is not how such an activity is set up.");
  const ActivityRules& rules = rules_of(a);
  if (Verdict no = rules.check_setup ? rules.check_setup(w, a) : Verdict{}) return no;
  return check_follows(w, a);
}

// What decides what an input means: fixed from the opening on.
bool same_terms(const Activity& a, const Activity& b) {
  const bool same_setup = std::visit([&](const auto& setup) {
    const auto* const other = std::get_if<std::decay_t<decltype(setup)>>(&b.setup);
    return other && same_terms(setup, *other);
  }, a.setup);
  return a.kind == b.kind && a.secrecy == b.secrecy && same_setup && a.follows == b.follows && (!rules_of(a).takes_inputs() || a.board == b.board);
}

Verdict check_terms(const Activity& before, const Activity& after) {
  if (before.phase == Phase::planned || same_terms(before, after)) return {};
  return refused(Why::wrong_phase, quoted(before.title) + " has been opened, so its choices, dots and secrecy stay as they are.");
}

bool untouched(const Activity& a) {
  return a.phase == Phase::planned && a.opened_ms == 0 && a.closed_ms == 0 && a.inputs.empty() && stars_of(a).empty();
}

// In a named activity each input says whose it is, in the order of seats; in an anonymous one none does (R28).
Verdict check_seats_of(const Workshop& w, const Activity& activity, const std::vector<RevealedInput>& inputs) {
  SeatId last;
  for (const RevealedInput& revealed : inputs) {
    const bool named = activity.secrecy == Secrecy::named;
    if (!named && revealed.seat) return refused(Why::malformed, "This ballot is secret; no input may name a person.");
    if (!named) continue;
    if (!find(w, revealed.seat) || revealed.seat <= last)
      return refused(Why::malformed, "Every input of a named activity belongs to one person, each once.");
    last = revealed.seat;
  }
  return {};
}

// The star is the decider's; the facilitator gives it for a decider without a screen of their own (R29).
Verdict check_star(const Workshop& w, SeatId by, const Activity* activity, Item item) {
  if (!activity) return gone("activity");
  if (!std::holds_alternative<VoteSetup>(activity->setup)) return refused(Why::malformed, "Only a vote has a decider's star.");
  if (activity->phase != Phase::closed && activity->phase != Phase::revealed)
    return refused(Why::wrong_phase, "The star is given once the vote is closed.");
  if (!find_in(items_of(*activity), item)) return refused(Why::not_found, "This is not one of the choices; choose another one.");
  const Seat* const decider = find(w, decider_of(*activity));
  const bool needs_hands = !decider || !decider->present || decider->carried_by;
  if (by == decider_of(*activity) || (needs_hands && facilitates(w, by))) return {};
  return refused(Why::not_allowed, decider ? "The star is " + decider->name + "'s to give." : "The star is the decider's to give.");
}

}  // namespace

Verdict check_action(const Workshop& w, SeatId by, const AddActivity& a) {
  const Activity& activity = a.activity;
  const ActivityId id = activity.id;
  if (Verdict no = check_new_or_returning_id(w, by, minted_by(id), minted_nth(id), !find(w, id))) return no;
  if (!untouched(activity)) return refused(Why::malformed, "A new activity starts planned and empty.");
  if (Verdict no = check_common(w, activity)) return no;
  if (Verdict no = check_setup(w, activity)) return no;
  return check_room_for(w.activities.size(), 1, max_items, "activities");
}

Verdict check_action(const Workshop& w, SeatId, const ChangeActivity& a) {
  const Activity* const before = thing_of(w, a);
  if (!before) return gone("activity");
  if (Verdict no = check_fields(*before, a)) return no;
  const Activity after = with_change(*before, a);
  if (Verdict no = check_terms(*before, after)) return no;
  return check_common(w, after);
}

Verdict check_action(const Workshop& w, SeatId, const ChangeSetup& a) {
  const Activity* const before = thing_of(w, a);
  if (!before) return gone("activity");
  if (Verdict no = check_fields(*before, a)) return no;
  const Activity after = with_change(*before, a);
  if (Verdict no = check_terms(*before, after)) return no;
  return check_setup(w, after);
}

Verdict check_action(const Workshop& w, SeatId, const RemoveActivity& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  if (activity->phase != Phase::planned)
    return refused(Why::wrong_phase, quoted(activity->title) + " has been opened, so it stays in the session.");
  if (std::any_of(w.activities.begin(), w.activities.end(), [&](const Activity& other) { return other.follows == a.activity; }))
    return refused(Why::wrong_phase, "Another round follows " + quoted(activity->title) + "; remove that one first.");
  if (w.stage.activity == a.activity)
    return refused(Why::wrong_phase, quoted(activity->title) + " is on the stage; show something else first.");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const OpenActivity& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  const std::string title = quoted(activity->title);
  if (activity->phase == Phase::open) return refused(Why::wrong_phase, title + " is open already.");
  if (activity->phase == Phase::revealed) return refused(Why::wrong_phase, title + " has been revealed; add another round instead.");
  if (!stars_of(*activity).empty()) return refused(Why::wrong_phase, "The star has been given; take it back before opening " + title + " again.");
  if (collects_inputs(w, *activity) && items_of(*activity).empty())
    return refused(Why::wrong_phase, title + " has nothing to choose from; choose cards or stakeholders first.");
  const ActivityRules& rules = rules_of(*activity);
  if (Verdict no = rules.check_ready ? rules.check_ready(*activity) : Verdict{}) return no;
  if (rules.needs_plane && !activity->board)
    return refused(Why::wrong_phase, title + " has no canvas to place on; choose one first.");
  return check_follows(w, *activity);
}

Verdict check_action(const Workshop& w, SeatId, const CloseActivity& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  if (activity->phase != Phase::open) return refused(Why::wrong_phase, quoted(activity->title) + " is not open.");
  return {};
}

Verdict check_action(const Workshop& w, SeatId, const RevealActivity& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity) return gone("activity");
  if (!collects_inputs(w, *activity)) return refused(Why::malformed, quoted(activity->title) + " has nothing secret to reveal.");
  if (activity->phase == Phase::revealed) return refused(Why::wrong_phase, quoted(activity->title) + " has been revealed already.");
  if (activity->phase != Phase::closed) return refused(Why::wrong_phase, "Close " + quoted(activity->title) + " before revealing it.");
  if (Verdict no = check_seats_of(w, *activity, a.inputs)) return no;
  for (const RevealedInput& revealed : a.inputs)
    if (Verdict no = check_input(w, *activity, revealed.input)) return no;
  return {};
}

Verdict check_action(const Workshop& w, SeatId by, const GiveStar& a) {
  const Activity* const activity = find(w, a.activity);
  if (Verdict no = check_star(w, by, activity, a.item)) return no;
  if (stars_of(*activity).empty()) return {};
  return refused(Why::over_budget, "There is one star, and it is given; take it back first.");
}

Verdict check_action(const Workshop& w, SeatId by, const TakeStar& a) {
  const Activity* const activity = find(w, a.activity);
  if (Verdict no = check_star(w, by, activity, a.item)) return no;
  if (find_in(stars_of(*activity), a.item)) return {};
  return refused(Why::not_found, "There is no star here to take back.");
}

}  // namespace standpoint
