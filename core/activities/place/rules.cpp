// The row of a placing, and its rules: R26, R30, R32.
#include <algorithm>

#include "core/activities/place/result.h"
#include "core/activities/rows.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

constexpr std::uint16_t planned_minutes = 10;

// On the Map everybody moves people in the open.
bool placed_blind(const Workshop& w, const Activity& a) {
  const Board* const board = find(w, a.board);
  return board == nullptr || board->kind != BoardKind::map;
}

Verdict check_place_round(const Activity& earlier, const Activity& a) {
  if (a.board == earlier.board) return {};
  return refused(Why::malformed, "A second round of placing stays on the same board.");
}

Verdict check_sheet(const Workshop&, const Activity& activity, const Input& input) {
  const PlacementSheet& sheet = *std::get_if<PlacementSheet>(&input);
  if (!strictly_sorted(sheet.placements)) return refused(Why::malformed, "Something is placed twice; place it once and send again.");
  for (const CanvasPlace& place : sheet.placements) {
    if (!find_in(items_of(activity), place.item))
      return refused(Why::not_found, "Something you placed is no longer part of this activity; take it off and send again.");
    if (Verdict no = check_on_board(place.at)) return no;
  }
  return {};
}

std::vector<Item> people_or_cards(const Workshop& workshop, const Activity&) {
  std::vector<Item> items;
  for (const Stakeholder& person : workshop.stakeholders) items.emplace_back(person.id);
  if (items.empty())
    for (const Card& card : workshop.cards) items.emplace_back(card.id);
  return items;
}

// On a canvas; without one on the Map, where nothing is chosen.
void plan_placing(const Workshop& workshop, Activity& activity) {
  activity.minutes = planned_minutes;
  const Board* const canvas = first_board(workshop, BoardKind::canvas);
  const Board* const board = canvas != nullptr ? canvas : first_board(workshop, BoardKind::map);
  if (board != nullptr) activity.board = board->id;
  if (canvas == nullptr) return;
  for (const Stakeholder& person : workshop.stakeholders) items_in(activity)->emplace_back(person.id);
}

std::optional<Activity> place_again(const Workshop& workshop, const Activity& activity, SeatId by) { return round_after(workshop, activity, by); }

std::string_view missing_to_place(const Workshop& workshop, const Activity& activity) {
  return find(workshop, activity.board) == nullptr ? "No board to place on: add one first." : "Nothing to place yet: add people or cards first.";
}

}  // namespace

const ActivityRules place_rules{
    .words = {.name = "Place", .key = "place", .noun = "a placing", .again = "Place again", .doing = "placing"},
    .input = {.done = "placed", .input = "placement", .mark = "place", .in_secret = "places in secret",
              .secret = "Blind. Places appear when we reveal.", .named = "Named. The session keeps who placed what.",
              .promise = "Blind: others see nothing until the reveal.", .veil = "Blind", .from_you = "Places stay secret from you too",
              .removed = "Something you placed was removed."},
    .needs_plane = true,
    .in_secret = placed_blind,
    .setup = []() -> Setup { return PlaceSetup{}; },
    .first_input = []() -> Input { return PlacementSheet{}; },
    .check_round = check_place_round,
    .check_input = check_sheet,
    .plan = plan_placing,
    .items = people_or_cards,
    .next_round = place_again,
    .missing = missing_to_place};

}  // namespace standpoint
