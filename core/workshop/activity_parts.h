// What an activity holds about an item: its place in the list, dots, placements and stars. Taken out when the item is
// removed, put back when it is restored; check and undo ask the same questions.
#pragma once

#include "core/workshop/action.h"

namespace standpoint {

// The item is in the activity's list, has a star, or somebody gave it dots or a place.
bool holds(const Activity&, Item);
// Inputs that become empty stay: their people took part.
void take_out_of(Activity&, Item);
// Adds the parts of `from` that are about the item, and nothing else. Inputs are matched by their position; when the
// activity has other inputs than it had then, they stay as they are.
void put_back_into(Activity&, Item, const RestoredActivity& from);

}  // namespace standpoint
