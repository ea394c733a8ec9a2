// Keeps inverses in groups of one frame. See undo_stack.h.
#include "app/shell/undo_stack.h"

#include <algorithm>
#include <type_traits>

#include "core/workshop/changes.h"
#include "core/workshop/merging.h"

namespace standpoint {

void UndoStack::note(const Workshop& before, SeatId by, const Action& action) {
  for (Action& back : inverses(before, action)) frame_.push_back({by, std::move(back), action});
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

void UndoStack::hear(const Event& event) {
  const bool changes = std::visit([](const auto& action) { return is_change<std::decay_t<decltype(action)>>; }, event.action);
  if (!changes && !move_the_same(event.action, event.action)) return;
  heard_.push_back(event);
  if (heard_.size() > most_heard) heard_.pop_front();
}

bool UndoStack::is_overtaken(const Workshop& shown, const Step& step) {
  if (const auto* const separate = std::get_if<SeparateStakeholders>(&step.back)) return separate->over != seen_in(shown, *separate);
  return overtaken(shown, step.back) || moved_since(shown, step.done, step.back);
}

std::string UndoStack::whose(const Workshop& shown, SeatId by, const Action& back) const {
  const bool moves = move_the_same(back, back);
  const auto* const separate = std::get_if<SeparateStakeholders>(&back);
  const Action fields = separate != nullptr ? Action(separate->kept) : back;
  const auto last = std::find_if(heard_.rbegin(), heard_.rend(), [&](const Event& event) {
    return event.by != by && (moves ? move_the_same(event.action, back) : share_a_field(shown, event.action, fields));
  });
  const Seat* const seat = last == heard_.rend() ? nullptr : find(shown, last->by);
  return (seat ? seat->name : std::string("Somebody")) + (moves ? " moved" : " changed") + " this since, so it stays as it is.";
}

void UndoStack::remember(const Step& issued) {
  issued_.push_back(issued);
  if (issued_.size() > most_issued) issued_.pop_front();
}

std::string UndoStack::refused(const Workshop& shown, const Action& action) {
  const auto step = std::find_if(issued_.begin(), issued_.end(), [&](const Step& issued) { return issued.back == action; });
  return step == issued_.end() ? std::string() : whose(shown, step->by, action);
}

}  // namespace standpoint
