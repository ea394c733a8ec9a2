// A part of a screen that a finger drags up and down: it glides on when it is let go, and a drag that scrolls never taps.
// Called by screens whose contents may be longer than the glass. It must not know what it scrolls.
#pragma once

#include <optional>

#include "app/design/frame.h"

namespace standpoint {

// Kept by the screen from frame to frame.
struct ScrollState {
  float offset = 0;          // how far the contents are moved up
  float contents = 0;        // their height, as last told
  float speed = 0;           // gliding, px a second
  bool down = false;         // a press began in the view
  bool dragging = false;     // and moved beyond the slop
  Vec pressed_at;
  std::optional<Box> kept;   // drags that begin here are the contents' own
};

// Items and pictures made while this lives are cut at the view. The contents begin at top().
class ScrollArea {
 public:
  ScrollArea(const Frame& frame, Box view, ScrollState& state);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  float top() const;
  // How much of a line of text from `y` on is to be seen, 0..1: it fades before the edge cuts it.
  float shown(float y, float line) const;
  // There is more than the view shows at once.
  bool overflows() const { return furthest() > 0.5F; }
  // Where the contents end, as they were drawn.
  void ends_at(float y);
  // Brings it into view, as much as can be seen of it.
  void show(Box item);
  // The item just reserved: comes into view when the keyboard reaches it.
  void follow_focus(Box item);
  // A drag that begins there is not for scrolling.
  void leave_drags(Box box) { next_kept_ = box; }

 private:
  void follow_finger();
  void glide();
  float furthest() const;

  const Frame& frame_;
  Box view_;
  ScrollState& state_;
  std::optional<Box> next_kept_;
};

}  // namespace standpoint
