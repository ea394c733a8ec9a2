// Taking an item out of an activity and putting it back.
#include "core/workshop/activity_parts.h"

#include <algorithm>

#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

const std::vector<Item> no_items;

bool holds(const Input& input, Item item) {
  return std::visit([&](const auto& i) { return find_in(entries_of(i), item) != nullptr; }, input);
}

void take_out_of(Input& input, Item item) {
  std::visit([&](auto& i) { take_out(entries_of(i), item); }, input);
}

void rename(Item& item, Item to) { item = to; }
template <class Entry>
void rename(Entry& entry, Item to) { entry.item = to; }

void add(Dots& dots, const Dots& more, std::uint16_t most) {
  const std::uint32_t all = std::uint32_t{dots.count} + more.count, room = most == 0 ? 0xFFFFu : most;
  dots.count = static_cast<std::uint16_t>(std::min(all, room));
}
template <class Entry>
void add(Entry&, const Entry&, std::uint16_t) {}

template <class Entry>
void move_over(std::vector<Entry>& entries, Item from, Item to, std::uint16_t most) {
  const Entry* const there = find_in(entries, from);
  if (!there || from == to) return;
  Entry moved = *there;
  rename(moved, to);
  take_out(entries, from);
  if (Entry* const both = find_in(entries, to)) add(*both, moved, most);
  else put_in(entries, moved);
}

template <class Kind>
void put_back(Kind& into, const Kind& from, Item item) {
  if (const auto* const entry = find_in(entries_of(from), item)) put_in(entries_of(into), *entry);
}

void put_back_into(Input& into, Item item, const Input& from) {
  std::visit([&](auto& input) {
    if (const auto* const same = std::get_if<std::decay_t<decltype(input)>>(&from)) put_back(input, *same, item);
  }, into);
}

}  // namespace

// One of each, for every setup that has such a part.
const std::vector<Item>& items_of(const Activity& activity) {
  const std::vector<Item>* const items = items_in(const_cast<Activity&>(activity));  // to be read only
  return items ? *items : no_items;
}
std::vector<Item>* items_in(Activity& activity) {
  return std::visit([](auto& setup) -> std::vector<Item>* {
    if constexpr (requires { setup.items; }) return &setup.items;
    else return nullptr;
  }, activity.setup);
}
SeatId decider_of(const Activity& activity) {
  const SeatId* const decider = decider_in(const_cast<Activity&>(activity));  // to be read only
  return decider ? *decider : SeatId{};
}
SeatId* decider_in(Activity& activity) {
  return std::visit([](auto& setup) -> SeatId* {
    if constexpr (requires { setup.decider; }) return &setup.decider;
    else return nullptr;
  }, activity.setup);
}
const std::vector<Item>& stars_of(const Activity& activity) {
  const std::vector<Item>* const stars = stars_in(const_cast<Activity&>(activity));  // to be read only
  return stars ? *stars : no_items;
}
std::vector<Item>* stars_in(Activity& activity) {
  return std::visit([](auto& setup) -> std::vector<Item>* {
    if constexpr (requires { setup.stars; }) return &setup.stars;
    else return nullptr;
  }, activity.setup);
}

bool holds(const Activity& activity, Item item) {
  return find_in(items_of(activity), item) || find_in(stars_of(activity), item) ||
         std::any_of(activity.inputs.begin(), activity.inputs.end(),
                     [&](const RevealedInput& revealed) { return holds(revealed.input, item); });
}

void take_out_of(Activity& activity, Item item) {
  if (std::vector<Item>* const items = items_in(activity)) take_out(*items, item);
  if (std::vector<Item>* const stars = stars_in(activity)) take_out(*stars, item);
  for (RevealedInput& revealed : activity.inputs) take_out_of(revealed.input, item);
}

void move_over(Input& input, Item from, Item to, std::uint16_t most) {
  std::visit([&](auto& i) { move_over(entries_of(i), from, to, most); }, input);
}

void move_over(Activity& activity, Item from, Item to) {
  if (std::vector<Item>* const items = items_in(activity)) move_over(*items, from, to, 0);
  if (std::vector<Item>* const stars = stars_in(activity)) move_over(*stars, from, to, 0);
  for (RevealedInput& revealed : activity.inputs) move_over(revealed.input, from, to);
}

void put_back_into(Activity& activity, Item item, const RestoredActivity& from) {
  if (std::vector<Item>* const items = items_in(activity); items && find_in(from.items, item)) put_in(*items, item);
  if (std::vector<Item>* const stars = stars_in(activity); stars && find_in(from.stars, item)) put_in(*stars, item);
  if (from.inputs.size() != activity.inputs.size()) return;
  for (std::size_t i = 0; i < from.inputs.size(); ++i)
    put_back_into(activity.inputs[i].input, item, from.inputs[i].input);
}

}  // namespace standpoint
