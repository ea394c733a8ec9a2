// Keeps inverses in groups of one frame. See undo_stack.h.
#include "app/shell/undo_stack.h"

#include <algorithm>

namespace standpoint {

void UndoStack::note(const Workshop& before, SeatId by, const Action& action) {
  if (auto back = inverse(before, action)) frame_.push_back({by, std::move(*back)});
}

void UndoStack::end_of_frame() {
  // Looking at another board is no step of its own; as part of one (a board added and shown) it goes back with it.
  const auto is_view = [](const Step& step) { return std::holds_alternative<ShowOnStage>(step.back); };
  if (std::all_of(frame_.begin(), frame_.end(), is_view)) frame_.clear();
  if (frame_.empty()) return;
  done_.push_back(std::move(frame_));
  frame_.clear();
  undone_.clear();
  if (done_.size() > most) done_.erase(done_.begin());
}

}  // namespace standpoint
