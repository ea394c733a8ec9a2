// Vectors kept sorted by a key: find, put in, take out. Used by the fold, the rules and look-ups, so that a collection
// is never searched from end to end and putting a thing back gives the vector it was taken from.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

// What a collection is sorted by: the id of things that have one, the item of what is said about an item.
template <class Thing>
constexpr auto key_of(const Thing& thing) -> decltype(thing.id) {
  return thing.id;
}
inline Item key_of(const Item& item) { return item; }
inline Item key_of(const CanvasPlace& place) { return place.item; }
inline Item key_of(const Dots& dots) { return dots.item; }
inline std::pair<ActivityId, Item> key_of(const FirstWords& first) { return {first.activity, first.item}; }
inline ActivityId key_of(const LostInputs& lost) { return lost.activity; }
inline ActivityId key_of(const CountedInputs& counted) { return counted.activity; }
inline StakeholderId key_of(const MergedStakeholder& merged) { return merged.gone; }

// The first position whose key is not before `key`.
template <class Things, class Key>
auto position_of(Things& things, const Key& key) {
  return std::lower_bound(things.begin(), things.end(), key,
                          [](const auto& thing, const Key& k) { return key_of(thing) < k; });
}

// nullptr when there is none. Const in, const out.
template <class Things, class Key>
auto* find_in(Things& things, const Key& key) {
  const auto at = position_of(things, key);
  return at != things.end() && key_of(*at) == key ? &*at : nullptr;
}

// Puts a thing where it belongs; when there is one of that key, it stays and nothing happens.
template <class Thing>
void put_in(std::vector<Thing>& things, Thing thing) {
  const auto at = position_of(things, key_of(thing));
  if (at != things.end() && key_of(*at) == key_of(thing)) return;
  const auto place = at - things.begin();
  things.resize(things.size() + 1);  // as a reader of files does: a tablet loads one way of growing
  std::move_backward(things.begin() + place, things.end() - 1, things.end());
  things[static_cast<std::size_t>(place)] = std::move(thing);
}

// Takes a thing out; true when it was there.
template <class Thing, class Key>
bool take_out(std::vector<Thing>& things, const Key& key) {
  const auto at = position_of(things, key);
  if (at == things.end() || !(key_of(*at) == key)) return false;
  things.erase(at);
  return true;
}

// Sorted by key with no key twice.
template <class Thing>
bool strictly_sorted(const std::vector<Thing>& things) {
  for (std::size_t i = 1; i < things.size(); ++i)
    if (!(key_of(things[i - 1]) < key_of(things[i]))) return false;
  return true;
}

}  // namespace standpoint
