// What this screen did and could take back. Undo is one more event; the log never shrinks. Kept by app.cpp per session.
#pragma once

#include <vector>

#include "core/workshop/undo.h"

namespace standpoint {

class UndoStack {
 public:
  struct Step {
    SeatId by;
    Action back;  // takes the step back
  };

  // Before an action is issued: remembers its inverse. Actions of one frame are taken back together.
  void note(const Workshop& before, SeatId by, const Action& action);
  void end_of_frame();

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // The actions that take the last frame's worth back, in the order to issue them; they are then redoable. `issue` is
  // called with the workshop as it is shown right before each.
  template <class Shown, class Issue>
  void undo(Shown shown, Issue issue) { travel(done_, undone_, shown, issue); }
  template <class Shown, class Issue>
  void redo(Shown shown, Issue issue) { travel(undone_, done_, shown, issue); }

 private:
  using Group = std::vector<Step>;
  template <class Shown, class Issue>
  static void travel(std::vector<Group>& from, std::vector<Group>& to, Shown shown, Issue issue) {
    if (from.empty()) return;
    const Group group = std::move(from.back());
    from.pop_back();
    Group back;
    for (auto step = group.rbegin(); step != group.rend(); ++step) {
      if (auto inverse_of_step = inverse(shown(), step->back)) back.push_back({step->by, std::move(*inverse_of_step)});
      issue(step->by, step->back);
    }
    if (!back.empty()) to.push_back(std::move(back));
  }

  static constexpr std::size_t most = 500;  // steps; a workshop's worth, and little memory
  Group frame_;
  std::vector<Group> done_, undone_;
};

}  // namespace standpoint
