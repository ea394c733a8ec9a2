// The plane under a hand that places one item after another. Called by Pass the screen and by a participant's tablet. It must
// not know whose hand it is.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "app/activities/private_input.h"
#include "app/boards/canvas/paint_board.h"
#include "app/design/frame.h"

namespace standpoint {

struct PlacedLook {
  float radius = 9;
  TextStyle name{Face::medium, 20, 26};
  bool names = true;
  PlaneLook words = {.compact = true};  // as the plane was painted with; what is held covers names, too
};

// Where the item is held or was placed, and what it covers there: its disc, and its name's tag.
struct HeldPlace {
  Vec at;
  std::array<Box, 2> covers;
};
std::optional<HeldPlace> held_place(const Frame& frame, Box plane, const PassDraft& draft, Item item, std::string_view name, const HandleLook& look = {});

// Earlier ones stay as small discs; their names, as the placing was opened with them, stand beside them as long as they are few.
void draw_placed(const Frame& frame, const Workshop& workshop, ActivityId placing, const CanvasBoard& board, Box plane, const PassDraft& draft, Item current,
                 std::optional<Vec> handle, const PlacedLook& look = {});

// The plane as one item: press and drag to place, arrows to move. True: Enter, for the next.
bool hold_handle(const Frame& frame, Box plane, PassDraft& draft, Item item, std::string_view name);

// For those who hear the glass and tap what they hear: the plane as a few places, each an item that is pressed. Nothing of it
// is drawn, fingers pass through it to the plane, and a keyboard has the arrows.
void offer_places(const Frame& frame, Box plane, const CanvasBoard& board, PassDraft& draft, Item item, std::string_view name);

}  // namespace standpoint
