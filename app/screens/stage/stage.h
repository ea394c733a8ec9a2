// The shared screen of an open session: heading, the board or activity on the stage, and, for the facilitator, one quiet
// bar with everything else (agenda, boards, timer, undo). On one display the window is the stage; on a second display the
// same function draws it bare. Called by shell/app.cpp.
#pragma once

#include <cstdint>

#include "app/activities/activities.h"
#include "app/activities/moment.h"
#include "app/activities/sealed_state.h"
#include "app/boards/canvas/screen.h"
#include "app/boards/cards/screen.h"
#include "app/boards/map/screen.h"
#include "app/design/frame.h"
#include "app/screens/pass/screen.h"
#include "app/screens/stage/agenda.h"
#include "app/screens/stage/frozen.h"
#include "app/screens/stage/lobby.h"

namespace standpoint {

struct StageUi {
  MapUi map;
  CanvasUi canvas;
  CardsUi cards;
  ActivityUis kinds;
  PassUi pass;
  AgendaUi agenda;
  enum class Menu : std::uint8_t { none, add, boards } menu = Menu::none;  // over the bar: boards to add, or those without a tab
  std::size_t menu_page = 0;
  MomentUi moment;              // of the next step
  StageTurn turned;             // what this screen last turned to, or was turned to
  double turned_at = -1;        // Frame::seconds, when it last told
};

struct StageState {
  SealedState sealed;      // of the activity on stage
  SealedState elsewhere;   // of what is left open while the stage shows something else (activities/next_step.h)
  StageTurn turn;          // to what a facilitator has turned it
  bool can_undo = false;
  bool can_redo = false;
  std::string read_only;   // why nothing can be changed any more; empty: all is well
  LobbyState lobby;        // with no address and no trouble: this screen shows no lobby
  bool room_watches = false;              // this is what the room sees: a cover hides what happens
  const FrozenStage* frozen = nullptr;    // the moment it goes on seeing; none: it is not known here
  bool offers_console = false;            // the stage is on another display, so the console may be on this one
};

// What is shown may have pages: how many there were in the last frame, and another one of them. Of a later round the second is what moved.
std::size_t stage_pages(const Workshop&, const StageUi&);
void turn_stage_to(const Workshop&, StageUi&, std::size_t page);

// "The stage is frozen. The room sees 10:42."; empty while it is live.
std::string cover_words(const Workshop&);

void draw_stage(const Frame&, const Workshop&, const StageState&, StageUi&, Commands&);

// The board or activity alone, as replay shows it at a moment: no heading, nothing to press. Asks for frames only.
void draw_moment_of(const Frame&, const Workshop&, BoardId, StageUi&, Commands&);

}  // namespace standpoint
