// One line at the bottom for what just happened, with Undo where there is one. One at a time.
#pragma once

#include <string>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"

namespace standpoint {

struct Toast {
  std::string text;
  Icon icon = Icon::check_circle;
  bool can_undo = false;
  double since = 0;  // Frame::seconds when it appeared
  bool empty() const { return text.empty(); }
};

// Draws the toast, ink on the bottom centre, and clears it when its time (6 s, 10 s with Undo) is over. True: Undo was tapped.
// Asks `commands` for frames only while it stays.
bool draw_toast(const Frame&, Toast&, Commands&);
// Where a toast stands that belongs into this box: there, or beside or over the panels that are in the frame.
Box clear_of_panels(const Frame&, Box);
// The toast alone in its box, `left` 0..1 of its time to go. True: Undo was tapped.
bool draw_toast_panel(const Frame&, Box, const Toast&, float left);

}  // namespace standpoint
