// What this screen did and could take back. Undo is one more event; the log never shrinks. What somebody else changed or moved since is not
// taken back (R349, R359). Kept by app.cpp per session.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "core/workshop/event.h"
#include "core/workshop/undo.h"

namespace standpoint {

class UndoStack {
 public:
  struct Step {
    SeatId by;
    Action back;  // takes the step back
    Action done;  // the step
  };

  // Before an action is issued: remembers its inverse. Actions of one frame are taken back together.
  void note(const Workshop& before, SeatId by, const Action& action);
  void end_of_frame();
  // What happened in the room: whoever changed or moved last what cannot be taken back any more is named.
  void hear(const Event& event);

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // The actions that take the last frame's worth back, in the order to issue them; they are then redoable. `issue` is
  // called with the workshop as it is shown right before each. Answers with what is to be said: that somebody changed it since; else
  // nothing.
  template <class Shown, class Issue>
  std::string undo(Shown shown, Issue issue) { return travel(done_, undone_, shown, issue); }
  template <class Shown, class Issue>
  std::string redo(Shown shown, Issue issue) { return travel(undone_, done_, shown, issue); }
  // This was issued by undo or redo, and somebody else was there first all the same: what is to be said of it. Empty: it was not.
  std::string refused(const Workshop& shown, const Action& action);

 private:
  using Group = std::vector<Step>;
  template <class Shown, class Issue>
  std::string travel(std::vector<Group>& from, std::vector<Group>& to, Shown shown, Issue issue) {
    std::string trouble;
    if (from.empty()) return trouble;
    const Group group = std::move(from.back());
    from.pop_back();
    Group back;
    for (auto step = group.rbegin(); step != group.rend(); ++step) {
      if (is_overtaken(shown(), *step)) {
        trouble = whose(shown(), step->by, step->back);
        continue;
      }
      for (Action& inverse : inverses(shown(), step->back)) back.push_back({step->by, std::move(inverse), step->back});
      remember(*step);
      issue(step->by, step->back);
    }
    if (!back.empty()) to.push_back(std::move(back));
    return trouble;
  }
  static bool is_overtaken(const Workshop& shown, const Step& step);
  std::string whose(const Workshop& shown, SeatId by, const Action& back) const;
  void remember(const Step& issued);

  static constexpr std::size_t most = 500;  // steps; a workshop's worth, and little memory
  static constexpr std::size_t most_issued = 32, most_heard = 200;
  Group frame_;
  std::vector<Group> done_, undone_;
  std::deque<Step> issued_;   // by undo and redo, the newest ones
  std::deque<Event> heard_;   // changes and moves, the newest ones
};

}  // namespace standpoint
