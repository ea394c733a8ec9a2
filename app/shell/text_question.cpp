// What is asked, one text after the other. See text_question.h.
#include "app/shell/text_question.h"

#include <algorithm>

#include "app/widgets/controls.h"
#include "core/workshop/changes.h"

namespace standpoint {

bool TextQuestion::hold(const Workshop& shown, const Action& action) {
  return overtaken(shown, action) && hear(shown, action);
}

// Of several versions of one text only the last is asked about.
bool TextQuestion::hear(const Workshop& shown, const Action& action) {
  if (!two_texts(shown, action)) return false;
  const auto earlier = std::find_if(asked_.begin(), asked_.end(), [&](const Action& asked) { return share_a_field(shown, asked, action); });
  if (earlier == asked_.end()) {
    asked_.push_back(action);
    return true;
  }
  if (earlier == asked_.begin()) mine_.reset();
  *earlier = action;
  return true;
}

void TextQuestion::next() {
  asked_.erase(asked_.begin());
  mine_.reset();
  scroll_ = {};
}

std::optional<Action> TextQuestion::draw(const Frame& frame, const Workshop& shown, Box room) {
  if (asked_.empty()) return {};
  const std::optional<TwoTexts> texts = two_texts(shown, asked_.front());
  if (!texts) {  // it is gone, or says the same by now
    next();
    return {};
  }
  if (!mine_) mine_ = texts->mine;
  const DialogChoice choice = text_dialog(frame, "two texts", room, {"Somebody else wrote this meanwhile", "Theirs", texts->theirs, "Yours"}, *mine_, scroll_);
  std::optional<Action> send;
  if (choice == DialogChoice::action) send = over_what_is_there(shown, asked_.front(), *mine_);
  if (choice != DialogChoice::none) next();
  return send;
}

}  // namespace standpoint
