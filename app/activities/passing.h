// The screen while it is passed from hand to hand: whose turn it is, on which page, and the input they are making. Opened from where a
// vote or a placing is open, drawn by Pass the screen. It must not draw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "app/activities/private_input.h"
#include "app/widgets/scroll.h"
#include "core/workshop/model.h"

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

}  // namespace standpoint
