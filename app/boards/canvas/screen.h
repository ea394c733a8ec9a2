// The Canvas on the shared screen: agreed places that can be moved, a blind placing that shows progress only, a revealed one
// with its disagreement, and what moved since the round before. Called by the shell. It must not show a place before its reveal.
#pragma once

#include <optional>
#include <string>

#include "app/activities/choices.h"
#include "app/activities/moment.h"
#include "app/activities/passing.h"
#include "app/activities/sealed_state.h"
#include "app/boards/canvas/paint_board.h"
#include "app/boards/map/inspector.h"
#include "app/design/frame.h"
#include "app/widgets/canvas.h"
#include "core/activities/place/result.h"
#include "core/boards/canvas.h"

namespace standpoint {

enum class CanvasWord : std::uint8_t { none, x_name, y_name, low_low, high_low, low_high, high_high };

struct CanvasUi {
  ChoicesUi choices;  // of a planned round
  bool show_moves = false;  // in a later round: arrows from the round before
  std::optional<ActivityId> looked_at;  // by who cannot change the stage: another round than the one on it
  RevealUi reveal;
  bool heat = false;  // of a revealed round: where placements lie thick, instead of points
  Item focused;  // of a revealed round: the others step back; id 0: none
  // Agreed places:
  Item selected;  // id 0: none
  Item held;  // under the hand, id 0: none
  bool dragging = false;  // it moved beyond the slop
  Vec grip;  // where it was taken, design pixels
  std::vector<FurtherHand> hands;  // further fingers and what they hold
  std::optional<CanvasPlace> nudged;  // by Ctrl and arrows, until they are let go
  CanvasWord editing = CanvasWord::none;
  std::string draft;
  std::size_t tray_page = 0;
  StakeholderId opened;  // whose panel lies over the board; none: nobody's
  InspectorUi inspector;
};

// `activity`: a Place activity of this board, or none for the agreed places.
void draw_canvas(const Frame& frame, const Workshop& workshop, BoardId board, ActivityId activity, const SealedState& sealed, CanvasUi& ui,
                 PassUi& pass, Commands& commands);

// The agreed places with their tray. Part of draw_canvas. Without tray, rounds to choose from or an open panel the plane has
// the rail's room too; an open panel stands beside it.
CanvasLayout layout_of_agreed(const Frame& frame, const CanvasBoard& places, bool rounds, const CanvasUi& ui);
void draw_agreed(const Frame& frame, const Workshop& workshop, const Board& board, const CanvasBoard& places, CanvasLayout layout,
                 CanvasUi& ui, Commands& commands);
// Its words, to be changed by double click or Enter: their places, and the field over the one that is being changed, which
// then leaves the plane.
void draw_words(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui);
void draw_word_field(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui, Commands& commands);
CanvasBoard without_edited_word(const Board& board, CanvasBoard places, const CanvasUi& ui);

}  // namespace standpoint
