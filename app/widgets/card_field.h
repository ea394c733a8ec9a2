// Typing onto a card: the words stand where and as the card will have them, wrapped, and Enter keeps the field open for the next
// one, so that no letter typed after it goes anywhere else. Called by the cards screen.
#pragma once

#include <string>

#include "app/design/frame.h"
#include "app/widgets/controls.h"

namespace standpoint {

// `words`: the box the wrapped words fill, centred in height. The caller changes `draft` after a commit; the field goes on with it.
FieldResult card_field(const Frame& frame, const char* label, Box words, std::string& draft, const TextStyle& style, std::string_view hint, bool focus_now);

}  // namespace standpoint
