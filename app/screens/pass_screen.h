// Pass the screen: people who share this screen vote and place in turn. A full-screen sheet in place of the stage: names,
// hand over, one person's private input, a neutral page. Called by the shell while PassUi::activity is set.
// It must not keep an input after it was sealed, and never shows one again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/frame.h"
#include "app/screens/private_input.h"
#include "app/screens/sealed_state.h"
#include "app/widgets/scroll.h"
#include "core/boards/canvas.h"
#include "core/boards/cards.h"

namespace standpoint {

struct PassUi {
  ActivityId activity;  // none: the screen is not being passed
  enum class Page : std::uint8_t { names, hand_over, input, sent, too_late } page = Page::names;
  SeatId seat;  // whose turn it is
  SeatId sent_by;  // whose input is on its way
  double sent_at = 0;  // Frame::seconds
  std::string new_name;
  bool naming = false;  // the field for a new name is open
  std::size_t names_page = 0;
  PassDraft draft;
  ScrollState list;               // of whom there is to place,
  std::size_t listed = SIZE_MAX;  // which was brought to this row
};

// Starts passing the screen for an open vote or placing.
void open_pass(PassUi& ui, ActivityId activity);
// Ends it; an unfinished input is gone.
void close_pass(PassUi& ui);

void draw_pass_screen(const Frame& frame, const Workshop& workshop, const SealedState& sealed, PassUi& ui, Commands& commands);

}  // namespace standpoint
