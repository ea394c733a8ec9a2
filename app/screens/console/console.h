// The facilitator's console (design screen 08): agenda, the one next step, what the stage shows, who is done, private notes.
// Drawn on a tablet, or in the window while the stage is on another display; 1180 x 820, narrower screens get pages. It
// shows who has answered an open activity and never what. Called by shell/room.cpp and shell/tablet.cpp; Frame::area is its room.
#pragma once

#include <string>
#include <vector>

#include "app/activities/sealed_state.h"
#include "app/activities/talk.h"
#include "app/design/frame.h"
#include "app/screens/stage/lobby.h"
#include "app/screens/stage/stage.h"
#include "app/widgets/notices.h"
#include "core/room/message.h"

namespace standpoint {

struct ConsoleState {
  StageState stage;                // as the room's own screen has it: it is drawn in small
  std::vector<SeatId> here;        // with a screen connected at this moment
  SealedState sealed;              // of the activity on stage; the seats that are done, of everybody
  Connection connection = Connection::connected;
  bool in_window = false;          // beside a stage on another display: there is a way back to it, and own addresses
  std::vector<Stranded> stranded;  // devices that could not start
  std::vector<OneDevice> one_device;
};

struct ConsoleUi {
  enum class Page : std::uint8_t { now, agenda, people, stage };
  Page page = Page::now;           // where there is no room for all of it
  bool menu = false;
  SeatId seat;                     // of the person whose sheet is open
  std::string name_draft;
  bool removing = false;           // the question is open
  bool clearing = false;           // the question about empty seats is open
  std::size_t people_page = 0;
  MomentUi moment;                 // of the next step
  bool finding = false;            // the sheet with everybody is open
  std::string wanted;              // whose name is looked for there
  std::size_t found_page = 0;
  ActivityId reminded;             // the last reminder went to those of this activity,
  std::uint32_t reminded_at = 0;   // when so many were done
  AgendaUi agenda;                 // the form of a new activity, and how far the list is scrolled
  bool deciding = false;           // the sheet with the decisions is open
  TalkUi decisions;                // what is written there
  bool writing_notes = false;
  std::string notes_draft, notes_began;  // what was there when somebody began to write
  bool focus_notes = false;
  StageUi stage;                   // of the small picture
};

void draw_console(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Commands&);

// The console's design size; Frame::area of a window is fitted to it.
inline constexpr float console_width = 1180, console_height = 820;

}  // namespace standpoint
