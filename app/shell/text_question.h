// Two people wrote one long text at the same time: the slower one sees both before theirs replaces the other's, and chooses (R354). One gate
// for all screens, before a change is sent and after the host refused it, also for a tablet that comes back. Called by App and Tablet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"

namespace standpoint {

class TextQuestion {
 public:
  // Before it is sent. True: it is a text that somebody else wrote anew meanwhile; it is kept here and not to be sent now.
  bool hold(const Workshop& shown, const Action& action);
  // The host refused it, because somebody was there first (Replica::take_overtaken). False: it is no such text, and nothing is asked.
  bool hear(const Workshop& shown, const Action& action);
  bool open() const { return !asked_.empty(); }
  // The question in the middle of `room`, over everything, while one is asked. What is to be sent, once it was decided so.
  std::optional<Action> draw(const Frame& frame, const Workshop& shown, Box room);

 private:
  void next();

  std::vector<Action> asked_;  // the first one is shown
  std::optional<std::string> mine_;  // of the first one, as it is written on in the question; none: not shown yet
  ScrollState scroll_;
};

}  // namespace standpoint
