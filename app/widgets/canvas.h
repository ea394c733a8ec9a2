// What a hand does on a board: tap, double tap, long press, drag, pan and zoom, as plain values in design pixels. Screens
// of boards call canvas_input once a frame and decide by their own hit test what a drag means. It knows no board.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/design/frame.h"
#include "app/widgets/camera.h"

namespace standpoint {

enum class DragPhase : std::uint8_t { none, begin, move, end, cancel };

// Kept by the screen from frame to frame.
struct CanvasState {
  Vec pressed_at;
  double pressed_seconds = 0;
  bool down = false;       // the press began on this canvas
  bool dragging = false;
  bool spent = false;      // the press has had its meaning: a cancelled drag
};

struct CanvasInput {
  bool hovered = false;              // the pointer is on the canvas and on no item above it
  Vec pointer;
  bool shift = false, ctrl = false;  // keys held
  std::optional<Vec> tap;            // released where it was pressed
  bool double_tap = false;           // the tap is the second of two
  std::optional<Vec> long_press;     // released where it was pressed, after 450 ms or more
  std::optional<Vec> press;          // began this frame
  DragPhase drag = DragPhase::none;  // begins after 8 px
  Vec drag_from;                     // where it was pressed
  Vec drag_by;                       // since the last frame
  bool panning = false;              // space held or the middle button: the drag moves the paper whatever lies there
  Vec pan;                           // two-finger scroll with Shift or sideways
  float zoom = 1;                    // factor of wheel or pinch, about `pointer`
};

// Reserves the box as the lowest item of the window; items made later in the frame lie above it. Esc cancels a drag.
CanvasInput canvas_input(const Frame& frame, const char* label, Box box, CanvasState& state);

// A further finger and what it holds (R131). Kept by the screen from frame to frame; places in design pixels.
struct FurtherHand {
  int finger = 0;
  std::uint64_t item = 0;  // the screen's own number for it
  Vec from, at;
};
struct FreeItem {
  std::uint64_t item = 0;
  Box box;
};
// `free`: what may be taken in this frame, none while the first finger drags nothing. Follows the fingers; returns the hands
// that let go, where they did.
std::vector<FurtherHand> follow_further_hands(const Frame& frame, std::span<const FreeItem> free, std::vector<FurtherHand>& hands);
bool held_further(const std::vector<FurtherHand>& hands, std::uint64_t item);

// An item for the keyboard, for tests and for screen readers to come; the pointer goes to the canvas below it.
struct StopResult {
  bool focused = false;    // has the keyboard, and the keyboard is in use
  bool activated = false;  // Enter or Space
};
StopResult keyboard_stop(const Frame& frame, const char* label, Box box, bool take_focus = false);

Vec pointer_on_screen();
bool pressed_long();  // the press of an item that is let go in this frame
bool typing();  // a text field has the keyboard: letters are not shortcuts

// A ground that keeps the pointer from the canvas below; items made after it lie above it.
void cover(const Frame& frame, const char* label, Box box);

}  // namespace standpoint
