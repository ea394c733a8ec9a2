// What a choice is called in an activity. From the opening on, the words that were opened are what is voted on or placed, revealed,
// exported and replayed; what the card or the person is called later is another thing (R200). Used wherever an item of an activity is named.
#pragma once

#include <string>

#include "core/workshop/model.h"

namespace standpoint {

// The item's words in this activity; what it is called now while the activity is planned, and without one.
std::string words_in(const Workshop&, ActivityId, Item);
// It is called otherwise now than when the activity was first opened.
bool later_changed(const Workshop&, ActivityId, Item);

// For the fold: the item is called `now` and was called `before`. Kept is only what differs, so that taking a change back leaves
// no trace.
void keep_first_words(Workshop&, Item, const std::string& before, const std::string& now);

}  // namespace standpoint
