// The parts of an activity whatever its kind: what it is about, who decides, and what it holds about an item: its place in the list, dots,
// placements and stars. These are taken out when the item is removed, put back when it is restored; check and undo ask the same questions.
#pragma once

#include "core/workshop/action.h"

namespace standpoint {

// What it is about, sorted: what is placed, voted on; empty where its kind chooses nothing.
const std::vector<Item>& items_of(const Activity&);
// The same, to be chosen; nullptr where its kind chooses nothing.
std::vector<Item>* items_in(Activity&);
// Of a vote: whose star it is (none: nobody's), and what has one, sorted. Of other kinds none and nothing.
SeatId decider_of(const Activity&);
SeatId* decider_in(Activity&);
const std::vector<Item>& stars_of(const Activity&);
std::vector<Item>* stars_in(Activity&);

// The item is in the activity's list, has a star, or somebody gave it dots or a place.
bool holds(const Activity&, Item);
// Inputs that become empty stay: their people took part.
void take_out_of(Activity&, Item);
// What is about `from` is about `to` from then on, once: with the dots of both together (at most `most`, 0: all), the place of `to` before
// that of `from`.
void move_over(Input&, Item from, Item to, std::uint16_t most = 0);
void move_over(Activity&, Item from, Item to);
// Adds the parts of `from` that are about the item, and nothing else. Inputs are matched by their position; when the
// activity has other inputs than it had then, they stay as they are.
void put_back_into(Activity&, Item, const RestoredActivity& from);

}  // namespace standpoint
