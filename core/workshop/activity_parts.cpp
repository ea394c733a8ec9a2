// Taking an item out of an activity and putting it back.
#include "core/workshop/activity_parts.h"

#include <algorithm>

#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

const std::vector<Dots>& entries_of(const Ballot& ballot) { return ballot.dots; }
std::vector<Dots>& entries_of(Ballot& ballot) { return ballot.dots; }
const std::vector<CanvasPlace>& entries_of(const PlacementSheet& sheet) { return sheet.placements; }
std::vector<CanvasPlace>& entries_of(PlacementSheet& sheet) { return sheet.placements; }

bool holds(const Input& input, Item item) {
  return std::visit([&](const auto& i) { return find_in(entries_of(i), item) != nullptr; }, input);
}

void take_out_of(Input& input, Item item) {
  std::visit([&](auto& i) { take_out(entries_of(i), item); }, input);
}

template <class Kind>
void put_back(Kind& into, const Kind& from, Item item) {
  if (const auto* const entry = find_in(entries_of(from), item)) put_in(entries_of(into), *entry);
}

void put_back_into(Input& into, Item item, const Input& from) {
  if (into.index() != from.index()) return;
  if (Ballot* const ballot = std::get_if<Ballot>(&into)) put_back(*ballot, std::get<Ballot>(from), item);
  if (PlacementSheet* const sheet = std::get_if<PlacementSheet>(&into))
    put_back(*sheet, std::get<PlacementSheet>(from), item);
}

}  // namespace

bool holds(const Activity& activity, Item item) {
  return find_in(activity.items, item) || find_in(activity.stars, item) ||
         std::any_of(activity.inputs.begin(), activity.inputs.end(),
                     [&](const RevealedInput& revealed) { return holds(revealed.input, item); });
}

void take_out_of(Activity& activity, Item item) {
  if (activity.items.empty() && activity.inputs.empty() && activity.stars.empty()) return;
  take_out(activity.items, item);
  take_out(activity.stars, item);
  for (RevealedInput& revealed : activity.inputs) take_out_of(revealed.input, item);
}

void put_back_into(Activity& activity, Item item, const RestoredActivity& from) {
  if (find_in(from.items, item)) put_in(activity.items, item);
  if (find_in(from.stars, item)) put_in(activity.stars, item);
  if (from.inputs.size() != activity.inputs.size()) return;
  for (std::size_t i = 0; i < from.inputs.size(); ++i)
    put_back_into(activity.inputs[i].input, item, from.inputs[i].input);
}

}  // namespace standpoint
