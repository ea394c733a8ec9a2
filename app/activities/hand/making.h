// What a participant makes on their own tablet, and what their page knows of it: shared by the shell (screens/hand) and by the pages of each kind.
// What a person makes in secret lives in ParticipantUi alone and is wiped when it is done with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/activities/private_input.h"
#include "app/activities/sealed_state.h"
#include "app/activities/vote/stage.h"
#include "app/boards/canvas/screen.h"
#include "app/boards/cards/screen.h"
#include "app/boards/map/screen.h"
#include "app/design/frame.h"
#include "app/widgets/notices.h"
#include "app/widgets/scroll.h"

namespace standpoint {

// Filled from the replica by the tablet.
struct ParticipantState {
  Connection connection = Connection::connected;
  SealedState sealed;        // of activity_for(workshop)
  bool sealing = false;      // an input of this seat for it is on its way
  bool mine_sealed = false;  // the box holds one of this seat
  bool lost = false;         // and it names something that was removed since
  std::string refusal;       // what the room refused since the last frame; empty: nothing
  std::string read_only;     // why nothing can be saved any more; empty: all is well
};

// One person's input to one activity, from the first dot to the reveal.
struct Making {
  enum class Page : std::uint8_t { input, sent, too_late } page = Page::input;
  PassDraft draft;           // while it is being made, and until the room has it
  PassDraft sent;            // what was sent last, to be looked at and changed; only in memory, only until the reveal
  PassDraft offered;         // what was put back into the hand after a removal: untouched, it needs no answer when that is taken back
  bool begun = false;        // its page was there
  bool has_sent = false;
  bool awaiting = false;     // sent and not answered yet
  bool lost = false;         // ParticipantState::lost in the last frame
  int came_back = 0;         // dots or places that went with what was removed, until the input is sent
  double since = -10;        // Frame::seconds when the page was turned: a second tap of a double tap does nothing
};
void wipe(Making& making);

// What is being written on a list: somebody new, a card, or a tie of ParticipantUi::person.
struct HandForm {
  enum class What : std::uint8_t { none, person, card, tie } what = What::none;
  bool takes_keyboard = false;
  std::string text;
  Ring ring = Ring::internal;
  CardId card;               // none: a new one
  std::uint16_t zone = 0;
  StakeholderId to;          // none: whom the tie reaches is being asked
  BoardId board = {};        // it was begun for this one
  std::string began = {};    // the card's words when its writing began
};

struct ParticipantUi {
  ParticipantUi() = default;
  ParticipantUi(const ParticipantUi&) = delete;
  ParticipantUi& operator=(const ParticipantUi&) = delete;
  ~ParticipantUi();

  std::map<ActivityId, Making> making;
  std::map<ActivityId, std::string> kept;  // from before the page was closed, until its activity's page is drawn: kept_drafts.h
  ActivityId on;             // what the page was about in the last frame
  ActivityId came;           // what was opened and has come to the hand
  double called_since = -1;  // Frame::seconds: it is open, and has not come yet, since then or since the last touch
  ScrollState scroll;
  ScrollState list_scroll;   // of a list beside it,
  std::size_t listed = SIZE_MAX;  // which was brought to this row
  RevealUi reveal;
  bool exploring = false;    // looks at the board instead of what is open
  bool writing = false;      // a brainstorm: one card after another
  bool listing = false;      // a board of cards as a list where the glass is too narrow to edit it
  StakeholderId person;      // of the list of people: whose ties are shown
  HandForm form;
  std::vector<HandForm> waiting;  // begun for other boards: each comes back with its own
  MapUi map;
  CanvasUi canvas;
  CardsUi cards;
  PassUi pass;               // never opened here; the boards ask for one
};

}  // namespace standpoint
