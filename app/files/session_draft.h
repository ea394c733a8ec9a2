// The first events of a new session, gathered before there is a file: title, facilitator, boards, agenda, imported people.
// Used by `standpoint new` and `import --out`, by the home screen's New session and by make_samples. Touches no file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/files/template.h"
#include "core/workshop/event.h"
#include "core/workshop/leader.h"

namespace standpoint {

class SessionDraft {
 public:
  // Starts with StartSession and the facilitator's seat (number 1). 
  SessionDraft(std::string title, std::string subtitle, std::string facilitator = std::string(unnamed_facilitator));

  // Folds the action in, as the facilitator's; create_session checks it.
  void add(Action action);
  void add(std::span<const Action> actions);
  // A Map, a Canvas of power and interest, and a board for Cards, the Map on the stage: where a blank session begins.
  void add_usual_boards();

  SeatId facilitator() const { return SeatId{1}; }
  const Workshop& workshop() const { return workshop_; }
  const std::vector<Command>& commands() const { return commands_; }  // for create_session

 private:
  void add(SeatId by, Action action);

  Workshop workshop_;
  std::vector<Command> commands_;
};

// The draft of a session after this template. An empty title: the template's own.
SessionDraft draft_of(const Template& plan, const std::string& title);

}  // namespace standpoint
